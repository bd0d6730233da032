import { escapeHtml } from './escape.js';
import type { Fact } from './facts.js';
import type { Segment } from './layout.js';
import { lineTextEnd } from './lines.js';
import { reasonWords } from './words.js';

/** Longest text that is shown, in UTF-16 code units. */
export const shownSource = 2_000_000;

/** A stretch longer than this is prose; what would mark a word is too loud for it. */
const longText = 160;

/** How much of a source is shown: a whole number of characters. */
export function shownLength(source: string): number {
  if (source.length <= shownSource) return source.length;
  const last = source.charCodeAt(shownSource - 1);
  return last >= 0xd800 && last <= 0xdbff ? shownSource - 1 : shownSource;
}

/** The source as lines, in which every segment links to the first of its facts. `starts` are those of the lines. */
export function sourceView(
  source: string,
  starts: readonly number[],
  length: number,
  segments: readonly Segment[],
  facts: readonly Fact[],
): string {
  const anchored = new Set<number>();
  let html = '';
  let index = 0;
  for (const [line, start] of starts.entries()) {
    const next = starts[line + 1] ?? length;
    const end = lineTextEnd(source, start, next);
    html += `<div class="line" id="L${line + 1}">`;
    let at = start;
    for (let segment = segments[index]; segment && segment.start < end; segment = segments[index]) {
      // The indentation of a line in the middle of a stretch is none of its text.
      const from = Math.max(segment.start < start ? start + indent(source, start, end) : at, segment.start);
      const to = Math.min(end, segment.end);
      if (from > at) html += escapeHtml(source.slice(at, from));
      if (to > from) html += piece(source.slice(from, to), segment, facts, anchored);
      at = Math.max(at, to);
      if (segment.end > end) break;
      index += 1;
    }
    html += `${escapeHtml(source.slice(at, end))}</div>\n`;
    // A segment that ends in the white space between two lines has nothing more to show.
    for (let done = segments[index]; done && done.end <= next; done = segments[index]) index += 1;
  }
  return html;
}

function indent(source: string, start: number, end: number): number {
  let at = start;
  while (at < end && (source[at] === ' ' || source[at] === '\t')) at += 1;
  return at - start;
}

function piece(text: string, segment: Segment, facts: readonly Fact[], anchored: Set<number>): string {
  const held = segment.owners.flatMap((owner) => facts[owner] ?? []);
  const primary = primaryOf(held, segment);
  if (!primary) return escapeHtml(text);
  const others = held.filter((fact) => fact !== primary);
  let anchors = '';
  for (const owner of segment.begins) {
    if (anchored.has(owner)) continue;
    anchored.add(owner);
    anchors += `<i id="s${owner}"></i>`;
  }
  const outer = others.find(({ kind }) => kind !== primary.kind);
  const isFirst = anchors !== '';
  const isLong = primary.spans.some(
    ({ start, end }) => start <= segment.start && segment.end <= end && end - start > longText,
  );
  const attributes = [
    `class="m ${primary.kind}${outer ? ` in-${outer.kind}` : ''}${isLong ? ' long' : ''}"`,
    `href="#f${primary.id}"`,
    `data-f="${segment.owners.join(' ')}"`,
    isFirst ? `aria-describedby="l${primary.id}"` : 'tabindex="-1"',
  ];
  if (isFirst && primary.reason !== undefined) attributes.push(`data-why="${reasonWords[primary.reason]}"`);
  return `${anchors}<a ${attributes.join(' ')}>${escapeHtml(text)}</a>`;
}

/** The innermost fact; of a line that gives a value and lacks another one, the value. */
function primaryOf(facts: readonly Fact[], segment: Segment): Fact | undefined {
  const [first] = facts;
  if (first?.kind !== 'absent') return first;
  const length = lengthAt(first, segment);
  return facts.find((fact) => fact.kind !== 'absent' && lengthAt(fact, segment) <= length) ?? first;
}

function lengthAt({ spans }: Fact, segment: Segment): number {
  const span = spans.find(({ start, end }) => start <= segment.start && segment.end <= end);
  return span ? span.end - span.start : Number.POSITIVE_INFINITY;
}
