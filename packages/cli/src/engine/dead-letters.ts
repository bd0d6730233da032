import { isUtf8 } from 'node:buffer';
import { parseJson, TrialError } from '@trialbridge/core';
import type { RecordFailure } from './results.js';

/** One line of a dead-letter file. */
export interface DeadLetter {
  /** Marks the line, so that the file can be converted again. */
  readonly deadLetter: 1;
  readonly source: string;
  readonly record: number;
  readonly byte: number;
  readonly line?: number;
  /** Format that could not be written; absent when the record could not be read. */
  readonly format?: string;
  readonly id?: string;
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly at?: string;
    readonly missing?: readonly string[];
  };
  /** The record as it was; absent when it was never kept: too large, encrypted, not there. */
  readonly raw?: string;
  /** The same in base64, when it is not UTF-8. */
  readonly rawBase64?: string;
}

const marker = Buffer.from('{"deadLetter":1,');

/** A record that failed, as it is kept. */
export function toDeadLetter(failure: RecordFailure, raw: Uint8Array): DeadLetter {
  const { place, format, id, code, message, at, missing } = failure;
  return {
    deadLetter: 1,
    source: place.source,
    record: place.record,
    byte: place.byte,
    ...(place.line !== undefined && { line: place.line }),
    ...(format !== undefined && { format }),
    ...(id !== undefined && { id }),
    error: { code, message, ...(at !== undefined && { at }), ...(missing && { missing }) },
    ...(raw.length > 0 && rawOf(raw)),
  };
}

function rawOf(raw: Uint8Array): Pick<DeadLetter, 'raw'> | Pick<DeadLetter, 'rawBase64'> {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.length);
  return isUtf8(bytes) ? { raw: bytes.toString('utf8') } : { rawBase64: bytes.toString('base64') };
}

/** The record inside a line of a dead-letter file; other records as they are. */
export function unwrapDeadLetter(bytes: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!buffer.subarray(0, marker.length).equals(marker)) return bytes;
  const { raw, rawBase64, error } = parseJson(buffer.toString('utf8')) as Partial<DeadLetter>;
  if (typeof raw === 'string') return Buffer.from(raw, 'utf8');
  if (typeof rawBase64 === 'string') return Buffer.from(rawBase64, 'base64');
  throw new TrialError(
    'source-unreadable',
    `The record itself is not in this dead letter. It failed before with: ${error?.message}`,
  );
}
