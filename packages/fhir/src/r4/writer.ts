import type { Bundle } from '@medplum/fhirtypes';
import type { TrialWriter } from '@trialbridge/core';
import { fhirR4BundleSchema } from '../generated/fhir-r4-bundle-schema.js';
import { omits } from '../omits.js';
import type { FhirWriterOptions } from '../options.js';
import { createFhirWriter } from '../writer.js';
import { addSiteStudiesR4 } from './site-studies.js';
import { type StudyR4, toStudyR4 } from './study.js';

/**
 * Writes FHIR R4 (4.0.1), valid as R4B too. R5 elements stand in HL7's cross-version extensions. The type is Medplum's
 * Bundle, which also allows R5 elements in a study: `schema` does not.
 */
export function createFhirR4Writer(options: FhirWriterOptions = {}): TrialWriter<Bundle> {
  return createFhirWriter<Bundle, StudyR4>(
    {
      version: 'R4',
      format: 'fhir-r4',
      title: 'FHIR R4 (valid as R4B): ResearchStudy and companions',
      schema: fhirR4BundleSchema,
      omits,
      toStudy: toStudyR4,
      addSiteStudies: addSiteStudiesR4,
    },
    options,
  );
}

export const fhirR4Writer = createFhirR4Writer();
