import type { SourceKind } from '@trialbridge/core';
import type { Place } from '../inputs/record.js';
import type { Counts } from '../report/tally.js';
import type { RecordProblem } from './read-record.js';

/** Why a record, or its document in one format, failed. */
export interface RecordFailure extends RecordProblem {
  readonly place: Place;
  /** Format that could not be written; absent when the record could not be read. */
  readonly format?: string;
  readonly id?: string;
  /** The record as a line of a dead-letter file, where those are kept. */
  readonly letter?: string;
}

/** A trial that was handed to the writers. */
export interface TrialSeen {
  readonly id: string;
  readonly kind: SourceKind;
}

/** One document that gets a file or a zip entry of its own. */
export interface EntryPart {
  /** Number of its trial among `seen`, from 0. */
  readonly trial: number;
  readonly start: number;
  readonly end: number;
  /** Of the content, where it is packed for a zip. */
  readonly crc: number;
  readonly size: number;
}

/** What a batch adds to the output of one target. */
export interface TargetResult {
  /** Text in UTF-8, packed as planned. */
  readonly bytes: Uint8Array;
  /** Number of documents, or of rows. */
  readonly documents: number;
  /** For documents with a file each. */
  readonly entries?: readonly EntryPart[];
  /** For FHIR resources by type: which part of the bytes is whose. */
  readonly resources?: readonly ResourcePart[];
}

export interface ResourcePart {
  readonly type: string;
  /** Of a resource that several trials share, which stands once in the output; absent for a run of others. */
  readonly id?: string;
  readonly start: number;
  readonly end: number;
  readonly count: number;
}

export interface RecordCounts {
  read: number;
  trials: number;
  /** Records without a trial: narratives. */
  withoutTrial: number;
  /** Left out by --since, --shard or --sample. */
  leftOut: number;
  failed: number;
}

export interface BatchResult {
  readonly targets: readonly TargetResult[];
  readonly seen: readonly TrialSeen[];
  /** Records that are in the slice, whatever became of them. */
  readonly taken: number;
  readonly failures: readonly RecordFailure[];
  readonly records: RecordCounts;
  /** Records that were read, by kind. */
  readonly kinds: readonly (readonly [kind: SourceKind, count: number])[];
  readonly counts: Counts;
  /** The loss of each record as NDJSON, where it is asked for. */
  readonly recordLosses?: Uint8Array;
  /** Where each value came from as rows of CSV, where it is asked for. */
  readonly evidenceRows?: Uint8Array;
}
