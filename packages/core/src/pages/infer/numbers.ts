import type { Span } from '../../generated/trial.js';

const small = [
  'zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen',
  'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen',
]; // biome-ignore format: a list
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

const belowHundred: ReadonlyMap<string, number> = new Map([
  ...small.map((word, value): [string, number] => [word, value]),
  ...tens.flatMap((word, index): [string, number][] => [
    [word, (index + 2) * 10],
    ...small.slice(1, 10).map((unit, value): [string, number] => [`${word}-${unit}`, (index + 2) * 10 + value + 1]),
  ]),
]);

// Longer words first: `six` is the beginning of `sixty`. Words that are not read here make what they stand in unreadable.
const word = `(?:${[...tens, ...[...small].reverse(), 'hundred', 'thousand', 'million', 'dozen'].join('|')})`;
const words = `(?<![\\w-])(?:a (?=hundred|thousand))?${word}(?:(?:,? and |, | |-)${word}\\b)*\\b(?!-)`;
const figures = '(?<![\\w.,/:\\u2010-\\u2015<>\\u2264\\u2265\\u00b1~-])(?:\\d{1,3}(?:[ ,]\\d{3})+(?!\\d)|\\d+)(?![\\w%/:\\u2010-\\u2015-]|[.,]\\d)'; // biome-ignore format: one pattern
const numbers = new RegExp(`${figures}|${words}`, 'gi');

/** A number that stands alone in a text, not a part of a word, a range, a ratio or a decimal number. */
export interface NumberInText extends Span {
  /** `undefined` where the words are no number that is read. */
  readonly value: number | undefined;
}

/** The numbers of a sentence, in figures or in words: `1,204`, `1 204`, `two hundred and twelve`. */
export function numbersIn(text: string): NumberInText[] {
  return [...text.matchAll(numbers)].map(
    ({ 0: found, index }): NumberInText => ({ value: readNumber(found), start: index, end: index + found.length }),
  );
}

/** The value of a number in figures or in words, up to some hundred thousands; `undefined` when it is none. */
export function readNumber(text: string): number | undefined {
  if (/^\d{1,3}(?:[ ,]\d{3})+$|^\d{1,6}$/.test(text)) return Number(text.replace(/[ ,]/g, ''));
  return readWords(text.toLowerCase());
}

function readWords(text: string): number | undefined {
  return readMultiple(text, ' thousand', 1000, (part) => readMultiple(part, ' hundred', 100, readBelowHundred));
}

/** "two hundred and twelve": a number of hundreds, and what is left. */
function readMultiple(
  text: string,
  unit: string,
  factor: number,
  readPart: (part: string) => number | undefined,
): number | undefined {
  const at = text.indexOf(unit);
  if (at < 0) return readPart(text);
  const times = text.slice(0, at) === 'a' ? 1 : readPart(text.slice(0, at));
  const rest = text.slice(at + unit.length).replace(/^(?:,? and |, | )/, '');
  const more = rest === '' ? 0 : readPart(rest);
  return times && more !== undefined && more < factor ? times * factor + more : undefined;
}

function readBelowHundred(text: string): number | undefined {
  return belowHundred.get(text.replace(' ', '-'));
}
