/** Bytes of one character of UTF-16 in UTF-8, at most. */
const widest = 3;
/** Room that is kept from one batch to the next, or made anew. */
const largestKept = 1 << 22;

/**
 * Gathers texts as UTF-8. Each is encoded for itself: joined first, one with wide characters would widen them all. Kept
 * from batch to batch, so that its room is made once.
 */
export class TextBuffer {
  private bytes: Buffer;
  private spare: ArrayBuffer | undefined;
  length = 0;

  constructor(room = 1 << 16) {
    this.bytes = Buffer.allocUnsafeSlow(room);
  }

  add(text: string): void {
    this.reserve(text.length * widest);
    this.length += this.bytes.write(text, this.length, 'utf8');
  }

  addBytes(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** A view that is valid until the next text. */
  view(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  /** What was gathered, in a buffer of its own that can be handed to another thread; begins anew in another. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = new Uint8Array(this.bytes.buffer as ArrayBuffer, 0, this.length);
    const room = this.spare;
    this.bytes = room ? Buffer.from(room) : Buffer.allocUnsafeSlow(Math.min(this.bytes.length, largestKept));
    this.spare = undefined;
    this.length = 0;
    return taken;
  }

  /** Gives it memory to go on in after the next `take`, unless it would soon be too small. */
  addRoom(room: ArrayBuffer): void {
    if (room.byteLength >= Math.min(this.bytes.length, largestKept)) this.spare = room;
  }

  clear(): void {
    this.length = 0;
    // A record of many megabytes must not keep its room for the rest of the run.
    if (this.bytes.length > largestKept) this.bytes = Buffer.allocUnsafeSlow(1 << 16);
  }

  private reserve(count: number): void {
    const needed = this.length + count;
    if (needed <= this.bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, this.bytes.length * 2));
    larger.set(this.view());
    this.bytes = larger;
  }
}
