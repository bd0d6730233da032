export { trialJsonWriter } from '@trialbridge/core';
