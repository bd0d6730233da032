import type { ReadContext, Reading, TrialReader } from '../../formats.js';
import type { Identifier, Span, Trial } from '../../generated/trial.js';
import { findIdentifiers } from '../../identifiers.js';
import { classifyPage } from '../classify.js';
import { mentionsIn, TrialDraft } from '../draft.js';
import { inferEnrollment } from '../infer/enrollment.js';
import type { InferenceStage, InferredField } from '../infer/rule.js';
import { inferFromProse } from '../infer/stage.js';
import { longestSentence, sentencesIn } from '../sentences.js';
import { type Publication, readPublication } from './bibliography.js';
import { type OwnTrial, ownTrials, reportsTrial, sentenceAt } from './own-trials.js';

const format = 'pubmed-abstract';

export interface AbstractOptions {
  /** Replaces the stage that reads values out of prose. */
  readonly inference?: InferenceStage;
}

/**
 * Makes a reader of abstracts as text. A trial is made for each registry id that the publication reports on, with what
 * the text says of it; one without an id where a trial is reported and none named. A publication that reports no trial
 * is returned alone.
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
  const reported = own.length > 0 || !reportsTrial(textOf(source, publication)) ? own : [{ ids: [] }];
  const trials = reported.map((trial) => {
    const draft = stub(source, context, publication, trial);
    if (context.infer && reported.length === 1) inferFacts(draft, publication, trial, inference);
    else if (context.infer) inferShared(draft, publication, reported.length, inference);
    return draft.finish();
  });
  const values = new Set(reported.flatMap(({ ids }) => ids.map(({ value }) => value)));
  const citations = Object.keys(publication.reference).length > 0 ? [publication.reference] : [];
  return { kind: 'publication', trials, citations, mentions: mentionsIn(source, values) };
}

function stub(source: string, context: ReadContext, publication: Publication, { ids }: OwnTrial): TrialDraft {
  const draft = new TrialDraft(source, format, 'publication', context);
  const identifiers = ids.map(({ value, registry, start, end }, index): Identifier => {
    const pointer = `/identifiers/${index}`;
    const text = source.slice(start, end);
    if (text === value) draft.evidence.stated(pointer, { start, end });
    else draft.evidence.normalized(pointer, 'registry-id', { start, end });
    draft.evidence.normalized(`${pointer}/registry`, 'registry-of-id', { start, end });
    draft.evidence.normalized(`${pointer}/role`, 'place-of-id', { start, end });
    const role = { code: index === 0 ? 'PRIMARY' : 'SECONDARY' } as const;
    return { value, role, registry, ...(text !== value && { verbatim: text }) };
  });
  if (identifiers.length > 0) draft.trial.identifiers = identifiers;
  addReference(draft.trial, draft, publication);
  return draft;
}

function addReference(trial: Trial, draft: TrialDraft, { reference, spans }: Publication): void {
  if (Object.keys(reference).length === 0) return;
  trial.references = [{ ...reference }];
  for (const [field, span] of spans) draft.evidence.stated(`/references/0/${field}`, span);
}

function textOf(source: string, { title, body }: Publication): string {
  return `${title ? source.slice(title.start, title.end) : ''}\n${source.slice(body.start, Math.min(body.end, body.start + 20_000))}`;
}

const both = /\b(two|three|four|both)\b(?=[^.]{0,60}\b(?:trials|studies)\b)/i;

/** With several trials nothing says which of them a sentence is about, unless it speaks of as many trials at once. */
function inferShared(draft: TrialDraft, publication: Publication, count: number, inference: InferenceStage): void {
  const numbers: Readonly<Record<string, number>> = { two: 2, both: 2, three: 3, four: 4 };
  const passages = sentencesOf(draft.source, publication).filter(
    (sentence) => numbers[both.exec(draft.text(sentence))?.[1]?.toLowerCase() ?? ''] === count,
  );
  inference(draft, passages, open);
}

function sentencesOf(source: string, { body }: Publication): Span[] {
  const sentences: Span[] = [];
  for (const sentence of sentencesIn(source, body.start, body.end)) {
    if (sentence.end - sentence.start <= longestSentence) sentences.push(sentence);
    if (sentences.length >= 500) break;
  }
  return sentences;
}

function inferFacts(draft: TrialDraft, publication: Publication, trial: OwnTrial, inference: InferenceStage): void {
  const sentences = sentencesOf(draft.source, publication);
  const design = sentences.filter((sentence) => describesStudy(draft.text(sentence)));
  const withId = trial.ids.map(({ start }) => sentenceAt(draft.source, publication.body, start));
  const passages = [publication.title, ...unique([...withId, ...design])].filter(
    (span): span is Span => span !== undefined,
  );
  inference(draft, passages, open);
  inferEnrollment(draft, sentences);
}

/** Whether a sentence describes the publication's own study: under a heading of methods, or as "A randomized study of". */
function describesStudy(sentence: string): boolean {
  if (isBackground.test(sentence)) return false;
  return startsWithDesign.test(sentence) || isDescription.test(sentence) || atOneCenter.test(sentence);
}

const isBackground = /^(?:background|introduction|context|importance|rationale)\b/i;
const isDescription =
  /^(?:(?:[A-Z]\w+|[A-Z]+):\s+)?(?:an?|this|in this|in an?|we (?:conducted|performed|undertook|carried out) an?)\b[^.]{0,200}\b(?:trial|study)\b(?!s)/i;
const atOneCenter = /\bat (?:a|one) single[\s-]cent(?:er|re)\b|\bat a single[\s-]cent(?:er|re)\b/i;
const startsWithDesign =
  /^(?:trial design|study design(?: and methods)?|design|methods?|materials and methods|patients and methods|study)\s*:/i;

function unique(spans: readonly Span[]): Span[] {
  const seen = new Set<number>();
  return spans.filter(({ start }) => !seen.has(start) && seen.add(start));
}
