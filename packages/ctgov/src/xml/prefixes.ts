/** The namespace prefixes that are bound where a scanner stands. */
export class NamespacePrefixes {
  /** Outermost first. */
  private readonly bound: { readonly prefix: string; readonly depth: number }[] = [];
  /** How many elements around the place bind each prefix. */
  private readonly counts = new Map<string, number>();

  get areBound(): boolean {
    return this.bound.length > 0;
  }

  /** Takes note of an attribute that binds a prefix. */
  declare(attribute: string, depth: number): void {
    if (!attribute.startsWith('xmlns:')) return;
    const prefix = attribute.slice(6);
    this.bound.push({ prefix, depth });
    this.counts.set(prefix, (this.counts.get(prefix) ?? 0) + 1);
  }

  /** Whether a name has no prefix, or one that is bound. */
  has(name: string): boolean {
    const colon = name.indexOf(':');
    if (colon < 0) return true;
    const prefix = name.slice(0, colon);
    return prefix === 'xml' || prefix === 'xmlns' || (this.counts.get(prefix) ?? 0) > 0;
  }

  /** Unbinds what an element bound. */
  leave(depth: number): void {
    for (let last = this.bound.at(-1); last && last.depth >= depth; last = this.bound.at(-1)) {
      this.bound.pop();
      this.counts.set(last.prefix, (this.counts.get(last.prefix) ?? 0) - 1);
    }
  }
}
