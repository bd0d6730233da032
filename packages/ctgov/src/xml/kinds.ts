import {
  biospecimenRetention,
  interventionType,
  noStudyTypeWording,
  patientRegistryWording,
  phase,
  samplingMethod,
  sex,
  studyType,
} from '../codes/design.codes.js';
import { agencyClass, contactRole, responsiblePartyType } from '../codes/people.codes.js';
import {
  analysisDispersion,
  confidenceIntervalSides,
  eventAssessment,
  measureParameter,
  nonInferiorityType,
  outcomeMeasureType,
} from '../codes/results.codes.js';
import { overallStatus } from '../codes/status.codes.js';
import { investigatorsAreEmployed, investigatorsAreNotEmployed } from './agreements.js';

const month = '(January|February|March|April|May|June|July|August|September|October|November|December)';

/** The kinds of text that the XSD narrows: listed wordings, or a pattern. Every other kind takes any text. */
export const textKinds: Readonly<Record<string, readonly string[] | RegExp>> = {
  yes_no: ['Yes', 'No'],
  date: new RegExp(`^(Unknown|${month} (([12]?[0-9]|30|31), )?[12][0-9]{3})$`),
  date_kind: ['Actual', 'Anticipated', 'Estimate'],
  integer: /^-?[0-9]+$/,
  positive: /^0*[1-9][0-9]*$/,
  age: /^(N\/A|[1-9][0-9]* (Year|Month|Week|Day|Hour|Minute)s?)$/,
  posting_date: /^((0[1-9]|1[0-2])\/)?[1-3][0-9]{3}$/,
  ci_percent: /^([+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?|NaN|-?INF)$/,
  status: overallStatus.wordings,
  phase: [...phase.wordings, 'Phase 1/Phase 2', 'Phase 2/Phase 3'],
  study_type: [...studyType.wordings, patientRegistryWording, noStudyTypeWording],
  agency_class: agencyClass.wordings,
  intervention_type: interventionType.wordings,
  biospec_retention: biospecimenRetention.wordings,
  sampling_method: samplingMethod.wordings,
  gender: sex.wordings,
  role: contactRole.wordings.filter((wording) => wording !== 'Contact'),
  responsible_party_type: responsiblePartyType.wordings,
  outcome_type: outcomeMeasureType.wordings,
  param: measureParameter.wordings,
  analysis_dispersion: analysisDispersion.wordings,
  ci_n_sides: confidenceIntervalSides.wordings,
  non_inferiority_type: nonInferiorityType.wordings,
  assessment: eventAssessment.wordings,
  pi_employee: [investigatorsAreEmployed, investigatorsAreNotEmployed],
};
