import type { AbsenceReason, Evidence, Reading, Trial } from '@trialbridge/core';
import { type Described, describe } from './describe.js';
import { isPart, labelOf, sectionOfPointer, thingOf } from './label.js';
import { type Section, sections } from './labels.codes.js';

/** How something of the page came to be. `untraced`: a value of which the reader does not say where it stood. */
export type FactKind =
  | Exclude<Evidence['kind'], 'absent'>
  | 'absent'
  | 'untraced'
  | 'unmapped'
  | 'citation'
  | 'mention';

/** One line of the field list: a value with its evidence, or the reason why there is none. */
export interface Fact {
  /** Position in the list of all facts of the page. */
  readonly id: number;
  readonly section: Section | 'Citations' | 'Mentions';
  readonly label: string;
  readonly kind: FactKind;
  /** JSON Pointer into the trial, where it belongs to one. */
  readonly pointer?: string;
  readonly value?: Described;
  readonly rule?: string;
  readonly reason?: AbsenceReason;
  /** Where in a structured source. */
  readonly path?: string;
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

/** The facts of one trial, by section. */
export interface TrialFacts {
  readonly id: string;
  readonly title: string | undefined;
  readonly facts: readonly Fact[];
  /** How many more there are than are listed. */
  readonly left: number;
}

/** Most lines of a page; beyond, nobody reads them, and browsers grow slow. */
export const listedFacts = 8000;
/** Most places of one value that are shown. */
const shownSpans = 50;

/** Bookkeeping of the model that says nothing about the trial. */
const hidden: ReadonlySet<string> = new Set(['evidence', 'schemaVersion', 'textMarkup', 'source', 'id']);

/** The facts of every trial of a reading; `from` is the id of the first. */
export function factsOf(reading: Reading): TrialFacts[] {
  let next = 0;
  return reading.trials.map((trial) => {
    const found = factsOfTrial(trial);
    const room = Math.max(0, listedFacts - next);
    const facts = found.slice(0, room).map((fact): Fact => ({ ...fact, id: next++ }));
    return { id: trial.id, title: trial.briefTitle ?? trial.officialTitle, facts, left: found.length - facts.length };
  });
}

type Found = Omit<Fact, 'id'>;

function factsOfTrial(trial: Trial): Found[] {
  const evidence = trial.evidence ?? {};
  const above = pointersAbove(evidence);
  const found: Found[] = [];
  for (const [member, value] of Object.entries(trial)) {
    if (!hidden.has(member)) collect(`/${member}`, value, undefined);
  }
  for (const [pointer, entry] of Object.entries(evidence)) {
    if (entry.kind === 'absent') found.push(absence(pointer, entry));
  }
  return inOrder(found);

  /** Lists what has evidence of its own; below `covering` evidence nothing else. */
  function collect(pointer: string, value: unknown, covering: Evidence | undefined): void {
    const entry = evidence[pointer];
    const own = entry && entry.kind !== 'absent' ? entry : undefined;
    const isLeaf = typeof value !== 'object' || value === null || isCoded(value);
    const isApart = (member: string): boolean => above.has(`${pointer}/${escapeStep(member)}`);
    const described = describe(value, isApart);
    // Members with evidence of their own have a line of their own; nothing may be left for this one.
    const isSaid = described.text !== '' || described.details.length > 0;
    const isCode = described.isCode || pointer.endsWith('/code');
    if (isSaid && (own || (isLeaf && !covering))) found.push(fact(pointer, { ...described, isCode }, own));
    // What lies below speaks for itself only where the evidence goes deeper, or where there is none at all.
    if (typeof value !== 'object' || value === null || (isLeaf && !above.has(pointer))) return;
    const inherited = own ?? covering;
    if (inherited && !above.has(pointer)) return;
    for (const [member, part] of Object.entries(value)) collect(`${pointer}/${escapeStep(member)}`, part, inherited);
  }
}

function fact(pointer: string, value: Described, evidence: Evidence | undefined): Found {
  const kind = pointer.startsWith('/unmapped/') ? 'unmapped' : (evidence?.kind ?? 'untraced');
  return {
    section: sectionOfPointer(pointer),
    label: labelOf(pointer),
    kind,
    pointer,
    value,
    ...(evidence?.rule !== undefined && { rule: evidence.rule }),
    ...(evidence?.path !== undefined && { path: evidence.path }),
    spans: (evidence?.spans ?? []).slice(0, shownSpans),
  };
}

function absence(pointer: string, { reason, verbatim, spans = [], path }: Evidence): Found {
  return {
    section: sectionOfPointer(pointer),
    label: labelOf(pointer),
    kind: 'absent',
    pointer,
    ...(verbatim !== undefined && { value: describe(verbatim) }),
    ...(reason !== undefined && { reason }),
    ...(path !== undefined && { path }),
    spans: spans.slice(0, shownSpans),
  };
}

/** Pointers that have evidence themselves or somewhere below. */
function pointersAbove(evidence: Readonly<Record<string, Evidence>>): ReadonlySet<string> {
  const above = new Set<string>();
  for (const [pointer, { kind }] of Object.entries(evidence)) {
    if (kind === 'absent') continue;
    for (let at = pointer; at !== '' && !above.has(at); at = at.slice(0, at.lastIndexOf('/'))) above.add(at);
  }
  return above;
}

/**
 * By section; within one, what stands in the text in the order of the text, and then what has no place in it. What is
 * said of one thing stays together, the thing itself first.
 */
function inOrder(found: readonly Found[]): Found[] {
  const rank = new Map<string, number>(sections.map((section, index) => [section, index]));
  const fields = new Map<string, Earliest>();
  const things = new Map<string, Earliest>();
  const keyed = found.map((item, order) => {
    const start = item.spans[0]?.start ?? Number.POSITIVE_INFINITY;
    const field = earliest(fields, item.pointer?.split('/')[1] ?? '', start, order);
    const thing = earliest(things, `${item.section}\n${thingOf(item.label)}`, start, order);
    const part = isPart(item.label) ? 1 : 0;
    return { item, section: rank.get(item.section) ?? 0, field, thing, part, start, order };
  });
  keyed.sort(
    (one, other) =>
      one.section - other.section ||
      compare(one.field.start, other.field.start) ||
      one.field.order - other.field.order ||
      compare(one.thing.start, other.thing.start) ||
      one.thing.order - other.thing.order ||
      one.part - other.part ||
      compare(one.start, other.start) ||
      one.order - other.order,
  );
  return keyed.map(({ item }) => item);
}

interface Earliest {
  start: number;
  readonly order: number;
}

function earliest(known: Map<string, Earliest>, name: string, start: number, order: number): Earliest {
  const held = known.get(name) ?? { start, order };
  held.start = Math.min(held.start, start);
  known.set(name, held);
  return held;
}

/** Infinity less infinity is no number. */
function compare(one: number, other: number): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** `{code, verbatim}`, a date or an age: one value in several members. */
function isCoded(value: object): boolean {
  return 'code' in value || 'verbatim' in value || ('date' in value && Object.keys(value).length <= 3);
}

function escapeStep(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1');
}
