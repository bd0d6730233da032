export { trialJsonReader } from '@trialbridge/core/trial-json';
