import type { SourceKind } from '@trialbridge/core';
import type { TargetResult } from '../engine/results.js';

/** A trial of a batch as outputs know it. */
export interface NamedTrial {
  readonly id: string;
  readonly kind: SourceKind;
  /** 1 for the first trial of its id in the run, 2 for the second. */
  readonly occurrence: number;
}

/** How far an output has come: lengths of its files by name, and counts. Plain data for the checkpoint. */
export interface OutputState {
  readonly lengths: Readonly<Record<string, number>>;
  readonly counts: Readonly<Record<string, number>>;
}

/** Takes what batches add to one target, in order, and makes it visible under its name at the end. */
export interface Output {
  append(result: TargetResult, trials: readonly NamedTrial[]): Promise<void>;
  /** Makes sure that everything so far is on the disk; `undefined` while there is no place to go on from. */
  commit(): Promise<OutputState | undefined>;
  /**
   * Goes back to a committed state. Files that are gone were completed by the run before, which can only be when
   * `isFinishing`.
   */
  resume(state: OutputState, isFinishing: boolean): Promise<void>;
  /** Completes the output and gives it its final name. */
  finish(): Promise<void>;
  /** Closes the files and keeps what was written aside, for a resumption. */
  release(): Promise<void>;
  /** Closes the files and removes what was written aside. */
  abandon(): Promise<void>;
}
