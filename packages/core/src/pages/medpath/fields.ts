import type { Span } from '../../generated/trial.js';
import { type EnrollmentText, readCount, readEnrollment } from '../counts.js';
import { spanOf } from '../draft.js';
import { readIntervention } from '../interventions.js';
import type { Line } from '../lines.js';
import { sexTable } from '../page.codes.js';
import { pathOf, type RecordPage } from '../page.js';
import type { Section } from '../sections.js';
import { readArmTable } from './arms.js';
import { partConditions } from './conditions.js';
import { holdsGluedAcronyms, splitGluedInterventions } from './glued.js';
import { dashLength, type MedpathKey, siteCountOf, withoutDash } from './labels.js';
import { modelTable, observationalModelTable, statusTable, studyTypeTable } from './medpath.codes.js';
import { readOutcomes } from './outcomes.js';
import { readRegistrationNumbers } from './registration-numbers.js';
import { readSites } from './sites.js';

type Page = RecordPage<MedpathKey>;
type Part = Section<MedpathKey>;

interface Field {
  /** Where the model holds what stands under the label. */
  readonly pointers: readonly string[];
  readonly read: (page: Page, section: Part) => void;
}

const banner: Field = { pointers: [], read: () => undefined };

/** What each label of the page fills. */
export const medpathFields: ReadonlyMap<MedpathKey, Field> = new Map<MedpathKey, Field>([
  ['Conditions', { pointers: ['/conditions'], read: readConditions }],
  ['Interventions', { pointers: ['/interventions'], read: readInterventions }],
  ['Registration Number', { pointers: ['/identifiers'], read: readRegistrationNumbers }],
  ['Lead Sponsor', { pointers: ['/leadSponsor'], read: readLeadSponsor }],
  ['Brief Summary', { pointers: ['/briefSummary'], read: readBriefSummary }],
  ['Detailed Description', { pointers: ['/detailedDescription'], read: readDetailedDescription }],
  ['Recruitment & Eligibility', banner],
  ['Status', { pointers: ['/overallStatus'], read: readStatus }],
  ['Sex', { pointers: ['/eligibility/sex'], read: readSex }],
  ['Target Recruitment', { pointers: ['/enrollment'], read: readTarget }],
  ['Inclusion Criteria', { pointers: ['/eligibility/criteria'], read: () => undefined }],
  ['Exclusion Criteria', banner],
  ['Study & Design', banner],
  ['Study Type', { pointers: ['/studyType'], read: readStudyType }],
  ['Study Design', { pointers: ['/design/interventionModel'], read: readStudyDesign }],
  ['Arm && Interventions', { pointers: ['/arms'], read: readArmTable }],
  [
    'Primary Outcome Measures',
    { pointers: ['/primaryOutcomes'], read: (page, section) => readOutcomes(page, section, 'primaryOutcomes') },
  ],
  [
    'Secondary Outcome Measures',
    { pointers: ['/secondaryOutcomes'], read: (page, section) => readOutcomes(page, section, 'secondaryOutcomes') },
  ],
  [
    'Other Outcome Measures',
    // Few records have such outcomes, and no page is known to say that there are none: a missing label says nothing.
    { pointers: [], read: (page, section) => readOutcomes(page, section, 'otherOutcomes') },
  ],
  ['Trial Locations', banner],
  ['Locations', { pointers: ['/sites'], read: readLocations }],
  ['footer', banner],
]);

function pointersOf(section: Part): readonly string[] {
  return medpathFields.get(section.key)?.pointers ?? [];
}

/** Whether the page prints a dash before each label and value; several values of a list then stand glued in one line. */
export function isDashed(page: Page): boolean {
  return page.sections.list.some(({ label }) => dashLength(page.draft.text(label)) > 0);
}

/** Labels that some pages print among the lists at their head; no condition and no intervention is named so. */
const headLabels: ReadonlySet<string> = new Set([
  'Registration Number',
  'Lead Sponsor',
  'First Posted Date',
  'Last Posted Date',
  'Target Recruit Count',
]);

/** The values of a list up to a line that is a label out of its place; what follows may be anything. */
function valuesBeforeLabel(page: Page, section: Part): readonly Line[] {
  const lines = page.values(section, pointersOf(section));
  const at = lines.findIndex((line) => headLabels.has(page.draft.text(line)));
  if (at < 0) return lines;
  const why = 'it stands behind a label that is out of its place.';
  for (const line of lines.slice(at)) page.draft.unmapped(pathOf(section.key), line, why);
  return lines.slice(0, at);
}

function readConditions(page: Page, section: Part): void {
  const { draft } = page;
  const conditions: string[] = [];
  let isEmpty = true;
  const lines = valuesBeforeLabel(page, section);
  for (const line of lines) {
    if (draft.isNotProvided(['/conditions'], line)) continue;
    for (const part of partConditions(draft.text(line), line.start, isDashed(page))) {
      isEmpty = false;
      if (part.isCode) {
        draft.unmapped(`${pathOf(section.key)}/code`, part, 'a code of a condition; the model holds its words.');
        continue;
      }
      const isJoined =
        part.isUncertain ||
        (isDashed(page) && (holdsGluedAcronyms(draft.text(part)) || isAcronymRun(draft, part, line)));
      if (isJoined) {
        draft.unmapped(
          pathOf(section.key),
          part,
          'names that stand glued, with no sign between them.',
          'unreadable-value',
        );
        continue;
      }
      const pointer = `/conditions/${conditions.length}`;
      const isWhole = part.start === line.start && part.end === line.end;
      if (isWhole) draft.evidence.stated(pointer, spanOf(part));
      else draft.evidence.normalized(pointer, 'parted-line', spanOf(part));
      conditions.push(draft.text(part));
    }
  }
  if (conditions.length > 0) draft.trial.conditions = conditions;
  else if (isEmpty && lines.length > 0) draft.absent('/conditions', 'no-value', undefined, section.label);
}

/** A piece in capitals only, in a line of other words: it may be several acronyms. */
function isAcronymRun(draft: Page['draft'], part: Span, line: Span): boolean {
  return /^[A-Z]{7,}$/.test(draft.text(part)) && /[a-z]/.test(draft.text(line));
}

function readInterventions(page: Page, section: Part): void {
  const { draft } = page;
  const spans: Span[] = [];
  for (const line of valuesBeforeLabel(page, section)) {
    if (draft.isNotProvided(['/interventions'], line)) continue;
    if (isDashed(page)) spans.push(...splitGluedInterventions(draft.text(line), line.start));
    else spans.push(spanOf(line));
  }
  const interventions = spans.map((span, index) => readIntervention(draft, `/interventions/${index}`, span));
  if (interventions.length > 0) draft.trial.interventions = interventions;
}

function readLeadSponsor(page: Page, section: Part): void {
  const line = page.value(section, pointersOf(section));
  if (!line) return;
  page.draft.trial.leadSponsor = { name: page.draft.text(line) };
  page.draft.evidence.stated('/leadSponsor/name', spanOf(line));
}

function readBriefSummary(page: Page, section: Part): void {
  const span = page.prose(section, '/briefSummary');
  if (!span) return;
  page.draft.trial.briefSummary = page.draft.exactText(span);
  page.draft.evidence.stated('/briefSummary', span);
}

function readDetailedDescription(page: Page, section: Part): void {
  const span = page.prose(section, '/detailedDescription');
  if (!span) return;
  page.draft.trial.detailedDescription = page.draft.exactText(span);
  page.draft.evidence.stated('/detailedDescription', span);
}

/**
 * The status under its label. Where its wording covers several states ("Not Recruiting"), the badge under the title
 * stands, if there is one; two codes that differ are a conflict.
 */
function readStatus(page: Page, section: Part): void {
  const line = page.value(section, pointersOf(section));
  if (!line) return;
  const { draft } = page;
  const text = draft.words(line);
  const badge = draft.trial.overallStatus;
  const read = statusTable.read(text);
  if (read.code === undefined && badge?.code !== undefined) {
    draft.unmapped(pathOf(section.key), line, 'a wording that names no single status; the badge under the title does.');
    return;
  }
  draft.trial.overallStatus = draft.coded('/overallStatus', line, statusTable);
  if (badge?.code !== undefined && read.code !== undefined && badge.code !== read.code) {
    const message = `The page says ${badge.code} under the title and ${read.code} under Status.`;
    draft.context.report({ code: 'conflict', severity: 'warning', at: '/overallStatus', message });
  }
}

function readSex(page: Page, section: Part): void {
  const line = page.value(section, pointersOf(section));
  if (line)
    page.draft.trial.eligibility = {
      ...page.draft.trial.eligibility,
      sex: page.draft.coded('/eligibility/sex', line, sexTable),
    };
}

/** A target of 0 stands where the registry has none, but for a trial that was withdrawn. */
function readTarget(page: Page, section: Part): void {
  const { draft } = page;
  // Criteria without headings may follow in the same section: see `looseCriteria`.
  const line = page.firstValue(section, pointersOf(section));
  if (!line || draft.isNotProvided(pointersOf(section), line)) return;
  const text = draft.text(line);
  const { count, isEstimated, isActual } = targetOf(text);
  if (count === undefined) {
    draft.evidence.stated('/enrollment/verbatim', spanOf(line));
    const message = `"${text.slice(0, 80)}" is no number of people.`;
    draft.context.report({ code: 'unreadable-value', severity: 'warning', at: '/enrollment', message });
    draft.trial.enrollment = { verbatim: text };
  } else if (count === 0 && draft.trial.overallStatus?.code !== 'WITHDRAWN') {
    draft.absent('/enrollment', 'placeholder', text, line);
    const message = 'A target of 0 people is read as not known.';
    draft.context.report({ code: 'placeholder', severity: 'information', at: '/enrollment', message });
  } else {
    draft.trial.enrollment = {
      count,
      ...(isEstimated && { type: { code: 'ESTIMATED' } }),
      ...(isActual && { type: { code: 'ACTUAL' } }),
    };
    if (String(count) === text) draft.evidence.stated('/enrollment/count', spanOf(line));
    else
      draft.evidence.normalized(isEstimated || isActual ? '/enrollment' : '/enrollment/count', 'count', spanOf(line));
  }
}

/** The number alone, or with a word for the people. */
function targetOf(text: string): Partial<EnrollmentText> {
  if (text.length > 60) return {};
  const count = readCount(text);
  return count === undefined ? (readEnrollment(text) ?? {}) : { count };
}

function readStudyType(page: Page, section: Part): void {
  const line = page.value(section, pointersOf(section));
  if (line) page.draft.trial.studyType = page.draft.coded('/studyType', line, studyTypeTable);
}

/** One place for the model of a trial and that of an observational study; a sentence is kept as the design's wording. */
function readStudyDesign(page: Page, section: Part): void {
  const line = page.value(section, pointersOf(section));
  if (!line) return;
  const { draft } = page;
  const text = draft.text(line);
  const isObservational = draft.trial.studyType?.code === 'OBSERVATIONAL';
  if (isObservational && observationalModelTable.read(text).code !== undefined) {
    const observationalModel = draft.coded('/design/observationalModel', line, observationalModelTable);
    draft.trial.design = { ...draft.trial.design, observationalModel };
  } else if (modelTable.read(text).code !== undefined || !/[\s,;]/.test(text)) {
    draft.trial.design = {
      ...draft.trial.design,
      interventionModel: draft.coded('/design/interventionModel', line, modelTable),
    };
  } else {
    draft.trial.design = { ...draft.trial.design, verbatim: text };
    draft.evidence.stated('/design/verbatim', spanOf(line));
  }
}

function readLocations(page: Page, section: Part): void {
  const { draft } = page;
  const count = siteCountOf(withoutDash(draft.text(section.label)));
  if (count !== undefined) {
    draft.trial.siteCount = count;
    draft.evidence.normalized('/siteCount', 'count', spanOf(section.label));
  }
  readSites(draft, page.values(section, pointersOf(section)));
}
