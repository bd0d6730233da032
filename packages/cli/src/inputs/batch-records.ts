import { crc32, gunzipSync, inflateRawSync } from 'node:zlib';
import { messageOf } from '../exit.js';
import type { Batch, BatchPart, SourcePacking } from './batch.js';
import { isGzip, isZip } from './bytes.js';
import { ContentFramer } from './choose-framer.js';
import { type Failure, type FramedRecord, noBytes, type Place } from './record.js';

/** A record with its place. The bytes are valid until the next one. */
export interface BatchRecord {
  readonly bytes: Uint8Array;
  readonly place: Place;
  readonly failure?: Failure;
}

export const nestedZip: Failure = {
  code: 'source-unreadable',
  message: 'A zip within a zip is not opened. Unpack the outer one.',
};

/** How a source is cut into records. */
export interface Cutting {
  /** Largest record in bytes; a larger one fails without being kept. */
  readonly maxRecordSize: number;
  /** Whether a source is one text, whatever it begins with. */
  readonly isWhole: boolean;
}

/** Hands over the records of a batch in order; small sources are unpacked and cut up here. `take` returns false to end. */
export function forEachRecord(batch: Batch, bounds: Cutting, take: (record: BatchRecord) => boolean | undefined): void {
  for (const part of batch.parts) {
    const bytes = batch.bytes.subarray(part.start, part.end);
    const { place, failure, source } = part;
    const goesOn = source
      ? cutSource(bytes, part, source, bounds, take)
      : take({ bytes, place, ...(failure && { failure }) });
    if (goesOn === false) return;
  }
}

/** The records of a batch, each with bytes of its own: for those who need them longer, or wait in between. */
export function recordsOf(batch: Batch, bounds: Cutting): BatchRecord[] {
  const records: BatchRecord[] = [];
  forEachRecord(batch, bounds, (record) => {
    records.push({ ...record, bytes: Buffer.from(record.bytes) });
    return true;
  });
  return records;
}

function cutSource(
  packed: Uint8Array,
  part: BatchPart,
  source: SourcePacking,
  { maxRecordSize, isWhole }: Cutting,
  take: (record: BatchRecord) => boolean | undefined,
): boolean {
  let record = 0;
  let isWanted = true;
  const emit = ({ bytes, byte, line, failure }: FramedRecord): void => {
    record += 1;
    if (!isWanted) return;
    const place = { source: part.place.source, record, byte, ...(line !== undefined && { line }) };
    isWanted = take({ bytes, place, ...(failure && { failure }) }) !== false;
  };
  const content = unpack(packed, source, maxRecordSize);
  if ('code' in content) {
    emit({ bytes: noBytes, byte: 0, failure: content });
    return isWanted;
  }
  const framer = new ContentFramer(maxRecordSize, isWhole);
  framer.push(content, emit);
  framer.end(emit);
  return isWanted;
}

function unpack(packed: Uint8Array, source: SourcePacking, maxRecordSize: number): Uint8Array | Failure {
  try {
    // One byte of room more than claimed, so that a source that holds more than it claims is noticed.
    const content = source.isDeflated ? inflateRawSync(packed, { maxOutputLength: source.size + 1 }) : packed;
    if (content.length !== source.size) return unreadable('it has another size than it claims');
    if (source.crc !== undefined && crc32(content) !== source.crc) {
      return unreadable('its checksum does not match its content');
    }
    if (content.length === 0) return { code: 'source-unreadable', message: 'This zip entry is empty.' };
    if (isZip(content)) return nestedZip;
    return isGzip(content) ? gunzipSync(content, { maxOutputLength: maxRecordSize }) : content;
  } catch (error) {
    return unreadable(messageOf(error));
  }
}

function unreadable(why: string): Failure {
  return { code: 'source-unreadable', message: `This zip entry cannot be read: ${why}.` };
}
