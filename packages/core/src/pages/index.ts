import type { TrialReader } from '../formats.js';
import { pubmedAbstractReader } from './abstract/reader.js';
import { medpathPageReader } from './medpath/reader.js';
import { narrativeReader } from './narrative/reader.js';
import { pubmedXmlReader } from './pubmed-xml/reader.js';
import { veevaPageReader } from './veeva/reader.js';

export { type AbstractOptions, createPubmedAbstractReader, pubmedAbstractReader } from './abstract/reader.js';
export type { Finding, InferenceRule, InferenceStage, InferredField } from './infer/rule.js';
export { inferFromProse } from './infer/stage.js';
export { createMedpathPageReader, type MedpathPageOptions, medpathPageReader } from './medpath/reader.js';
export { narrativeReader } from './narrative/reader.js';
export { createPubmedXmlReader, type PubmedXmlOptions, pubmedXmlReader } from './pubmed-xml/reader.js';
export { createVeevaPageReader, type VeevaPageOptions, veevaPageReader } from './veeva/reader.js';

/** The readers of page texts, and of PubMed XML, the structured sibling of abstracts. At most one accepts a source. */
export const pageReaders: readonly TrialReader[] = [
  veevaPageReader,
  medpathPageReader,
  pubmedAbstractReader,
  narrativeReader,
  pubmedXmlReader,
];
