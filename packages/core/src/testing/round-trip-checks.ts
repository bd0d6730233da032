import type { TrialReader, TrialWriter } from '../formats.js';
import type { Trial } from '../generated/trial.js';
import type { Issue } from '../issue.js';
import { type Check, Findings, show } from './check.js';
import { type Leaf, leavesOf, valueAt } from './leaves.js';
import { type ReaderSample, readSample } from './read.js';
import { countedLeaves, isLeftOut, isReported } from './writer-loss.js';
import { attempt } from './written.js';

/** A scalar of a document in its own format: where it stands, and what it is. */
export type SourceLeaf = readonly [path: string, value: unknown];

export interface RoundTripOptions {
  /** The leaves of a document as text, for formats other than JSON. */
  readonly leaves?: (text: string) => Iterable<SourceLeaf>;
  /** Whether two values of a leaf are the same to the format. Default: identical. */
  readonly same?: (path: string, before: unknown, after: unknown) => boolean;
  /** Leaves of the format that say nothing about the trial. */
  readonly ignore?: (path: string) => boolean;
  /** Trials that are written and read back. What the writer omits or reports is not expected back. */
  readonly trials?: readonly Trial[];
  /** Leaves of the model that a reader of the format derives, or that are spelled by it. */
  readonly derived?: (pointer: string, value: unknown) => boolean;
}

/** The checks of a format that is both read and written: every leaf, in both directions. */
export function roundTripChecks<Document>(
  reader: TrialReader,
  writer: TrialWriter<Document>,
  samples: readonly ReaderSample[],
  options: RoundTripOptions = {},
): Check[] {
  return [
    {
      name: `${writer.format}: a source that is read and written keeps every leaf, and gains none`,
      run: () => checkSources(reader, writer, samples, options),
    },
    {
      name: `${writer.format}: a trial that is written and read keeps every leaf, and gains none`,
      run: () => checkTrials(reader, writer, options),
    },
  ];
}

function checkSources<Document>(
  reader: TrialReader,
  writer: TrialWriter<Document>,
  samples: readonly ReaderSample[],
  options: RoundTripOptions,
): void {
  const findings = new Findings();
  const leaves = options.leaves ?? jsonLeaves;
  const same = options.same ?? ((_path, before, after): boolean => before === after);
  for (const { name, source } of samples) {
    const [trial] = readSample(reader, source).trials;
    const written = trial && attempt(writer, trial);
    if (!written || 'refusal' in written) {
      findings.add(`${name} cannot be written back${written ? `: ${written.refusal.message}` : ''}`);
      continue;
    }
    const after = new Map(leaves(written.text));
    for (const [path, value] of leaves(source)) {
      if (options.ignore?.(path)) continue;
      if (!after.has(path)) findings.add(`${name}: ${path} is lost: ${show(value)}`);
      else if (!same(path, value, after.get(path)))
        findings.add(`${name}: ${path} was ${show(value)}, is ${show(after.get(path))}`);
      after.delete(path);
    }
    for (const [path, value] of after) {
      if (!options.ignore?.(path)) findings.add(`${name}: ${path} is new: ${show(value)}`);
    }
  }
  findings.report(`${writer.format} does not come back as it was`);
}

function checkTrials<Document>(reader: TrialReader, writer: TrialWriter<Document>, options: RoundTripOptions): void {
  const findings = new Findings();
  for (const trial of options.trials ?? []) {
    const written = attempt(writer, trial);
    if ('refusal' in written) continue;
    const [back] = readSample(reader, written.text).trials;
    if (!back) {
      findings.add(`${trial.id} is written, and no trial is read back`);
      continue;
    }
    for (const line of unlike(trial, back, writer, written.issues, options)) findings.add(`${trial.id}: ${line}`);
  }
  findings.report(`A trial does not come back from ${writer.format} as it was`);
}

/**
 * What a trial lost and gained on its way. Leaves are compared by path and value, not by their position in a list: where
 * an item was dropped, as reported, the others move up.
 */
function* unlike<Document>(
  trial: Trial,
  back: Trial,
  writer: TrialWriter<Document>,
  issues: readonly Issue[],
  options: RoundTripOptions,
): Generator<string> {
  const left = new Map<string, Leaf[]>();
  for (const leaf of countedLeaves(back)) {
    if (!isOfSource(leaf.path)) left.set(leaf.path, [...(left.get(leaf.path) ?? []), leaf]);
  }
  const mayDiffer = new Map<string, number>();
  for (const { pointer, path, value } of countedLeaves(trial)) {
    if (isOfSource(path)) continue;
    const same = left.get(path)?.findIndex((leaf) => leaf.value === value) ?? -1;
    if (same >= 0) left.get(path)?.splice(same, 1);
    else if (isReported(pointer, issues, 'changed')) mayDiffer.set(path, (mayDiffer.get(path) ?? 0) + 1);
    else if (!isLeftOut(path, writer.omits) && !isReported(pointer, issues) && !options.derived?.(pointer, value)) {
      yield `${pointer} was ${show(value)}, comes back as ${show(valueAt(back, pointer))}`;
    }
  }
  for (const [path, leaves] of left) {
    const gained = leaves.filter(({ pointer, value }) => !options.derived?.(pointer, value));
    for (const { pointer, value } of gained.slice(mayDiffer.get(path) ?? 0)) {
      yield `${pointer} comes back as ${show(value)}, and was not there`;
    }
  }
}

/** Whether a path is about the source, which is another one on the way back; its kind is the same. */
function isOfSource(path: string): boolean {
  return path.startsWith('/source/') && path !== '/source/kind';
}

function* jsonLeaves(text: string): Generator<SourceLeaf> {
  for (const { pointer, value } of leavesOf(JSON.parse(text.replace(/^\uFEFF/, '')))) yield [pointer, value];
}
