export { createFhirR5Writer } from '@trialbridge/fhir/r5';
