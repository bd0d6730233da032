export { createFhirR4Writer } from '@trialbridge/fhir/r4';
