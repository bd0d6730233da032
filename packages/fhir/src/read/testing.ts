import { type Issue, readTrials, type Trial } from '@trialbridge/core';
import { fhirReaders } from './index.js';

export interface ReadOne {
  readonly format: string;
  readonly trial: Trial;
  readonly trials: readonly Trial[];
  readonly issues: readonly Issue[];
  /** What was kept: path and value. */
  readonly kept: Readonly<Record<string, unknown>>;
}

/** Reads a source, or data as JSON, with the reader that accepts it: for tests. */
export function readFhir(source: unknown, options: { evidence?: boolean } = {}): ReadOne {
  const text = typeof source === 'string' ? source : JSON.stringify(source);
  const { format, trials, issues } = readTrials(text, fhirReaders, options);
  const [trial] = trials;
  if (!trial) throw new Error('no trial');
  return { format, trial, trials, issues, kept: keptOf(trials) };
}

function keptOf(trials: readonly Trial[]): Record<string, unknown> {
  return Object.fromEntries(trials.flatMap(({ unmapped }) => unmapped ?? []).map(({ path, value }) => [path, value]));
}
