import type { Span } from '../../generated/trial.js';
import { type Line, scanLines } from '../lines.js';
import { isCitationWithoutNumber, isNumberedCitation, readCitation, readIdLine } from './citation-lines.js';
import { type Publication, PublicationDraft } from './publication.js';

/** Whether a text is what PubMed exports as text: records that begin with a number and a citation. */
export function isExport(source: string): boolean {
  const [first] = scanLines(source, 0, Math.min(source.length, 2000));
  if (!first) return false;
  const beginning = joined(source, { start: first.start, end: first.end + 200 });
  if (isNumberedCitation(beginning)) return true;
  const paragraph = source.slice(first.start, first.start + 600).replaceAll('\r', '');
  return (
    isCitationWithoutNumber(beginning) &&
    paragraph.includes('\n\n') &&
    closesWithIds.test(source) &&
    !headsAbstract.test(source)
  );
}

/** The ids that every record of an export ends with, and what only a page has. */
const closesWithIds = /^(?:PMID: \d{1,8}\b|DOI: 10\.)/m;
const headsAbstract = /^(?:structured )?abstract[ \t]*:?$/im;

/** The records of an export, each up to the next: numbers count up, if there are any, and a record ends with its ids. */
export function recordsOf(source: string): Span[] {
  const records: Span[] = [];
  let start = 0;
  let number: number | undefined;
  let hasIds = false;
  for (const line of scanLines(source)) {
    const text = source.slice(line.start, Math.min(line.end, line.start + 400));
    if (number === undefined) number = Number(/^\d{1,5}(?=\. )/.exec(text)?.[0] ?? Number.NaN);
    else if (hasIds && line.afterBlank && isNext(wrapped(source, line), number)) {
      records.push({ start, end: line.start });
      start = line.start;
      number += 1;
      hasIds = false;
    }
    hasIds ||= /^(?:PMID|PMCID|DOI): /.test(text);
  }
  records.push({ start, end: source.length });
  return records;
}

/** Whether a text begins the record behind the one of a number, or of none. */
function isNext(text: string, number: number): boolean {
  if (Number.isNaN(number)) return isCitationWithoutNumber(text);
  return Number(/^\d{1,5}(?=\. )/.exec(text)?.[0]) === number + 1 && isNumberedCitation(text);
}

/** A citation may go on in the next line. */
function wrapped(source: string, line: Line): string {
  return joined(source, { start: line.start, end: Math.min(line.end, line.start + 400) + 200 });
}

function joined(source: string, { start, end }: Span): string {
  return source.slice(start, end).replace(/[\n\r]/g, ' ');
}

const affiliations = /^Author information:/;
/** Paragraphs between authors and abstract, and behind it. */
const links =
  /^(?:Comment (?:in|on)|Erratum (?:in|for)|Update (?:in|of)|Summary for patients in|Retract(?:ion|ed) (?:in|of)|Republished (?:in|from)|Corrected and republished (?:in|from)|Expression of concern (?:in|for)|Plain language summary|Collaborators|Author information):?/i;
const behind = /^(?:DOI|PMCID|PMID): /;
const longestParagraph = 20_000;

/**
 * Reads a record of PubMed's export as text: paragraphs of the citation, the title, the authors, their affiliations,
 * links to other publications, the abstract and the ids.
 */
export function readExport(source: string): Publication {
  const draft = new PublicationDraft(source);
  const paragraphs = paragraphsIn(source);
  const [citation, title, third, ...others] = paragraphs;
  if (citation) readCitation(draft, citation, joined(source, limited(citation)));
  draft.set('title', title && limited(title));
  const hasAuthors = third && isAuthors(joined(source, limited(third)));
  if (hasAuthors) draft.authors([withoutStop(source, third)], ',');
  const rest = third && !hasAuthors ? [third, ...others] : others;
  const abstractAt = rest.findIndex((paragraph) => !startsWith(source, paragraph, links));
  const idsAt = rest.findIndex((paragraph) => startsWith(source, paragraph, behind));
  const ids = rest[idsAt];
  if (ids) {
    for (const line of scanLines(source, ids.start, ids.end))
      readIdLine(draft, line, source.slice(line.start, line.end));
  }
  const start = rest[abstractAt]?.start ?? source.length;
  return draft.finish({ start, end: ids && idsAt >= abstractAt ? ids.start : source.length });
}

/** `Smith JA(1), Doe P.`: names with initials, with marks or without; a group may stand beside a semicolon. */
function isAuthors(text: string): boolean {
  const [people, ...groups] = text
    .replace(/\(\d{1,3}\)/g, '')
    .replace(/\.\s*$/, '')
    .split(/; */)
    .filter((part) => !group.test(part));
  return (
    !affiliations.test(text) &&
    people !== undefined &&
    [people, ...groups].every((part) => part.split(', ').every((name) => initials.test(name)))
  );
}

const initials = /^[\p{L}'\u2019 -]{1,60} \p{Lu}{1,4}(?: (?:Jr|Sr|2nd|3rd))?\s*$/u;
/** `SPRINT Research Group`: without the stop of a sentence. */
const group =
  /^(?:\p{Lu}|for |on behalf )[^.;:]{1,120} (?:Group|Investigators|Team|Committee|Consortium|Network|Collaborators|Collaboration|Study|Trial)s?\s*$/u;

function paragraphsIn(source: string): Span[] {
  const paragraphs: { start: number; end: number }[] = [];
  for (const line of scanLines(source)) {
    const last = paragraphs.at(-1);
    if (last && !line.afterBlank) last.end = line.end;
    else paragraphs.push({ start: line.start, end: line.end });
    if (paragraphs.length > 2000) break;
  }
  return paragraphs;
}

function startsWith(source: string, { start, end }: Span, pattern: RegExp): boolean {
  return pattern.test(source.slice(start, Math.min(end, start + 60)));
}

function limited({ start, end }: Span): Span {
  return { start, end: Math.min(end, start + longestParagraph) };
}

function withoutStop(source: string, span: Span): Span {
  return source.charAt(span.end - 1) === '.' ? { start: span.start, end: span.end - 1 } : span;
}
