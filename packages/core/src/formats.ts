import type { Reference, Trial } from './generated/trial.js';
import type { TrialPath } from './generated/trial-paths.js';
import type { Report } from './issue.js';

/** What a source is: a registry record, a report about trials, or a text without a trial. */
export type SourceKind = 'registration' | 'publication' | 'narrative';

/** A registry id that a text names without being the record of that trial. */
export interface Mention {
  readonly value: string;
  readonly registry: string;
  /** Offset of its first UTF-16 code unit in the source. */
  readonly start: number;
}

/** What one source holds. A source need not hold exactly one trial. */
export interface Reading {
  readonly kind: SourceKind;
  readonly trials: Trial[];
  /** Publications that the source is, or that its reference list names; not the references of a trial. */
  readonly citations: Reference[];
  readonly mentions: Mention[];
}

export interface ReadContext {
  readonly report: Report;
  /** Whether values may be read out of prose. Such values are marked `inferred` in the evidence. */
  readonly infer: boolean;
  /** Whether JSON and XML readers record the source path of each value. Text readers always give spans. */
  readonly evidence: boolean;
}

/** Reads one format. Pure: the same source gives the same reading. */
export interface TrialReader {
  /** Stable kebab-case id, with the version where the format has several: `ctgov-json`. */
  readonly format: string;
  /** One line for a person. */
  readonly title: string;
  /** Tells by content whether the source is of this format. Cheap; never throws; true for one reader only. */
  accepts(source: string): boolean;
  /** @throws TrialError `source-unreadable` when nothing can be read; a shortened record is never returned. */
  read(source: string, context: ReadContext): Reading;
}

/** A path of the model that a format has no place for. */
export interface Omission {
  /** Speaks for everything below it. */
  readonly path: TrialPath;
  readonly why: string;
  /**
   * The document implies it, and a reader of the format says it again: it counts as carried. The writer reports the
   * values of which that is not true.
   */
  readonly implied?: boolean;
}

export interface WriteContext {
  readonly report: Report;
}

/** Writes trials, one document each. Pure: never changes a trial, has no clock and no random numbers. */
export interface TrialWriter<Document = string> {
  readonly format: string;
  readonly title: string;
  readonly mediaType: string;
  /** Decides how several documents share a file: JSON values, XML documents, or rows under one header, each line ended by CRLF. */
  readonly kind: 'json' | 'xml' | 'rows';
  /** Ending of a file with one document, with its dot: `.json`. */
  readonly extension: string;
  /** What the format has no place for. Reported for the caller, proved by the conformance kit. */
  readonly omits: readonly Omission[];
  /** JSON Schema of `toJson` of a document. */
  readonly schema: object;
  /** @throws TrialError `record-incomplete` when the trial lacks what the format demands. */
  write(trial: Trial, context: WriteContext): Document;
  /** The document as text, without a line end after it. */
  toText(document: Document): string;
  /** The document as plain data, for the schema. */
  toJson(document: Document): unknown;
  /** What stands before the first document of a file (byte order mark, header row), without a line end; for rows only. */
  head?(): string;
}
