export type { Check } from './check.js';
export type { ReaderSample } from './read.js';
export { type ReaderCheckOptions, readerChecks } from './reader-checks.js';
export { type RoundTripOptions, roundTripChecks, type SourceLeaf } from './round-trip-checks.js';
export { sampleTrials } from './sample-trials.js';
export { type WriterCheckOptions, writerChecks } from './writer-checks.js';
