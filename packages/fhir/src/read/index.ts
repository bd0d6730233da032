import type { TrialReader } from '@trialbridge/core';
import { createFhirReader } from './reader.js';

export const fhirR4Reader = createFhirReader('R4', 'fhir-r4', 'FHIR R4 and R4B: ResearchStudy and companions');
export const fhirR5Reader = createFhirReader('R5', 'fhir-r5', 'FHIR R5: ResearchStudy and companions');
/** Reads studies of the other R6 ballots, too, as far as they are alike. */
export const fhirR6Ballot5Reader = createFhirReader(
  'R6',
  'fhir-r6-ballot5',
  'FHIR R6 ballot 5 (experimental): ResearchStudy and companions',
);

/** The readers of FHIR, one for each version. */
export const fhirReaders: readonly TrialReader[] = [fhirR4Reader, fhirR5Reader, fhirR6Ballot5Reader];
