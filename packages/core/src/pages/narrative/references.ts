import type { Reference } from '../../generated/trial.js';
import { findDoi } from '../doi.js';

const publication =
  /^(.*?[.?!]) ((?:19|20)\d\d)(?: [A-Z][a-z]{2}(?: \d{1,2})?)?;\s?(\d{1,4}(?:-\d{1,3})?)?(?:\(([^()]{1,20})\))?:\s?([A-Za-z]?\d\w{0,10}(?:\s?[-\u2013]\s?[A-Za-z]?\d\w{0,10})?)\.?(?:\s|$)/;
const yearLast = /^(.*?[.?!,]) ?((?:19|20)\d\d)\.?$/;
const joinedYear =
  /^(.{3,}?) ((?:19|20)\d\d);\s?(\d{1,4}(?:-\d{1,3})?)(?:\(([^()]{1,20})\))?:\s?([A-Za-z]?\d\w{0,10}(?:\s?[-\u2013]\s?[A-Za-z]?\d\w{0,10})?)\.?(?:\s|$)/;
const initials = /^(?:\p{Ll}{1,4} ){0,3}\p{Lu}[\p{L}'\u2019-]+(?: [\p{L}'\u2019-]+){0,3} \p{Lu}{1,3}$/u;
const longest = 3000;

/**
 * Reads one entry of a reference list: `Pers YM, Ruiz M. Title. Journal. 2015;23:2027-35.` Only parts whose borders
 * are certain are named; the whole text is always kept in `citation`.
 */
export function readReference(text: string): Reference {
  const reference: Reference = { citation: text };
  if (text.length > longest) return reference;
  readIds(reference, text);
  const match = publication.exec(text) ?? joinedYear.exec(text);
  if (match) {
    const [, before = '', year, volume, issue, pages] = match;
    if (year) reference.year = year;
    if (volume) reference.volume = volume;
    if (issue) reference.issue = issue;
    if (pages) reference.pages = pages;
    readNames(reference, before);
    return reference;
  }
  const last = yearLast.exec(text);
  if (last) {
    if (last[2]) reference.year = last[2];
    readNames(reference, last[1] ?? '');
  }
  return reference;
}

function readIds(reference: Reference, text: string): void {
  const doi = findDoi(text);
  const pmid = /\bPMID: ?(\d{1,8})\b/.exec(text)?.[1];
  const pmcid = /\bPMCID: ?(PMC\d{1,9})\b/.exec(text)?.[1];
  if (doi) reference.doi = text.slice(doi.start, doi.end);
  if (pmid) reference.pmid = pmid;
  if (pmcid) reference.pmcid = pmcid;
}

/** Authors up to the first full stop behind names with initials, then title, then journal. */
function readNames(reference: Reference, text: string): void {
  const parts = splitSentences(text.replace(/[,.]\s*$/, ''));
  const [first = '', ...rest] = parts;
  const authors = authorsIn(first);
  const titles = authors && rest.length > 0 ? rest : parts;
  if (authors && rest.length > 0) {
    if (authors.names.length > 0) reference.authors = authors.names;
    if (authors.isTruncated) reference.authorsTruncated = true;
  }
  readTitle(reference, titles);
}

function readTitle(reference: Reference, parts: readonly string[]): void {
  const [title, ...others] = parts;
  if (title === undefined || title === '') return;
  reference.title = title;
  const journal = others.join('. ');
  // Journals are short; what is longer is a second sentence of the title.
  if (journal !== '' && journal.length <= 80 && reference.volume !== undefined) reference.journal = journal;
}

/** A single author with a full first name: two or three capitalised words. */
const fullName = /^\p{Lu}\p{Ll}+ (?:\p{Lu}\.? )?\p{Lu}[\p{Ll}'\u2019-]+$/u;

function authorsIn(text: string): { names: string[]; isTruncated: boolean } | undefined {
  if (fullName.test(text)) return { names: [text], isTruncated: false };
  const isTruncated = /,? et al\.?$/i.test(text);
  const names = text
    .replace(/,? et al\.?$/i, '')
    .split(/,\s*/)
    .map((name) => name.trim());
  return names.length > 0 && names.every((name) => initials.test(name)) ? { names, isTruncated } : undefined;
}

/** Parts at full stops that end a word of two or more letters, a bracket or a question. */
function splitSentences(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (const match of text.matchAll(/([.?!]) (?=[\p{Lu}\d(])/gu)) {
    const before = text.slice(start, match.index);
    if (/\bet al$/i.test(before) || before.length > 1) {
      parts.push(match[1] === '.' ? before : before + match[1]);
      start = match.index + 2;
    }
  }
  parts.push(text.slice(start));
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
