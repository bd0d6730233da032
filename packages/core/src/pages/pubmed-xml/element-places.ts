/** Where the element at hand stands: its name and its number among those of its name, and the same of those around it. */
export class ElementPlaces {
  private readonly steps: { readonly name: string; readonly number: number }[] = [];
  /** How many elements of each name the open ones hold so far; the first is of what stands around the root. */
  private readonly counts: Map<string, number>[] = [new Map()];

  open(name: string): void {
    const siblings = this.counts.at(-1);
    const number = siblings?.get(name) ?? 0;
    siblings?.set(name, number + 1);
    this.steps.push({ name, number });
    this.counts.push(new Map());
  }

  close(): void {
    this.steps.pop();
    this.counts.pop();
  }

  /** `/PubmedArticle/MedlineCitation/0/PMID/0`: from the element at a depth, which goes without its number. */
  path(depth: number): string {
    const [root, ...inner] = this.steps.slice(depth - 1);
    return `/${root?.name ?? ''}${inner.map(({ name, number }) => `/${name}/${number}`).join('')}`;
  }
}
