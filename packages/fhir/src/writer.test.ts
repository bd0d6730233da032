import { writerChecks } from '@trialbridge/core/testing';
import { describe, it } from 'vitest';
import { fhirR4Writer, fhirR5Writer, fhirR6Ballot5Writer } from './index.js';

describe.each([
  ['fhir-r4', fhirR4Writer],
  ['fhir-r5', fhirR5Writer],
  ['fhir-r6-ballot5', fhirR6Ballot5Writer],
] as const)('%s', (_name, writer) => {
  for (const check of writerChecks(writer as typeof fhirR5Writer)) it(check.name, check.run);
});
