import type { Omission, TrialWriter } from './formats.js';
import type { Trial } from './generated/trial.js';
import type { Issue } from './issue.js';

/** Leaves of one kind below one path of the model. */
export interface LossEntry {
  /** Path of the model, lists as `*`; for unmapped leaves, path in the source. */
  readonly path: string;
  readonly count: number;
  /** The rule that changed it, or why it was dropped. */
  readonly why: string;
}

/**
 * What became of every leaf of one trial in one format. What readers make does not count as a leaf (evidence, schema
 * version, id), nor what a file says of itself (its format and header): another file says something else of itself.
 */
export interface RecordLoss {
  readonly id: string;
  readonly format: string;
  /** Written as held. `undefined` unless asked for: counting them walks the whole trial. */
  readonly carried: number | undefined;
  readonly changed: readonly LossEntry[];
  /** Parts of the source without a place in the model, kept whole and written back. */
  readonly unmapped: readonly LossEntry[];
  readonly dropped: readonly LossEntry[];
}

interface OmitNode {
  readonly path: string;
  readonly children: Map<string, OmitNode>;
  why?: string;
}

const compiled = new WeakMap<readonly Omission[], OmitNode>();

/**
 * Accounts for the leaves of a trial that a writer has written, from what the writer declares (`omits`) and what it
 * reported while writing (`changed` and `dropped` issues, whose `at` is a JSON Pointer into the trial).
 */
export function lossOf(
  trial: Trial,
  writer: Pick<TrialWriter<unknown>, 'format' | 'omits'>,
  issues: readonly Issue[],
  options: { countCarried?: boolean } = {},
): RecordLoss {
  const changed = new Tally();
  const dropped = new Tally();
  const unmapped = new Tally();
  const omits = compile(writer.omits);
  collectOmitted(trial, omits, dropped);
  for (const { code, path, why } of reportedLeaves(trial, issues, omits)) {
    (code === 'changed' ? changed : dropped).add(path, why, 1);
  }
  for (const part of trial.unmapped ?? []) {
    const count = countLeaves(part.value);
    const isKept = writer.format === 'trial-json' || writer.format === part.format;
    if (isKept) unmapped.add(part.path, 'kept under its source path', count);
    else dropped.add(part.path, `the model has no place for it (${part.format})`, count);
  }
  const carried = options.countCarried
    ? countTrialLeaves(trial) - changed.total() - dropped.total() - unmapped.total()
    : undefined;
  return {
    id: trial.id,
    format: writer.format,
    carried,
    changed: changed.entries(),
    unmapped: unmapped.entries(),
    dropped: dropped.entries(),
  };
}

/** Parts of a trial that are no leaves of the record, or have their own account. */
const notLeaves =
  /^\/(?:evidence|unmapped|schemaVersion|id|source\/(?:format|dialect|url|rank|processed|processedText|linkText))(?:\/|$)/;

/** Whether a path of a trial is one that a conversion answers for: see `RecordLoss`. */
export function isOfRecord(path: string): boolean {
  return !notLeaves.test(path);
}

interface ReportedLeaf {
  readonly code: 'changed' | 'dropped';
  readonly path: string;
  readonly why: string;
}

/** What the issues say of each leaf. A leaf that several speak of counts once: dropped, if one says so. */
function reportedLeaves(trial: Trial, issues: readonly Issue[], omits: OmitNode): Iterable<ReportedLeaf> {
  const reported = new Map<string, ReportedLeaf>();
  for (const { code, at, rule, message } of issues) {
    if (code !== 'changed' && code !== 'dropped') continue;
    if (notLeaves.test(at)) continue;
    const path = genericPath(at);
    for (const pointer of leafPointers(valueAt(trial, at), at)) {
      if (isOmitted(genericPath(pointer), omits)) continue;
      const before = reported.get(pointer);
      if (!before || (before.code === 'changed' && code === 'dropped')) {
        reported.set(pointer, { code, path, why: rule ?? message });
      }
    }
  }
  return reported.values();
}

function* leafPointers(value: unknown, pointer: string): Generator<string> {
  if (value === null || value === undefined) return;
  if (typeof value !== 'object') yield pointer;
  else
    for (const key of Object.keys(value))
      yield* leafPointers((value as Record<string, unknown>)[key], `${pointer}/${key}`);
}

/** Number of leaves of a trial, unmapped parts included: see `RecordLoss`. */
export function countTrialLeaves(trial: Trial): number {
  const { evidence: _evidence, schemaVersion: _version, id: _id, source, unmapped, ...rest } = trial;
  let count = countLeaves(rest) + sourceLeaves(source);
  for (const part of unmapped ?? []) count += countLeaves(part.value);
  return count;
}

/** Number of scalars in a value; null, empty lists and empty objects count as none. */
export function countLeaves(value: unknown): number {
  if (value === null || value === undefined) return 0;
  if (typeof value !== 'object') return 1;
  let count = 0;
  // Scalars are counted here: a call for each leaf of a large record costs more than the rest of the account.
  if (Array.isArray(value))
    for (let index = 0; index < value.length; index += 1) {
      const item = value[index] as unknown;
      count += typeof item === 'object' ? countLeaves(item) : item === undefined ? 0 : 1;
    }
  else
    for (const key in value) {
      const part = (value as Record<string, unknown>)[key];
      count += typeof part === 'object' ? countLeaves(part) : part === undefined ? 0 : 1;
    }
  return count;
}

/** The path of the model that a JSON Pointer stands for: `/sites/3/city` has `*` for `3`. */
export function genericPath(pointer: string): string {
  return pointer.replace(/\/\d+(?=\/|$)/g, '/*');
}

class Tally {
  private readonly counts = new Map<string, LossEntry>();

  add(path: string, why: string, count: number): void {
    if (count === 0) return;
    const key = `${path}\n${why}`;
    const before = this.counts.get(key)?.count ?? 0;
    this.counts.set(key, { path, why, count: before + count });
  }

  total(): number {
    let total = 0;
    for (const entry of this.counts.values()) total += entry.count;
    return total;
  }

  entries(): LossEntry[] {
    return [...this.counts.values()];
  }
}

function compile(omits: readonly Omission[]): OmitNode {
  const known = compiled.get(omits);
  if (known) return known;
  const root: OmitNode = { path: '', children: new Map() };
  for (const { path, why, implied } of omits) {
    if (implied || notLeaves.test(path)) continue;
    let node = root;
    for (const step of path.slice(1).split('/')) {
      let child = node.children.get(step);
      if (!child) {
        child = { path: `${node.path}/${step}`, children: new Map() };
        node.children.set(step, child);
      }
      node = child;
    }
    node.why = why;
  }
  compiled.set(omits, root);
  return root;
}

function collectOmitted(value: unknown, node: OmitNode, dropped: Tally): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [step, child] of node.children) {
    if (step === '*') {
      if (!Array.isArray(value)) continue;
      for (const item of value) collectOne(item, child, dropped);
    } else {
      const part = (value as Record<string, unknown>)[step];
      if (part !== undefined) collectOne(part, child, dropped);
    }
  }
}

function collectOne(value: unknown, node: OmitNode, dropped: Tally): void {
  if (node.why === undefined) collectOmitted(value, node, dropped);
  else dropped.add(node.path, node.why, node.path === '/source' ? sourceLeaves(value as object) : countLeaves(value));
}

/** Leaves of the source that belong to the record, not to the file that was read. */
function sourceLeaves(source: object): number {
  let count = 0;
  for (const [key, value] of Object.entries(source)) if (isOfRecord(`/source/${key}`)) count += countLeaves(value);
  return count;
}

function isOmitted(path: string, root: OmitNode): boolean {
  let node: OmitNode | undefined = root;
  for (const step of path.slice(1).split('/')) {
    node = node.children.get(step);
    if (!node) return false;
    if (node.why !== undefined) return true;
  }
  return false;
}

function valueAt(root: unknown, pointer: string): unknown {
  let value = root;
  for (const step of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[step.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  return value;
}
