import { type FormatSpec, loadWriter, parseFormat } from '../catalogue.js';
import type { Batch } from '../inputs/batch.js';
import { type BatchRecord, forEachRecord } from '../inputs/batch-records.js';
import { noBytes } from '../inputs/record.js';
import { BatchConversion, type ConversionTools } from './batch-conversion.js';
import type { ConversionPlan, TargetPlan } from './plan.js';
import { describeError, type RecordProblem, readRecord } from './read-record.js';
import { Readers } from './readers.js';
import type { BatchResult } from './results.js';
import { TargetText } from './target-text.js';

/** Readers and writers of a plan, loaded once per thread. */
export interface Converter extends ConversionTools {
  readonly readers: Readers;
}

export async function loadConverter(plan: ConversionPlan): Promise<Converter> {
  const readers = await Readers.load(plan.from);
  const hasResources = plan.targets.some(({ framing }) => framing === 'resources');
  const toBulkLines = hasResources ? (await import('../formats/fhir-bulk-lines.js')).toBulkLines : undefined;
  const texts = await Promise.all(
    plan.targets.map(async (target) => new TargetText(target, await loadWriter(specOf(target)), toBulkLines)),
  );
  const checkDocument = plan.checksDocuments ? (await import('@trialbridge/core/validate')).checkDocument : undefined;
  const evidenceRows = plan.keepsEvidence ? (await import('@trialbridge/csv')).evidenceRows : undefined;
  return { plan, readers, texts, ...(checkDocument && { checkDocument }), ...(evidenceRows && { evidenceRows }) };
}

/** Resources that stand in lists of their own refer to each other by type and id. */
function specOf({ spec, framing }: TargetPlan): FormatSpec {
  const parsed = parseFormat(spec);
  if (framing !== 'resources') return parsed;
  return { ...parsed, options: new Map([...parsed.options, ['references', 'relative']]) };
}

/** What is different when a batch is converted again. */
export interface Again {
  /** Numbers of the trials of the batch whose ids were seen before: they fail. */
  readonly duplicates?: ReadonlySet<number>;
  /** Ends after so many records of the slice. */
  readonly limit?: number;
  /** Records of the batch, from 0, that end any thread that converts them: they fail. */
  readonly fatal?: ReadonlyMap<number, FatalProblem>;
}

/** What a record did to its thread. */
export interface FatalProblem extends RecordProblem {
  /** It did so again when it was only to be kept as a dead letter: now it is not even that. */
  readonly isDropped?: boolean;
}

/**
 * Converts the records of a batch, for which the readers are prepared. Pure: the same batch gives the same bytes in any
 * thread. `onRecord` is told the number of each record in the batch before it is converted.
 */
export function convertBatch(
  converter: Converter,
  batch: Batch,
  again: Again = {},
  onRecord?: (number: number) => void,
): BatchResult {
  const conversion = new BatchConversion(converter, again.duplicates);
  const limit = again.limit ?? Number.POSITIVE_INFINITY;
  let number = -1;
  forEachRecord(batch, converter.plan, (record) => {
    if (conversion.taken >= limit) return false;
    number += 1;
    onRecord?.(number);
    const problem = again.fatal?.get(number);
    if (problem) conversion.fail(problem, record, problem.isDropped ? noBytes : record.bytes);
    else convertRecord(converter, conversion, record);
    return true;
  });
  return conversion.result();
}

function convertRecord(converter: Converter, conversion: BatchConversion, record: BatchRecord): void {
  if (conversion.leavesOut(record)) return;
  try {
    conversion.convert(readRecord(record, converter.readers, converter.plan), record);
  } catch (error) {
    conversion.fail(describeError(error), record);
  }
}
