import { isSpace, scanLines } from '../lines.js';
import { isMedline } from './medline.js';
import { isExport } from './pubmed-export.js';

/** Headings of a structured abstract, in lower case. */
const parts =
  '(?:background|objectives?|aims?|purpose|introduction|context|importance|goals?|methods?|materials and methods|patients and methods|methods and materials|methods and findings|study|study design(?: and methods)?|design|design,? settings?,? and participants|trial design|exposures?|conclusions and relevance|methods and analysis|ethics and dissemination|settings?|subjects of study|participants|patients|interventions?|measurements|main (?:outcomes?(?: and measures?| measures?)?|variables)|results?|findings|discussion|conclusions?|interpretation|significance|trial registration(?: number)?|registration|funding|research question|background and (?:study aims|objectives?|aims?)|expected results|analysis|limitations|randomi[sz]ation|blinding(?: \\(masking\\))?|numbers to be randomi[sz]ed(?: \\(sample size\\))?|trial status|outcomes)';
/** A heading with its colon, or set off by blanks where the page had it in bold. */
export const abstractHeading = new RegExp(`^${parts}(?:\\s{0,20}:| {2,20}\\S)`, 'i');
const loneHeading = new RegExp(`^${parts}\\s*:?$`, 'i');
/** `METHODS We performed`: headings that stand out by their capitals alone. */
const capitalHeading =
  /(?:^|[.;)\]\s])(BACKGROUND|OBJECTIVES?|AIMS?|PURPOSE|METHODS|RESULTS|FINDINGS|CONCLUSIONS?) (?=[A-Z] ?[a-z])/g;
/** Whether a line begins an abstract: a heading of one, with its text or alone. */
export function startsAbstract(line: string): boolean {
  return abstractHeading.test(line) || loneHeading.test(line);
}
const inlineHeading = new RegExp(`(?:^|[.;)\\]\\s])(${parts}):\\s`, 'gi');

const review =
  /\b(?:(?:systematic|scoping|narrative|literature|comprehensive|umbrella|mini|rapid) reviews?|this review|review article|we reviewed|meta-analys[ei]s|purpose of this (?:article|review|paper)|(?:article|paper|chapter) (?:reviews|covers|summari[sz]es)|graphical abstract)\b/i;
const registered = /\btrial registration\b|\bregistered (?:at|with|in|on|under)\b/i;

/** A dump of one line: `key: ... title: ... date: ...`. */
export const dump = /^\s*key: \S+ (?:authors?|title): /;

/**
 * Whether a text is the abstract of one publication that reports a study, by its form: the marks of bibliographic
 * sites, the headings of structured abstracts. Reviews report no study.
 */
export function isAbstractText(text: string): boolean {
  const head = text.length > 14_000 ? `${text.slice(0, 12_000)}\n${text.slice(-2000)}` : text;
  if (isExport(head)) return true;
  if (isMedline(head)) return true;
  if (listsPublications(head)) return false;
  if (review.test(head) && !registered.test(head)) return false;
  if (isOfAnotherSite(head)) return false;
  return weigh(withoutReferences(head)) >= 3;
}

/**
 * Whether a text lists publications: numbers alone on their lines that count up, each over the citation of one. Where one
 * ends and what belongs to it is not known in such a layout.
 */
function listsPublications(head: string): boolean {
  let number = 0;
  let cited = 0;
  let below = 0;
  for (const { start, end } of scanLines(head)) {
    const text = head.slice(start, Math.min(end, start + 400));
    if (/^abstract\s*:?$/i.test(text)) return false;
    if (text === String(number + 1)) {
      number += 1;
      below = 8;
    } else if (below > 0 && (/\bPMID: ?\d/.test(text) || cites.test(text))) {
      cited += 1;
      below = 0;
    } else below -= 1;
    if (cited > 1) return true;
  }
  return false;
}

const cites = /\b(?:19|20)\d\d(?: [A-Z][a-z]{2})?(?: \d{1,2})?; ?\d{1,4}(?:\([^()]{1,20}\))?: ?\w/;

/** Lines that only shops and blogs print. */
const otherSites =
  /^(?:add to (?:cart|basket|bag)|buy now|free shipping|(?:leave|post|write) a (?:reply|comment)|posted (?:on .{4,30} )?by .{1,60})$|\bleave a reply\b|\badd to cart\b/i;

function isOfAnotherSite(head: string): boolean {
  for (const line of scanLines(head))
    if (otherSites.test(head.slice(line.start, Math.min(line.end, line.start + 400)))) return true;
  return false;
}

const referencesHeading = /^(?:references|bibliography|works cited|literature cited)\s*:?$/i;
const entry = /^(?:\[?\d{1,3}[\].)]|\p{Lu}[\p{L}'\u2019-]+ \p{Lu}{1,3}[,.])/u;

/** A text up to its list of references: the marks of publications behind it are those of others. */
function withoutReferences(head: string): string {
  let headingAt: number | undefined;
  for (const { start, end } of scanLines(head)) {
    const text = head.slice(start, Math.min(end, start + 60));
    if (headingAt !== undefined && entry.test(text)) return head.slice(0, headingAt);
    headingAt = referencesHeading.test(text) ? start : undefined;
  }
  return head;
}

function weigh(head: string): number {
  let weight = dump.test(head) ? 3 : 0;
  const headings = new Set<string>();
  const open = new Set(marks);
  let index = 0;
  for (const line of scanLines(head)) {
    const text = head.slice(line.start, Math.min(line.end, line.start + 400));
    for (const mark of open) {
      if (index >= mark.within || !mark.pattern.test(text)) continue;
      weight += mark.weight;
      open.delete(mark);
    }
    const heading = abstractHeading.exec(text)?.[0] ?? loneHeading.exec(text)?.[0];
    if (heading !== undefined) headings.add(withoutColon(heading));
    index += 1;
  }
  // In a text of one line the headings stand in capitals.
  for (const [, heading = ''] of head.matchAll(inlineHeading)) {
    if (heading === heading.toUpperCase()) headings.add(heading.toLowerCase());
  }
  for (const [, heading = ''] of head.matchAll(capitalHeading)) headings.add(heading.toLowerCase());
  if (headings.size >= 3) weight += 3;
  else if (headings.size === 2) weight += 2;
  return weight;
}

function withoutColon(heading: string): string {
  // Behind blanks, the first letter of the text was looked at.
  let end = heading.includes(':') ? heading.length : heading.length - 1;
  while (end > 0 && (heading.charCodeAt(end - 1) === 58 || isSpace(heading.charCodeAt(end - 1)))) end -= 1;
  return heading.slice(0, end).toLowerCase();
}

interface Mark {
  readonly pattern: RegExp;
  readonly weight: number;
  /** How many lines from the top it may stand: further down it may belong to a reference of something else. */
  readonly within: number;
}

const marks: readonly Mark[] = [
  { pattern: /^view on pubmed$/i, weight: 3, within: Number.POSITIVE_INFINITY },
  { pattern: /^(?:structured )?abstract\s*:?$/i, weight: 2, within: 60 },
  { pattern: /\b(?:PMID|PMCID): ?\S/, weight: 2, within: 40 },
  { pattern: /(?:\bdoi: ?|doi\.org\/)10\.\d{4,9}\//i, weight: 2, within: 40 },
  { pattern: /^europe pmc$/i, weight: 1, within: 10 },
  { pattern: /^key ?words?:/i, weight: 1, within: 60 },
  { pattern: /^authors?(?:$|: )/i, weight: 1, within: Number.POSITIVE_INFINITY },
  { pattern: /^document type\s*:?/i, weight: 1, within: 40 },
  // The journal's line behind the title: "Lancet 2016; 388: 1281".
  {
    pattern: /\b(?:19|20)\d\d(?: [A-Z][a-z]{2}(?: \d{1,2})?)?; ?\d{1,4}(?: ?\(\d{1,3}\))? ?: ?[a-z]?\d{1,6}/i,
    weight: 2,
    within: 3,
  },
  { pattern: /\bPublished online:? /, weight: 2, within: 40 },
];
