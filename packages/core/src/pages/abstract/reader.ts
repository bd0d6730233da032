import type { ReadContext, Reading, TrialReader } from '../../formats.js';
import { findIdentifiers } from '../../identifiers.js';
import { classifyPage } from '../classify.js';
import { mentionsIn } from '../draft.js';
import type { InferenceStage } from '../infer/rule.js';
import { inferFromProse } from '../infer/stage.js';
import { withPlainSpaces } from '../plain-spaces.js';
import { readPublication } from './bibliography.js';
import { ownTrials } from './own-trials.js';
import { draftTrials } from './trials.js';

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

function readAbstract(exactSource: string, context: ReadContext, inference: InferenceStage): Reading {
  const source = withPlainSpaces(exactSource);
  const publication = readPublication(source);
  const whole = { start: publication.title?.start ?? publication.body.start, end: publication.body.end };
  const found = findIdentifiers(source).filter(({ start }) => start >= whole.start && start < whole.end);
  const own = ownTrials(source, publication.body, found);
  const drafts = draftTrials({ format, text: source, publication, own }, context, inference);
  const trials = drafts.map((draft) => draft.finish());
  const values = new Set(trials.flatMap(({ identifiers }) => identifiers?.map(({ value }) => value) ?? []));
  const citations = Object.keys(publication.reference).length > 0 ? [publication.reference] : [];
  return { kind: 'publication', trials, citations, mentions: mentionsIn(source, values) };
}
