import { type SourceKind, type Trial, writeTrial } from '@trialbridge/core';
import type { checkDocument, SchemaIssue } from '@trialbridge/core/validate';
import type { BatchRecord } from '../inputs/batch-records.js';
import { describePlace } from '../inputs/record.js';
import { LeafCounter } from '../report/leaf-counter.js';
import { type Counts, Tally } from '../report/tally.js';
import { toDeadLetter } from './dead-letters.js';
import { encodeOwn } from './own-bytes.js';
import type { ConversionPlan } from './plan.js';
import { describeError, type ReadRecord, type RecordProblem } from './read-record.js';
import type { BatchResult, RecordCounts, RecordFailure, TrialSeen } from './results.js';
import { isInSlice, isUpdatedSince } from './slice.js';
import { sliceKey } from './slice-key.js';
import type { TargetText } from './target-text.js';

/** What the conversion of a batch works with. */
export interface ConversionTools {
  readonly plan: ConversionPlan;
  readonly texts: readonly TargetText[];
  /** Rows of where the values of a trial came from, where that is asked for. */
  readonly evidenceRows?: (trial: Trial) => Iterable<string>;
  /** Checks a document, where that is asked for. */
  readonly checkDocument?: typeof checkDocument;
}

/** Converts the records of one batch and counts what became of them. */
export class BatchConversion {
  /** Records in the slice so far, whatever became of them. */
  taken = 0;
  private readonly tally = new Tally();
  private readonly records: RecordCounts = { read: 0, trials: 0, withoutTrial: 0, leftOut: 0, failed: 0 };
  private readonly kinds = new Map<SourceKind, number>();
  private readonly seen: TrialSeen[] = [];
  private readonly failures: RecordFailure[] = [];
  private readonly leaves: LeafCounter | undefined;
  private losses = '';
  private evidence = '';
  /** Number of the trial among those of the batch that are in the slice. */
  private number = -1;

  constructor(
    private readonly tools: ConversionTools,
    private readonly duplicates?: ReadonlySet<number>,
  ) {
    if (tools.plan.countsLeaves) this.leaves = new LeafCounter(tools.texts.length);
  }

  /** Whether a record can be seen to belong to another part of the inputs, without reading it. */
  leavesOut(record: BatchRecord): boolean {
    const key = this.keyOf(record);
    if (key === undefined || isInSlice(this.tools.plan.slice, key)) return false;
    this.records.leftOut += 1;
    return true;
  }

  convert({ reading, format, issues }: ReadRecord, record: BatchRecord): void {
    const { slice } = this.tools.plan;
    const key = this.keyOf(record);
    const trials = reading.trials.filter(
      (trial) => isUpdatedSince(trial, slice.since) && isInSlice(slice, key ?? trial.id),
    );
    const isWanted = reading.trials.length === 0 ? isInSlice(slice, key ?? record.bytes) : trials.length > 0;
    if (!isWanted) {
      this.records.leftOut += 1;
      return;
    }
    this.taken += 1;
    const failuresBefore = this.failures.length;
    const kept = trials.filter((trial) => !this.failDuplicate(trial, record));
    if (trials.length === 0 || kept.length > 0) {
      this.records.read += 1;
      this.kinds.set(reading.kind, (this.kinds.get(reading.kind) ?? 0) + 1);
      for (const issue of issues) this.tally.addIssue(format, issue, describePlace(record.place));
      if (reading.trials.length === 0) this.records.withoutTrial += 1;
      for (const trial of kept) this.writeAll(trial, reading.kind, record);
    }
    if (this.failures.length > failuresBefore) this.records.failed += 1;
  }

  /** `kept` is what a dead letter has of it. */
  fail(problem: RecordProblem, record: BatchRecord, kept = record.bytes): void {
    // A record without an id belongs to the part that its bytes fall into.
    if (!isInSlice(this.tools.plan.slice, this.keyOf(record) ?? record.bytes)) {
      this.records.leftOut += 1;
      return;
    }
    this.taken += 1;
    this.records.failed += 1;
    this.addFailure(problem, { ...record, bytes: kept });
  }

  result(): BatchResult {
    return {
      targets: this.tools.texts.map((text) => text.result()),
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

  private keyOf(record: BatchRecord): string | undefined {
    const { shard, sample } = this.tools.plan.slice;
    return shard || sample !== undefined ? sliceKey(record.bytes) : undefined;
  }

  private countAll(): Counts {
    if (this.leaves) this.tally.addLeaves(this.leaves.counts());
    return this.tally.counts();
  }

  private failDuplicate({ id }: Trial, record: BatchRecord): boolean {
    this.number += 1;
    if (!this.duplicates?.has(this.number)) return false;
    const message = `An earlier record of this run has the id ${id} too. That one is kept.`;
    this.addFailure({ code: 'duplicate-id', message, id }, record);
    return true;
  }

  private writeAll(trial: Trial, kind: SourceKind, record: BatchRecord): void {
    this.seen.push({ id: trial.id, kind });
    this.records.trials += 1;
    for (const row of this.tools.evidenceRows?.(trial) ?? []) this.evidence += `${row}\r\n`;
    const written = this.tools.texts.flatMap((text, target) => (this.write(trial, text, record) ? target : []));
    this.leaves?.add(trial, written);
  }

  private write(trial: Trial, text: TargetText, record: BatchRecord): boolean {
    const { writer } = text;
    const { plan, checkDocument } = this.tools;
    try {
      const { document, issues, loss } = writeTrial(trial, writer, { countCarried: plan.keepsRecordLosses });
      text.add(this.seen.length - 1, document);
      this.tally.addLoss(loss);
      for (const issue of issues) {
        if (issue.code === 'changed' || issue.code === 'dropped') continue;
        this.tally.addIssue(writer.format, issue, describePlace(record.place));
      }
      if (plan.keepsRecordLosses) {
        const { source, record: number } = record.place;
        this.losses += `${JSON.stringify({ source, record: number, ...loss, issues })}\n`;
      }
      if (checkDocument) this.addInvalid(checkDocument(writer, document), writer.format, record);
      return true;
    } catch (error) {
      this.addFailure({ format: writer.format, id: trial.id, ...describeError(error) }, record);
      return false;
    }
  }

  private addInvalid([first, ...others]: readonly SchemaIssue[], format: string, record: BatchRecord): void {
    if (!first) return;
    const more = others.length > 0 ? ` (and ${others.length} more)` : '';
    const message = `Not valid by the schema of ${format}: ${first.message}${more}`;
    const issue = { code: 'not-valid', severity: 'error', at: first.at, message } as const;
    this.tally.addIssue(format, issue, describePlace(record.place));
  }

  private addFailure(problem: Omit<RecordFailure, 'place' | 'letter'>, { place, bytes }: BatchRecord): void {
    const failure = { ...problem, place };
    if (!this.tools.plan.keepsDeadLetters) this.failures.push(failure);
    else this.failures.push({ ...failure, letter: JSON.stringify(toDeadLetter(failure, bytes)) });
  }
}
