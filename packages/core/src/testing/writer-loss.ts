import type { Omission, TrialWriter } from '../formats.js';
import type { Trial } from '../generated/trial.js';
import { trialPaths } from '../generated/trial-paths.js';
import { validate } from '../generated/validate-trial.js';
import type { Issue } from '../issue.js';
import { countTrialLeaves, genericPath, isOfRecord, lossOf } from '../loss.js';
import { Findings, show } from './check.js';
import { isAtOrBelow, type Leaf, leavesOf, pointersTo, replaced, valueAt, without } from './leaves.js';
import { leafSchemas, requiredPaths } from './model.js';
import { attempt, type Written, writable } from './written.js';

/**
 * Takes away one leaf at a time. The document must change, unless the writer has reported the leaf or omits its path.
 * Of leaves that share a path the first and the last are tried: a writer that takes only one item of a list is found.
 */
export function checkNothingIsLostSilently<Document>(writer: TrialWriter<Document>, samples: readonly Trial[]): void {
  const findings = new Findings();
  for (const { trial, written } of writable(writer, samples)) {
    if (isIdLost(writer, trial, written)) findings.add(`/id of ${trial.id}`);
    for (const { pointer, path, value } of firstAndLast(countedLeaves(trial))) {
      if (isOmitted(path, writer.omits) || isReported(pointer, written.issues)) continue;
      const after = attempt(writer, withoutLeaf(trial, pointer, value));
      if ('refusal' in after || after.text !== written.text) continue;
      // What stands for the missing value was put there by the writer, and it says so.
      if (JSON.stringify(after.issues) !== JSON.stringify(written.issues)) continue;
      findings.add(`${pointer} of ${trial.id}: ${show(value)}`);
    }
  }
  findings.report(`${writer.format} loses values silently: neither in the document, nor reported, nor in omits`);
}

/** Takes away each omitted part. The document must stay as it is: else the part is written, and the claim is stale. */
export function checkOmissionsAreTrue<Document>(writer: TrialWriter<Document>, samples: readonly Trial[]): void {
  const findings = new Findings();
  for (const { trial, written } of writable(writer, samples)) {
    for (const { path } of writer.omits) {
      const pointers = pointersTo(trial, path).reverse();
      if (pointers.length === 0) continue;
      const bare = pointers.reduce((rest, pointer) => withoutPart(rest, pointer), trial);
      const after = attempt(writer, bare);
      if ('refusal' in after) findings.add(`${path} of ${trial.id}: demanded (${after.refusal.message})`);
      else if (after.text !== written.text) findings.add(`${path} of ${trial.id}: the document changes without it`);
    }
  }
  findings.report(`${writer.format} claims to omit what reaches the document`);
}

/** Checks the list of omissions itself. */
export function checkOmissionsAreWellFormed(omits: readonly Omission[]): void {
  const findings = new Findings();
  const known = new Set<string>(trialPaths);
  const seen = new Set<string>();
  for (const { path, why } of omits) {
    if (!known.has(path)) findings.add(`${path} is no path of the model`);
    if (why.trim() === '') findings.add(`${path} has no reason`);
    if (seen.has(path)) findings.add(`${path} is there twice`);
    seen.add(path);
    const above = omits.find((other) => other.path !== path && isAtOrBelow(path, other.path));
    if (above) findings.add(`${path} lies below ${above.path}, which speaks for it`);
  }
  findings.report('The omissions are not well-formed');
}

/** Checks that the loss report counts every leaf once, and that issues point at leaves that the trial has. */
export function checkLossAddsUp<Document>(writer: TrialWriter<Document>, samples: readonly Trial[]): void {
  const findings = new Findings();
  for (const { trial, written } of writable(writer, samples)) {
    for (const { code, at } of written.issues) {
      if (code !== 'changed' && code !== 'dropped') continue;
      if (at === '' || valueAt(trial, at) === undefined) {
        findings.add(`${trial.id}: an issue "${code}" points at ${at || 'nothing'}, which the trial does not have`);
      }
    }
    const loss = lossOf(trial, writer, written.issues, { countCarried: true });
    const dropped = [...countedLeaves(trial)].filter(
      ({ pointer, path }) => isLeftOut(path, writer.omits) || isReported(pointer, written.issues, 'dropped'),
    );
    const changed = [...countedLeaves(trial)].filter(
      ({ pointer, path }) =>
        !isLeftOut(path, writer.omits) &&
        isReported(pointer, written.issues, 'changed') &&
        !isReported(pointer, written.issues, 'dropped'),
    );
    const unmapped = [...leavesOf((trial.unmapped ?? []).map((part) => part.value))].length;
    const lost = total(loss.dropped) + total(loss.unmapped);
    if (lost !== dropped.length + unmapped) {
      findings.add(
        `${trial.id}: the report counts ${lost} leaves dropped or unmapped, there are ${dropped.length + unmapped}`,
      );
    }
    if (total(loss.changed) !== changed.length) {
      findings.add(`${trial.id}: the report counts ${total(loss.changed)} leaves changed, there are ${changed.length}`);
    }
    const sum = (loss.carried ?? 0) + total(loss.changed) + lost;
    if ((loss.carried ?? -1) < 0 || sum !== countTrialLeaves(trial)) {
      findings.add(`${trial.id}: ${sum} leaves accounted for, of ${countTrialLeaves(trial)}; ${loss.carried} carried`);
    }
  }
  findings.report(`The loss report of ${writer.format} does not add up`);
}

/** The leaves that a conversion answers for; unmapped parts have their own account. */
export function* countedLeaves(trial: Trial): Generator<Leaf> {
  const { evidence: _evidence, schemaVersion: _version, id: _id, unmapped: _unmapped, ...rest } = trial;
  for (const leaf of leavesOf(rest)) if (isOfRecord(leaf.path)) yield leaf;
}

/** Whether a path has no place in a document, whatever its reader says of it again. */
export function isOmitted(path: string, omits: readonly Omission[]): boolean {
  return omits.some((omission) => isAtOrBelow(path, omission.path));
}

/** Whether a path is omitted and not implied by the document: it does not come back. */
export function isLeftOut(path: string, omits: readonly Omission[]): boolean {
  return omits.some((omission) => !omission.implied && isAtOrBelow(path, omission.path));
}

/** Whether an issue says that the leaf, or something it belongs to, was changed or dropped. */
export function isReported(pointer: string, issues: readonly Issue[], only?: Issue['code']): boolean {
  return issues.some(
    ({ code, at }) =>
      (only ? code === only : code === 'changed' || code === 'dropped') && at !== '' && isAtOrBelow(pointer, at),
  );
}

/** Whether an id that stands nowhere else in the trial is written nowhere. The hash of a record without an id is none. */
function isIdLost<Document>(writer: TrialWriter<Document>, trial: Trial, written: Written<Document>): boolean {
  if (trial.id.startsWith('sha256-') || trial.identifiers?.some(({ value }) => value === trial.id)) return false;
  const after = attempt(writer, { ...trial, id: 'NCT98765432' });
  return !('refusal' in after) && after.text === written.text && !written.issues.some(({ at }) => at === '/id');
}

function firstAndLast(leaves: Iterable<Leaf>): Leaf[] {
  const found = new Map<string, [Leaf] | [Leaf, Leaf]>();
  for (const leaf of leaves) {
    const first = found.get(leaf.path)?.[0];
    found.set(leaf.path, first ? [first, leaf] : [leaf]);
  }
  return [...found.values()].flat();
}

function withoutLeaf(trial: Trial, pointer: string, value: unknown): Trial {
  if (requiredPaths.has(genericPath(pointer))) return replaced(trial, pointer, another(pointer, value));
  return without(trial, pointer);
}

function withoutPart(trial: Trial, pointer: string): Trial {
  const bare = without(trial, pointer);
  if (validate(bare)) return bare;
  const leaves = [...leavesOf(valueAt(trial, pointer), pointer)];
  return leaves.reduce((rest, leaf) => withoutLeaf(rest, leaf.pointer, leaf.value), trial);
}

/** Another value of the same kind, for a leaf that the model requires. */
function another(pointer: string, value: unknown): unknown {
  const codes = leafSchemas.get(genericPath(pointer))?.enum;
  if (codes) return codes.find((code) => code !== value);
  return typeof value === 'string' ? `${value} too` : value;
}

function total(entries: readonly { readonly count: number }[]): number {
  let sum = 0;
  for (const { count } of entries) sum += count;
  return sum;
}
