export {
  type BulkLayout,
  type BulkLayoutOptions,
  type BulkLine,
  type BulkManifest,
  type BundleLike,
  bulkFileName,
  createBulkLayout,
  type ManifestOptions,
  toBulkLines,
} from './bulk-layout.js';
export type { FhirWriterOptions, R4Status } from './options.js';
export { createFhirR4Writer, fhirR4Writer } from './r4/writer.js';
export { createFhirR5Writer, fhirR5Writer } from './r5/writer.js';
export { type BundleR6, createFhirR6Ballot5Writer, fhirR6Ballot5Writer } from './r6/writer.js';
export { fhirR4Reader, fhirR5Reader, fhirR6Ballot5Reader, fhirReaders } from './read/index.js';
