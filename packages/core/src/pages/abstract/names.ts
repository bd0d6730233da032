import { isClearDegree, isDegree, splitDegree } from './degrees.js';

const particle = '(?:van|von|der|den|de|del|della|di|da|dos|do|la|le|al|el|bin|ibn|ten|ter|zu|af|y|e)';
const word = "\\p{Lu}[\\p{L}.'\\u2019-]{0,30}";
/** Two to five words, each with a capital letter but for the particles of names. */
const person = new RegExp(`^(?:${particle} )?${word}(?: ${particle}){0,2}(?: (?:${particle} ){0,2}${word}){1,4}$`, 'u');
/** Marks of footnotes behind a name, one way to read each: a repeat within the repeat would take for ever to fail. */
const marks = /(?:\s*[*\u2020\u2021\u00a7\u00b6#\u2016,\d]|\s*\(\d{1,3}\))+\s*$/;
const generation = /^(?:Jr\.?|Sr\.?|III?)$/;

/** Whether a line is a list of the names of two people at least, and of nothing else. */
export function isNameList(text: string): boolean {
  if (text.length > 5000) return false;
  const parts = text
    .replace(/\.$/, '')
    .split(/[,;]| & | and /)
    .map((part) => part.slice(0, 120).replace(marks, '').trim())
    .filter((part) => part !== '' && !/^\d{1,2}$/.test(part) && !isDegree(part) && !generation.test(part));
  return parts.length >= 2 && parts.every((part) => person.test(part));
}

/** Numbers and letters of footnotes around a name: `1 MD`, `Ann Doe MD a b`, `Ann Doe 1,*`. */
const leadingMarks = /^[\d*\u2020\u2021\u00a7\u00b6#]{1,4} ?/;
const letterMarks = /(?: [a-z])+$/;
const honorific = /^(?:Prof|Dr)\.? /;
/** What stands in the names of places of work: two letters behind a comma are a state there, not a degree. */
const workplace =
  /\b(?:Universit(?:y|ies)|Hospitals?|Schools?|Institutes?|Colleges?|Cent(?:er|re)s?|Department|Division|Clinic|Foundation)\b/;

/**
 * Whether people with their degrees stand in a line: a degree behind the comma after a name, or at the end of a part that
 * begins with one. Two letters may be a state or a disease: behind a name without a comma, one such is not enough.
 */
export function hasDegrees(line: string): boolean {
  if (line.length > 5000) return false;
  const parts = line.split(/[,;] ?| [\u2219\u00b7\u2022] /).map(withoutMarks);
  const isWorkplace = workplace.test(line);
  let doubtful = 0;
  for (const [index, part] of parts.entries()) {
    if (isDegree(part) && person.test(parts[index - 1] ?? '') && (isClearDegree(part) || !isWorkplace)) return true;
    const split = splitDegree(part);
    if (!split || !person.test(split.before)) continue;
    if (split.isClear) return true;
    doubtful += 1;
  }
  return doubtful >= 2;
}

function withoutMarks(part: string): string {
  const bare = part.slice(0, 120).trim().replace(leadingMarks, '').replace(marks, '').replace(letterMarks, '');
  return bare.replace(honorific, '').replace(/^and /, '').trim();
}
