import type { ReadContext, Reading, TrialReader } from '../../formats.js';
import type { Span } from '../../generated/trial.js';
import { findIdentifiers } from '../../identifiers.js';
import { lineAndColumn } from '../../json.js';
import { classifyPage } from '../classify.js';
import { mentionsIn } from '../draft.js';
import type { InferenceStage } from '../infer/rule.js';
import { inferFromProse } from '../infer/stage.js';
import { withPlainSpaces } from '../plain-spaces.js';
import { readArticle } from '../pubmed-xml/article-trials.js';
import { readPublication } from './bibliography.js';
import { foreignParts, outside } from './foreign-parts.js';
import { isMedline, readMedline } from './medline.js';
import { ownTrials } from './own-trials.js';
import { isExport, recordsOf } from './pubmed-export.js';
import { draftTrials } from './trials.js';
import { withoutWraps } from './wrapped-lines.js';

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
  if (isMedline(source)) return readTagged(source, context, inference);
  const records = isExport(source) ? recordsOf(source) : [];
  if (records.length < 2) return readRecord(source, context, inference);
  const readings = records.map(({ start, end }) =>
    movedBy(start, readRecord(source.slice(start, end), context, inference)),
  );
  return together(readings);
}

/** Citations in the tagged form are read by their tags, as the elements of the XML are. */
function readTagged(source: string, context: ReadContext, inference: InferenceStage): Reading {
  const options = { format, inference, evidence: true };
  let cut: Span | undefined;
  const articles = readMedline(source, (field) => {
    cut ??= field;
  });
  if (cut) reportCut(source, cut, context);
  return together(
    articles.map((article) => {
      const { citation, ...reading } = readArticle(source, article, context, options);
      return { ...reading, citations: [citation] };
    }),
  );
}

function reportCut(source: string, { start }: Span, context: ReadContext): void {
  const message = 'A citation has more tags than any real one; from here on they are not read.';
  context.report({ code: 'unreadable-value', severity: 'warning', at: lineAndColumn(source, start), message });
}

/** The records of one source as one reading. */
function together(readings: readonly Omit<Reading, 'kind'>[]): Reading {
  return {
    kind: 'publication',
    trials: readings.flatMap(({ trials }) => trials),
    citations: readings.flatMap(({ citations }) => citations),
    mentions: readings.flatMap(({ mentions }) => mentions),
  };
}

function readRecord(source: string, context: ReadContext, inference: InferenceStage): Reading {
  const publication = readPublication(source);
  const isWrapped = isExport(source);
  const text = isWrapped ? withoutWraps(source, publication.body) : source;
  // What an export says of other publications stands before the abstract.
  const foreign = isWrapped ? [] : foreignParts(source, publication.body.start);
  const whole = { start: publication.title?.start ?? publication.body.start, end: publication.body.end };
  const inside = findIdentifiers(source).filter(({ start }) => start >= whole.start && start < whole.end);
  const own = ownTrials(text, publication.body, outside(inside, foreign));
  const drafts = draftTrials({ format, text, publication, own, foreign }, context, inference);
  const trials = drafts.map((draft) => draft.finish());
  const values = new Set(trials.flatMap(({ identifiers }) => identifiers?.map(({ value }) => value) ?? []));
  const citations = Object.keys(publication.reference).length > 0 ? [publication.reference] : [];
  return { kind: 'publication', trials, citations, mentions: mentionsIn(source, values) };
}

/** A reading of a part of a source, with places in the whole. */
function movedBy(offset: number, reading: Reading): Reading {
  for (const { evidence } of reading.trials) {
    for (const [pointer, entry] of Object.entries(evidence ?? {})) {
      const spans = entry.spans?.map(({ start, end }) => ({ start: start + offset, end: end + offset }));
      if (evidence && spans) evidence[pointer] = { ...entry, spans };
    }
  }
  const mentions = reading.mentions.map((mention) => ({ ...mention, start: mention.start + offset }));
  return { ...reading, mentions };
}
