import type { Reference, Span } from '../../generated/trial.js';
import { isClearDegree, isDegree } from './degrees.js';
import { isNameList } from './names.js';

/** A publication as its page names it, with the places of title and abstract. */
export interface Publication {
  readonly reference: Reference;
  /** Fields of the reference with the spans that they were read from. */
  readonly spans: ReadonlyMap<string, Span>;
  readonly title: Span | undefined;
  readonly body: Span;
  /** Labelled values that have no place in the reference, by the path of their label. */
  readonly others?: readonly Labelled[];
}

/** A value with the label that it stands under. */
export interface Labelled extends Span {
  readonly path: string;
}

/** Fields that hold one text. */
export type TextField = 'title' | 'journal' | 'year' | 'volume' | 'issue' | 'pages' | 'doi' | 'pmid' | 'pmcid';

/** A publication in the making. */
export class PublicationDraft {
  readonly reference: Reference = {};
  readonly spans = new Map<string, Span>();
  readonly others: Labelled[] = [];
  private titleSpan: Span | undefined;

  constructor(readonly source: string) {}

  /** Sets a field to the text of a span, lines joined, unless it is set. */
  set(field: TextField, span: Span | undefined): void {
    if (!span || span.start >= span.end || this.reference[field] !== undefined) return;
    this.reference[field] = this.source.slice(span.start, span.end).replace(/\s+/g, ' ');
    this.spans.set(field, { start: span.start, end: span.end });
    if (field === 'title') this.titleSpan = { start: span.start, end: span.end };
  }

  /** Sets a field to the group of a match, where it has one. */
  group(field: TextField, match: RegExpExecArray | null, number: number, offset: number): void {
    const text = match?.[number];
    if (!match || text === undefined) return;
    // Later groups stand further behind: years and pages may hold the same digits as a volume.
    const before = match
      .slice(1, number)
      .reduce((at, group) => (group ? match[0].indexOf(group, at) + group.length : at), 0);
    const start = offset + match.index + match[0].indexOf(text, before);
    this.set(field, { start, end: start + text.length });
  }

  /** Sets fields to the groups of a match, in their order. */
  groups(fields: readonly TextField[], match: RegExpExecArray | null, offset: number): void {
    for (const [index, field] of fields.entries()) this.group(field, match, index + 1, offset);
  }

  authors(lines: readonly Span[], separator: Separator): void {
    const authors: string[] = [];
    let isTruncated = false;
    for (const line of lines) {
      for (const part of partsOf(this.source.slice(line.start, line.end).replace(/\s+/g, ' '), separator)) {
        const name = cleanAuthor(part);
        const last = withoutEtAl(name);
        isTruncated ||= last !== name && !noAuthors.test(name) && !/^show /i.test(name);
        if (last !== '' && !isMark(last)) authors.push(last);
      }
    }
    if (authors.length === 0 || authors.length > 5000) return;
    const last = authors.at(-1) ?? '';
    // The stop of the list, where no name has one of its own.
    if (/ \p{Lu}{1,4}\.$/u.test(last) && authors.filter((name) => name.endsWith('.')).length === 1)
      authors[authors.length - 1] = last.slice(0, -1);
    this.reference.authors = authors;
    if (isTruncated) this.reference.authorsTruncated = true;
    const end = lines.at(-1)?.end;
    if (!lines[0] || end === undefined) return;
    const span = { start: lines[0].start, end };
    this.spans.set('authors', span);
    if (isTruncated) this.spans.set('authorsTruncated', span);
  }

  finish(body: Span): Publication {
    const { reference, spans, others } = this;
    return { reference, spans, title: this.titleSpan, body, ...(others.length > 0 && { others }) };
  }
}

/** What parts the names of a list; the bullet stands for any point between blanks. */
export type Separator = ',' | ';' | '\u2219' | '';

/** Names apart. Behind the commas of a list a semicolon parts the people from their group. */
function partsOf(text: string, separator: Separator): string[] {
  if (separator === '') return [text];
  if (separator === ';') return withoutDegrees(text.split(';'));
  if (separator === '\u2219') return withoutDegrees(text.split(/ [\u2219\u00b7\u2022] /));
  return text
    .split(/[,;]| & /)
    .flatMap((part) =>
      part.includes(' and ') && isNameList(part) && !institution.test(part) ? part.split(' and ') : part,
    );
}

/** An "and" inside the name of one of these parts no people. */
const institution =
  /\b(?:Institutes?|Groups?|Foundation|Cent(?:er|re)s?|Society|College|University|Hospitals?|Council|Agency|Department|Committees?|Investigators|Network|Consortium|Collaborat(?:ion|ors))\b/;

/** Degrees, and the marks of footnotes that a comma parts from their name. */
function isMark(text: string): boolean {
  return /^[\d*\u2020\u2021\u00a7\u00b6#]{1,4}$/.test(text) || isDegree(text.replace(/[\d*\u2020\u2021]{1,4}$/, ''));
}

/**
 * `Ann Doe, PhD, MPH; Bob Roe, MD`: names without the degrees behind them. In `Doe, MA; Roe, BS` initials look the same: a
 * list has degrees only where a long one stands in it, and two words at least before each first comma.
 */
function withoutDegrees(people: readonly string[]): string[] {
  const lists = people.map((person) => person.slice(0, 300).split(','));
  const isLong = lists.some(([, ...others]) => others.some((part) => isClearDegree(part)));
  const areWhole = lists.every(([name = '']) => name.trim() === '' || /\S\s+\S/.test(name.trim()));
  if (!isLong || !areWhole) return [...people];
  return lists.map((parts) => parts.filter((part, index) => index === 0 || !isMark(part.trim())).join(','));
}

const noAuthors = /^\[?no authors listed\]?\.?$/i;

/** A name without the words that say that others follow. */
function withoutEtAl(name: string): string {
  if (
    /^(?:et al\.?|and others|\+ ?\d{1,3}(?: (?:more|others|authors))?|show (?:all|more|less|footnotes)(?: authors)?)$/i.test(
      name,
    ) ||
    noAuthors.test(name)
  )
    return '';
  return name.length > 200 ? name : name.replace(/ et al\.?$/i, '');
}

/** An author without the marks of footnotes, a group without the words that it is spoken for by. */
function cleanAuthor(text: string): string {
  return text
    .slice(0, 300)
    .replace(
      /(?:\s*[*\u2020\u2021\u00a7\u00b6#\u2016,]|\s*\(\d{1,3}\)\.?|\s+\d{1,2}(?!\d)|(?<=\p{Ll})\d{1,2}(?!\d))+\s*$/u,
      '',
    )
    .trim()
    .replace(/^et al\.? (?=\p{Lu})/u, '')
    .replace(/^Prof\.? (?=\p{Lu})/u, '')
    .replace(/^(?:and )?(?:on behalf of|for) (?:the |all )?/i, '')
    .replace(/^and (?=\p{Lu})/u, '');
}
