import type { Span } from '../../generated/trial.js';
import { isExplicitAbsence } from '../absences.codes.js';
import { holdsNumberedSeam, isUncertain, splitGlued } from './glued.js';

/** Where the coded tail begins that other registries' conditions carry. */
const tail = /MedDRA version:|Therapeutic area:/;
const numbered = /Health Condition \d{1,2}: /g;
/** A code with a hyphen behind it, and perhaps with no words. */
const coded = /^(?:null|[A-Z]\d{2,3}[A-Z0-9]?)-(?: |$)/;
/** Behind a number a letter alone is the chapter of a code: `Health Condition 2: O- Medical`. */
const codedByNumber = /^(?:null|[A-Z](?:\d{1,3}[A-Z0-9]?)?)- (?=[A-Z\d])|^(?:null|[A-Z]\d{2,3}[A-Z0-9]?)-(?: |$)/;

/** One condition of a page, or a part of its line that is none. */
export interface ConditionPart extends Span {
  readonly isCode: boolean;
  /** Several names may stand glued in it, and nothing says for sure where they end. */
  readonly isUncertain: boolean;
}

/**
 * Parts a line of conditions. Lines from EU-CTR carry a coded tail, lines from CTRI numbers and codes before each
 * condition; in layouts with dashes, several conditions stand glued in one line.
 */
export function partConditions(text: string, offset: number, isGlued: boolean): ConditionPart[] {
  const parts: ConditionPart[] = [];
  const tailStart = tail.exec(text)?.index ?? text.length;
  for (const { start, end, isNumbered } of partsByNumber(text.slice(0, tailStart))) {
    const code = (isNumbered ? codedByNumber : coded).exec(text.slice(start, end))?.[0] ?? '';
    if (code !== '' && !code.startsWith('null')) {
      parts.push({
        start: offset + start,
        end: offset + start + code.lastIndexOf('-'),
        isCode: true,
        isUncertain: false,
      });
    }
    const from = start + code.length;
    const whole = { start: offset + from, end: offset + end };
    const spans = isGlued ? splitGlued(text.slice(from, end), whole.start) : [whole];
    const isOpen = isGlued && holdsNumberedSeam(text.slice(from, end));
    if (isOpen || isUncertain(text.slice(from, end), spans, whole.start))
      parts.push({ ...whole, isCode: false, isUncertain: true });
    else
      for (const span of spans) {
        // "null" behind a number says that there is no further condition.
        if (isExplicitAbsence(text.slice(span.start - offset, span.end - offset))) continue;
        parts.push({ ...span, isCode: false, isUncertain: false });
      }
  }
  if (tailStart < text.length)
    parts.push({ start: offset + tailStart, end: offset + text.length, isCode: true, isUncertain: false });
  return parts.filter((part) => part.start < part.end);
}

function partsByNumber(text: string): (Span & { readonly isNumbered: boolean })[] {
  const matches = [...text.matchAll(numbered)];
  const [first] = matches;
  if (!first) return [{ start: 0, end: text.length, isNumbered: false }];
  const before = first.index > 0 ? [{ start: 0, end: first.index, isNumbered: false }] : [];
  const parts = matches.map((match, index) => ({
    start: match.index + match[0].length,
    end: matches[index + 1]?.index ?? text.length,
    isNumbered: true,
  }));
  return [...before, ...parts];
}
