import type { Mention, ReadContext, Reading, TrialReader } from '../../formats.js';
import type { CodedPhase, Evidence, Reference, Trial } from '../../generated/trial.js';
import { findIdentifiers } from '../../identifiers.js';
import type { Publication } from '../abstract/bibliography.js';
import { type FoundId, groupIds, ownTrials } from '../abstract/own-trials.js';
import { draftTrials } from '../abstract/trials.js';
import type { TrialDraft } from '../draft.js';
import type { InferenceStage } from '../infer/rule.js';
import { inferFromProse } from '../infer/stage.js';
import { type Article, readArticles } from './articles.js';
import { MappedText } from './mapped-text.js';
import { centersOfType, otherTypes, phaseOfType, randomizedType } from './publication-types.codes.js';

const format = 'pubmed-xml';
const roots = /<(?:PubmedArticleSet|PubmedArticle|MedlineCitationSet|MedlineCitation)[\s>/]/;

export interface PubmedXmlOptions {
  /** Replaces the stage that reads values out of prose. */
  readonly inference?: InferenceStage;
}

/**
 * Makes a reader of PubMed files and MEDLINE sets, the structured siblings of abstracts: each article gives its
 * citation and the trials that it reports, by the data banks it lists and by its abstract.
 */
export function createPubmedXmlReader(options: PubmedXmlOptions = {}): TrialReader {
  const inference = options.inference ?? inferFromProse;
  return {
    format,
    title: 'PubMed XML: an article or a set',
    accepts: (source) => /^\uFEFF?\s*</.test(source) && roots.test(beforeContent(source.slice(0, 4000))),
    read(source, context): Reading {
      const readings = readArticles(source).map((article) => readArticle(source, article, context, inference));
      return {
        kind: 'publication',
        trials: readings.flatMap(({ trials }) => trials),
        citations: readings.map(({ citation }) => citation),
        mentions: readings.flatMap(({ mentions }) => mentions),
      };
    },
  };
}

export const pubmedXmlReader: TrialReader = createPubmedXmlReader();

/** The beginning of a document up to and with its first element. */
function beforeContent(head: string): string {
  const root = head.search(/<[A-Za-z_]/);
  return root < 0 ? '' : head.slice(root, root + 60);
}

interface ArticleReading {
  readonly trials: Trial[];
  readonly citation: Reference;
  readonly mentions: Mention[];
}

function readArticle(
  source: string,
  article: Article,
  context: ReadContext,
  inference: InferenceStage,
): ArticleReading {
  const { document, publication, listed } = toDocument(article);
  const found = findIdentifiers(document.text);
  const { body } = publication;
  const named = ownTrials(
    document.text,
    body,
    found.filter(({ start }) => start >= body.start && start < body.end),
  );
  // Data banks list the trials of the publication; the text may name the same again, or further ones.
  const own = groupIds(unique([...found.filter(({ start }) => start >= listed), ...named.flatMap(({ ids }) => ids)]));
  const types = article.publicationTypes.map(({ text }) => text.trim());
  const isOther = own.length === 0 && types.some((type) => otherTypes.has(type));
  const state = (draft: TrialDraft): void => stateTypes(draft, article, document);
  const report = { format, text: document.text, publication, own, state };
  const drafts = isOther ? [] : draftTrials(report, context, inference);
  const ids = new Set(own.flatMap((trial) => trial.ids.map(({ value }) => value)));
  const trials = drafts.map((draft) => withEvidence(source, draft, document, article, context));
  const mentions = found.flatMap(({ value, registry, start, end }): Mention[] => {
    const span = ids.has(value) ? undefined : document.sourceSpan({ start, end });
    return span ? [{ value, registry, start: span.start }] : [];
  });
  return { trials, citation: publication.reference, mentions };
}

function unique(ids: readonly FoundId[]): FoundId[] {
  const seen = new Set<string>();
  return ids.filter(({ value }) => !seen.has(value) && seen.add(value));
}

/** Title, abstract, and ids of data banks as one text, which knows its places in the source. */
function toDocument(article: Article): { document: MappedText; publication: Publication; listed: number } {
  const document = new MappedText();
  const title = document.append(article.title);
  document.addOwn('\n');
  const start = document.length;
  for (const { label, text } of article.sections) {
    if (label !== '') document.addOwn(`${label}: `);
    document.append(text);
    document.addOwn('\n');
  }
  const body = { start, end: document.length };
  const listed = document.length;
  for (const accession of article.accessions) {
    document.append(accession);
    document.addOwn('\n');
  }
  const text = document.text.slice(title.start, title.end);
  const reference: Reference = { ...article.reference, ...(text !== '' && { title: text }) };
  return { document, publication: { reference, spans: new Map(), title, body }, listed };
}

/** What the indexing says of the trial of a publication, by the types of the publication. */
function stateTypes(draft: TrialDraft, article: Article, document: MappedText): void {
  const { trial, evidence } = draft;
  const phases: CodedPhase[] = [];
  for (const type of article.publicationTypes) {
    const verbatim = type.text.trim();
    const span = document.append(type);
    document.addOwn('\n');
    const phase = phaseOfType.get(verbatim);
    const centers = centersOfType.get(verbatim);
    if (phase) {
      evidence.normalized(`/phases/${phases.length}`, 'publication-type', span);
      phases.push({ code: phase, verbatim });
    }
    if (verbatim === randomizedType) {
      trial.design = { ...trial.design, allocation: { code: 'RANDOMIZED', verbatim } };
      evidence.normalized('/design/allocation', 'publication-type', span);
    }
    if (centers) {
      trial.design = { ...trial.design, centers: { code: centers, verbatim } };
      evidence.normalized('/design/centers', 'publication-type', span);
    }
  }
  if (phases.length > 0) trial.phases = phases;
}

/** The trial with its evidence in places of the source; without it where nobody asked, but for what was inferred. */
function withEvidence(
  source: string,
  draft: TrialDraft,
  document: MappedText,
  article: Article,
  context: ReadContext,
): Trial {
  const trial = draft.finish();
  const entries: Record<string, Evidence> = {};
  for (const [pointer, entry] of Object.entries(trial.evidence ?? {})) {
    if (!context.evidence && entry.kind !== 'inferred') continue;
    const spans = entry.spans?.flatMap((span) => document.sourceSpan(span) ?? []) ?? [];
    entries[pointer] = { ...entry, ...(spans.length > 0 && { spans }) };
    if (spans.length === 0) delete entries[pointer]?.spans;
  }
  if (context.evidence) addReferenceEvidence(source, entries, document, article, trial);
  delete trial.evidence;
  if (Object.keys(entries).length > 0) trial.evidence = entries;
  return trial;
}

function addReferenceEvidence(
  source: string,
  entries: Record<string, Evidence>,
  _document: MappedText,
  article: Article,
  trial: Trial,
): void {
  const [reference] = trial.references ?? [];
  if (!reference) return;
  const texts: (readonly [string, readonly MappedText[]])[] = [['title', [article.title]], ...article.fields];
  for (const [field, parts] of texts) {
    const spans = parts.flatMap((text) => text.sourceSpan({ start: 0, end: text.text.trimEnd().length }) ?? []);
    const raw = spans.map(({ start, end }) => source.slice(start, end)).join(' ');
    if (spans.length === 0) continue;
    entries[`/references/0/${field}`] =
      spans.length === 1 && raw === fieldOf(reference, field)
        ? { kind: 'stated', spans }
        : { kind: 'normalized', rule: 'text-of-elements', spans };
  }
  if (reference.authorsTruncated)
    entries['/references/0/authorsTruncated'] = {
      kind: 'normalized',
      rule: 'author-list',
      path: 'AuthorList/@CompleteYN',
    };
}

function fieldOf(reference: Reference, field: string): unknown {
  let value: unknown = reference;
  for (const step of field.split('/')) value = (value as Record<string, unknown> | undefined)?.[step];
  return value;
}
