import type { ReadContext, Reading, TrialReader } from '../../formats.js';
import { classifyPage } from '../classify.js';
import { spanOf } from '../draft.js';
import { recordPassages } from '../infer/passages.js';
import type { InferenceStage, InferredField } from '../infer/rule.js';
import { inferFromProse } from '../infer/stage.js';
import { type MissingLabel, type PageForm, pathOf, RecordPage } from '../page.js';
import { addPhases } from '../phases.js';
import { withPlainSpaces } from '../plain-spaces.js';
import { cutSections, refuseWithoutLabels, type Sections } from '../sections.js';
import { isNavigation } from '../site-words.codes.js';
import { readCriteriaSections } from './criteria.js';
import { isDashed, medpathFields } from './fields.js';
import { dashLength, isKnownValue, keyOf, type MedpathKey, medpathGrammar, orderOf, withoutDash } from './labels.js';
import { isBroadStatus, statusTable } from './medpath.codes.js';
import { isWholeSite } from './sites.js';

type Page = RecordPage<MedpathKey>;

export interface MedpathPageOptions {
  /** Replaces the stage that reads values out of prose. */
  readonly inference?: InferenceStage;
}

/** Makes a reader of trial pages of MedPath as text, in its plain, dashed and nested layouts. */
export function createMedpathPageReader(options: MedpathPageOptions = {}): TrialReader {
  const inference = options.inference ?? inferFromProse;
  return {
    format: 'medpath-page',
    title: 'Trial page of MedPath, as text',
    accepts: (source) => classifyPage(source) === 'medpath-page',
    read: (source, context) => readPage(source, context, inference),
  };
}

export const medpathPageReader: TrialReader = createMedpathPageReader();

function readPage(exactSource: string, context: ReadContext, inference: InferenceStage): Reading {
  const source = withPlainSpaces(exactSource);
  const sections = cutSections(source, medpathGrammar);
  refuseWithoutLabels(source, sections, 'MedPath');
  const form: PageForm<MedpathKey> = {
    bare: (line) => ({ ...line, start: line.start + dashLength(source.slice(line.start, line.end)) }),
    isKnown: isKnownValue,
  };
  const page: Page = new RecordPage(
    source,
    'medpath-page',
    context,
    sections,
    isComplete(source, sections),
    form,
    exactSource,
  );
  const { draft } = page;
  readHeader(page);
  for (const section of sections.list) medpathFields.get(section.key)?.read(page, section);
  readCriteriaSections(page);
  draft.trial.source.dialect = dialectOf(page);
  noteMissing(page);
  page.noteEnd();
  if (context.infer) inference(draft, recordPassages(draft), openFields(page));
  return { kind: 'registration', trials: [draft.finish()], citations: [], mentions: draft.mentions() };
}

/** The plain layout has a footer; the others end with the last site, if they show any. */
function isComplete(source: string, sections: Sections<MedpathKey>): boolean {
  if (sections.byKey.has('footer')) return true;
  const { lastLine } = sections;
  return (
    lastLine !== undefined && sections.byKey.has('Locations') && isWholeSite(source.slice(lastLine.start, lastLine.end))
  );
}

/** Title, then badges: a phase, a status, both or none. */
function readHeader(page: Page): void {
  const { draft } = page;
  const first = page.sections.list[0]?.key;
  const lines = page.lines({ start: 0, end: page.sections.headerEnd }).filter((line) => !page.isCut(line));
  const [title, ...others] = lines.filter((line) => !isSiteWord(withoutDash(draft.text(line))));
  if (!title || (first !== undefined && (orderOf.get(first) ?? 0) > 2)) return;
  draft.trial.briefTitle = draft.text(title);
  draft.evidence.stated('/briefTitle', spanOf(title));
  for (const line of others) {
    const text = line.end - line.start > 60 ? '' : draft.text(line);
    const isStatus = text !== '' && (statusTable.read(text).code !== undefined || isBroadStatus(text));
    if (addPhases(draft, line)) continue;
    if (isStatus && !draft.trial.overallStatus)
      draft.trial.overallStatus = draft.coded('/overallStatus', line, statusTable);
    else draft.unmapped(pathOf('header'), line, 'no known line of the header.');
  }
}

function isSiteWord(text: string): boolean {
  return text === 'MedPath' || isNavigation(text);
}

function dialectOf(page: Page): string {
  if (!isDashed(page)) return 'plain';
  const sex = page.section('Sex');
  const value = sex && page.lines(sex)[0];
  return value && value.indent > sex.label.indent ? 'nested' : 'dash';
}

function noteMissing(page: Page): void {
  const missing: MissingLabel[] = [];
  const strays = strayLabels(page);
  for (const [key, order] of orderOf) {
    if (!page.sections.byKey.has(key) && !strays.has(key))
      missing.push({ order, pointers: medpathFields.get(key)?.pointers ?? [] });
  }
  const last = page.sections.list.at(-1);
  page.noteMissing(missing, (last && orderOf.get(last.key)) ?? -1, true);
  if (page.isComplete && !page.draft.trial.phases) page.draft.absent('/phases', 'not-stated');
}

/** Labels out of their place, among what was kept unmapped: the page does not say that they have no value. */
function strayLabels(page: Page): ReadonlySet<MedpathKey> {
  const strays = new Set<MedpathKey>();
  for (const { value } of page.draft.trial.unmapped ?? []) {
    const key = typeof value === 'string' ? keyOf(withoutDash(value)) : undefined;
    if (key) strays.add(key);
  }
  return strays;
}

/** What may be read out of prose: fields that the page has no label for, or whose label it leaves out or leaves empty. */
function openFields(page: Page): ReadonlySet<InferredField> {
  const { trial } = page.draft;
  const open = new Set<InferredField>(['centers']);
  if (!trial.phases) open.add('phases');
  if (!trial.conditions) open.add('conditions');
  if (trial.studyType?.code !== 'OBSERVATIONAL') {
    open.add('allocation').add('masking');
    if (!trial.design?.interventionModel) open.add('interventionModel');
  }
  return open;
}
