import { createHash } from 'node:crypto';

const nct = /^NCT\d{8}$/;
/** Bits of one page of the set of NCT numbers: 100 pages cover them all. */
const pageBits = 1_000_000;
/** Keys from here on are hashes. */
const firstHash = 100_000_000;

/** An id as a number: that of an NCT id, or else 48 bits of its SHA-256. */
export function keyOf(id: string): number {
  if (nct.test(id)) return Number(id.slice(3));
  return firstHash + createHash('sha256').update(id).digest().readUIntBE(0, 6);
}

/**
 * Ids that were seen, in 12.5 MB at most for all NCT numbers: a run over a whole registry must not hold its ids as
 * strings. Other ids are held as hashes.
 */
export class IdSet {
  private readonly pages: (Uint8Array | undefined)[] = [];
  private readonly others = new Set<number>();

  /** Adds a key; false when it was there already. */
  add(key: number): boolean {
    if (key < firstHash) return this.addNumber(key);
    if (this.others.has(key)) return false;
    this.others.add(key);
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
