import type { Failure, FramedRecord, Place } from './record.js';

/** Where a record stands in the order of the inputs; enough to go on behind it. */
export interface Position {
  /** Number of the file in the walk over the inputs, from 0. */
  readonly file: number;
  /** Number of the entry of a zip, 0 elsewhere. */
  readonly entry: number;
  readonly record: number;
}

export interface BatchRecord {
  readonly start: number;
  readonly end: number;
  readonly place: Place;
  readonly failure?: Failure;
}

/** Records in the order of the inputs, small enough to hand to a worker in one piece. */
export interface Batch {
  readonly bytes: Uint8Array;
  readonly records: readonly BatchRecord[];
  /** Of its last record. */
  readonly position: Position;
}

/** Bounds of a batch. They decide where compressed output is cut, so they are part of what makes output repeatable. */
export const batchBounds = { bytes: 1 << 19, records: 256 };

/** Gathers records into batches by size and number alone, so that the cuts are the same in every run. */
export class Batcher {
  readonly ready: Batch[] = [];
  private bytes = Buffer.allocUnsafeSlow(batchBounds.bytes);
  private length = 0;
  private records: BatchRecord[] = [];
  private position: Position | undefined;

  add(record: FramedRecord, place: Place, position: Position): void {
    const size = record.bytes.length;
    if (this.records.length > 0 && this.length + size > batchBounds.bytes) this.cut();
    if (size > this.bytes.length) this.bytes = Buffer.allocUnsafeSlow(size);
    this.bytes.set(record.bytes, this.length);
    const end = this.length + size;
    this.records.push({ start: this.length, end, place, ...(record.failure && { failure: record.failure }) });
    this.length = end;
    this.position = position;
    if (this.records.length >= batchBounds.records) this.cut();
  }

  /** Ends the batch in hand, whatever its size. */
  cut(): void {
    if (!this.position || this.records.length === 0) return;
    this.ready.push({ bytes: this.bytes.subarray(0, this.length), records: this.records, position: this.position });
    this.bytes = Buffer.allocUnsafeSlow(batchBounds.bytes);
    this.length = 0;
    this.records = [];
  }
}
