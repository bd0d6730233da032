/** The namespace prefixes that are bound where a scanner stands. */
export class NamespacePrefixes {
  private bound: { readonly prefix: string; readonly depth: number }[] = [];

  get areBound(): boolean {
    return this.bound.length > 0;
  }

  /** Takes note of an attribute that binds a prefix. */
  declare(attribute: string, depth: number): void {
    if (attribute.startsWith('xmlns:')) this.bound.push({ prefix: attribute.slice(6), depth });
  }

  /** Whether a name has no prefix, or one that is bound. */
  has(name: string): boolean {
    const colon = name.indexOf(':');
    if (colon < 0) return true;
    const prefix = name.slice(0, colon);
    return prefix === 'xml' || prefix === 'xmlns' || this.bound.some((one) => one.prefix === prefix);
  }

  /** Unbinds what an element bound. */
  leave(depth: number): void {
    if (this.bound.length > 0) this.bound = this.bound.filter((one) => one.depth < depth);
  }
}
