import type {
  AgeGroupCode,
  BrowseRelevanceCode,
  IpdInfoTypeCode,
  IpdSharingCode,
  ReferenceTypeCode,
  UnpostedEventTypeCode,
  ViolationEventTypeCode,
} from '@trialbridge/core';
import { spellings, vocabulary } from './vocabulary.js';

export const ipdSharing = vocabulary<IpdSharingCode>({ YES: 'Yes', NO: 'No', UNDECIDED: 'Undecided' });

export const ipdInfoType = vocabulary<IpdInfoTypeCode>({
  STUDY_PROTOCOL: 'Study Protocol',
  SAP: 'Statistical Analysis Plan (SAP)',
  ICF: 'Informed Consent Form (ICF)',
  CSR: 'Clinical Study Report (CSR)',
  ANALYTIC_CODE: 'Analytic Code',
});

/** Here the XML's wording is an element name. */
export const unpostedEventType = vocabulary<UnpostedEventTypeCode>({
  RESET: 'returned',
  RELEASE: 'submitted',
  UNRELEASE: 'submission_canceled',
});

/** The XML says it by the element: `reference` or `results_reference`; derived ones it does not hold. */
export const referenceType = spellings<ReferenceTypeCode>(['BACKGROUND', 'RESULT', 'DERIVED']);

export const ageGroup = spellings<AgeGroupCode>(['CHILD', 'ADULT', 'OLDER_ADULT']);

export const browseRelevance = spellings<BrowseRelevanceCode>(['LOW', 'HIGH']);

export const violationEventType = spellings<ViolationEventTypeCode>([
  'VIOLATION_IDENTIFIED',
  'CORRECTION_CONFIRMED',
  'PENALTY_IMPOSED',
  'ISSUES_IN_LETTER_ADDRESSED_CONFIRMED',
]);
