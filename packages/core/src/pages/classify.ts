import { isAbstractText } from './abstract/detect.js';
import { labelText, type PageGrammar } from './labels.js';
import { scanLines } from './lines.js';
import { type MedpathKey, medpathGrammar } from './medpath/labels.js';
import { isRegistryPage } from './narrative/registry-page.js';
import { withPlainSpaces } from './plain-spaces.js';
import { tableSeparatorOf } from './tables.js';
import { type VeevaKey, veevaGrammar } from './veeva/labels.js';

export type PageFormat = 'veeva-page' | 'medpath-page' | 'pubmed-abstract' | 'narrative';

/** How much of the beginning and of the end of a source is looked at, in UTF-16 code units. */
const looked = 100_000;

/**
 * What a text is, by its content alone: a page of one of the two sites, an abstract, or another text. `undefined` for
 * what is no plain text: JSON, markup, a table of values, bytes. One answer, so that one reader at most accepts it.
 */
export function classifyPage(source: string): PageFormat | undefined {
  if (!beginsAsText(source)) return undefined;
  if (source.length > looked) return classifyText(source);
  if (answered?.source !== source) answered = { source, format: classifyText(source) };
  return answered.format;
}

/** The last answer: each reader of texts asks in turn about the same source. */
let answered: { readonly source: string; readonly format: PageFormat | undefined } | undefined;

function classifyText(source: string): PageFormat | undefined {
  const parts = source.length > 2 * looked ? `${source.slice(0, looked)}\n${source.slice(-looked)}` : source;
  const text = withPlainSpaces(parts);
  if (!isPlainText(text)) return undefined;
  const veeva = labelsIn(text, veevaGrammar, veevaMarks);
  const medpath = labelsIn(text, medpathGrammar, medpathMarks);
  if (listsRecords(text)) return 'narrative';
  if (veeva.isPage || medpath.isPage)
    return medpath.isPage && medpath.count > veeva.count
      ? 'medpath-page'
      : veeva.isPage
        ? 'veeva-page'
        : 'medpath-page';
  return isAbstractText(text) && !isRegistryPage(text) ? 'pubmed-abstract' : 'narrative';
}

/** Labels that only pages of the site print. */
const veevaMarks: ReadonlySet<VeevaKey> = new Set<VeevaKey>([
  'Status and phase',
  'Treatments',
  'Funder types',
  'Details and patient eligibility',
  'Full description',
  'Volunteers',
  'Interventional model',
  'Inclusion and exclusion criteria',
  'participants',
  'Trial contacts and locations',
  'Data sourced from',
  'footer',
]);

const medpathMarks: ReadonlySet<MedpathKey> = new Set<MedpathKey>([
  'Registration Number',
  'Recruitment & Eligibility',
  'Target Recruitment',
  'Study & Design',
  'Arm && Interventions',
  'footer',
]);

/** Labels at the end of every page of a site, a record or not. */
const endings: ReadonlySet<string> = new Set<VeevaKey | MedpathKey>(['Data sourced from', 'footer']);

/** A page of a site shows three labels of a record in their order, one of the site's labels its own. */
function labelsIn<Key extends string>(
  text: string,
  grammar: PageGrammar<Key>,
  marks: ReadonlySet<Key>,
): { isPage: boolean; count: number } {
  let order = -1;
  let count = 0;
  let hasMark = false;
  for (const line of scanLines(text)) {
    const label = labelText(text, line);
    const found = label === undefined ? undefined : grammar.match(label);
    if (!found || found.order <= order) continue;
    order = found.order;
    if (!endings.has(found.key)) count += 1;
    hasMark ||= marks.has(found.key);
  }
  return { isPage: count >= 3 && hasMark, count };
}

/** The labels that a record begins with; one of them is never a line of a description. */
const veevaHead: ReadonlySet<VeevaKey> = new Set<VeevaKey>(['Status and phase', 'Status', 'Conditions', 'Treatments']);
const medpathHead: ReadonlySet<MedpathKey> = new Set<MedpathKey>([
  'Conditions',
  'Interventions',
  'Registration Number',
  'Lead Sponsor',
]);

/** Whether a page of one of the sites lists several records: nothing says which of them a line is about. */
export function listsRecords(text: string): boolean {
  return (
    headsIn(text, veevaGrammar, veevaHead, ['Status and phase', 'Status']) > 1 ||
    headsIn(text, medpathGrammar, medpathHead, ['Registration Number']) > 1
  );
}

/**
 * How often the labels that a record begins with stand in a row, two of them at least and one of the given; counts no
 * further than two.
 */
function headsIn<Key extends string>(
  text: string,
  grammar: PageGrammar<Key>,
  head: ReadonlySet<Key>,
  marks: readonly Key[],
): number {
  let order = Number.POSITIVE_INFINITY;
  let inRow = 0;
  let hasMark = false;
  let isCounted = false;
  let heads = 0;
  for (const line of scanLines(text)) {
    const label = labelText(text, line);
    const found = label === undefined ? undefined : grammar.match(label);
    if (!found) continue;
    inRow = !head.has(found.key) ? 0 : found.order > order ? inRow + 1 : 1;
    order = found.order;
    if (inRow < 2) [hasMark, isCounted] = [false, false];
    hasMark = inRow > 0 && (hasMark || marks.includes(found.key));
    if (inRow < 2 || !hasMark || isCounted) continue;
    isCounted = true;
    heads += 1;
    if (heads > 1) break;
  }
  return heads;
}

/** Whether the first characters are those of a text for people. Records in bulk are JSON or XML: that must be said at once. */
function beginsAsText(source: string): boolean {
  const head = headOf(source);
  return (
    !/^(?:\{|<[\p{L}_:!?/])/u.test(head) &&
    !/^\[\s*(?:[[{"\]]|-?\d+(?:\.\d+)?\s*[,\]]|(?:true|false|null)\s*[,\]]|$)/.test(head)
  );
}

/** Whether what begins as text goes on as one: no table of values, no bytes. */
function isPlainText(text: string): boolean {
  return (
    !/[\u0000-\u0008\u000e-\u001a]/.test(text.slice(0, 20_000)) &&
    /\p{L}/u.test(headOf(text)) &&
    !tableSeparatorOf(text.trimStart())
  );
}

function headOf(text: string): string {
  const start = text.search(/\S/);
  return start < 0 ? '' : text.slice(start, start + 2000);
}
