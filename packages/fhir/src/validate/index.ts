export { checkFhir, type FhirChecker, type FhirVersion, fhirChecker } from './check-fhir.js';
export type { FhirIssue, IssueType } from './issue.js';
export { type CheckOutcome, toOperationOutcome } from './operation-outcome.js';
