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
 * Ids that were seen, in 12.5 MB at most for all NCT numbers and some 16 bytes each for others: a run over a whole
 * registry must not hold its ids as strings.
 */
export class IdSet {
  private readonly pages: (Uint8Array | undefined)[] = [];
  private readonly hashes = new HashTable();

  /** Adds a key; false when it was there already. */
  add(key: number): boolean {
    return key < firstHash ? this.addNumber(key) : this.hashes.add(key);
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

/** A set of numbers above 0 that are hashes already: open addressing, at most half full. */
class HashTable {
  private slots = new Float64Array(1024);
  private size = 0;

  add(key: number): boolean {
    const at = this.slotOf(key);
    if (this.slots[at] === key) return false;
    this.slots[at] = key;
    this.size += 1;
    if (this.size * 2 > this.slots.length) this.grow();
    return true;
  }

  private slotOf(key: number): number {
    const mask = this.slots.length - 1;
    let at = key % this.slots.length;
    while (this.slots[at] !== 0 && this.slots[at] !== key) at = (at + 1) & mask;
    return at;
  }

  private grow(): void {
    const before = this.slots;
    this.slots = new Float64Array(before.length * 2);
    for (const key of before) if (key !== 0) this.slots[this.slotOf(key)] = key;
  }
}
