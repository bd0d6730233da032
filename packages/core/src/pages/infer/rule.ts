import type { Span, Trial } from '../../generated/trial.js';
import type { TrialDraft } from '../draft.js';

export type InferredField =
  | 'phases'
  | 'allocation'
  | 'interventionModel'
  | 'masking'
  | 'centers'
  | 'conditions'
  | 'interventions';

/** A value found in a text: where it stands, from the beginning of that text. */
export interface Finding<Value> extends Span {
  readonly value: Value;
}

/** Reads one kind of value out of one sentence. Cheap; says nothing rather than guess. */
export interface InferenceRule<Value> {
  /** Named in the evidence of what it finds. */
  readonly name: string;
  readonly field: InferredField;
  /** What the sentence says; several findings that differ count as none. */
  find(sentence: string): readonly Finding<Value>[];
  /** Stated values of the field, to be compared. */
  held(trial: Trial): Value | undefined;
  agrees(held: Value, found: Value): boolean;
  /** Sets the value; returns the pointers that it stands at. */
  put(trial: Trial, value: Value): readonly string[];
}

/**
 * Reads values out of prose into fields that nothing states. Replaceable: a reader is made with another one. It never
 * changes a stated value; where prose and a stated value disagree, it reports a conflict.
 */
export type InferenceStage = (draft: TrialDraft, passages: readonly Span[], open: ReadonlySet<InferredField>) => void;
