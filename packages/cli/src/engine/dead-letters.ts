import { isUtf8 } from 'node:buffer';
import { parseJson, TrialError } from '@trialbridge/core';
import { letterStart, noBytes } from '../inputs/record.js';
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

const notKept = 'The record itself is not in this dead letter. It failed before with:';
const marker = Buffer.from(letterStart);

/** A record that failed, as it is kept: of one that comes from a dead letter, with the place that it had at first. */
export function toDeadLetter(failure: RecordFailure, bytes: Uint8Array): DeadLetter {
  const before = innermost(bytes);
  const raw = before ? (recordIn(before) ?? noBytes) : bytes;
  const { format, id, code, message, at, missing } = failure;
  return {
    deadLetter: 1,
    ...placeOf(failure, before),
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

/**
 * The record inside a line of a dead-letter file; other records as they are.
 * @throws TrialError `source-unreadable`, when the letter was written without its record.
 */
export function unwrapDeadLetter(bytes: Uint8Array): {
  readonly bytes: Uint8Array;
  readonly from?: Partial<DeadLetter>;
} {
  if (!isDeadLetter(bytes)) return { bytes };
  const letter = readLetter(bytes);
  const record = recordIn(letter);
  if (record) return { bytes: record, from: letter };
  const message = letter.error?.message ?? 'no error is told';
  throw new TrialError('source-unreadable', message.startsWith(notKept) ? message : `${notKept} ${message}`);
}

function placeOf({ place }: RecordFailure, before?: Partial<DeadLetter>): Omit<DeadLetter, 'deadLetter' | 'error'> {
  const { source, record, byte, line } = before ?? {};
  if (typeof source === 'string' && typeof record === 'number' && typeof byte === 'number')
    return { source, record, byte, ...(typeof line === 'number' && { line }) };
  return {
    source: place.source,
    record: place.record,
    byte: place.byte,
    ...(place.line !== undefined && { line: place.line }),
  };
}

/**
 * The letter that a record comes from, if it comes from one: letters within letters could not be fed back. One that is
 * damaged itself is none, and is kept as it is.
 */
function innermost(bytes: Uint8Array): Partial<DeadLetter> | undefined {
  try {
    return isDeadLetter(bytes) ? readLetter(bytes) : undefined;
  } catch (error) {
    if (TrialError.is(error)) return undefined;
    throw error;
  }
}

function isDeadLetter(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, marker.length)).equals(marker);
}

function readLetter(bytes: Uint8Array): Partial<DeadLetter> {
  return parseJson(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')) as Partial<DeadLetter>;
}

function recordIn({ raw, rawBase64 }: Partial<DeadLetter>): Uint8Array | undefined {
  if (typeof raw === 'string') return Buffer.from(raw, 'utf8');
  return typeof rawBase64 === 'string' ? Buffer.from(rawBase64, 'base64') : undefined;
}
