import { TrialError } from './errors.js';
import type { Reading, TrialReader, TrialWriter } from './formats.js';
import type { Trial } from './generated/trial.js';
import type { Issue } from './issue.js';
import { lossOf, type RecordLoss } from './loss.js';

export interface ReadOptions {
  /** Whether values may be read out of prose. Default `true`; such values are marked `inferred`. */
  readonly infer?: boolean;
  /** Whether JSON and XML readers record the source path of each value. Default `false`. */
  readonly evidence?: boolean;
}

export interface ReadResult extends Reading {
  /** Format of the reader that read the source. */
  readonly format: string;
  readonly issues: Issue[];
}

/**
 * Reads one source with the reader that accepts it.
 * @throws TrialError `format-unknown`, `format-ambiguous` or `source-unreadable`.
 */
export function readTrials(source: string, readers: readonly TrialReader[], options: ReadOptions = {}): ReadResult {
  const reader = detectReader(source, readers);
  const issues: Issue[] = [];
  const reading = reader.read(source, {
    report: (issue) => issues.push(issue),
    infer: options.infer ?? true,
    evidence: options.evidence ?? false,
  });
  return { ...reading, format: reader.format, issues };
}

/**
 * The one reader that accepts a source, by content.
 * @throws TrialError `format-unknown` or `format-ambiguous`.
 */
export function detectReader(source: string, readers: readonly TrialReader[]): TrialReader {
  const accepting = readers.filter((reader) => reader.accepts(source));
  const [first, second] = accepting;
  if (!first) {
    const tried = readers.map((reader) => reader.format).join(', ');
    throw new TrialError(
      'format-unknown',
      `No reader accepts this source. Tried: ${tried}. Name the format to force it.`,
    );
  }
  if (second) {
    const names = accepting.map((reader) => reader.format).join(' and ');
    throw new TrialError('format-ambiguous', `More than one reader accepts this source: ${names}. Name the format.`);
  }
  return first;
}

export interface WriteOptions {
  /** Whether the loss report counts the leaves that were carried as held. Default `false`. */
  readonly countCarried?: boolean;
}

export interface Written<Document> {
  readonly trial: Trial;
  readonly document: Document;
  readonly issues: Issue[];
  readonly loss: RecordLoss;
}

export interface WriteFailure {
  readonly trial: Trial;
  readonly error: TrialError;
}

export interface WriteResult<Document> {
  /** One entry for each trial that could be written, in order. */
  readonly written: Written<Document>[];
  /** Trials that the format cannot hold, with the reason. */
  readonly failures: WriteFailure[];
}

/** Writes trials as documents of one format, one each. A trial that cannot be written does not stop the others. */
export function writeTrials<Document>(
  trials: Iterable<Trial>,
  writer: TrialWriter<Document>,
  options: WriteOptions = {},
): WriteResult<Document> {
  const written: Written<Document>[] = [];
  const failures: WriteFailure[] = [];
  for (const trial of trials) {
    try {
      written.push(writeTrial(trial, writer, options));
    } catch (error) {
      if (!TrialError.is(error)) throw error;
      failures.push({ trial, error });
    }
  }
  return { written, failures };
}

/**
 * Writes one trial.
 * @throws TrialError `record-incomplete` when the trial lacks what the format demands.
 */
export function writeTrial<Document>(
  trial: Trial,
  writer: TrialWriter<Document>,
  options: WriteOptions = {},
): Written<Document> {
  const issues: Issue[] = [];
  const document = writer.write(trial, { report: (issue) => issues.push(issue) });
  return { trial, document, issues, loss: lossOf(trial, writer, issues, options) };
}
