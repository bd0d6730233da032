import type { ReadContext, Reading, TrialReader } from '../../formats.js';
import { classifyPage } from '../classify.js';
import { recordPassages } from '../infer/passages.js';
import type { InferenceStage, InferredField } from '../infer/rule.js';
import { inferFromProse } from '../infer/stage.js';
import { type MissingLabel, type PageForm, RecordPage } from '../page.js';
import { withPlainSpaces } from '../plain-spaces.js';
import { cutSections, refuseWithoutLabels } from '../sections.js';
import { readCriteriaSections } from './criteria.js';
import { veevaFields } from './fields.js';
import { readHeader } from './header.js';
import { isKnownValue, orderOf, type VeevaKey, veevaGrammar } from './labels.js';

export interface VeevaPageOptions {
  /** Replaces the stage that reads values out of prose. */
  readonly inference?: InferenceStage;
}

/** Makes a reader of trial pages of ClinicalTrials.Veeva as text: the full form, and the form stripped of short values. */
export function createVeevaPageReader(options: VeevaPageOptions = {}): TrialReader {
  const inference = options.inference ?? inferFromProse;
  return {
    format: 'veeva-page',
    title: 'Trial page of ClinicalTrials.Veeva, as text',
    accepts: (source) => classifyPage(source) === 'veeva-page',
    read: (source, context) => readPage(source, context, inference),
  };
}

export const veevaPageReader: TrialReader = createVeevaPageReader();

const form: PageForm<VeevaKey> = { bare: (line) => line, isKnown: isKnownValue };

function readPage(exactSource: string, context: ReadContext, inference: InferenceStage): Reading {
  const source = withPlainSpaces(exactSource);
  const sections = cutSections(source, veevaGrammar);
  refuseWithoutLabels(source, sections, 'ClinicalTrials.Veeva');
  const isComplete = sections.byKey.has('Data sourced from') || sections.byKey.has('footer');
  const page = new RecordPage<VeevaKey>(source, 'veeva-page', context, sections, isComplete, form, exactSource);
  const { draft } = page;
  readHeader(page);
  for (const section of sections.list) veevaFields.get(section.key)?.read(page, section);
  readCriteriaSections(page);
  const isStripped = isStrippedPage(page);
  draft.trial.source.dialect = isStripped ? 'stripped' : 'full';
  noteMissing(page, isStripped);
  page.noteEnd();
  if (context.infer) inference(draft, recordPassages(draft), openFields(page, isStripped));
  const trial = draft.finish();
  return { kind: 'registration', trials: [trial], citations: [], mentions: draft.mentions() };
}

/** Labels under which the stripped form prints nothing, and the full form always something. */
const shortLabels: readonly VeevaKey[] = [
  'Status and phase', 'Status', 'Conditions', 'Treatments', 'Study type', 'Funder types', 'Enrollment', 'Sex', 'Ages', 'Volunteers',
]; // biome-ignore format: a list

/** The stripped form has neither the banner nor a value under any short label. */
function isStrippedPage(page: RecordPage<VeevaKey>): boolean {
  if (page.section('Details and patient eligibility')) return false;
  return shortLabels.every((key) => {
    const section = page.section(key);
    return !section || page.lines(section).length === 0;
  });
}

function noteMissing(page: RecordPage<VeevaKey>, isStripped: boolean): void {
  const present = new Set(page.sections.list.map((section) => orderOf.get(section.key)));
  const missing: MissingLabel[] = [];
  // Where one of two labels of one place stands, the other is not missing.
  for (const [key, order] of orderOf) {
    if (!present.has(order)) missing.push({ order, pointers: veevaFields.get(key)?.pointers ?? [] });
  }
  page.noteMissing(missing, lastOrder(page), !isStripped);
  // The stripped form keeps its longer texts, so that one which is not there was not written.
  if (page.isComplete && page.section('About') && !page.section('Full description'))
    page.draft.absent('/detailedDescription', 'not-stated');
  // `Status` alone stands where the record names no phase.
  if (page.section('Status') && page.isComplete && !isStripped) page.draft.absent('/phases', 'not-stated');
}

function lastOrder(page: RecordPage<VeevaKey>): number {
  const last = page.sections.list.at(-1);
  return (last && orderOf.get(last.key)) ?? -1;
}

const headingOf: readonly (readonly [InferredField, string])[] = [
  ['phases', '/phases'],
  ['allocation', '/design/allocation'],
  ['interventionModel', '/design/interventionModel'],
  ['masking', '/design/masking'],
  ['conditions', '/conditions'],
  ['interventions', '/interventions'],
];

/** What may be read out of prose: fields whose heading stands without a value, or lies behind the end of the source. */
function openFields(page: RecordPage<VeevaKey>, isStripped: boolean): ReadonlySet<InferredField> {
  const open = new Set<InferredField>(['centers']);
  for (const [field, pointer] of headingOf) {
    const { reason } = page.draft.evidence.entries[pointer] ?? {};
    if (reason === 'no-value' || reason === 'truncated') open.add(field);
    // The stripped form may have lost the label itself; but `Status` alone says that there was no phase.
    else if (isStripped && reason === undefined && field !== 'phases') open.add(field);
  }
  return open;
}
