import { expect, it } from 'vitest';
import { fhirChecker } from './check-fhir.js';
import { toOperationOutcome } from './operation-outcome.js';

const check = await fhirChecker('r4');

it('says the issues of a check as FHIR does', () => {
  expect(toOperationOutcome(check({ resourceType: 'ResearchStudy' }))).toEqual({
    resourceType: 'OperationOutcome',
    issue: [
      {
        severity: 'error',
        code: 'required',
        details: { text: 'ResearchStudy.status is required.' },
        diagnostics: 'missing',
        expression: ['ResearchStudy'],
      },
    ],
  });
});

it('is valid FHIR itself, with issues and without', () => {
  expect(check(toOperationOutcome(check({ resourceType: 'ResearchStudy', period: [], colour: 1 })))).toEqual([]);
  expect(check(toOperationOutcome([]))).toEqual([]);
});
