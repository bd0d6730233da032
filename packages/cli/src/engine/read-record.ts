import { detectReader, type Issue, parseJson, type Reading, TrialError, type TrialReader } from '@trialbridge/core';
import { htmlToText, isHtml } from '@trialbridge/core/html';
import { messageOf } from '../exit.js';
import type { BatchRecord } from '../inputs/batch-records.js';
import { decodeRecord } from '../inputs/decode.js';
import type { Failure } from '../inputs/record.js';
import { unwrapDeadLetter } from './dead-letters.js';
import { checkJsonBounds } from './json-bounds.js';
import type { Readers } from './readers.js';
import { explainUnknown, isJsonScalar } from './unknown-format.js';

/** A record that was read, with its text: for HTML, the text that it shows. */
export interface ReadRecord {
  readonly text: string;
  readonly format: string;
  readonly reading: Reading;
  readonly issues: readonly Issue[];
}

export interface ReadRecordOptions {
  /** Format that is not to be doubted. */
  readonly from?: string;
  readonly infer: boolean;
  readonly evidence: boolean;
}

/**
 * Reads one record with the reader that was asked for, or else with the one that accepts it.
 * @throws TrialError when it cannot be read.
 */
export function readRecord(record: BatchRecord, readers: Readers, options: ReadRecordOptions): ReadRecord {
  if (record.failure) throw new UnreadableRecord(record.failure);
  const { bytes, from: letter } = unwrapDeadLetter(record.bytes);
  const first = bytes[0];
  if (first === 0x7b || first === 0x5b) checkJsonBounds(bytes);
  const issues: Issue[] = [];
  const report = (issue: Issue): void => void issues.push(issue);
  const decoded = decodeRecord(bytes, record.place.byte);
  // A dead letter brings a record of any kind back, which stood where the letter says.
  const place = typeof letter?.record === 'number' ? letter : record.place;
  // Lines are counted in NDJSON, in lists and in markup; a page saved as HTML may well be the only record.
  const isAmongOthers = (place.record ?? 1) > 1 || (typeof place.line === 'number' && !isHtml(decoded));
  if (isAmongOthers && options.from === undefined) refuseText(decoded);
  const text = rendered(decoded, report);
  const reader = detect(text, readers, options.from);
  const reading = reader.read(text, { report, infer: options.infer, evidence: options.evidence });
  return { text, format: reader.format, reading, issues };
}

/**
 * A text for people is a source of its own. Among other records it is one that is damaged: a line of a log, an error page,
 * a half of what was a record; read as a text, it would be one without a trial, and nobody would miss it.
 */
function refuseText(text: string): void {
  const start = text.trimStart();
  const isMarkup = /^<[\p{L}_:!?/]/u.test(start) && !isHtml(text);
  if (!start.startsWith('{') && !isMarkup && !isJsonScalar(text)) parseJson(text);
}

/** A page saved as HTML is read as the text that it shows; no format is HTML. */
function rendered(source: string, report: (issue: Issue) => void): string {
  if (!isHtml(source)) return source;
  const message = 'The source is HTML: it is read as the text that it shows, and spans point into that text.';
  report({ code: 'rendered', severity: 'information', at: '1:1', message });
  return htmlToText(source);
}

function detect(text: string, readers: Readers, from: string | undefined): TrialReader {
  const possible = readers.for(text);
  const asked = possible.find(({ format }) => format === from);
  if (asked) return asked;
  if (isJsonScalar(text)) explainUnknown(text, new TrialError('format-unknown', 'A record is a JSON object.'));
  try {
    return detectReader(text, possible);
  } catch (error) {
    if (TrialError.is(error) && error.code === 'format-unknown') explainUnknown(text, error);
    throw error;
  }
}

/** Carries the failure of a record that never reached a reader. */
export class UnreadableRecord extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}

export interface RecordProblem {
  readonly code: string;
  readonly message: string;
  /** Place inside the record: `line:column`, or a path. */
  readonly at?: string;
  readonly missing?: readonly string[];
}

/** Errors of a record as data; anything unexpected is a fault of ours, and still costs this record only. */
export function describeError(error: unknown): RecordProblem {
  if (error instanceof UnreadableRecord) return error.failure;
  if (TrialError.is(error)) {
    const { code, message, at, missing } = error;
    return { code, message, ...(at !== undefined && { at }), ...(missing && { missing }) };
  }
  return { code: 'internal', message: `Trialbridge failed on this record: ${messageOf(error)}` };
}
