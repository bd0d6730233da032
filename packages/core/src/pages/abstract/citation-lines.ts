import type { Span } from '../../generated/trial.js';
import { findDoi } from '../doi.js';
import type { PublicationDraft, TextField } from './publication.js';

const pmid = /\bPMID: ?(\d{1,8})\b/;
const pmcid = /\bPMCID: ?(PMC\d{1,9})\b/;
/** `56(5):p 444-451, May/June 2022`: volume, issue, pages and year as one publisher prints them. */
const pagesLine = /^Pages? ([\w\u2013-]+) \|/;
const issueLine = /\b(\d{1,4})\(([^()]{1,12})\):p ?([\w\u2013-]+), [^.|]{0,40}?((?:19|20)\d\d)\b/;
/** `Trials volume 21, Article number: 250 (2020)` */
const volumeLine =
  /^(\p{Lu}[\p{L} &:-]{1,80}) volume (\d{1,4}),? (?:Article number:? |pages? )([\w\u2013-]{1,20}) \(((?:19|20)\d\d)\)/u;
/** `VOLUME 397, ISSUE 10285, P1637-1645, MAY 01, 2021`, alone or behind `Articles |`; a date may stand where pages do. */
const issueOfVolume =
  /\bvolume (\d{1,4}),? issue (\d{1,5}),? (?=[pe]\d)p?([\w\u2013-]{1,20}),? [A-Z]{3,9} (?:\d{1,2}, )?((?:19|20)\d\d)\b/i;
/** `Volume 75, Issue 4, 4 February 2020, Pages 381-391` */
const datedIssue =
  /\bvolume (\d{1,4}),? issue (\d{1,5}),? (?:\d{1,2}(?:[\u2013-]\d{1,2})? )?[A-Z]{3,9} ((?:19|20)\d\d), pages ([\w\u2013-]{1,20})/i;
/** `Nutrients 2020, 12(4), 1095` */
const commaLine = /^(\p{Lu}[\p{L} ]{1,60}) ((?:19|20)\d\d), (\d{1,4})\((\d{1,4})\), ([\w\u2013-]{1,20})(?:$|;)/u;
const others = /\bthis (?:retracts|corrects|withdraws|updates|is an? (?:erratum|correction|retraction))\b/i;

/** Reads the ids and the places in a journal that a line of a page's head, or one of ids alone, gives. */
export function readIdLine(draft: PublicationDraft, line: Span, text: string): void {
  const content = text.slice(0, 1000);
  // A notice names the article that it is about.
  if (others.test(content)) return;
  draft.group('pmid', pmid.exec(content), 1, line.start);
  draft.group('pmcid', pmcid.exec(content), 1, line.start);
  readDoi(draft, line, content);
  draft.group('pages', pagesLine.exec(content), 1, line.start);
  draft.groups(['volume', 'issue', 'pages', 'year'], issueLine.exec(content), line.start);
  draft.groups(['journal', 'volume', 'pages', 'year'], volumeLine.exec(content), line.start);
  draft.groups(['volume', 'issue', 'pages', 'year'], issueOfVolume.exec(content), line.start);
  draft.groups(['volume', 'issue', 'year', 'pages'], datedIssue.exec(content), line.start);
  const comma = commaLine.exec(content);
  if (comma && isJournalName(comma[1]))
    draft.groups(['journal', 'year', 'volume', 'issue', 'pages'], comma, line.start);
}

export function readDoi(draft: PublicationDraft, line: Span, content: string): void {
  const doi = findDoi(content);
  if (doi) draft.set('doi', { start: line.start + doi.start, end: line.start + doi.end });
}

const month = '[A-Z][a-z]{2}(?:-[A-Z][a-z]{2})?(?: \\d{1,2}(?:-\\d{1,2})?)?';
const place = `;(\\d{1,4}(?: ?Suppl ?\\d{0,3})?)?(?:\\(([^()]{1,20})\\))?:([\\w\\u2013-]+(?:, [\\w\\u2013-]+)?)`;
/** `. 2019 Jun 14;14(1):64-70.` below the name of the journal, or above the title where a page left that out. */
const belowJournal = new RegExp(`^\\. ((?:19|20)\\d\\d)(?: ${month})?${place}\\.`);
/** What PubMed writes: `Lancet. 2020 Mar 7;395(10226):785-794.`, or a publisher's id where there are no pages yet. */
const cited = `\\. ((?:19|20)\\d\\d)(?: ${month})?(?:${place}\\.|:[\\w()-]+\\.|[.;])`;
/** Numbered in an export, or behind words of a repository. */
const withJournal = new RegExp(
  `^(?:\\d{1,5}\\. |Published in final edited form as: )(\\p{Lu}[^.;]{1,120}|\\d [^.;]{1,120})${cited}`,
  'u',
);
/** The first line of a record of an export that was copied without its number. */
const withoutNumber = new RegExp(
  `^(\\p{Lu}[^.,;:\\d]{1,120})\\. ((?:19|20)\\d\\d)(?: ${month})?(?:${place}\\.|:[\\w()-]+\\.)`,
  'u',
);
/** `N Engl J Med 2018;378:797-808`, `JAMA. 2019;321(7):654-664`: a line of its own in the head of a page. */
const journalLine =
  /^(?:(?:Journal|Source|Citation): )?(\p{Lu}[\p{L} &()-]{1,80})[.,]? ((?:19|20)\d\d)(?: [A-Z][a-z]{2}(?: \d{1,2}(?:-\d{1,2})?)?)?; ?(\d{1,4})(?: ?\(([^()]{1,20})\))? ?: ?([\w\u2013-]{1,20})(?:$|[.;,]| (?:doi|DOI)\b)/u;

const fields: readonly TextField[] = ['year', 'volume', 'issue', 'pages'];

/** Whether a line is the one of a citation that stands above a title: with its journal, or below it. */
export function isCitation(text: string): boolean {
  return belowJournal.test(text) || withJournal.test(text);
}

/** Whether a line names a journal with the place in it, and nothing before: the title may stand above or below. */
export function isJournalLine(text: string): boolean {
  return isJournalName(journalLine.exec(text)?.[1]);
}

/** Whether a name is that of a journal: "Please cite this article as BMJ" holds one, and is none. */
function isJournalName(name: string | undefined): boolean {
  return (
    name !== undefined &&
    !noJournal.test(name) &&
    !/\b(?:as|from|cite|citation|reprinted|received|accepted|source)\b/i.test(name)
  );
}

/** Whether a text begins as a record of PubMed's export does: a number, a journal and a year. */
export function isNumberedCitation(text: string): boolean {
  return /^\d/.test(text) && withJournal.test(text.slice(0, 400));
}

/** Whether a text begins with what stands behind the number there. */
export function isCitationWithoutNumber(text: string): boolean {
  return withoutNumber.test(text.slice(0, 400)) && !noJournal.test(text);
}

/** Reads the line of a citation; `before` is the line above it, which may be the name of the journal. */
export function readCitation(draft: PublicationDraft, line: Span, text: string, before?: Span): void {
  const content = text.slice(0, 1000);
  const below = belowJournal.exec(content);
  if (below && before) readJournal(draft, before);
  draft.groups(fields, below, line.start);
  const named = withJournal.exec(content) ?? withoutNumber.exec(content) ?? journalLine.exec(content);
  if (isJournalName(named?.[1])) draft.groups(['journal', ...fields], named, line.start);
  readDoi(draft, line, content);
}

/** A type of publications that stands on the line of the journal. */
const typeBefore =
  /^(?:Randomized Controlled Trial|(?:Controlled )?Clinical Trial(?:, Phase (?:I{1,3}|IV))?|Multicenter Study|Comparative Study|Observational Study|Review) (?=\p{Lu})/u;
const plainName = /^\p{Lu}[\p{L} &().-]{1,70}$/u;
/** What else stands alone on a line there: types of publications, commands of the site. */
const noJournal =
  /^(?:skip to|save|email|send to|share|cite|menu|search|log in|display|format|review|editorial|letter|comment|case reports?|clinical trial|controlled|randomized|meta-analysis|systematic|observational|comparative|multicenter|research|original|open access|full text|abstract|author|article|free|published|an official|pubmed|europe pmc|affiliations)\b/i;

function readJournal(draft: PublicationDraft, line: Span): void {
  const whole = draft.source.slice(line.start, Math.min(line.end, line.start + 200));
  const type = typeBefore.exec(whole)?.[0].length ?? 0;
  const text = whole.slice(type);
  // A picture with its link is the mark of an archive's collection, which may be that of the publisher.
  if (plainName.test(text) && !/\blogo ?Link to /.test(text) && !noJournal.test(text))
    draft.set('journal', { start: line.start + type, end: line.end });
}
