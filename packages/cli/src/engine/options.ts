import type { Chunks } from '../inputs/bytes.js';
import type { ManifestFacts } from '../outputs/resources-output.js';
import type { SlicePlan } from './plan.js';
import type { Progress } from './progress.js';
import type { RecordFailure } from './results.js';

/** What to convert, into what, and how. */
export interface ConversionOptions {
  /** Files, folders, `-` for the standard input. */
  readonly inputs: readonly string[];
  /** Formats with their options: `csv+bom,fhir-r4`. */
  readonly to: string;
  /** Format of the input, instead of detecting it by content. */
  readonly from?: string;
  /** File or folder; the standard output when absent. */
  readonly out?: string;
  /** Whether values may be read out of prose. Default `true`. */
  readonly infer?: boolean;
  /** Whether the source path of each value of JSON and XML records is recorded. Default `false`. */
  readonly evidence?: boolean;
  /** Indents JSON. Default `false`. */
  readonly isPretty?: boolean;
  /** In bytes. Default 64 MB. */
  readonly maxRecordSize?: number;
  /** What becomes of later trials of the same id: left out and reported (the default), or written too. */
  readonly duplicates?: 'skip' | 'keep';
  /** Whether the run goes on behind a record that failed. Default `skip`. */
  readonly onError?: 'skip' | 'stop';
  /** What the manifest of a folder of FHIR says of the export, and only the caller knows. */
  readonly manifest?: ManifestFacts;
  readonly slice?: SlicePlan;
  /** Ends after so many records. */
  readonly limit?: number;
  /** Threads that convert, this one included. Default: one for each core. */
  readonly jobs?: number;
  /** Counts the leaves of every trial by path, so that a report can say what was carried. Default `false`. */
  readonly countsLeaves?: boolean;
  /** Checks every document against the schema of its writer; a failure is an issue `not-valid`. Default `false`. */
  readonly checksDocuments?: boolean;
  /** File for records that failed, with their errors: NDJSON that can be converted again. */
  readonly deadLetter?: string;
  /** File for the loss of each record: NDJSON. */
  readonly reportRecords?: string;
  /** File for where each value of each trial came from: CSV. */
  readonly evidenceCsv?: string;
  /** Files that the caller writes beside the run: not read, where they lie in a folder of the inputs. */
  readonly alsoWritten?: readonly string[];
  /** File that lets the same conversion go on where it was interrupted. */
  readonly checkpoint?: string;
  /** Least time between two checkpoints, in milliseconds. Default 2000. */
  readonly checkpointInterval?: number;
  readonly stdin?: Chunks;
  readonly stdout?: NodeJS.WriteStream;
  /** Ends the run at the next batch; with a checkpoint it can go on later. */
  readonly signal?: AbortSignal;
  /** Told of every record that failed, in order. */
  readonly onFailure?: (failure: RecordFailure) => void;
  /** Told now and then how far the run is. */
  readonly onProgress?: (progress: Progress) => void;
}

export const defaultMaxRecordSize = 64 * 1_048_576;
