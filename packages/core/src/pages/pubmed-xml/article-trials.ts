import type { Mention, ReadContext } from '../../formats.js';
import type { CodedPhase, Evidence, Reference, Trial } from '../../generated/trial.js';
import { findIdentifiers } from '../../identifiers.js';
import { type FoundId, groupIds, ownTrials } from '../abstract/own-trials.js';
import type { Labelled, Publication } from '../abstract/publication.js';
import { draftTrials } from '../abstract/trials.js';
import type { TrialDraft } from '../draft.js';
import type { InferenceStage } from '../infer/rule.js';
import type { Article } from './articles.js';
import { MappedText } from './mapped-text.js';
import {
  animalTypes,
  centersOfType,
  otherTypes,
  phaseOfType,
  randomizedType,
  trialTypes,
} from './publication-types.codes.js';

/** What one article gives. */
export interface ArticleReading {
  readonly trials: Trial[];
  readonly citation: Reference;
  readonly mentions: Mention[];
}

/** How an article is read, and for which format. */
export interface ArticleOptions {
  readonly format: string;
  readonly inference: InferenceStage;
  /** Whether the places of what is stated are given. */
  readonly evidence: boolean;
}

/**
 * Reads the trials of an article: those of the ids that data banks list and its abstract names as its own. The types of
 * the publication decide whether it reports a trial, where they say so or say otherwise.
 */
export function readArticle(
  source: string,
  article: Article,
  context: ReadContext,
  options: ArticleOptions,
): ArticleReading {
  const { document, publication, listed, listedEnd } = toDocument(article);
  const found = findIdentifiers(document.text);
  const { body } = publication;
  const named = ownTrials(
    document.text,
    body,
    found.filter(({ start }) => start >= body.start && start < body.end),
  );
  // Data banks list the trials of the publication; the text may name the same again, or further ones.
  const own = groupIds(
    unique([...found.filter(({ start }) => start >= listed && start < listedEnd), ...named.flatMap(({ ids }) => ids)]),
  );
  const types = article.publicationTypes.map(({ text }) => text.trim());
  const isTrial = types.some((type) => trialTypes.test(type));
  const isOther = types.some((type) => animalTypes.test(type) || (!isTrial && otherTypes.has(type)));
  const state = (draft: TrialDraft): void => stateTypes(draft, article, document);
  const report = { format: options.format, text: document.text, publication, own, isTrial, state };
  const drafts = isOther ? [] : draftTrials(report, context, options.inference);
  const trials = drafts.map((draft) => withEvidence(source, draft, document, article, options.evidence));
  const ids = new Set(trials.flatMap(({ identifiers }) => identifiers?.map(({ value }) => value) ?? []));
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

interface DocumentOfArticle {
  readonly document: MappedText;
  readonly publication: Publication;
  /** Where the ids of data banks begin and end. */
  readonly listed: number;
  readonly listedEnd: number;
}

/** Title, abstract, and ids of data banks as one text, which knows its places in the source. */
function toDocument(article: Article): DocumentOfArticle {
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
  const listedEnd = document.length;
  const others = article.others.map(({ path, text }): Labelled => {
    const span = document.append(text);
    document.addOwn('\n');
    return { path, ...span };
  });
  const text = document.text.slice(title.start, title.end);
  const reference: Reference = { ...article.reference, ...(text !== '' && { title: text }) };
  return { document, publication: { reference, spans: new Map(), title, body, others }, listed, listedEnd };
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
  evidence: boolean,
): Trial {
  const trial = draft.finish();
  const entries: Record<string, Evidence> = {};
  for (const [pointer, entry] of Object.entries(trial.evidence ?? {})) {
    if (!evidence && entry.kind !== 'inferred') continue;
    const spans = entry.spans?.flatMap((span) => document.sourceSpan(span) ?? []) ?? [];
    const path = onlyOne(entry.spans?.map((span) => document.pathOf(span)) ?? []);
    entries[pointer] = { ...entry, ...(spans.length > 0 && { spans }), ...(path !== undefined && { path }) };
    if (spans.length === 0) delete entries[pointer]?.spans;
  }
  if (evidence) addReferenceEvidence(source, entries, article, trial);
  delete trial.evidence;
  if (Object.keys(entries).length > 0) trial.evidence = entries;
  return trial;
}

function addReferenceEvidence(source: string, entries: Record<string, Evidence>, article: Article, trial: Trial): void {
  const [reference] = trial.references ?? [];
  if (!reference) return;
  const texts: (readonly [string, readonly MappedText[]])[] = [['title', [article.title]], ...article.fields];
  for (const [field, parts] of texts) {
    const spans = parts.flatMap((text) => text.sourceSpan({ start: 0, end: text.text.trimEnd().length }) ?? []);
    const raw = spans.map(({ start, end }) => source.slice(start, end)).join(' ');
    if (spans.length === 0) continue;
    const path = pathOfParts(parts);
    entries[`/references/0/${field}`] = {
      ...(spans.length === 1 && raw === fieldOf(reference, field)
        ? { kind: 'stated' }
        : { kind: 'normalized', rule: 'text-of-elements' }),
      spans,
      ...(path !== undefined && { path }),
    };
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

function onlyOne(paths: readonly (string | undefined)[]): string | undefined {
  return paths.every((path) => path === paths[0]) ? paths[0] : undefined;
}

/** The path of an element, or of the one around the parts of a name. */
function pathOfParts(parts: readonly MappedText[]): string | undefined {
  const paths = parts.map(({ path }) => path);
  return paths.length === 1 ? paths[0] : onlyOne(paths.map((path) => path?.replace(/\/[^/]+\/\d+$/, '')));
}
