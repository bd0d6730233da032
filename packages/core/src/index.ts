export { type Coded, type CodeTable, codeTable, fold } from './codes.js';
export { contentId } from './content-id.js';
export {
  detectReader,
  type ReadOptions,
  type ReadResult,
  readTrials,
  type WriteFailure,
  type WriteOptions,
  type WriteResult,
  type Written,
  writeTrial,
  writeTrials,
} from './convert.js';
export { englishDate, readDate } from './dates.js';
export { TrialError, type TrialErrorCode, type TrialErrorDetails } from './errors.js';
export { type AbsenceReason, EvidenceMap, evidenceFor } from './evidence.js';
export type {
  Mention,
  Omission,
  ReadContext,
  Reading,
  SourceKind,
  TrialReader,
  TrialWriter,
  WriteContext,
} from './formats.js';
export type * from './generated/trial.js';
export { leafPaths, markupPaths, type TrialPath, trialPaths } from './generated/trial-paths.js';
export { findIdentifiers, isJunkIdentifier, type RecognizedIdentifier, recognizeIdentifier } from './identifiers.js';
export type { Issue, IssueCode, Report } from './issue.js';
export { lineAndColumn, parseJson } from './json.js';
export { countLeaves, countTrialLeaves, genericPath, type LossEntry, lossOf, type RecordLoss } from './loss.js';
export { countryCodeOf } from './pages/countries.codes.js';
export {
  type AbstractOptions,
  createMedpathPageReader,
  createPubmedAbstractReader,
  createPubmedXmlReader,
  createVeevaPageReader,
  type Finding,
  type InferenceRule,
  type InferenceStage,
  type InferredField,
  inferFromProse,
  type MedpathPageOptions,
  medpathPageReader,
  narrativeReader,
  type PubmedXmlOptions,
  pageReaders,
  pubmedAbstractReader,
  pubmedXmlReader,
  type VeevaPageOptions,
  veevaPageReader,
} from './pages/index.js';
export { type TableSeparator, tableSeparatorOf } from './pages/tables.js';
export { trialJsonWriter } from './trial-json/writer.js';
