import type { Span } from '../../generated/trial.js';
import { longestList } from '../draft.js';
import { scanLines } from '../lines.js';
import { type Article, emptyArticle, type Field, set } from '../pubmed-xml/articles.js';
import { MappedText } from '../pubmed-xml/mapped-text.js';

const tag = /^([A-Z][A-Z0-9]{1,3}) {0,2}- ?/;

/** Whether a text is a citation, or several, in the tagged form of MEDLINE: `PMID- 1`, `TI  - A title.` */
export function isMedline(source: string): boolean {
  return /^\s*PMID- ?\d/.test(source.slice(0, 200)) && /^TI {2}- /m.test(source.slice(0, 20_000));
}

interface TaggedField extends Span {
  readonly tag: string;
}

/** Fields of the reference that hold one text. */
const fields: ReadonlyMap<string, Field> = new Map([
  ['PMID', 'pmid'],
  ['PMC', 'pmcid'],
  ['JT', 'journal'],
  ['DP', 'year'],
  ['VI', 'volume'],
  ['IP', 'issue'],
  ['PG', 'pages'],
]);

/**
 * Reads citations in the tagged form of MEDLINE, each from its PMID to the next; what no field holds is kept. `onCut` is
 * called for each tag of a citation behind the first 200,000, which is not read.
 */
export function readMedline(source: string, onCut: (field: Span) => void): Article[] {
  const articles: Article[] = [];
  let record: TaggedField[] = [];
  const close = (): void => {
    if (record.length > 0) articles.push(toArticle(source, record, articles.length));
    record = [];
  };
  for (const field of fieldsIn(source)) {
    if (field.tag === 'PMID') close();
    if (record.length < longestList) record.push(field);
    else onCut(field);
  }
  close();
  return articles;
}

/** Each tag with its text, which goes on in lines that are indented. */
function* fieldsIn(source: string): Generator<TaggedField> {
  let last: { tag: string; start: number; end: number } | undefined;
  for (const line of scanLines(source)) {
    const match = line.indent === 0 ? tag.exec(source.slice(line.start, line.start + 8)) : null;
    if (match?.[1]) {
      if (last && last.start < last.end) yield last;
      last = { tag: match[1], start: line.start + match[0].length, end: line.end };
    } else if (last) last.end = line.end;
  }
  if (last && last.start < last.end) yield last;
}

function toArticle(source: string, record: readonly TaggedField[], index: number): Article {
  const article = emptyArticle(index);
  const has = (name: string): boolean => record.some((field) => field.tag === name);
  // Full names come beside short ones, the journal's title beside its abbreviation.
  const names = has('FAU') ? 'FAU' : 'AU';
  const shorter = new Set([...(has('FAU') ? ['AU'] : []), ...(has('JT') ? ['TA'] : [])]);
  for (const field of record) {
    const text = textOf(source, field);
    const name = field.tag === 'TA' && !has('JT') ? 'JT' : field.tag;
    if (name === 'TI') article.title.append(text);
    else if (name === 'AB') article.sections.push({ label: '', text });
    else if (name === names || name === 'CN') addAuthor(article, text);
    else if (name === 'PT') article.publicationTypes.push(text);
    else if (name === 'SI') article.accessions.push(textOf(source, afterBank(source, field)));
    else if ((name === 'LID' || name === 'AID') && addLocation(article, source, field)) continue;
    else if (name === 'RIN') addRetraction(article, text);
    else if (!addField(article, name, text) && !shorter.has(name)) article.others.push({ path: `/${name}`, text });
  }
  return article;
}

function textOf(source: string, { start, end }: Span): MappedText {
  const text = new MappedText();
  text.add(source.slice(start, end), start);
  return text;
}

/** `ClinicalTrials.gov/NCT01234567`: the id behind the name of its data bank. */
function afterBank(source: string, { start, end }: Span): Span {
  const slash = source.slice(start, end).indexOf('/');
  return { start: start + slash + 1, end };
}

/** `10.1000/x [doi]`; a page number, `123 [pii]`, is none. */
function addLocation(article: Article, source: string, { start, end }: Span): boolean {
  const match = /^(\S{1,300}) \[doi\]$/.exec(source.slice(start, end));
  if (!match?.[1]) return false;
  set(article, 'doi', textOf(source, { start, end: start + match[1].length }));
  return true;
}

/** Sets a field of the reference; whether that holds all that the text says: a year is not all of a date. */
function addField(article: Article, name: string, text: MappedText): boolean {
  const field = fields.get(name);
  if (!field) return false;
  set(article, field, text);
  return article.reference[field] === text.text.trim();
}

function addAuthor(article: Article, text: MappedText): void {
  article.reference.authors ??= [];
  article.fields.set(`authors/${article.reference.authors.length}`, [text]);
  article.reference.authors.push(text.text.trim());
}

function addRetraction(article: Article, text: MappedText): void {
  article.reference.retractions ??= [];
  const notices = article.reference.retractions;
  article.fields.set(`retractions/${notices.length}/source`, [text]);
  notices.push({ source: text.text.trim() });
}
