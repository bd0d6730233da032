import { createHash } from 'node:crypto';

const nct = /^NCT\d{8}$/;
/** Bits of one page of the set of NCT numbers: 100 pages cover them all. */
const pageBits = 1_000_000;

/**
 * Ids that were seen, in 12.5 MB at most for all NCT numbers and 8 bytes each for others: a run over a whole registry
 * must not hold its ids as strings. Other ids are compared by 53 bits of their SHA-256.
 */
export class IdSet {
  private readonly pages: (Uint8Array | undefined)[] = [];
  private readonly others = new Set<number>();

  /** Adds an id; false when it was there already. */
  add(id: string): boolean {
    if (nct.test(id)) return this.addNumber(Number(id.slice(3)));
    const hash = createHash('sha256').update(id).digest().readUIntBE(0, 6);
    if (this.others.has(hash)) return false;
    this.others.add(hash);
    return true;
  }

  private addNumber(number: number): boolean {
    const pageNumber = Math.floor(number / pageBits);
    let page = this.pages[pageNumber];
    if (!page) {
      page = new Uint8Array(pageBits / 8);
      this.pages[pageNumber] = page;
    }
    const bit = number % pageBits;
    const mask = 1 << (bit & 7);
    const before = page[bit >> 3] ?? 0;
    if (before & mask) return false;
    page[bit >> 3] = before | mask;
    return true;
  }
}
