export { createFhirR6Ballot5Writer } from '@trialbridge/fhir/r6-ballot5';
