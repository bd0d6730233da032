import type { TrialWriter } from '@trialbridge/core';
import type { Bundle } from 'fhir/r5';
import { fhirR5BundleSchema } from '../generated/fhir-r5-bundle-schema.js';
import { omits } from '../omits.js';
import type { FhirWriterOptions } from '../options.js';
import { createFhirWriter } from '../writer.js';
import { addSiteStudiesR5 } from './site-studies.js';
import { type StudyR5, toStudyR5 } from './study.js';

/** Writes FHIR R5 (5.0.0). */
export function createFhirR5Writer(options: FhirWriterOptions = {}): TrialWriter<Bundle> {
  return createFhirWriter<Bundle, StudyR5>(
    {
      version: 'R5',
      format: 'fhir-r5',
      title: 'FHIR R5: ResearchStudy and companions',
      schema: fhirR5BundleSchema,
      omits,
      toStudy: toStudyR5,
      addSiteStudies: addSiteStudiesR5,
    },
    options,
  );
}

export const fhirR5Writer = createFhirR5Writer();
