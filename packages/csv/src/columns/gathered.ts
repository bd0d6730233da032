import { leafPaths, type TrialPath } from '@trialbridge/core';
import type { Column } from '../column.js';
import { isOmitted, omits } from '../omits.js';

/** The leaves that `source_wordings` gathers. */
export const wordingPaths: readonly TrialPath[] = leafPaths.filter(
  (path) => path.endsWith('/verbatim') && !isOmitted(path, omits),
);

const wordingSteps = wordingPaths.map((path) => path.slice(1).split('/'));

/** One column for all wordings: beside every code it would double the table, and most of it would be empty. */
export const wordingColumn: Column = {
  header: 'source_wordings',
  description:
    "The source's wordings that the codes, dates, ages and ids of this row do not spell out: a JSON object by JSON Pointer into the trial. A value we could not read stands here only.",
  type: 'text',
  shape: 'object',
  read(trial) {
    const found: Record<string, string> = {};
    for (const steps of wordingSteps) collect(trial, steps, 0, '', found);
    return toCell(found);
  },
};

/** Why values are missing, from the evidence of the trial. Part of the table only when asked for. */
export const absenceColumn: Column = {
  header: 'absence_reasons',
  description:
    'Why values are missing: a JSON object by JSON Pointer into the trial, with `not-stated`, `no-value`, `not-provided`, `placeholder` or `truncated`.',
  type: 'code',
  shape: 'object',
  read(trial) {
    const found: Record<string, string> = {};
    for (const [pointer, entry] of Object.entries(trial.evidence ?? {})) {
      if (entry.kind === 'absent' && entry.reason) found[pointer] = entry.reason;
    }
    return toCell(found);
  },
};

function toCell(found: Record<string, string>): string {
  for (const _ in found) return JSON.stringify(found);
  return '';
}

function collect(
  value: unknown,
  steps: readonly string[],
  index: number,
  pointer: string,
  found: Record<string, string>,
): void {
  const step = steps[index];
  if (step === undefined) {
    if (typeof value === 'string') found[pointer] = value;
  } else if (step === '*') {
    if (!Array.isArray(value)) return;
    for (let item = 0; item < value.length; item++) collect(value[item], steps, index + 1, `${pointer}/${item}`, found);
  } else if (typeof value === 'object' && value !== null) {
    const child = (value as Record<string, unknown>)[step];
    if (child !== undefined) collect(child, steps, index + 1, `${pointer}/${step}`, found);
  }
}
