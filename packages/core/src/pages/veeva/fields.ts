import type { CodedAgencyClass, CodedPhase } from '../../generated/trial.js';
import { readAges } from '../ages.js';
import { readCount, readEnrollment, readParticipants } from '../counts.js';
import { spanOf } from '../draft.js';
import { readIdentifiers } from '../identifier-lines.js';
import { readIntervention } from '../interventions.js';
import type { Line } from '../lines.js';
import { sexTable, studyTypeTable } from '../page.codes.js';
import { pathOf, type RecordPage } from '../page.js';
import { addPhases } from '../phases.js';
import type { Section } from '../sections.js';
import { readArms } from './arms.js';
import { readContacts } from './contacts.js';
import type { VeevaKey } from './labels.js';
import { allocationTable, funderTable, maskingTable, modelTable, purposeTable, statusTable } from './veeva.codes.js';

type Page = RecordPage<VeevaKey>;
type Part = Section<VeevaKey>;

interface Field {
  /** Where the model holds what stands under the label. */
  readonly pointers: readonly string[];
  readonly read: (page: Page, section: Part) => void;
}

const status: Field = { pointers: ['/overallStatus'], read: readStatus };
const criteria: Field = { pointers: ['/eligibility/criteria'], read: () => undefined };
const banner: Field = { pointers: [], read: keepUnknownLines };
const chrome: Field = { pointers: [], read: () => undefined };

/** What each label of the page fills. */
export const veevaFields: ReadonlyMap<VeevaKey, Field> = new Map<VeevaKey, Field>([
  ['Status and phase', { pointers: ['/overallStatus', '/phases'], read: readStatus }],
  ['Status', status],
  ['Conditions', { pointers: ['/conditions'], read: readConditions }],
  ['Treatments', { pointers: ['/interventions'], read: readTreatments }],
  ['Study type', { pointers: ['/studyType'], read: readStudyType }],
  ['Funder types', { pointers: ['/funderTypes'], read: readFunderTypes }],
  ['Identifiers', { pointers: ['/identifiers'], read: readIdentifierLines }],
  ['Details and patient eligibility', banner],
  ['About', { pointers: ['/briefSummary'], read: readAbout }],
  ['Full description', { pointers: ['/detailedDescription'], read: readFullDescription }],
  ['Enrollment', { pointers: ['/enrollment'], read: readEnrollmentLine }],
  ['Sex', { pointers: ['/eligibility/sex'], read: readSex }],
  ['Ages', { pointers: ['/eligibility/minimumAge', '/eligibility/maximumAge'], read: readAgeLine }],
  ['Volunteers', { pointers: ['/eligibility/healthyVolunteers'], read: readVolunteers }],
  ['Inclusion criteria', criteria],
  ['Inclusion and exclusion criteria', criteria],
  ['Exclusion criteria', { pointers: [], read: () => undefined }],
  ['Trial design', banner],
  ['Primary purpose', { pointers: ['/design/primaryPurpose'], read: readPurpose }],
  ['Allocation', { pointers: ['/design/allocation'], read: readAllocation }],
  ['Interventional model', { pointers: ['/design/interventionModel'], read: readModel }],
  ['Masking', { pointers: ['/design/masking'], read: readMasking }],
  ['participants', { pointers: ['/design/groupCount', '/arms'], read: readParticipantsLine }],
  ['Trial documents', banner],
  ['Trial contacts and locations', { pointers: ['/siteCount'], read: readSiteCount }],
  ['Loading...', banner],
  ['Central trial contact', { pointers: [], read: readContacts }],
  ['Data sourced from', chrome],
  ['footer', chrome],
]);

function pointersOf(section: Part): readonly string[] {
  return veevaFields.get(section.key)?.pointers ?? [];
}

/** Status and phases stand on lines of their own; either may be missing. */
function readStatus(page: Page, section: Part): void {
  const lines = page.values(section, pointersOf(section));
  const phases: Line[] = [];
  for (const line of lines) {
    if (addPhases(page.draft, line)) phases.push(line);
    else if (page.draft.trial.overallStatus) {
      if (section.key === 'Status and phase') addUnknownPhase(page, line);
      else page.draft.unmapped(`${pathOf(section.key)}/1`, line, 'a second value where one belongs.');
    } else page.draft.trial.overallStatus = page.draft.coded('/overallStatus', line, statusTable);
  }
  if (lines.length > 0 && !page.draft.trial.overallStatus)
    page.draft.absent('/overallStatus', 'no-value', undefined, section.label);
  const isOpen = section.key === 'Status and phase' && phases.length === 0 && !page.draft.trial.phases;
  if (lines.length > 0 && isOpen)
    page.draft.absent('/phases', page.isLast(section) ? 'truncated' : 'no-value', undefined, section.label);
}

function addUnknownPhase(page: Page, line: Line): void {
  page.draft.trial.phases ??= [];
  const phases: CodedPhase[] = page.draft.trial.phases;
  const pointer = `/phases/${phases.length}`;
  page.draft.evidence.stated(pointer, spanOf(line));
  page.draft.unknownCode(pointer, page.draft.text(line));
  phases.push({ verbatim: page.draft.text(line) });
}

function readConditions(page: Page, section: Part): void {
  const lines = page.values(section, pointersOf(section));
  for (const [index, line] of lines.entries()) page.draft.evidence.stated(`/conditions/${index}`, spanOf(line));
  if (lines.length > 0) page.draft.trial.conditions = lines.map((line) => page.draft.text(line));
}

function readTreatments(page: Page, section: Part): void {
  const lines = page.values(section, pointersOf(section));
  const interventions = lines.map((line, index) => readIntervention(page.draft, `/interventions/${index}`, line));
  if (interventions.length > 0) page.draft.trial.interventions = interventions;
}

function readStudyType(page: Page, section: Part): void {
  const line = page.value(section, pointersOf(section));
  if (line) page.draft.trial.studyType = page.draft.coded('/studyType', line, studyTypeTable);
}

function readFunderTypes(page: Page, section: Part): void {
  const lines = page.values(section, pointersOf(section));
  const types = lines.map(
    (line, index): CodedAgencyClass => page.draft.coded(`/funderTypes/${index}`, line, funderTable),
  );
  if (types.length > 0) page.draft.trial.funderTypes = types;
}

function readIdentifierLines(page: Page, section: Part): void {
  readIdentifiers(page.draft, page.values(section, pointersOf(section)));
}

function readAbout(page: Page, section: Part): void {
  const span = page.prose(section, '/briefSummary');
  if (!span) return;
  page.draft.trial.briefSummary = page.draft.exactText(span);
  page.draft.evidence.stated('/briefSummary', span);
}

function readFullDescription(page: Page, section: Part): void {
  const span = page.prose(section, '/detailedDescription');
  if (!span) return;
  page.draft.trial.detailedDescription = page.draft.exactText(span);
  page.draft.evidence.stated('/detailedDescription', span);
}

function readEnrollmentLine(page: Page, section: Part): void {
  const line = page.value(section, pointersOf(section));
  if (!line) return;
  const { draft } = page;
  const text = draft.text(line);
  const enrollment = text.length > 100 ? undefined : readEnrollment(draft.words(line));
  if (!enrollment) {
    draft.evidence.stated('/enrollment/verbatim', spanOf(line));
    const message = `"${text.slice(0, 80)}" is no number of people.`;
    draft.context.report({ code: 'unreadable-value', severity: 'warning', at: '/enrollment', message });
    draft.trial.enrollment = { verbatim: text };
    return;
  }
  draft.evidence.normalized('/enrollment', 'count', spanOf(line));
  const { count, isEstimated, isActual } = enrollment;
  draft.trial.enrollment = {
    count,
    ...(isEstimated && { type: { code: 'ESTIMATED' } }),
    ...(isActual && { type: { code: 'ACTUAL' } }),
  };
}

function readSex(page: Page, section: Part): void {
  const line = page.value(section, pointersOf(section));
  if (line)
    page.draft.trial.eligibility = {
      ...page.draft.trial.eligibility,
      sex: page.draft.coded('/eligibility/sex', line, sexTable),
    };
}

function readAgeLine(page: Page, section: Part): void {
  const line = page.value(section, pointersOf(section));
  if (!line) return;
  const { draft } = page;
  const ages = line.end - line.start > 100 ? undefined : readAges(draft.words(line));
  if (!ages) {
    draft.unmapped(pathOf(section.key), line, 'no ages that can be read.', 'unreadable-value');
    return;
  }
  const { minimum, maximum } = ages;
  draft.trial.eligibility = {
    ...draft.trial.eligibility,
    ...(minimum && { minimumAge: minimum }),
    ...(maximum && { maximumAge: maximum }),
  };
  if (minimum) draft.evidence.normalized('/eligibility/minimumAge', 'age-range', spanOf(line));
  if (maximum) draft.evidence.normalized('/eligibility/maximumAge', 'age-range', spanOf(line));
}

function readVolunteers(page: Page, section: Part): void {
  const line = page.value(section, pointersOf(section));
  if (!line) return;
  const text = line.end - line.start > 60 ? '' : page.draft.words(line).toLowerCase();
  const accepts = text === 'accepts healthy volunteers';
  if (!accepts && text !== 'no healthy volunteers') {
    page.draft.unmapped(
      pathOf(section.key),
      line,
      'no known answer to whether healthy people can take part.',
      'unreadable-value',
    );
    return;
  }
  page.draft.trial.eligibility = { ...page.draft.trial.eligibility, healthyVolunteers: accepts };
  page.draft.evidence.normalized('/eligibility/healthyVolunteers', 'healthy-volunteers', spanOf(line));
}

function readPurpose(page: Page, section: Part): void {
  const line = page.value(section, pointersOf(section));
  if (line)
    page.draft.trial.design = {
      ...page.draft.trial.design,
      primaryPurpose: page.draft.coded('/design/primaryPurpose', line, purposeTable),
    };
}

function readAllocation(page: Page, section: Part): void {
  const [line, ...others] = page.values(section, pointersOf(section));
  if (line)
    page.draft.trial.design = {
      ...page.draft.trial.design,
      allocation: page.draft.coded('/design/allocation', line, allocationTable),
    };
  keepOthers(page, section, others);
}

function readModel(page: Page, section: Part): void {
  const line = page.value(section, pointersOf(section));
  if (line)
    page.draft.trial.design = {
      ...page.draft.trial.design,
      interventionModel: page.draft.coded('/design/interventionModel', line, modelTable),
    };
}

/** `None` is a masking, not the absence of one. */
function readMasking(page: Page, section: Part): void {
  const [line, ...others] = page.values(section, pointersOf(section));
  if (line)
    page.draft.trial.design = {
      ...page.draft.trial.design,
      masking: { masking: page.draft.coded('/design/masking/masking', line, maskingTable) },
    };
  keepOthers(page, section, others);
}

function readParticipantsLine(page: Page, section: Part): void {
  const { draft } = page;
  const line = section.label;
  const participants = readParticipants(draft.words(line));
  if (!participants) {
    page.keepPart(pathOf(section.key), line);
    for (const pointer of pointersOf(section)) draft.absent(pointer, 'truncated', undefined, line);
    return;
  }
  const { count, groups, hasPlaceboGroup } = participants;
  draft.trial.design = { ...draft.trial.design, groupCount: groups, ...(hasPlaceboGroup && { hasPlaceboGroup }) };
  draft.evidence.normalized('/design/groupCount', 'participants-line', spanOf(line));
  if (hasPlaceboGroup) draft.evidence.normalized('/design/hasPlaceboGroup', 'participants-line', spanOf(line));
  const held = draft.trial.enrollment?.count;
  if (held === undefined) {
    draft.trial.enrollment = { ...draft.trial.enrollment, count };
    draft.evidence.normalized('/enrollment/count', 'participants-line', spanOf(line));
  } else if (held !== count) {
    const message = `The page says ${held} under Enrollment and ${count} participants under Trial design.`;
    draft.context.report({ code: 'conflict', severity: 'warning', at: '/enrollment/count', message });
  }
  readArms(page, section, groups);
}

function readSiteCount(page: Page, section: Part): void {
  const line = page.value(section, pointersOf(section));
  if (!line) return;
  const count = line.end - line.start > 20 ? undefined : readCount(page.draft.text(line));
  if (count === undefined) {
    page.draft.unmapped(pathOf(section.key), line, 'no number of sites.');
    return;
  }
  page.draft.trial.siteCount = count;
  page.draft.evidence.stated('/siteCount', spanOf(line));
}

function keepUnknownLines(page: Page, section: Part): void {
  for (const line of page.lines(section)) {
    if (page.isCut(line)) page.keepPart(pathOf(section.key), line);
    else page.draft.unmapped(pathOf(section.key), line, 'no known label and no value of one.');
  }
}

function keepOthers(page: Page, section: Part, others: readonly Line[]): void {
  for (const line of others) page.draft.unmapped(pathOf(section.key), line, 'a second value where one belongs.');
}
