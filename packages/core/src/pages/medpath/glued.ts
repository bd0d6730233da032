import type { Span } from '../../generated/trial.js';
import { interventionTypeTable } from '../page.codes.js';
import { openWords, smallAcronyms, wholeWordsInO } from './glued-words.codes.js';

/** Beginnings of words that go on with a capital letter: McArdle, DiGeorge, HbA1c, iPSC. No border stands behind them. */
const innerCapital =
  /(?:^|[^A-Za-z])(?:Post|Pre|Non|Mc|Mac|Di|De|La|Le|Fitz|Hb|Pa|Fi|Sp|Sj|Med|Lam|Web|Van|Du|Des|Gen|[a-z]{1,3}|[A-Z][a-z])$/;

/**
 * Parts a list whose items stand glued to each other: `Growth Hormone DisorderTurner Syndrome`. An item ends where a
 * lower-case letter or a closing bracket is directly followed by a capital that begins a word.
 */
export function splitGlued(text: string, offset: number): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let at = 2; at < text.length - 1; at += 1) {
    if (!isBorder(text, start, at)) continue;
    spans.push({ start: offset + start, end: offset + at });
    start = at;
  }
  spans.push({ start: offset + start, end: offset + text.length });
  return spans;
}

function isBorder(text: string, start: number, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (!isCapital(text.charCodeAt(at))) return false;
  // Behind an acronym or a number, a word or a long acronym: `COPDAlzheimer Disease`, `Type 2Diabetes`, `19SARS`.
  if (isDigit(before)) return at - start >= 2 && /^[A-Z](?:[a-z]{2}|[A-Z]{3})/.test(text.slice(at, at + 4));
  if (isCapital(before))
    return at - start >= 2 && /^[A-Z][a-z]{2}/.test(text.slice(at, at + 3)) && !isDerived(text, at);
  if (!isLower(before) && before !== 41 && before !== 93) return false;
  if (at - start < 3) return false;
  return !innerCapital.test(text.slice(Math.max(start, at - 8), at));
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}

/** Words made of an acronym and an ending: RASopathy, BRCAness. */
function isDerived(text: string, at: number): boolean {
  return /^[A-Z](?:opath|ness|like|emia|uria|itis|osis)/.test(text.slice(at, at + 6));
}

/** A word alone that another one follows: "Neuro" of "NeuroInflammation", "Long" of "LongCovid". */
const capitalized = wholeWordsInO.map((word) => word.charAt(0).toUpperCase() + word.slice(1));
const openPiece = new RegExp(`^(?:${openWords.join('|')}|(?!(?:${capitalized.join('|')})$)[A-Z][a-z]+o)$`);
const smallBefore = /[a-z]{1,3}$/;
/** Acronyms, and how many small letters they begin with. */
const acronyms = smallAcronyms.map((text) => ({ text, small: text.search(/[A-Z]/) }));

/** Whether the items of a list may have been cut within a name, or beside the first letter of the next one. */
export function isUncertain(text: string, spans: readonly Span[], offset: number): boolean {
  return spans.slice(1).some(({ start }, index) => {
    const at = start - offset;
    const piece = text.slice((spans[index]?.start ?? offset) - offset, at);
    return openPiece.test(piece) || cutsAcronym(text, at);
  });
}

/** "MelanomapH": the small letter before a border may begin the next name. */
function cutsAcronym(text: string, at: number): boolean {
  if (/Ig$/.test(text.slice(at - 2, at)) && /^[ADEGM](?![a-z])/.test(text.slice(at, at + 2))) return true;
  const small = smallBefore.exec(text.slice(at - 3, at))?.[0].length ?? 0;
  return acronyms.some((acronym) => {
    if (acronym.small > small || !text.startsWith(acronym.text, at - acronym.small)) return false;
    // "SleepHypertension" has no pH in it.
    return acronym.text.length > 2 || !/[a-z]/.test(text.charAt(at - acronym.small + acronym.text.length));
  });
}

/**
 * Whether a number that belongs to a name is directly followed by two or three capitals: they may begin the next name
 * or end this one, as in "COVID-19HIV-1 Infection".
 */
export function holdsNumberedSeam(text: string): boolean {
  return /[A-Za-z][ -]\d{1,3}[A-Z]{2,3}(?![A-Z])/.test(text);
}

/** Whether a piece holds two acronyms that stand glued, so that nobody can tell where the one ends: `NSCLCHNSCC`. */
export function holdsGluedAcronyms(text: string): boolean {
  return /[A-Z]{7}/.test(text) && /[a-z]/.test(text);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLower(code: number): boolean {
  return code >= 97 && code <= 122;
}

/** Parts interventions that stand glued to each other, at the kinds of the closed list: `Device: ADevice: B`. */
export function splitGluedInterventions(text: string, offset: number): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let colon = text.indexOf(': '); colon >= 0; colon = text.indexOf(': ', colon + 1)) {
    const typeStart = typeBefore(text, start, colon);
    if (typeStart === undefined || typeStart <= start) continue;
    spans.push({ start: offset + start, end: offset + typeStart });
    start = typeStart;
  }
  spans.push({ start: offset + start, end: offset + text.length });
  return spans;
}

const types = [
  'Combination Product',
  'Diagnostic Test',
  'Dietary Supplement',
  'Behavioral',
  'Biological',
  'Device',
  'Drug',
  'Genetic',
  'Procedure',
  'Radiation',
  'Other',
].filter((type) => interventionTypeTable.has(type));

/** Where the kind begins that ends at a colon, if it is glued to what stands before it. */
function typeBefore(text: string, start: number, colon: number): number | undefined {
  for (const type of types) {
    const at = colon - type.length;
    if (at <= start || text.slice(at, colon) !== type) continue;
    return /[^\s(,;:]/.test(text.charAt(at - 1)) ? at : undefined;
  }
  return undefined;
}
