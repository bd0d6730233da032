import type { ReadContext } from '../../formats.js';
import type { Identifier, Span, Trial } from '../../generated/trial.js';
import { TrialDraft } from '../draft.js';
import { inferEnrollment } from '../infer/enrollment.js';
import { designSentences } from '../infer/own-sentences.js';
import type { InferenceStage, InferredField } from '../infer/rule.js';
import { longestSentence, sentencesIn } from '../sentences.js';
import { outside } from './foreign-parts.js';
import { longestAbstract, type OwnTrial, sentenceAt } from './own-trials.js';
import type { Publication } from './publication.js';
import { otherKind } from './publication-kind.js';
import { describesStudy, reportsTrial } from './study-sentences.js';
import { saysOtherKind } from './type-lines.js';

/** A publication to be read for the trials that it reports. */
export interface Report {
  readonly format: string;
  /** The text that the publication's spans point into. */
  readonly text: string;
  readonly publication: Publication;
  /** The trials whose ids it gives. */
  readonly own: readonly OwnTrial[];
  /** Parts of the text that list other publications. */
  readonly foreign?: readonly Span[];
  /** Whether something else than its words says that it reports a trial: the indexing of its publication. */
  readonly isTrial?: boolean;
  /** Adds what else is stated of the trial, where there is one only. */
  readonly state?: (draft: TrialDraft) => void;
}

/** What an abstract can say of its trial in prose. */
const open: ReadonlySet<InferredField> = new Set<InferredField>([
  'phases',
  'allocation',
  'interventionModel',
  'masking',
  'centers',
]);

/**
 * Makes the trials that a publication reports, with what its prose says of them; one without an id where it reports a
 * trial and names none.
 */
export function draftTrials(report: Report, context: ReadContext, inference: InferenceStage): TrialDraft[] {
  const sentences = outside(sentencesOf(report.text, report.publication), report.foreign ?? []);
  const reported = reportedTrials(report, sentences);
  return reported.map((trial) => {
    const draft = stub(report, context, trial);
    if (reported.length === 1) report.state?.(draft);
    if (context.infer && reported.length === 1) inferFacts(draft, report.publication, sentences, trial, inference);
    else if (context.infer) inferShared(draft, sentences, reported.length, inference);
    return draft;
  });
}

function reportedTrials({ text, publication, own, isTrial }: Report, all: readonly Span[]): readonly OwnTrial[] {
  const { body } = publication;
  const title = titleOf(text, publication);
  const sentences = all.map(({ start, end }) => text.slice(start, end));
  const ofAbstract = sentences.slice(0, all.filter(({ start }) => start - body.start < longestAbstract).length);
  if (!isTrial && (otherKind(title, ofAbstract) || saysOtherKind(text, publication))) return [];
  return own.length > 0 || !(isTrial || reportsTrial(title, sentences)) ? own : [{ ids: [] }];
}

/** Longest title that is looked at: a longer line is no title. */
const longestTitle = 1000;

/** The title; where it was not found, what stands above the abstract. */
function titleOf(text: string, { title, body }: Publication): string {
  return title
    ? text.slice(title.start, Math.min(title.end, title.start + longestTitle))
    : text.slice(Math.max(0, body.start - longestTitle), body.start);
}

function stub({ format, text: source, publication }: Report, context: ReadContext, { ids }: OwnTrial): TrialDraft {
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
  for (const { path, ...span } of publication.others ?? [])
    draft.unmapped(path, span, 'a labelled value that a reference has no place for.');
  return draft;
}

function addReference(trial: Trial, draft: TrialDraft, { reference, spans }: Publication): void {
  if (Object.keys(reference).length === 0) return;
  trial.references = [{ ...reference }];
  for (const [field, span] of spans) draft.evidence.stated(`/references/0/${field}`, span);
}

const both = /\b(two|three|four|both)\b(?=[^.]{0,60}\b(?:trials|studies)\b)/i;

/** With several trials nothing says which of them a sentence is about, unless it speaks of as many trials at once. */
function inferShared(draft: TrialDraft, sentences: readonly Span[], count: number, inference: InferenceStage): void {
  const numbers: Readonly<Record<string, number>> = { two: 2, both: 2, three: 3, four: 4 };
  const passages = sentences.filter(
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

function inferFacts(
  draft: TrialDraft,
  publication: Publication,
  sentences: readonly Span[],
  trial: OwnTrial,
  inference: InferenceStage,
): void {
  const title = publication.title && draft.text(publication.title);
  const design = designSentences(draft.source, sentences).filter((sentence) =>
    describesStudy(draft.text(sentence), title),
  );
  const withId = trial.ids.map(({ start }) => sentenceAt(draft.source, publication.body, start));
  const passages = [publication.title, ...unique([...withId, ...design])].filter(
    (span): span is Span => span !== undefined,
  );
  inference(draft, passages, open);
  inferEnrollment(draft, sentences, title);
}

function unique(spans: readonly Span[]): Span[] {
  const seen = new Set<number>();
  return spans.filter(({ start }) => !seen.has(start) && seen.add(start));
}
