import type { Span } from '../../generated/trial.js';
import { type Line, scanLines } from '../lines.js';
import { isCitation, isJournalLine, readCitation, readIdLine } from './citation-lines.js';
import { abstractHeading, dump, startsAbstract } from './detect.js';
import { readDump } from './dump.js';
import { isChrome } from './head-chrome.js';
import { keepLabelled } from './head-labels.js';
import { hasDegrees, isNameList } from './names.js';
import { type Publication, PublicationDraft } from './publication.js';
import { isExport, readExport } from './pubmed-export.js';

const headLines = 80;
const linesWithIds = 40;

/** Reads the publication that a page of an abstract is about, in the forms of the sites that print such pages. */
export function readPublication(source: string): Publication {
  if (isExport(source)) return readExport(source);
  const lines = linesWithin(source);
  const text = (line: Line): string => source.slice(line.start, Math.min(line.end, line.start + 20_000));
  const [first] = lines;
  if (first && dump.test(text(first))) return readDump(source, first);
  const draft = new PublicationDraft(source);
  /** A word of the site's navigation may read like a heading; behind a heading stands its text, or another one over it. */
  const isFollowedByProse = (index: number): boolean => {
    const next = lines[index + 1];
    return (
      next !== undefined &&
      (next.end - next.start >= 60 || (startsAbstract(text(next)) && isFollowedByProse(index + 1)))
    );
  };
  const abstractAt = lines.findIndex(
    (line, index) => isAbstractLine(text(line)) || (/^summary\s*:?$/i.test(text(line)) && isFollowedByProse(index)),
  );
  const authorsAt = lines.findLastIndex((line) => /^authors?$/i.test(text(line)));
  const pubmedAt = lines.findLastIndex((line) => /^view on pubmed$/i.test(text(line)));
  const isMirror = pubmedAt >= 0 && authorsAt > 0;
  const headEnd =
    abstractAt >= 0
      ? abstractAt
      : lines.findIndex(
          (line, index) => abstractHeading.test(text(line)) || (startsAbstract(text(line)) && isFollowedByProse(index)),
        );
  const head = lines.slice(0, isMirror ? 1 : headEnd >= 0 ? headEnd : Math.min(lines.length, 8));
  // In the abstract itself, ids in a sentence are of other publications.
  const withIds = lines.slice(0, linesWithIds).filter((line, index) => index < head.length || idLine.test(text(line)));
  for (const line of withIds) readIdLine(draft, line, text(line));
  if (isMirror) {
    draft.set('title', lines[0]);
    draft.authors(lines.slice(authorsAt + 1, pubmedAt), ',');
    return draft.finish({ start: lines[0]?.end ?? 0, end: lines[authorsAt]?.start ?? source.length });
  }
  readHead(draft, head, text);
  keepLabelled(draft, head, text);
  const bodyLine = headEnd >= 0 ? lines[headEnd] : lines[1];
  return draft.finish({ start: bodyLine?.start ?? 0, end: source.length });
}

/** A line that begins with an id or a link to one. */
const idLine = /^(?:article )?(?:PMC?ID|doi|https?:\/\/(?:dx\.)?doi\.org)\b/i;

function isAbstractLine(text: string): boolean {
  return /^(?:structured )?abstract\s*:?$/i.test(text);
}

function linesWithin(source: string): Line[] {
  const all: Line[] = [];
  let last: Line | undefined;
  let previous: Line | undefined;
  let beforeThat: Line | undefined;
  for (const line of scanLines(source)) {
    if (all.length < headLines) all.push(line);
    else {
      beforeThat = previous;
      previous = last;
      last = line;
    }
  }
  // The mirror form closes with the authors and a link.
  for (const line of [beforeThat, previous, last]) if (line) all.push(line);
  return all;
}

const longestTitle = 500;
/** A line by itself, without names below it, is taken for a title from this length on. */
const shortestTitle = 40;

function readHead(draft: PublicationDraft, head: readonly Line[], text: (line: Line) => string): void {
  const citationAt = head.findIndex((line) => isCitation(text(line)) || isJournalLine(text(line)));
  const citation = head[citationAt];
  if (citation) readCitation(draft, citation, text(citation), head[citationAt - 1]);
  const isBelowTitle =
    citation !== undefined &&
    !isCitation(text(citation)) &&
    head.slice(0, citationAt).some((line) => isLikeTitle(line, text(line)) || isPeople(text(line)));
  if (citation && !isBelowTitle) {
    const title = head[citationAt + 1];
    if (title && !isNameList(text(title))) draft.set('title', title);
    const authors = head.find(
      (line, index) =>
        index > citationAt + 1 &&
        /[*\u2020\u2021\d,]\s*,|^[^.]{3,}, [^.]{3,}$/.test(text(line)) &&
        !isChrome(text(line)),
    );
    if (authors) draft.authors([authors], ',');
    return;
  }
  const authorsAt = readLabelledHead(draft, head, text) ?? readNames(draft, head, text);
  const above = head.slice(0, Math.min(authorsAt ?? head.length, isBelowTitle ? citationAt : head.length));
  const possible = above.filter((line) => mayBeTitle(line, text(line)));
  const [title, second] = possible.filter((line) => line.end - line.start >= shortestTitle);
  if (title && (!second || title === head[0])) readTitleLine(draft, title, text(title));
  // A short line is the title where it alone stands above the names of the authors.
  else if (!title && authorsAt !== undefined && possible.length === 1 && possible[0] === head[authorsAt - 1])
    draft.set('title', possible[0]);
}

/** A line that may be a title by itself, and is long enough for one. */
function isLikeTitle({ start, end }: Line, text: string): boolean {
  return end - start >= shortestTitle && mayBeTitle({ start, end }, text);
}

/** Headings inside a line: it is a whole abstract. */
const holdsAbstract =
  /\b(?:BACKGROUND|METHODS|RESULTS|CONCLUSIONS?):|\b(?:BACKGROUND|METHODS) .*\b(?:RESULTS|CONCLUSIONS?) /;

function mayBeTitle({ start, end }: Span, text: string): boolean {
  return end - start <= longestTitle && !isChrome(text) && !holdsAbstract.test(text) && !isPeople(text);
}

function isPeople(text: string): boolean {
  return hasDegrees(text) || isNameList(text);
}

/** The line of names below a title; returns where it stands. */
function readNames(draft: PublicationDraft, head: readonly Line[], text: (line: Line) => string): number | undefined {
  const at = head.findIndex((line, index) => index > 0 && isNameList(text(line)));
  const line = head[at];
  if (!line || draft.reference.authors) return undefined;
  draft.authors([line], ',');
  return at;
}

/** A title may carry its journal: `Title : Journal`, `Title. Lancet 2016; 388: 1281-1290.` */
function readTitleLine(draft: PublicationDraft, line: Line, text: string): void {
  const cited =
    /^(.{20,}?[.?!]) ([A-Z][^.;:]{2,60}) ((?:19|20)\d\d); ?(\d{1,4})(?:\((\d{1,3})\))?: ?([\w\u2013-]+)\.?$/.exec(
      text.slice(0, 600),
    );
  if (cited) {
    for (const [index, field] of (['title', 'journal', 'year', 'volume', 'issue', 'pages'] as const).entries()) {
      const value = cited[index + 1];
      if (value === undefined) continue;
      const start = line.start + (index === 0 ? 0 : text.lastIndexOf(value));
      draft.set(field, { start, end: start + value.length });
    }
    return;
  }
  const colon = text.lastIndexOf(' : ');
  if (colon > 20) {
    draft.set('title', { start: line.start, end: line.start + colon });
    draft.set('journal', { start: line.start + colon + 3, end: line.end });
  } else draft.set('title', line);
}

/** Names that a publisher parts with points, each with its degrees. */
const parted = / [\u2219\u00b7\u2022] /;

/**
 * Lines such as `Authors: A, B et al.`, `Publication Title` over the journal, `Authors` over a list with dashes, names
 * with degrees. Returns where the first authors stand: a title stands above them.
 */
function readLabelledHead(
  draft: PublicationDraft,
  head: readonly Line[],
  text: (line: Line) => string,
): number | undefined {
  let authorsAt: number | undefined;
  for (const [index, line] of head.entries()) {
    const content = text(line);
    const next = head[index + 1];
    if (/^authors?: /i.test(content)) {
      const start = line.start + content.indexOf(':') + 2;
      draft.authors([{ start, end: line.end }], content.includes(';') ? ';' : ',');
      authorsAt ??= index;
    } else if (parted.test(content) && hasDegrees(content) && !draft.reference.authors) {
      draft.authors([line], '\u2219');
      authorsAt ??= index;
    } else if (/^authors?$/i.test(content)) {
      const list = head.slice(index + 1).filter((item) => text(item).startsWith('- '));
      draft.authors(
        list.map((item) => ({ start: item.start + 2, end: item.end })),
        '',
      );
      authorsAt ??= index;
    } else if (/^publication title$/i.test(content) && next) draft.set('journal', next);
    else if (/^publication date$/i.test(content) && next)
      draft.group('year', /(?:^|\D)((?:19|20)\d\d)(?!\d)/.exec(text(next)), 1, next.start);
    else if (hasDegrees(content) && content.includes(';') && !draft.reference.authors) {
      draft.authors([line], ';');
      authorsAt ??= index;
    }
  }
  return authorsAt;
}
