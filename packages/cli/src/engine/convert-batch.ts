import {
  type Reading,
  type SourceKind,
  type Trial,
  type TrialReader,
  type TrialWriter,
  writeTrial,
} from '@trialbridge/core';
import { loadReaders, loadWriter, parseFormat } from '../catalogue.js';
import type { Batch } from '../inputs/batch.js';
import { describePlace } from '../inputs/record.js';
import { Tally } from '../report/tally.js';
import type { ConversionPlan } from './plan.js';
import { describeError, type ReadRecord, readRecord } from './read-record.js';
import type { BatchResult, RecordCounts, RecordFailure, TrialSeen } from './results.js';
import { isInSlice, isUpdatedSince } from './slice.js';
import { TargetText } from './target-text.js';

/** Readers and writers of a plan, loaded once per thread. */
export interface Converter {
  readonly plan: ConversionPlan;
  readonly readers: readonly TrialReader[];
  readonly writers: readonly TrialWriter<unknown>[];
}

export async function loadConverter(plan: ConversionPlan): Promise<Converter> {
  const readers = await loadReaders(plan.from);
  const writers = await Promise.all(plan.targets.map((target) => loadWriter(parseFormat(target.spec))));
  return { plan, readers, writers };
}

/**
 * Converts the records of a batch. Pure but for the tally it returns: the same batch gives the same bytes in any thread.
 * Trials whose number in the batch is in `leaveOut` are passed over.
 */
export function convertBatch(converter: Converter, batch: Batch, leaveOut?: ReadonlySet<number>): BatchResult {
  const { plan } = converter;
  const tally = new Tally();
  const records: RecordCounts = { read: 0, trials: 0, withoutTrial: 0, leftOut: 0, failed: 0 };
  const seen: TrialSeen[] = [];
  const failures: RecordFailure[] = [];
  const texts = plan.targets.map((target, index) => new TargetText(target, converter.writers[index]));
  const kinds = new Map<SourceKind, number>();
  let number = -1;
  for (const [index, record] of batch.records.entries()) {
    const bytes = batch.bytes.subarray(record.start, record.end);
    let outcome: ReadRecord;
    try {
      outcome = readRecord(record, bytes, converter.readers, plan);
    } catch (error) {
      // A record without an id belongs to the part that its bytes fall into.
      if (isInSlice(plan.slice, bytes)) {
        records.failed += 1;
        failures.push({ record: index, ...describeError(error) });
      } else {
        records.leftOut += 1;
      }
      continue;
    }
    const { reading, format } = outcome;
    const wanted = reading.trials.filter(
      (trial) => isUpdatedSince(trial, plan.slice.since) && isInSlice(plan.slice, trial.id),
    );
    if (reading.trials.length > 0 ? wanted.length === 0 : !isInSlice(plan.slice, bytes)) {
      records.leftOut += 1;
      continue;
    }
    records.read += 1;
    kinds.set(reading.kind, (kinds.get(reading.kind) ?? 0) + 1);
    const place = describePlace(record.place);
    for (const issue of outcome.issues) tally.addIssue(format, issue, place);
    if (reading.trials.length === 0) records.withoutTrial += 1;
    let hasFailed = false;
    for (const trial of wanted) {
      number += 1;
      if (leaveOut?.has(number)) continue;
      seen.push({ record: index, id: trial.id, kind: reading.kind });
      records.trials += 1;
      for (const text of texts) {
        const failure = writeTo(text, trial, reading, { plan, tally, place });
        if (!failure) continue;
        hasFailed = true;
        failures.push({ record: index, ...failure });
      }
    }
    if (hasFailed) records.failed += 1;
  }
  return {
    targets: texts.map((text) => text.result()),
    seen,
    failures,
    records,
    kinds: [...kinds],
    counts: tally.counts(),
  };
}

function writeTo(
  text: TargetText,
  trial: Trial,
  reading: Reading,
  about: { plan: ConversionPlan; tally: Tally; place: string },
): Omit<RecordFailure, 'record'> | undefined {
  const { writer } = text;
  try {
    const written = writeTrial(trial, writer, { countCarried: about.plan.countsCarried });
    text.add(trial.id, reading.kind, written.document);
    about.tally.addLoss(written.loss);
    for (const issue of written.issues) {
      if (issue.code !== 'changed' && issue.code !== 'dropped') about.tally.addIssue(writer.format, issue, about.place);
    }
    return undefined;
  } catch (error) {
    return { format: writer.format, id: trial.id, ...describeError(error) };
  }
}
