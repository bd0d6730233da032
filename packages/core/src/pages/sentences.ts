import type { Span } from '../generated/trial.js';

/** Words that end in a full stop without ending a sentence. */
const abbreviations: ReadonlySet<string> = new Set([
  'e.g', 'i.e', 'vs', 'al', 'approx', 'ca', 'cf', 'dr', 'prof', 'fig', 'no', 'st', 'mr', 'mrs', 'ms', 'inc', 'ltd', 'corp', 'co', 'resp', 'incl', 'min', 'max',
]); // biome-ignore format: a list

/** Longest sentence that is looked at: what is longer is no sentence. */
export const longestSentence = 2000;

/** The sentences of a stretch of text, in one pass. Line breaks end sentences: headings and list items do not run on. */
export function* sentencesIn(source: string, from: number, to: number): Generator<Span> {
  let start = from;
  for (let at = from; at < to; at += 1) {
    const code = source.charCodeAt(at);
    const isBreak = code === 10 || code === 13;
    if (!isBreak && !(isStop(code) && endsSentence(source, start, at, to))) continue;
    yield* trimmed(source, start, isBreak ? at : at + 1);
    start = at + 1;
  }
  yield* trimmed(source, start, to);
}

/** The first sentence of a stretch of text, if it is no longer than a sentence can be. */
export function firstSentence(source: string, from: number, to: number): Span | undefined {
  for (const sentence of sentencesIn(source, from, Math.min(to, from + longestSentence + 1))) {
    return sentence.end - sentence.start > longestSentence ? undefined : sentence;
  }
  return undefined;
}

function* trimmed(source: string, start: number, end: number): Generator<Span> {
  let from = start;
  let to = end;
  while (from < to && source.charCodeAt(from) <= 32) from += 1;
  while (to > from && source.charCodeAt(to - 1) <= 32) to -= 1;
  if (from < to) yield { start: from, end: to };
}

function isStop(code: number): boolean {
  return code === 46 || code === 33 || code === 63;
}

function endsSentence(source: string, start: number, at: number, to: number): boolean {
  const next = source.slice(at + 1, Math.min(to, at + 4));
  if (next === '') return true;
  if (!/^\s+[^a-z]|^["')\]]\s|^\s*$/.test(next)) return false;
  if (source.charCodeAt(at) !== 46) return true;
  const before = source.slice(Math.max(start, at - 12), at);
  const word = /[A-Za-z.]+$/.exec(before)?.[0] ?? '';
  return !(word.length === 1 && /[A-Z]/.test(word)) && !abbreviations.has(word.toLowerCase());
}
