import type { Span } from '../../generated/trial.js';
import { skipSpaceBack } from '../lines.js';
import { registrationWords } from './registration-words.codes.js';

/** Words of a sentence that says where the reported study is registered. */
const statement =
  /\b(?:trial registration|clinical trials? information|trial registry|registration(?: number| no\.?)?\s?:|registered|registry number|clinicaltrials?\.gov(?:,)?(?: registration)?(?: number| identifier| id\b| no\.?|:)|trial (?:number|id)\b|identifier:)/i;
/** "(... Chinese Clinical Trial Register number, ": a register and the word number in front of an id. */
const numberOfRegister =
  /\b(?:regist(?:er|ry|ration)|controlled trials|clinical trials?|umin(?:-ctr)?|eudract|eu-?\s?ct|isrctn)\b[^.;,]{0,40}\b(?:number|no\.?|identifier|id)\s?[,:]?\s*\(?$/i;
const heading =
  /^(?:(?:clinical )?trials? (?:registration|registry|register|information|registration information)|study registration|registration|clinical registration)(?: (?:number|no\.?|id|identifier|details))?s?\s*:?$/i;

/** Whether a sentence says, of the id that stands in it, that the study is registered under it. */
export function statesRegistration(source: string, sentence: Span, id: Span): boolean {
  const text = source.slice(sentence.start, sentence.end);
  return (
    statement.test(text) ||
    numberOfRegister.test(source.slice(Math.max(sentence.start, id.start - 120), id.start)) ||
    heading.test(lineBefore(source, sentence.start))
  );
}

/** Whether the words between two ids, or around one, are only those of registries and of registration. */
export function isRegistrationOnly(words: string): boolean {
  if (words.length > 300) return false;
  return (words.toLowerCase().match(/[\p{L}-]*\p{L}[\p{L}-]*/gu) ?? []).every((word) =>
    registrationWords.has(word.replace(/^-+|-+$/g, '')),
  );
}

/** The line above the one that begins at an offset, blank ones left out; none where the offset is inside a line. */
function lineBefore(source: string, offset: number): string {
  const end = skipSpaceBack(source, Math.max(0, offset - 200), offset);
  if (!/[\n\r]/.test(source.slice(end, offset))) return '';
  const start = Math.max(source.lastIndexOf('\n', end - 1), source.lastIndexOf('\r', end - 1)) + 1;
  return end - start > 80 ? '' : source.slice(start, end).trim();
}
