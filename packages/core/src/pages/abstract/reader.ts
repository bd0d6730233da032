import type { ReadContext, Reading, TrialReader } from '../../formats.js';
import type { Identifier, Span, Trial } from '../../generated/trial.js';
import { findIdentifiers } from '../../identifiers.js';
import { classifyPage } from '../classify.js';
import { mentionsIn, TrialDraft } from '../draft.js';
import { inferEnrollment } from '../infer/enrollment.js';
import { type InferenceStage, type InferredField, inferFromProse } from '../infer/stage.js';
import { longestSentence, sentencesIn } from '../sentences.js';
import { type Publication, readPublication } from './bibliography.js';
import { type OwnTrial, ownTrials, sentenceAt } from './own-trials.js';

const format = 'pubmed-abstract';

export interface AbstractOptions {
  /** Replaces the stage that reads values out of prose. */
  readonly inference?: InferenceStage;
}

/**
 * Makes a reader of abstracts as text. A trial is made for each registry id that the publication reports on, with what
 * the text says of it; where there is none, the publication alone is returned.
 */
export function createPubmedAbstractReader(options: AbstractOptions = {}): TrialReader {
  const inference = options.inference ?? inferFromProse;
  return {
    format,
    title: 'Abstract of a publication, as text',
    accepts: (source) => classifyPage(source) === format,
    read: (source, context) => readAbstract(source, context, inference),
  };
}

export const pubmedAbstractReader: TrialReader = createPubmedAbstractReader();

/** What an abstract can say of its trial in prose. */
const open: ReadonlySet<InferredField> = new Set<InferredField>([
  'phases',
  'allocation',
  'interventionModel',
  'masking',
  'centers',
]);

function readAbstract(source: string, context: ReadContext, inference: InferenceStage): Reading {
  const publication = readPublication(source);
  const whole = { start: publication.title?.start ?? publication.body.start, end: publication.body.end };
  const found = findIdentifiers(source);
  const own = ownTrials(
    source,
    publication.body,
    found.filter(({ start }) => start >= whole.start && start < whole.end),
  );
  const trials = own.map((trial) => {
    const draft = stub(source, context, publication, trial);
    // With several trials, nothing says which of them a sentence is about.
    if (context.infer && own.length === 1) inferFacts(draft, publication, trial, inference);
    return draft.finish();
  });
  const values = new Set(own.flatMap(({ ids }) => ids.map(({ value }) => value)));
  const citations = Object.keys(publication.reference).length > 0 ? [publication.reference] : [];
  return { kind: 'publication', trials, citations, mentions: mentionsIn(source, values) };
}

function stub(source: string, context: ReadContext, publication: Publication, { ids }: OwnTrial): TrialDraft {
  const draft = new TrialDraft(source, format, 'publication', context);
  draft.trial.identifiers = ids.map(({ value, registry, start, end }, index): Identifier => {
    const pointer = `/identifiers/${index}`;
    const text = source.slice(start, end);
    if (text === value) draft.evidence.stated(pointer, { start, end });
    else draft.evidence.normalized(pointer, 'registry-id', { start, end });
    draft.evidence.normalized(`${pointer}/registry`, 'registry-of-id', { start, end });
    draft.evidence.normalized(`${pointer}/role`, 'place-of-id', { start, end });
    const role = { code: index === 0 ? 'PRIMARY' : 'SECONDARY' } as const;
    return { value, role, registry, ...(text !== value && { verbatim: text }) };
  });
  addReference(draft.trial, draft, publication);
  return draft;
}

function addReference(trial: Trial, draft: TrialDraft, { reference, spans }: Publication): void {
  if (Object.keys(reference).length === 0) return;
  trial.references = [{ ...reference }];
  for (const [field, span] of spans) draft.evidence.stated(`/references/0/${field}`, span);
}

function inferFacts(draft: TrialDraft, publication: Publication, trial: OwnTrial, inference: InferenceStage): void {
  const sentences: Span[] = [];
  for (const sentence of sentencesIn(draft.source, publication.body.start, publication.body.end)) {
    if (sentence.end - sentence.start <= longestSentence) sentences.push(sentence);
    if (sentences.length >= 500) break;
  }
  const design = sentences.filter((sentence) => startsWithDesign.test(draft.text(sentence).slice(0, 80)));
  const withId = trial.ids.map(({ start }) => sentenceAt(draft.source, publication.body, start));
  const passages = [publication.title, ...unique([...withId, ...design])].filter(
    (span): span is Span => span !== undefined,
  );
  inference(draft, passages, open);
  inferEnrollment(draft, sentences);
}

const startsWithDesign =
  /^(?:trial design|study design(?: and methods)?|design|methods?|materials and methods|patients and methods|study)\s*:/i;

function unique(spans: readonly Span[]): Span[] {
  const seen = new Set<number>();
  return spans.filter(({ start }) => !seen.has(start) && seen.add(start));
}
