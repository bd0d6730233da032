import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countLeaves, countTrialLeaves, type Issue, readTrials, type Trial } from '@trialbridge/core';
import { fhirReaders } from '@trialbridge/fhir';

/** One file of somebody else's FHIR, read. */
export interface OthersFile {
  readonly name: string;
  readonly format: string;
  readonly trials: readonly Trial[];
  readonly issues: readonly Issue[];
  /** Leaves of the trials, without what is kept. */
  readonly understood: number;
  /** Parts that are kept, and the leaves in them. */
  readonly keptParts: number;
  readonly keptLeaves: number;
  /** Elements of the study that most of them stand in, with their leaves, the most first. */
  readonly kept: readonly (readonly [element: string, leaves: number])[];
}

/** Reads every file of the folder `fhir` of the corpus. */
export function readOthers(corpus: string): OthersFile[] {
  const folder = join(corpus, 'fhir');
  return readdirSync(folder)
    .sort()
    .map((name) => toFile(name, readFileSync(join(folder, name), 'utf8')));
}

function toFile(name: string, source: string): OthersFile {
  const { format, trials, issues } = readTrials(source, fhirReaders, { evidence: true });
  const parts = trials.flatMap(({ unmapped }) => unmapped ?? []);
  const kept = new Map<string, number>();
  let keptLeaves = 0;
  for (const { path, value } of parts) {
    const leaves = countLeaves(value);
    const element = elementOf(path);
    kept.set(element, (kept.get(element) ?? 0) + leaves);
    keptLeaves += leaves;
  }
  let all = 0;
  for (const trial of trials) all += countTrialLeaves(trial);
  return {
    name,
    format,
    trials,
    issues,
    understood: all - keptLeaves,
    keptParts: parts.length,
    keptLeaves,
    kept: [...kept].sort(([, left], [, right]) => right - left),
  };
}

/** The element of a resource that a path leads into; a whole resource is called so. */
function elementOf(path: string): string {
  const inside = path
    .replace(/^\/Bundle(?=\/)/, '')
    .replace(/^\/entry\/\d+(?:\/resource(?:\/0)?)?/, '')
    .replace(/^\/(?:[A-Z][A-Za-z]+)(?:\/0)?/, '');
  const [element = '', position = '', next = ''] = inside.slice(1).split('/');
  if (element === '') return 'whole resources';
  return element === 'contained' && /^\d+$/.test(position) && next === '' ? 'contained resources' : element;
}
