import { type SourceKind, type Trial, type TrialReader, writeTrial } from '@trialbridge/core';
import type { checkDocument, SchemaIssue } from '@trialbridge/core/validate';
import { type FormatSpec, loadReaders, loadWriter, parseFormat } from '../catalogue.js';
import type { Batch } from '../inputs/batch.js';
import { describePlace, type Place } from '../inputs/record.js';
import { LeafCounter } from '../report/leaf-counter.js';
import { type Counts, Tally } from '../report/tally.js';
import { encodeOwn } from './own-bytes.js';
import type { ConversionPlan, TargetPlan } from './plan.js';
import { describeError, type ReadRecord, readRecord } from './read-record.js';
import type { BatchResult, RecordCounts, RecordFailure, TrialSeen } from './results.js';
import { isInSlice, isUpdatedSince } from './slice.js';
import { TargetText } from './target-text.js';

/** Readers and writers of a plan, loaded once per thread. */
export interface Converter {
  readonly plan: ConversionPlan;
  readonly readers: readonly TrialReader[];
  readonly texts: readonly TargetText[];
  /** Rows of where the values of a trial came from, where that is asked for. */
  readonly evidenceRows?: (trial: Trial) => Iterable<string>;
  /** Checks a document, where that is asked for. */
  readonly checkDocument?: typeof checkDocument;
}

export async function loadConverter(plan: ConversionPlan): Promise<Converter> {
  const readers = await loadReaders(plan.from);
  const hasResources = plan.targets.some(({ framing }) => framing === 'resources');
  const toBulkLines = hasResources ? (await import('@trialbridge/fhir')).toBulkLines : undefined;
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
  return framing === 'resources'
    ? { ...parsed, options: new Map([...parsed.options, ['references', 'relative']]) }
    : parsed;
}

/**
 * Converts the records of a batch. Pure: the same batch gives the same bytes in any thread. Trials whose number in the
 * batch is in `leaveOut` are passed over.
 */
export function convertBatch(converter: Converter, batch: Batch, leaveOut?: ReadonlySet<number>): BatchResult {
  const conversion = new BatchConversion(converter);
  for (const [index, record] of batch.records.entries()) {
    const bytes = batch.bytes.subarray(record.start, record.end);
    try {
      const read = readRecord(record, bytes, converter.readers, converter.plan);
      conversion.convert(read, index, bytes, record.place, leaveOut);
    } catch (error) {
      conversion.fail({ record: index, ...describeError(error) }, bytes);
    }
  }
  return conversion.result();
}

class BatchConversion {
  private readonly tally = new Tally();
  private readonly records: RecordCounts = { read: 0, trials: 0, withoutTrial: 0, leftOut: 0, failed: 0 };
  private readonly kinds = new Map<SourceKind, number>();
  private readonly seen: TrialSeen[] = [];
  private readonly taken: number[] = [];
  private readonly failures: RecordFailure[] = [];
  private readonly texts: readonly TargetText[];
  private readonly leaves: LeafCounter | undefined;
  private losses = '';
  private evidence = '';
  /** Number of the trial among those of the batch that are in the slice. */
  private number = -1;

  constructor(private readonly converter: Converter) {
    const { plan, texts } = converter;
    this.texts = texts;
    if (plan.countsLeaves) this.leaves = new LeafCounter(texts.length);
  }

  convert(read: ReadRecord, index: number, bytes: Uint8Array, place: Place, leaveOut?: ReadonlySet<number>): void {
    const { slice } = this.converter.plan;
    const { reading, format, issues } = read;
    const trials = reading.trials.filter((trial) => isUpdatedSince(trial, slice.since) && isInSlice(slice, trial.id));
    const isWanted = reading.trials.length === 0 ? isInSlice(slice, bytes) : trials.length > 0;
    if (!isWanted) {
      this.records.leftOut += 1;
      return;
    }
    this.taken.push(index);
    const kept = trials.filter(() => {
      this.number += 1;
      return !leaveOut?.has(this.number);
    });
    // A record whose every trial stood in an earlier one counts where that is reported.
    if (trials.length > 0 && kept.length === 0) return;
    this.records.read += 1;
    this.kinds.set(reading.kind, (this.kinds.get(reading.kind) ?? 0) + 1);
    for (const issue of issues) this.tally.addIssue(format, issue, describePlace(place));
    if (reading.trials.length === 0) this.records.withoutTrial += 1;
    const before = this.failures.length;
    for (const trial of kept) {
      this.seen.push({ record: index, id: trial.id, kind: reading.kind });
      this.records.trials += 1;
      for (const row of this.converter.evidenceRows?.(trial) ?? []) this.evidence += `${row}\r\n`;
      const written = this.texts.flatMap((text, target) => (this.write(trial, text, index, place) ? target : []));
      this.leaves?.add(trial, written);
    }
    if (this.failures.length > before) this.records.failed += 1;
  }

  fail(failure: RecordFailure, bytes: Uint8Array): void {
    // A record without an id belongs to the part that its bytes fall into.
    if (!isInSlice(this.converter.plan.slice, bytes)) {
      this.records.leftOut += 1;
      return;
    }
    this.taken.push(failure.record);
    this.records.failed += 1;
    this.failures.push(failure);
  }

  result(): BatchResult {
    return {
      targets: this.texts.map((text) => text.result()),
      seen: this.seen,
      taken: this.taken,
      failures: this.failures,
      records: this.records,
      kinds: [...this.kinds],
      counts: this.countAll(),
      ...(this.losses !== '' && { recordLosses: encodeOwn(this.losses) }),
      ...(this.evidence !== '' && { evidenceRows: encodeOwn(this.evidence) }),
    };
  }

  private countAll(): Counts {
    if (this.leaves) this.tally.addLeaves(this.leaves.counts());
    return this.tally.counts();
  }

  private write(trial: Trial, text: TargetText, record: number, place: Place): boolean {
    const where = describePlace(place);
    const { writer } = text;
    const { plan, checkDocument } = this.converter;
    try {
      const written = writeTrial(trial, writer, { countCarried: plan.keepsRecordLosses });
      text.add(this.seen.length - 1, written.document);
      this.tally.addLoss(written.loss);
      if (plan.keepsRecordLosses) {
        this.losses += `${JSON.stringify({ source: place.source, record: place.record, ...written.loss, issues: written.issues })}\n`;
      }
      for (const issue of written.issues) {
        if (issue.code !== 'changed' && issue.code !== 'dropped') this.tally.addIssue(writer.format, issue, where);
      }
      if (checkDocument) this.check(checkDocument(writer, written.document), writer.format, where);
      return true;
    } catch (error) {
      this.failures.push({ record, format: writer.format, id: trial.id, ...describeError(error) });
      return false;
    }
  }

  private check([first, ...others]: readonly SchemaIssue[], format: string, place: string): void {
    if (!first) return;
    const more = others.length > 0 ? ` (and ${others.length} more)` : '';
    const message = `Not valid by the schema of ${format}: ${first.message}${more}`;
    this.tally.addIssue(format, { code: 'not-valid', severity: 'error', at: first.at, message }, place);
  }
}
