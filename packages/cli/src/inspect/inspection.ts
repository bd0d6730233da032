import type { AbsenceReason, Evidence, Issue, Mention, Reference, SourceKind, Trial } from '@trialbridge/core';
import { fields } from './fields.js';

/** What one record is, what was found in it, and what is missing and why. */
export interface Inspection {
  readonly source: string;
  readonly format: string;
  readonly kind: SourceKind;
  readonly trials: readonly TrialInspection[];
  readonly citations: readonly Reference[];
  readonly mentions: readonly Mention[];
  readonly issues: readonly Issue[];
}

export interface TrialInspection {
  readonly id: string;
  readonly found: readonly FoundField[];
  readonly missing: readonly MissingGroup[];
  /** Labels of the fields that the view knows and of which the record says nothing. */
  readonly unsaid: readonly string[];
  /** How the values were obtained, where the reader says so. */
  readonly evidence: Readonly<Partial<Record<Evidence['kind'], number>>>;
  readonly unmapped: readonly { readonly path: string; readonly value: unknown }[];
}

export interface FoundField {
  readonly label: string;
  readonly pointer: string;
  readonly value: string;
  /** Whether the value, or a part of it, was read out of prose. */
  readonly isInferred: boolean;
}

/** Places without a value for one reason, under one heading of the source. */
export interface MissingGroup {
  readonly reason: AbsenceReason;
  /** The heading, or what stands in the value's place. */
  readonly wording?: string;
  /** Line of the source. */
  readonly line?: number;
  readonly pointers: readonly string[];
}

/** Looks at a trial with its evidence. `text` is the source, from which headings are quoted. */
export function inspectTrial(trial: Trial, text: string): TrialInspection {
  const found: FoundField[] = [];
  const unsaid: string[] = [];
  const absent = new Set<string>();
  for (const [pointer, { kind }] of Object.entries(trial.evidence ?? {})) if (kind === 'absent') absent.add(pointer);
  for (const { label, pointer, read } of fields) {
    const value = read(trial);
    if (value !== undefined) found.push({ label, pointer, value, isInferred: hasInferred(trial, pointer) });
    else if (!isExplained(absent, pointer)) unsaid.push(label);
  }
  return {
    id: trial.id,
    found,
    missing: missingOf(trial, text),
    unsaid,
    evidence: countEvidence(trial),
    unmapped: (trial.unmapped ?? []).map(({ path, value }) => ({ path, value })),
  };
}

function hasInferred(trial: Trial, pointer: string): boolean {
  for (const [at, { kind }] of Object.entries(trial.evidence ?? {})) {
    if (kind === 'inferred' && (at === pointer || at.startsWith(`${pointer}/`))) return true;
  }
  return false;
}

function isExplained(absent: ReadonlySet<string>, pointer: string): boolean {
  if (absent.has(pointer)) return true;
  for (const at of absent) if (at.startsWith(`${pointer}/`)) return true;
  return false;
}

function missingOf(trial: Trial, text: string): MissingGroup[] {
  const groups = new Map<string, { reason: AbsenceReason; wording?: string; line?: number; pointers: string[] }>();
  for (const [pointer, { kind, reason, verbatim, spans }] of Object.entries(trial.evidence ?? {})) {
    if (kind !== 'absent' || reason === undefined) continue;
    const span = spans?.[0];
    const key = `${reason} ${span?.start ?? verbatim ?? ''}`;
    const known = groups.get(key);
    if (known) {
      known.pointers.push(pointer);
      continue;
    }
    const wording = span ? text.slice(span.start, span.end) : verbatim;
    groups.set(key, {
      reason,
      ...(wording !== undefined && { wording: wording.trim() }),
      ...(span && { line: lineOf(text, span.start) }),
      pointers: [pointer],
    });
  }
  return [...groups.values()].sort((one, other) => (one.line ?? 0) - (other.line ?? 0));
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

function countEvidence(trial: Trial): Partial<Record<Evidence['kind'], number>> {
  const counts: Partial<Record<Evidence['kind'], number>> = {};
  for (const { kind } of Object.values(trial.evidence ?? {})) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
