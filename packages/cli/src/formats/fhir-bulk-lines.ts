export { toBulkLines } from '@trialbridge/fhir';
