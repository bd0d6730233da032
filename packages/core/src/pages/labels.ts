import type { Line } from './lines.js';

/** A line of a page that names what follows it. */
export interface PageLabel<Key extends string> {
  readonly key: Key;
  /** Place in the page's order, which no page breaks. */
  readonly order: number;
  /** Whether what stands directly after it fits: `next` is the text of the following line, if there is one. */
  readonly fits: (next: string | undefined, nextLabel: PageLabel<Key> | undefined) => boolean;
}

/** The labels of one kind of page. */
export interface PageGrammar<Key extends string> {
  /** The label that a line is, if it is one; `text` has its inner white space made single. */
  readonly match: (text: string) => PageLabel<Key> | undefined;
  /** The label that a line is the beginning of: the last line of a source may be half a label. */
  readonly beginning: (text: string) => PageLabel<Key> | undefined;
  /** Places of the labels that every page prints: a reading that skips one is the less likely. */
  readonly always: ReadonlySet<number>;
}

/** Longest text that can be a label or a closed value. Bounds the work on long lines. */
export const longestLabel = 120;

/** The text of a line as labels are looked up: inner white space made single; `undefined` when too long for one. */
export function labelText(source: string, line: Line): string | undefined {
  if (line.end - line.start > longestLabel) return undefined;
  return source.slice(line.start, line.end).replace(/[\s\u00ad\u200b-\u200f\u2060]+/g, ' ');
}

const shortestBeginning = 3;

/** Finds labels by their beginnings. */
export function beginningsOf<Key extends string>(
  labels: ReadonlyMap<string, PageLabel<Key>>,
): PageGrammar<Key>['beginning'] {
  return (text) => {
    if (text.length < shortestBeginning) return undefined;
    for (const [name, label] of labels) if (name.startsWith(text)) return label;
    return undefined;
  };
}
