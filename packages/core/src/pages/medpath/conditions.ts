import type { Span } from '../../generated/trial.js';
import { splitGlued } from './glued.js';

/** Where the coded tail begins that other registries' conditions carry. */
const tail = /MedDRA version:|Therapeutic area:/;
const numbered = /Health Condition \d{1,2}: /g;
const coded = /^(?:null|[A-Z]\d{2,3}[A-Z0-9]?)- /;

/** One condition of a page, or a part of its line that is none. */
export interface ConditionPart extends Span {
  readonly isCode: boolean;
}

/**
 * Parts a line of conditions. Lines from EU-CTR carry a coded tail, lines from CTRI numbers and codes before each
 * condition; in layouts with dashes, several conditions stand glued in one line.
 */
export function partConditions(text: string, offset: number, isGlued: boolean): ConditionPart[] {
  const parts: ConditionPart[] = [];
  const tailStart = tail.exec(text)?.index ?? text.length;
  for (const { start, end } of partsByNumber(text.slice(0, tailStart))) {
    const code = coded.exec(text.slice(start, end))?.[0] ?? '';
    if (code !== '' && !code.startsWith('null')) {
      parts.push({ start: offset + start, end: offset + start + code.length - 2, isCode: true });
    }
    const from = start + code.length;
    const spans = isGlued
      ? splitGlued(text.slice(from, end), offset + from)
      : [{ start: offset + from, end: offset + end }];
    for (const span of spans) parts.push({ ...span, isCode: false });
  }
  if (tailStart < text.length) parts.push({ start: offset + tailStart, end: offset + text.length, isCode: true });
  return parts.filter((part) => part.start < part.end);
}

function partsByNumber(text: string): Span[] {
  const matches = [...text.matchAll(numbered)];
  const [first] = matches;
  if (!first) return [{ start: 0, end: text.length }];
  const before = first.index > 0 ? [{ start: 0, end: first.index }] : [];
  const parts = matches.map(
    (match, index): Span => ({
      start: match.index + match[0].length,
      end: matches[index + 1]?.index ?? text.length,
    }),
  );
  return [...before, ...parts];
}
