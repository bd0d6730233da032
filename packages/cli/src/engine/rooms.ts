/** Beyond this, a room is not kept: one record of many megabytes must not take memory for the rest of the run. */
const largestKept = 1 << 23;
const mostKept = 16;

/**
 * Memory for what batches become, used over and over. Megabytes that are made and dropped for every batch have the
 * garbage collector go through everything again and again.
 */
export class Rooms {
  private readonly free: ArrayBuffer[] = [];

  put(room: ArrayBufferLike): void {
    const isKept = room instanceof ArrayBuffer && room.byteLength > 0 && room.byteLength <= largestKept;
    if (isKept && this.free.length < mostKept) this.free.push(room);
  }

  take(): ArrayBuffer | undefined {
    return this.free.pop();
  }
}
