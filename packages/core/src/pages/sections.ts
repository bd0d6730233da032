import { TrialError } from '../errors.js';
import { labelText, type PageGrammar, type PageLabel } from './labels.js';
import { type Line, scanLines } from './lines.js';
import { tableSeparatorOf } from './tables.js';

/** A label of a page with what stands under it. */
export interface Section<Key extends string> {
  readonly key: Key;
  /** The line of the label. */
  readonly label: Line;
  /** The content: from the end of the label's line to the next label. */
  readonly start: number;
  readonly end: number;
}

export interface Sections<Key extends string> {
  /** One past the text before the first label. */
  readonly headerEnd: number;
  /** In the order of the page. Each key at most once. */
  readonly list: readonly Section<Key>[];
  readonly byKey: ReadonlyMap<Key, Section<Key>>;
  /** The last line of the source. */
  readonly lastLine: Line | undefined;
}

/** The best chain of labels that ends at one label. */
interface Chain<Key extends string> {
  readonly label: PageLabel<Key>;
  readonly line: Line;
  readonly weight: number;
  readonly before: Chain<Key> | undefined;
}

/**
 * Cuts a page into sections. Prose and criteria may hold lines that look like labels, so no line is a label by itself:
 * of all chains of label lines in the page's order, the heaviest is taken. A label counts more when what follows it
 * fits, and a chain that skips labels the page always prints counts less. One pass; the work per label is bounded by
 * the number of kinds of labels.
 */
export function cutSections<Key extends string>(source: string, grammar: PageGrammar<Key>): Sections<Key> {
  const best: (Chain<Key> | undefined)[] = [];
  let pending: { label: PageLabel<Key>; line: Line } | undefined;
  let lastLine: Line | undefined;
  for (const line of scanLines(source)) {
    lastLine = line;
    const text = labelText(source, line);
    const label = text === undefined ? undefined : grammar.match(text);
    // A text too long for a label is passed on as what it is: something that stands there.
    if (pending) extend(best, grammar.always, pending.label, pending.line, pending.label.fits(text ?? ' ', label));
    pending = label && { label, line };
  }
  if (pending) extend(best, grammar.always, pending.label, pending.line, pending.label.fits(undefined, undefined));
  else if (lastLine) extendByHalf(best, grammar, source, lastLine);
  return toSections(heaviest(best), source.length, lastLine);
}

/**
 * Refuses what is no page of a site at all: without one of its labels nothing says what anything in it is.
 * @throws TrialError `source-unreadable`.
 */
export function refuseWithoutLabels<Key extends string>(source: string, { list }: Sections<Key>, site: string): void {
  if (list.length > 0) return;
  const start = source.trimStart();
  const separator = tableSeparatorOf(start);
  const what = separator === undefined ? '' : ` It looks like a table of values parted by ${separator}.`;
  const hint = start.startsWith('<') ? ' It looks like markup: render it to text first.' : what;
  throw new TrialError('source-unreadable', `This text has none of the labels of a page of ${site}.${hint}`, {
    at: '1:1',
  });
}

/** Takes half a label at the end of a source for the label. */
function extendByHalf<Key extends string>(
  best: (Chain<Key> | undefined)[],
  grammar: PageGrammar<Key>,
  source: string,
  line: Line,
): void {
  const text = labelText(source, line);
  const label = text === undefined ? undefined : grammar.beginning(text);
  if (label) extend(best, grammar.always, label, line, false);
}

function extend<Key extends string>(
  best: (Chain<Key> | undefined)[],
  always: ReadonlySet<number>,
  label: PageLabel<Key>,
  line: Line,
  fits: boolean,
): void {
  let before: Chain<Key> | undefined;
  let weight = 0;
  let skipped = 0;
  for (let order = label.order - 1; order >= 0; order -= 1) {
    const chain = best[order];
    if (chain && chain.weight - skipped > weight) {
      before = chain;
      weight = chain.weight - skipped;
    }
    if (always.has(order)) skipped += 2;
  }
  weight += fits ? 3 : 1;
  const known = best[label.order];
  // The first of equals wins: a heading stands before the text that repeats it.
  if (!known || weight > known.weight) best[label.order] = { label, line, weight, before };
}

function heaviest<Key extends string>(best: readonly (Chain<Key> | undefined)[]): Chain<Key> | undefined {
  let found: Chain<Key> | undefined;
  for (const chain of best) if (chain && (!found || chain.weight > found.weight)) found = chain;
  return found;
}

function toSections<Key extends string>(
  chain: Chain<Key> | undefined,
  sourceEnd: number,
  lastLine: Line | undefined,
): Sections<Key> {
  const list: Section<Key>[] = [];
  let end = sourceEnd;
  for (let at = chain; at; at = at.before) {
    list.push({ key: at.label.key, label: at.line, start: at.line.end, end });
    end = at.line.start - at.line.indent;
  }
  list.reverse();
  return {
    headerEnd: chain ? end : sourceEnd,
    list,
    byKey: new Map(list.map((section): [Key, Section<Key>] => [section.key, section])),
    lastLine,
  };
}
