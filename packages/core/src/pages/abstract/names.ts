import { isDegree } from './degrees.js';

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
