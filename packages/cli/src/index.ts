import { catalogue } from './catalogue.js';

export type { ConversionOptions } from './engine/options.js';
export type { Progress } from './engine/progress.js';
export type { RecordFailure } from './engine/results.js';
export { type RunResult, runConversion } from './engine/run.js';
export { CommandError, type ExitCode, exitCodes } from './exit.js';

/** The formats that can be written, with the ending of a file that holds one document. */
export const formatsWritten: readonly { readonly format: string; readonly extension: string }[] = catalogue.flatMap(
  ({ format, extension }) => (extension === undefined ? [] : { format, extension }),
);
