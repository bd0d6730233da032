import type { Reference, Span } from '../../generated/trial.js';
import { type Line, scanLines } from '../lines.js';
import { abstractHeading, dump } from './detect.js';

/** A publication as its page names it, with the places of title and abstract. */
export interface Publication {
  readonly reference: Reference;
  /** Fields of the reference with the spans that they were read from. */
  readonly spans: ReadonlyMap<string, Span>;
  readonly title: Span | undefined;
  readonly body: Span;
}

const headLines = 80;

/** Reads the publication that a page of an abstract is about, in the forms of the sites that print such pages. */
export function readPublication(source: string): Publication {
  const lines = linesWithin(source);
  const text = (line: Line): string => source.slice(line.start, Math.min(line.end, line.start + 20_000));
  const [first] = lines;
  if (first && dump.test(text(first))) return readDump(source, first);
  const draft = new Draft(source);
  const abstractAt = lines.findIndex((line) => isAbstractLine(text(line)));
  const authorsAt = lines.findLastIndex((line) => /^authors?$/i.test(text(line)));
  const pubmedAt = lines.findLastIndex((line) => /^view on pubmed$/i.test(text(line)));
  readIds(draft, lines.slice(0, 40), text);
  if (pubmedAt >= 0 && authorsAt > 0) {
    draft.set('title', lines[0]);
    draft.authors(lines.slice(authorsAt + 1, pubmedAt), ',');
    return draft.finish({ start: lines[0]?.end ?? 0, end: lines[authorsAt]?.start ?? source.length });
  }
  const headEnd = abstractAt >= 0 ? abstractAt : lines.findIndex((line) => abstractHeading.test(text(line)));
  const head = lines.slice(0, headEnd >= 0 ? headEnd : Math.min(lines.length, 8));
  readHead(draft, head, text);
  const bodyLine = headEnd >= 0 ? lines[headEnd] : lines[1];
  return draft.finish({ start: bodyLine?.start ?? 0, end: source.length });
}

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

/** Collects a reference with its spans. */
class Draft {
  readonly reference: Reference = {};
  readonly spans = new Map<string, Span>();
  titleSpan: Span | undefined;

  constructor(readonly source: string) {}

  set(
    field: 'title' | 'journal' | 'year' | 'volume' | 'issue' | 'pages' | 'doi' | 'pmid' | 'pmcid',
    span: Span | undefined,
  ): void {
    if (!span || span.start >= span.end || this.reference[field] !== undefined) return;
    this.reference[field] = this.source.slice(span.start, span.end);
    this.spans.set(field, { start: span.start, end: span.end });
    if (field === 'title') this.titleSpan = { start: span.start, end: span.end };
  }

  /** Adds the group of a match, where it has one. */
  group(field: Parameters<Draft['set']>[0], match: RegExpExecArray | null, number: number, offset: number): void {
    const text = match?.[number];
    if (!match || text === undefined) return;
    // Later groups stand further behind: years and pages may hold the same digits as a volume.
    const before = match
      .slice(1, number)
      .reduce((at, group) => (group ? match[0].indexOf(group, at) + group.length : at), 0);
    const start = offset + match.index + match[0].indexOf(text, before);
    this.set(field, { start, end: start + text.length });
  }

  authors(lines: readonly Span[], separator: ',' | ';' | ''): void {
    const authors: string[] = [];
    let isTruncated = false;
    for (const line of lines) {
      const text = this.source.slice(line.start, line.end);
      const parts = separator === '' ? [text] : text.split(separator);
      for (const part of parts) {
        const name = cleanAuthor(part);
        const last = withoutEtAl(name);
        isTruncated ||= last !== name;
        if (last !== '') authors.push(last);
      }
    }
    if (authors.length === 0 || authors.length > 5000) return;
    this.reference.authors = authors;
    if (isTruncated) this.reference.authorsTruncated = true;
    const last = lines.at(-1);
    if (!lines[0] || !last) return;
    const span = { start: lines[0].start, end: last.end };
    this.spans.set('authors', span);
    if (isTruncated) this.spans.set('authorsTruncated', span);
  }

  finish(body: Span): Publication {
    return { reference: this.reference, spans: this.spans, title: this.titleSpan, body };
  }
}

/** A name without the words that say that others follow. */
function withoutEtAl(name: string): string {
  if (/^(?:et al\.?|and others)$/i.test(name)) return '';
  return name.length > 200 ? name : name.replace(/ et al\.?$/i, '');
}

/** An author without the marks of footnotes. */
function cleanAuthor(text: string): string {
  return text
    .slice(0, 300)
    .replace(/(?:\s*[*\u2020\u2021\u00a7\u00b6#\u2016]+|\s+\d{1,2}|,)+\s*$/, '')
    .trim();
}

const pmid = /\bPMID: ?(\d{1,8})\b/;
const pmcid = /\bPMCID: ?(PMC\d{1,9})\b/;
/** `56(5):p 444-451, May/June 2022`: volume, issue, pages and year as one publisher prints them. */
const pagesLine = /^Pages? ([\w\u2013-]+) \|/;
const issueLine = /\b(\d{1,4})\(([^()]{1,12})\):p ?([\w\u2013-]+), [^.|]{0,40}?((?:19|20)\d\d)\b/;
const doi = /(?:\bdoi: ?|doi\.org\/)(10\.\d{4,9}\/[^\s;,|]+[^\s;,|.])/i;
const pmcLine = /^\. ((?:19|20)\d\d) [A-Z][a-z]{2}(?: \d{1,2})?;(\d+)(?:\(([^)]{1,20})\))?:([\w\u2013-]+)\./;

function readIds(draft: Draft, lines: readonly Line[], text: (line: Line) => string): void {
  for (const line of lines) {
    const content = text(line).slice(0, 1000);
    draft.group('pmid', pmid.exec(content), 1, line.start);
    draft.group('pmcid', pmcid.exec(content), 1, line.start);
    draft.group('doi', doi.exec(content), 1, line.start);
    draft.group('pages', pagesLine.exec(content), 1, line.start);
    const issue = issueLine.exec(content);
    for (const [index, field] of (['volume', 'issue', 'pages', 'year'] as const).entries())
      draft.group(field, issue, index + 1, line.start);
  }
}

/** A line that is certainly not a title: site chrome, dates, numbers, ids. */
const notTitle =
  /cookies|personal data|javascript|skip to|link to|logo\b|^\d[\d,.]*$|^pages? \d|received|published|accepted|orcid|^\. (?:19|20)\d\d|\bPMC?ID:|doi:|^keywords|^authors?\b|^document type|^publication|^abstract|open access|original article|^research paper$|^volume|^vol\.|^author information/i;

function readHead(draft: Draft, head: readonly Line[], text: (line: Line) => string): void {
  const citationAt = head.findIndex((line) => pmcLine.test(text(line)));
  const citation = head[citationAt];
  if (citation) {
    const match = pmcLine.exec(text(citation));
    for (const [index, field] of (['year', 'volume', 'issue', 'pages'] as const).entries())
      draft.group(field, match, index + 1, citation.start);
    draft.set('title', head[citationAt + 1]);
    const authors = head.find(
      (line, index) =>
        index > citationAt + 1 &&
        /[*\u2020\u2021\d,]\s*,|^[^.]{3,}, [^.]{3,}$/.test(text(line)) &&
        !notTitle.test(text(line)),
    );
    if (authors) draft.authors([authors], ',');
    return;
  }
  const authorsAt = readLabelledHead(draft, head, text);
  const above = authorsAt === undefined ? head : head.slice(0, authorsAt);
  const candidates = above.filter(
    (line) =>
      line.end - line.start >= 40 &&
      line.end - line.start <= 500 &&
      !notTitle.test(text(line)) &&
      !isPersonLine(text(line)),
  );
  const [title, second] = candidates;
  if (title && (!second || title === head[0])) readTitleLine(draft, title, text(title));
}

function isPersonLine(text: string): boolean {
  return /\b(?:MD|PhD|MSc?|BSc)\b/.test(text) && text.includes(',');
}

/** A title may carry its journal: `Title : Journal`, `Title. Lancet 2016; 388: 1281-1290.` */
function readTitleLine(draft: Draft, line: Line, text: string): void {
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

/**
 * Lines such as `Authors: A, B et al.`, `Publication Title` over the journal, `Authors` over a list with dashes, names
 * with degrees. Returns where the first authors stand: a title stands above them.
 */
function readLabelledHead(draft: Draft, head: readonly Line[], text: (line: Line) => string): number | undefined {
  let authorsAt: number | undefined;
  for (const [index, line] of head.entries()) {
    const content = text(line);
    const next = head[index + 1];
    if (/^authors?: /i.test(content)) {
      const start = line.start + content.indexOf(':') + 2;
      draft.authors([{ start, end: line.end }], content.includes(';') ? ';' : ',');
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
    else if (isPersonLine(content) && content.includes(';') && !draft.reference.authors) {
      draft.authors([line], ';');
      authorsAt ??= index;
    }
  }
  return authorsAt;
}

/** `key: ... authors: A; B title: T date: D journal: J DOI: X doc_id: N cord_uid: U` and the text behind it. */
function readDump(source: string, line: Line): Publication {
  const draft = new Draft(source);
  const text = source.slice(line.start, Math.min(line.end, line.start + 6000));
  const keys = ['authors', 'title', 'date', 'journal', 'DOI', 'doc_id', 'cord_uid'];
  const places: { key: string; start: number; from: number }[] = [];
  let at = 0;
  for (const key of keys) {
    const start = text.indexOf(` ${key}: `, at);
    if (start < 0) continue;
    places.push({ key, start, from: start + key.length + 3 });
    at = start + 1;
  }
  for (const [index, place] of places.entries()) {
    const end = places[index + 1]?.start ?? firstWordEnd(text, place.from);
    const span = { start: line.start + place.from, end: line.start + end };
    if (place.key === 'authors') draft.authors([span], ';');
    else if (place.key === 'title') draft.set('title', span);
    else if (place.key === 'journal') draft.set('journal', span);
    else if (place.key === 'DOI') draft.set('doi', span);
    else if (place.key === 'date' && /^(?:19|20)\d\d/.test(text.slice(place.from)))
      draft.set('year', { start: span.start, end: span.start + 4 });
  }
  const last = places.at(-1);
  return draft.finish({ start: line.start + (last ? firstWordEnd(text, last.from) : 0), end: source.length });
}

function firstWordEnd(text: string, from: number): number {
  const blank = text.indexOf(' ', from);
  return blank < 0 ? text.length : blank;
}
