/** Bounds of a batch. They decide where compressed output is cut, so they are part of what makes output repeatable. */
export const batchBounds = { bytes: 1 << 19, parts: 256 };

/**
 * Memory of batches, shared between the threads and used over and over: no batch is copied to its thread or back, and
 * none is garbage. The garbage collector does not count shared memory, so whoever takes a room gives it back.
 */
export class BatchRooms {
  private readonly free: Uint8Array[] = [];

  /** A room for a batch; `undefined` for one that is larger than batches are, which is left to the garbage collector. */
  take(size: number): Uint8Array | undefined {
    if (size > batchBounds.bytes) return undefined;
    return this.free.pop() ?? new Uint8Array(new SharedArrayBuffer(batchBounds.bytes));
  }

  /** Takes the room of a batch back. */
  put({ buffer }: Uint8Array): void {
    if (buffer instanceof SharedArrayBuffer) this.free.push(new Uint8Array(buffer));
  }
}
