import { contentId, type Outcome, type ReadContext, type Trial, type TrialDate } from '@trialbridge/core';
import { noStudyTypeWording } from '../codes/design.codes.js';
import { dateType, overallStatus, postedDateType } from '../codes/status.codes.js';
import { type Dialect, dialects } from './dialects.js';
import {
  block,
  coded,
  date,
  type ElementReader,
  elements,
  integer,
  items,
  prose,
  readChildren,
  readDate,
  readLine,
  text,
  texts,
  within,
  yesNo,
} from './elements.js';
import {
  enrollmentElement,
  expandedAccessInfo,
  phaseElement,
  readOldDesign,
  readStudyType,
  studyDesignInfo,
} from './read-design.js';
import { idInfo, oversightInfo, requiredHeader, responsibleParty, sponsors } from './read-identity.js';
import {
  type ContactPair,
  contactElement,
  contactsOf,
  locationCountries,
  locationElement,
  overallOfficial,
  removedCountries,
} from './read-people.js';
import { armGroup, biospecDescription, biospecRetention, eligibility, intervention, outcome } from './read-plan.js';
import {
  browseElement,
  linkElement,
  patientData,
  pendingResults,
  providedDocuments,
  referenceElement,
  studyDocs,
} from './read-references.js';
import { type ResultsForm, readResults } from './read-results.js';
import type { XmlScanner } from './scanner.js';
import { XmlSource } from './source.js';

/** A record while it is read: the trial, and what can be placed only when all is read. */
interface StudyDraft extends ContactPair {
  readonly trial: Trial;
  readonly oldDates: Map<OldDate, { readonly offset: number; readonly date: TrialDate }>;
  studyDesign?: { readonly offset: number; readonly line: string };
  studyType?: { readonly offset: number; readonly wording: string };
  results?: ResultsForm;
}

type OldDate = 'lastUpdateSubmitted' | 'firstSubmitted' | 'resultsFirstSubmitted' | 'dispositionFirstSubmitted';
type Registration = NonNullable<Trial['registration']>;

const inTrial: Readonly<Record<string, ElementReader<Trial>>> = {
  required_header: requiredHeader,
  id_info: idInfo,
  brief_title: text('briefTitle'),
  acronym: text('acronym'),
  official_title: text('officialTitle'),
  sponsors,
  source: within('organization', text('name')),
  oversight_info: oversightInfo,
  brief_summary: block('briefSummary'),
  detailed_description: block('detailedDescription'),
  overall_status: coded('overallStatus', overallStatus.xml),
  last_known_status: coded('lastKnownStatus', overallStatus.xml),
  why_stopped: prose('whyStopped'),
  start_date: date('startDate', dateType.xml),
  completion_date: date('completionDate', dateType.xml),
  primary_completion_date: date('primaryCompletionDate', dateType.xml),
  phase: phaseElement,
  has_expanded_access: within('expandedAccess', yesNo('available')),
  expanded_access_info: expandedAccessInfo,
  study_design_info: studyDesignInfo,
  target_duration: text('targetDuration'),
  primary_outcome: items<Trial, 'primaryOutcomes'>(
    'primaryOutcomes',
    outcome as ReadonlyMap<string, ElementReader<Outcome>>,
  ),
  secondary_outcome: items<Trial, 'secondaryOutcomes'>('secondaryOutcomes', outcome),
  other_outcome: items<Trial, 'otherOutcomes'>('otherOutcomes', outcome),
  number_of_arms: within('design', integer('armCount')),
  number_of_groups: within('design', integer('groupCount')),
  enrollment: enrollmentElement,
  condition: texts('conditions'),
  arm_group: armGroup,
  intervention,
  biospec_retention: biospecRetention,
  biospec_descr: biospecDescription,
  eligibility,
  overall_official: overallOfficial,
  location: locationElement,
  location_countries: locationCountries,
  removed_countries: removedCountries,
  link: linkElement,
  reference: referenceElement('BACKGROUND'),
  results_reference: referenceElement('RESULT'),
  verification_date: within('registration', date('verified')),
  study_first_submitted: within('registration', date('firstSubmitted')),
  study_first_submitted_qc: within('registration', date('firstSubmittedQc')),
  study_first_posted: within('registration', date('firstPosted', postedDateType.xml)),
  results_first_submitted: within('registration', date('resultsFirstSubmitted')),
  results_first_submitted_qc: within('registration', date('resultsFirstSubmittedQc')),
  results_first_posted: within('registration', date('resultsFirstPosted', postedDateType.xml)),
  disposition_first_submitted: within('registration', date('dispositionFirstSubmitted')),
  disposition_first_submitted_qc: within('registration', date('dispositionFirstSubmittedQc')),
  disposition_first_posted: within('registration', date('dispositionFirstPosted', postedDateType.xml)),
  last_update_submitted: within('registration', date('lastUpdateSubmitted')),
  last_update_submitted_qc: within('registration', date('lastUpdateSubmittedQc')),
  last_update_posted: within('registration', date('lastUpdatePosted', postedDateType.xml)),
  responsible_party: responsibleParty,
  keyword: texts('keywords'),
  is_fda_regulated: within('oversight', yesNo('isFdaRegulated')),
  is_section_801: within('oversight', yesNo('isSection801')),
  condition_browse: browseElement('conditionBrowse'),
  intervention_browse: browseElement('interventionBrowse'),
  patient_data: patientData,
  study_docs: studyDocs,
  provided_document_section: providedDocuments,
  pending_results: pendingResults,
};

const study = elements<StudyDraft>({
  ...Object.fromEntries(
    Object.entries(inTrial).map(([name, read]): [string, ElementReader<StudyDraft>] => [
      name,
      (source, draft) => read(source, draft.trial),
    ]),
  ),
  overall_contact: contactElement('contact'),
  overall_contact_backup: contactElement('backup'),
  study_type: lineElement((draft, offset, wording) => {
    if (draft.studyType) return false;
    draft.studyType = { offset, wording };
    return true;
  }),
  study_design: lineElement((draft, offset, line) => {
    if (draft.studyDesign) return false;
    draft.studyDesign = { offset, line };
    return true;
  }),
  lastchanged_date: oldDate('lastUpdateSubmitted'),
  firstreceived_date: oldDate('firstSubmitted'),
  firstreceived_results_date: oldDate('resultsFirstSubmitted'),
  firstreceived_results_disposition_date: oldDate('dispositionFirstSubmitted'),
  clinical_results: (source, draft) => {
    if (draft.results) source.keep('unknown-path', 'A second element where one belongs.');
    else draft.results = readResults(source, draft.trial);
  },
});

function lineElement(take: (draft: StudyDraft, offset: number, line: string) => boolean): ElementReader<StudyDraft> {
  return (source, draft) => {
    const { offset } = source.scanner;
    const line = readLine(source);
    if (line !== undefined && !take(draft, offset, line))
      source.keepAt(offset, 'unknown-path', 'A second element where one belongs.');
  };
}

function oldDate(name: OldDate): ElementReader<StudyDraft> {
  return (source, draft) => {
    const { offset } = source.scanner;
    if (draft.oldDates.has(name)) {
      source.keep('unknown-path', 'A second element where one belongs.');
      return;
    }
    const found = readDate(source);
    if (found) draft.oldDates.set(name, { offset, date: found });
  };
}

/** Reads the record that the scanner has entered. */
export function readStudy(scanner: XmlScanner, context: ReadContext): Trial {
  const start = scanner.offset;
  const source = new XmlSource(scanner, context.evidence);
  const trial: Trial = {
    schemaVersion: '1.0',
    id: '',
    source: { format: 'ctgov-xml', kind: 'registration' },
    textMarkup: 'plain',
  };
  const draft: StudyDraft = { trial, oldDates: new Map() };
  const rank = scanner.attribute('rank');
  if (rank !== undefined) trial.source.rank = rank;
  readChildren(source, study, draft);
  const contacts = contactsOf(source, draft);
  if (contacts.length > 0) trial.contacts = contacts;
  const spoken: Dialect[] = [];
  if (placeOldDates(source, draft)) spoken.push(dialects.dates);
  if (draft.results?.isOld) spoken.push(dialects.results);
  if (spoken.length > 0) trial.source.dialect = spoken.join(' ');
  placeDesign(source, draft);
  placeStudyType(source, draft, start);
  const primary = trial.identifiers?.find(({ role }) => role?.code === 'PRIMARY');
  trial.id = primary?.value ?? contentId(scanner.source.slice(start, scanner.behind));
  const { unmapped, evidence } = source.finish(start, trial, context.report);
  for (const _pointer in evidence) {
    trial.evidence = evidence;
    break;
  }
  if (unmapped.length > 0) trial.unmapped = unmapped;
  return trial;
}

/** Dates under their old names are the dates, unless the record has some under the new ones. */
function placeOldDates(source: XmlSource, { trial, oldDates }: StudyDraft): boolean {
  if (oldDates.size === 0) return false;
  const names: readonly OldDate[] = [
    'lastUpdateSubmitted',
    'firstSubmitted',
    'resultsFirstSubmitted',
    'dispositionFirstSubmitted',
  ];
  const isNew = names.some((name) => trial.registration?.[name] !== undefined);
  if (isNew) {
    for (const { offset } of oldDates.values())
      source.keepAt(offset, 'unknown-path', 'A date under its old name, beside the new.');
    return false;
  }
  const registration: Registration = trial.registration ?? {};
  for (const [name, { offset, date: found }] of oldDates) {
    registration[name] = found;
    source.trace(registration, name, offset);
  }
  trial.registration = registration;
  return true;
}

/** The design as one line, unless the record has it part by part as well. */
function placeDesign(source: XmlSource, { trial, studyDesign }: StudyDraft): void {
  if (!studyDesign) return;
  const { armCount: _arms, groupCount: _groups, ...parts } = trial.design ?? {};
  for (const _name in parts) {
    source.keepAt(studyDesign.offset, 'unknown-path', 'The design as one line, beside its parts.');
    return;
  }
  readOldDesign(source, studyDesign.offset, studyDesign.line, trial);
}

/** Withheld records say that they do not say their kind; of others that is kept as it stands. */
function placeStudyType(source: XmlSource, { trial, studyType }: StudyDraft, start: number): void {
  const isWithheld = trial.overallStatus?.code === 'WITHHELD';
  if (!studyType) {
    if (isWithheld) source.lacks(start, 'study_type');
  } else if (studyType.wording !== noStudyTypeWording)
    readStudyType(source, studyType.offset, studyType.wording, trial);
  else if (!isWithheld) source.keepAt(studyType.offset, 'placeholder', 'No kind of study is stated.');
}
