import type { TrialWriter } from '@trialbridge/core';
import { fhirR6Ballot5BundleSchema } from '../generated/fhir-r6-ballot5-bundle-schema.js';
import { omits } from '../omits.js';
import type { FhirWriterOptions } from '../options.js';
import { addSiteStudiesR5 } from '../r5/site-studies.js';
import type { BundleEntry } from '../resources.js';
import { createFhirWriter } from '../writer.js';
import { type StudyR6, toStudyR6 } from './study.js';

/** A Bundle of the R6 ballot. Nobody publishes types for it yet: resources are data. */
export interface BundleR6 {
  resourceType: 'Bundle';
  id: string;
  identifier: { system: string; value: string };
  type: 'collection' | 'transaction';
  timestamp?: string;
  entry: BundleEntry[];
}

/**
 * Writes the ballot 6.0.0-ballot5 of FHIR R6. Experimental: the resources still change, no machine-readable definition of
 * that ballot was at hand, and the next ballot will be another format.
 */
export function createFhirR6Ballot5Writer(options: FhirWriterOptions = {}): TrialWriter<BundleR6> {
  return createFhirWriter<BundleR6, StudyR6>(
    {
      version: 'R6',
      format: 'fhir-r6-ballot5',
      title: 'FHIR R6 ballot 5 (experimental): ResearchStudy and companions',
      schema: fhirR6Ballot5BundleSchema,
      omits,
      toStudy: toStudyR6,
      addSiteStudies: addSiteStudiesR5,
    },
    options,
  );
}

export const fhirR6Ballot5Writer = createFhirR6Ballot5Writer();
