// Not among the main exports: the reader comes with the validator of the model, ten times as long as a reader of pages.
export { trialJsonReader } from './reader.js';
