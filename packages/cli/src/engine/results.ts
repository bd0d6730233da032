import type { SourceKind } from '@trialbridge/core';
import type { Place } from '../inputs/record.js';
import type { Counts } from '../report/tally.js';
import type { RecordProblem } from './read-record.js';

/** Why a record, or its document in one format, failed. */
export interface RecordFailure extends RecordProblem {
  /** Number of the record in its batch, from 0. */
  readonly record: number;
  /** Format that could not be written; absent when the record could not be read. */
  readonly format?: string;
  readonly id?: string;
}

/** A failure with the place of its record. */
export interface PlacedFailure extends Omit<RecordFailure, 'record'> {
  readonly place: Place;
}

/** A trial that was handed to the writers. */
export interface TrialSeen {
  readonly record: number;
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
  /** Numbers of the records that are in the slice, whatever became of them. */
  readonly taken: readonly number[];
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
