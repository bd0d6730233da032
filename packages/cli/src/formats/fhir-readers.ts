export { fhirR4Reader, fhirR5Reader, fhirR6Ballot5Reader } from '@trialbridge/fhir/read';
