import type { Criterion, Span } from '../generated/trial.js';
import { isExplicitAbsence } from './absences.codes.js';
import { endWithoutButtons } from './buttons.js';
import { innerKind } from './criteria-headings.js';
import { linesOf, shorten, type TrialDraft } from './draft.js';
import type { Line } from './lines.js';
import { isInnerMarker, readMarker } from './marker.js';
import { partNumbered } from './numbered-lines.js';
import { withPlainSpaces } from './plain-spaces.js';
import { isButton } from './site-words.codes.js';

type Kind = NonNullable<Criterion['kind']>;

/** A part of the criteria under one heading of the page, or under none. */
export interface CriteriaBlock {
  /** The heading's line, as the page prints it. */
  readonly heading?: Span;
  readonly kind?: Kind;
  /** Stands below the heading. */
  readonly content: Span;
}

interface Item extends Criterion {
  readonly span: Span;
}

/**
 * Reads the criteria: the exact text from the first heading or line to the last, and the same line by line. The spans
 * of the items in the evidence cover all of the text but white space, so that it can be put together again.
 */
export function readCriteria(draft: TrialDraft, blocks: readonly CriteriaBlock[]): Span | undefined {
  const whole = wholeSpan(draft, blocks);
  if (!whole) return undefined;
  draft.trial.eligibility = { ...draft.trial.eligibility, criteria: draft.exactText(whole) };
  draft.evidence.stated('/eligibility/criteria', whole);
  const items: Item[] = [];
  for (const block of blocks) {
    // What stands behind the text are buttons.
    const content = { start: block.content.start, end: Math.min(block.content.end, whole.end) };
    if (!addBlock(draft, items, { ...block, content })) {
      const message = 'The criteria have too many lines to be listed one by one; the text is kept whole.';
      draft.context.report({ code: 'unreadable-value', severity: 'warning', at: '/eligibility/items', message });
      return whole;
    }
  }
  draft.trial.eligibility.items = items.map(({ span: _span, ...item }): Criterion => item);
  for (const [index, item] of items.entries()) draft.evidence.stated(`/eligibility/items/${index}`, item.span);
  reportMissingLists(draft, items);
  return whole;
}

/** A line that leads to a list, with no list behind it: some pages are stripped of their lists. */
function reportMissingLists(draft: TrialDraft, items: readonly Item[]): void {
  for (const [index, item] of items.entries()) {
    const next = items[index + 1];
    const leads = item.text.endsWith(':') && item.marker === undefined && (!next || next.role === 'HEADING');
    if (
      !leads ||
      (next && innerKind(withPlainSpaces(item.text))) ||
      (next?.text.endsWith(':') && next.kind === item.kind)
    )
      continue;
    const message = `"${shorten(item.text)}" leads to a list that is not there.`;
    const at = `/eligibility/items/${index}`;
    draft.context.report({ code: 'truncated', severity: 'information', at, message, rule: 'list-removed' });
  }
}

function wholeSpan(draft: TrialDraft, blocks: readonly CriteriaBlock[]): Span | undefined {
  const filled = blocks.filter(({ content }) => endWithoutButtons(draft.source, content) > content.start);
  const first = filled[0] && blocks[0];
  const last = filled.at(-1) && blocks.at(-1);
  if (!first || !last) return undefined;
  const start = first.heading?.start ?? linesOf(draft.source, first.content).lines[0]?.start ?? first.content.start;
  // A last heading without content belongs to the text too: it says that its list is missing.
  const end = endWithoutButtons(draft.source, last.content);
  return { start, end: Math.max(end, last.heading?.end ?? 0) };
}

function addBlock(draft: TrialDraft, items: Item[], block: CriteriaBlock): boolean {
  const { lines, isWhole } = linesOf(draft.source, block.content);
  if (!isWhole) return false;
  let kind = block.kind;
  if (block.heading) {
    const { start, end } = block.heading;
    items.push({ ...(kind && { kind }), role: 'HEADING', text: draft.exactText({ start, end }), span: { start, end } });
  }
  const levels: Level[] = [];
  let group: Item[] = [];
  let marker: string | undefined;
  for (const line of lines.flatMap((whole) => partNumbered(draft.source, whole))) {
    const item = readItem(draft, line, kind, levels, marker);
    const inner = innerKind(draft.text(item.span));
    if (inner) {
      const last = group.at(-1);
      if (last && namesPart(last)) group[group.length - 1] = withKind(last, block.kind);
      // Numbering and nesting start anew under a sub-heading.
      for (const settled of settle(group)) items.push(settled);
      items.push({ ...item, kind: inner, role: 'HEADING' });
      group = [];
      levels.length = 0;
      kind = inner;
      marker = undefined;
    } else {
      marker = item.marker ?? marker;
      group.push(item);
    }
  }
  for (const settled of settle(group)) items.push(settled);
  return true;
}

function readItem(draft: TrialDraft, line: Line, kind: Kind | undefined, levels: Level[], previous?: string): Item {
  const head = draft.source.slice(line.start, Math.min(line.end, line.start + 48));
  const marker = readMarker(head, previous);
  const plain = lineText(draft, line);
  const start = line.start + (marker?.length ?? 0);
  if (!marker || start >= line.end) return { ...(kind && { kind }), role: 'NOTE', ...plain };
  const text = { start, end: line.end };
  return {
    ...(kind && { kind }),
    role: isNoCriterion(draft.text(text)) ? 'NOTE' : 'CRITERION',
    text: draft.exactText(text),
    marker: marker.text,
    depth: depthOf({ indent: line.indent, marker: marker.text }, levels),
    span: plain.span,
  };
}

/** Without any marker the lines themselves are the criteria, but for those that lead to a list that is gone. */
function settle(group: readonly Item[]): Item[] {
  const hasMarkers = group.some((item) => item.marker !== undefined);
  return group.map((item): Item => {
    if (item.marker !== undefined || isNoCriterion(withPlainSpaces(item.text))) return item;
    if (item.role === 'HEADING') return item;
    if (item.text.endsWith(':') && item.text.length <= 60) return { ...item, role: 'HEADING' };
    return hasMarkers || item.text.endsWith(':') ? item : { ...item, role: 'CRITERION' };
  });
}

/** "None" is the answer that there are no such criteria; a button between two lists belongs to their text alone. */
function isNoCriterion(text: string): boolean {
  return isExplicitAbsence(text) || isButton(text);
}

/** "Part B" right before a heading of a kind is a heading of both kinds, as the first of its sort is. */
function namesPart(item: Item): boolean {
  return item.marker === undefined && partHeading.test(item.text);
}

const partHeading =
  /^(?:part|cohort|group|arm|stage|phase|step|study|sub-?study|stratum|period|population) (?:\d{1,2}[a-z]?|[A-Z]|[IVX]{1,4})(?: ?[:(\u2013-].{0,60})?$/i;

function withKind({ kind: _kind, ...item }: Item, kind: Kind | undefined): Item {
  return { ...(kind && { kind }), ...item, role: 'HEADING' };
}

/** A list that is open at a line, by the indentation and the bullet of its items. */
interface Level {
  readonly indent: number;
  readonly marker: string;
}

/** Nesting by indentation, a difference of one character being chance; at the same one, by the kinds of bullets. */
function depthOf(item: Level, levels: Level[]): number {
  while (levels.length > 1 && item.indent < (levels.at(-1)?.indent ?? 0) - 1) levels.pop();
  const last = levels.at(-1);
  const outer = levels.at(-2);
  const isInner = last && item.indent >= last.indent - 1 && isInnerMarker(item.marker, last.marker);
  if (!last || item.indent > last.indent + 1 || isInner) levels.push(item);
  else if (
    outer &&
    isInnerMarker(last.marker, outer.marker) &&
    item.marker !== last.marker &&
    item.indent <= outer.indent + 1
  )
    levels.pop();
  return levels.length - 1;
}

function lineText(draft: TrialDraft, line: Line): { text: string; span: Span } {
  const span = { start: line.start, end: line.end };
  return { text: draft.exactText(span), span };
}
