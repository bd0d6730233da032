/** Bytes that arrive in pieces and leave from the front; grows by doubling, so that appending stays linear. */
export class ByteBuffer {
  bytes = Buffer.allocUnsafe(0);
  length = 0;

  append(chunk: Uint8Array): void {
    const needed = this.length + chunk.length;
    if (needed > this.bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(needed, this.bytes.length * 2));
      larger.set(this.bytes.subarray(0, this.length));
      this.bytes = larger;
    }
    this.bytes.set(chunk, this.length);
    this.length = needed;
  }

  /** Forgets the first bytes. */
  drop(count: number): void {
    if (count === 0) return;
    this.bytes.copyWithin(0, count, this.length);
    this.length -= count;
  }

  clear(): void {
    this.length = 0;
    // A record of many megabytes must not keep its room for the rest of the run.
    if (this.bytes.length > 1 << 22) this.bytes = Buffer.allocUnsafe(0);
  }

  view(start = 0, end = this.length): Buffer {
    return this.bytes.subarray(start, end);
  }
}
