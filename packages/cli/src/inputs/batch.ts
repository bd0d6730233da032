import { type BatchRooms, batchBounds } from './batch-rooms.js';
import type { Failure, FramedRecord, Place } from './record.js';

/** Where a record stands in the order of the inputs; enough to go on behind it. */
export interface Position {
  /** Number of the file in the walk over the inputs, from 0. */
  readonly file: number;
  /** Number of the entry of a zip, 0 elsewhere. */
  readonly entry: number;
  /** Number of the record, from 1; all records of a source that is done as a whole. */
  readonly record: number | 'all';
}

/** A stretch of a batch: one record, or a small source whose records are still to be cut out of it. */
export interface BatchPart {
  readonly start: number;
  readonly end: number;
  /** Of the record; of a source, that of its first record. */
  readonly place: Place;
  readonly failure?: Failure;
  readonly source?: SourcePacking;
}

/** How a small source stands in its batch. */
export interface SourcePacking {
  readonly isDeflated: boolean;
  readonly size: number;
  /** Checksum of the content, where the archive gives one. */
  readonly crc?: number;
}

/** Records and small sources in the order of the inputs, little enough to hand to a worker in one piece. */
export interface Batch {
  readonly bytes: Uint8Array;
  readonly parts: readonly BatchPart[];
  /** Of its last part. */
  readonly position: Position;
}

/** Gathers records into batches by size and number alone, so that the cuts are the same in every run. */
export class Batcher {
  readonly ready: Batch[] = [];
  private bytes: Uint8Array;
  private length = 0;
  /** Size of the content, which deflated sources have less of here. */
  private size = 0;
  private parts: BatchPart[] = [];
  private position: Position | undefined;

  constructor(private readonly rooms?: BatchRooms) {
    this.bytes = this.room(batchBounds.bytes);
  }

  add(record: FramedRecord, place: Place, position: Position): void {
    this.put(record.bytes, record.bytes.length, position, {
      place,
      ...(record.failure && { failure: record.failure }),
    });
  }

  addSource(bytes: Uint8Array, source: SourcePacking, place: Place, position: Position): void {
    this.put(bytes, source.size, position, { place, source });
  }

  /** Ends the batch in hand, whatever its size. */
  cut(): void {
    if (!this.position || this.parts.length === 0) return;
    this.ready.push({ bytes: this.bytes.subarray(0, this.length), parts: this.parts, position: this.position });
    this.bytes = this.room(batchBounds.bytes);
    this.length = 0;
    this.size = 0;
    this.parts = [];
  }

  private put(bytes: Uint8Array, size: number, position: Position, part: Omit<BatchPart, 'start' | 'end'>): void {
    const isOver = this.size + size > batchBounds.bytes || this.length + bytes.length > batchBounds.bytes;
    if (this.parts.length > 0 && isOver) this.cut();
    if (bytes.length > this.bytes.length) this.bytes = this.room(bytes.length);
    this.bytes.set(bytes, this.length);
    const end = this.length + bytes.length;
    this.parts.push({ start: this.length, end, ...part });
    this.length = end;
    this.size += size;
    this.position = position;
    if (this.parts.length >= batchBounds.parts) this.cut();
  }

  private room(size: number): Uint8Array {
    return this.rooms?.take(size) ?? Buffer.allocUnsafeSlow(size);
  }
}
