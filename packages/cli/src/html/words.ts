import type { AbsenceReason } from '@trialbridge/core';
import type { FactKind } from './facts.js';

export const kindWords: Record<FactKind, string> = {
  stated: 'stated',
  normalized: 'normalized',
  inferred: 'inferred',
  absent: 'no value',
  unmapped: 'kept as is',
  untraced: 'untraced',
  citation: 'citation',
  mention: 'mention',
};

/** What the colours mean, in the order of the legend. */
export const kindMeanings: Record<FactKind, string> = {
  stated: 'stands in a labelled place',
  normalized: 'stands there, brought to a normal form by a rule',
  inferred: 'read out of prose by a rule',
  absent: 'a place without a value, and why',
  unmapped: 'kept, but without a field of its own',
  untraced: 'a value of which the reader does not say where it stood',
  citation: 'a publication that the text is or names',
  mention: 'a registry id in passing',
};

export const reasonWords: Record<AbsenceReason, string> = {
  'no-value': 'heading without a value',
  'not-provided': 'said to have none',
  placeholder: 'a placeholder',
  truncated: 'the source ends before its place',
  'not-stated': 'not stated',
};

/** `1 trial`, `2 trials`. */
export function plural(count: number, one: string): string {
  return `${count.toLocaleString('en-US')} ${one}${count === 1 ? '' : 's'}`;
}
