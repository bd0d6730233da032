import type { ReadContext, Trial, TrialDate } from '@trialbridge/core';
import { noStudyTypeWording } from '../codes/design.codes.js';
import { dateType, overallStatus, postedDateType } from '../codes/status.codes.js';
import { trialIdOf } from '../identifier.js';
import { type Dialect, dialects } from './dialects.js';
import { readLine } from './element-text.js';
import {
  block,
  coded,
  dateOrNone,
  type ElementReader,
  elements,
  integer,
  items,
  type Names,
  prose,
  readChildren,
  readDate,
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
import { readResults } from './read-results.js';
import type { XmlScanner } from './scanner.js';
import { type LateParts, type OldDate, XmlSource } from './source.js';

type Registration = NonNullable<Trial['registration']>;

const study = elements<Trial>({
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
  start_date: dateOrNone('startDate', '/startDate', dateType.xml),
  completion_date: dateOrNone('completionDate', '/completionDate', dateType.xml),
  primary_completion_date: dateOrNone('primaryCompletionDate', '/primaryCompletionDate', dateType.xml),
  phase: phaseElement,
  has_expanded_access: within('expandedAccess', yesNo('available')),
  expanded_access_info: expandedAccessInfo,
  study_design_info: studyDesignInfo,
  target_duration: text('targetDuration'),
  primary_outcome: items<Trial, 'primaryOutcomes'>('primaryOutcomes', outcome),
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
  verification_date: recordDate('verified'),
  study_first_submitted: recordDate('firstSubmitted'),
  study_first_submitted_qc: recordDate('firstSubmittedQc'),
  study_first_posted: recordDate('firstPosted', postedDateType.xml),
  results_first_submitted: recordDate('resultsFirstSubmitted'),
  results_first_submitted_qc: recordDate('resultsFirstSubmittedQc'),
  results_first_posted: recordDate('resultsFirstPosted', postedDateType.xml),
  disposition_first_submitted: recordDate('dispositionFirstSubmitted'),
  disposition_first_submitted_qc: recordDate('dispositionFirstSubmittedQc'),
  disposition_first_posted: recordDate('dispositionFirstPosted', postedDateType.xml),
  last_update_submitted: recordDate('lastUpdateSubmitted'),
  last_update_submitted_qc: recordDate('lastUpdateSubmittedQc'),
  last_update_posted: recordDate('lastUpdatePosted', postedDateType.xml),
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
  overall_contact: (source) => contact(source, source.late),
  overall_contact_backup: (source) => backup(source, source.late),
  study_type: lineElement((late, offset, wording) => {
    if (late.studyType) return false;
    late.studyType = { offset, wording };
    return true;
  }),
  study_design: lineElement((late, offset, line) => {
    if (late.studyDesign) return false;
    late.studyDesign = { offset, line };
    return true;
  }),
  lastchanged_date: oldDate('lastUpdateSubmitted'),
  firstreceived_date: oldDate('firstSubmitted'),
  firstreceived_results_date: oldDate('resultsFirstSubmitted'),
  firstreceived_results_disposition_date: oldDate('dispositionFirstSubmitted'),
  clinical_results: (source, trial) => {
    if (source.late.resultsForm) source.keep('unknown-path', 'A second element where one belongs.');
    else source.late.resultsForm = readResults(source, trial);
  },
});

/** A date of the record. */
function recordDate(name: Names<Registration, TrialDate>, types?: typeof postedDateType.xml): ElementReader<Trial> {
  return within('registration', dateOrNone<Registration>(name, `/registration/${name}`, types));
}

const contact = contactElement('contact');
const backup = contactElement('backup');

function lineElement(take: (late: LateParts, offset: number, line: string) => boolean): ElementReader<Trial> {
  return (source) => {
    const { offset } = source.scanner;
    const line = readLine(source);
    if (line !== undefined && !take(source.late, offset, line))
      source.keepAt(offset, 'unknown-path', 'A second element where one belongs.');
  };
}

function oldDate(name: OldDate): ElementReader<Trial> {
  return (source) => {
    const { offset } = source.scanner;
    const { oldDates } = source.late;
    if (oldDates.has(name)) {
      source.keep('unknown-path', 'A second element where one belongs.');
      return;
    }
    const found = readDate(source, undefined, `/registration/${name}`);
    if (found) oldDates.set(name, { offset, date: found });
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
  const rank = scanner.attribute('rank');
  if (rank !== undefined) trial.source.rank = rank;
  readChildren(source, study, trial);
  const contacts = contactsOf(source, source.late);
  if (contacts.length > 0) trial.contacts = contacts;
  const spoken: Dialect[] = [];
  if (placeOldDates(source, trial)) spoken.push(dialects.dates);
  if (source.late.resultsForm?.isOld) spoken.push(dialects.results);
  if (spoken.length > 0) trial.source.dialect = spoken.join(' ');
  placeDesign(source, trial);
  placeStudyType(source, trial, start);
  trial.id = trialIdOf(trial, () => scanner.source.slice(start, scanner.behind));
  const { unmapped, evidence } = source.finish(start, trial, context.report);
  for (const _pointer in evidence) {
    trial.evidence = evidence;
    break;
  }
  if (unmapped.length > 0) trial.unmapped = unmapped;
  return trial;
}

/** Dates under their old names are the dates, unless the record has some under the new ones. */
function placeOldDates(source: XmlSource, trial: Trial): boolean {
  const { oldDates } = source.late;
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
function placeDesign(source: XmlSource, trial: Trial): void {
  const { studyDesign } = source.late;
  if (!studyDesign) return;
  const { armCount: _arms, groupCount: _groups, ...parts } = trial.design ?? {};
  for (const _name in parts) {
    source.keepAt(studyDesign.offset, 'unknown-path', 'The design as one line, beside its parts.');
    return;
  }
  readOldDesign(source, studyDesign.offset, studyDesign.line, trial);
}

/** Withheld records say that they do not say their kind; of others that is kept as it stands. */
function placeStudyType(source: XmlSource, trial: Trial, start: number): void {
  const { studyType } = source.late;
  const isWithheld = trial.overallStatus?.code === 'WITHHELD';
  if (!studyType) {
    if (isWithheld) source.lacks(start, 'study_type');
  } else if (studyType.wording !== noStudyTypeWording)
    readStudyType(source, studyType.offset, studyType.wording, trial);
  else if (!isWithheld) source.keepAt(studyType.offset, 'placeholder', 'No kind of study is stated.');
}
