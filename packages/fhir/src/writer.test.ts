import { writerChecks } from '@trialbridge/core/testing';
import { describe, it } from 'vitest';
import { fhirR4Writer, fhirR5Writer } from './index.js';

describe.each([
  ['fhir-r4', fhirR4Writer],
  ['fhir-r5', fhirR5Writer],
] as const)('%s', (_name, writer) => {
  for (const check of writerChecks(writer as typeof fhirR5Writer)) it(check.name, check.run);
});
