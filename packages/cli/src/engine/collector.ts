import type { SourceKind } from '@trialbridge/core';
import type { Batch } from '../inputs/batch.js';
import { describePlace } from '../inputs/record.js';
import type { AppendFile } from '../outputs/append-file.js';
import type { NamedTrial, Output } from '../outputs/output.js';
import { type Counts, type Example, keptExamples, Tally } from '../report/tally.js';
import type { Again } from './convert-batch.js';
import { IdSet, keyOf } from './id-set.js';
import type { BatchResult, RecordCounts, RecordFailure, TrialSeen } from './results.js';
import type { Converted } from './runner.js';

/** What a collector has counted, as plain data. */
export interface Collected {
  /** Records in the slice, whatever became of them. */
  readonly taken: number;
  readonly records: RecordCounts;
  readonly duplicates: number;
  readonly kinds: readonly (readonly [kind: SourceKind, count: number])[];
  readonly failures: readonly FailureCount[];
  readonly outputs: readonly OutputCount[];
  readonly counts: Counts;
}

/** Records that failed for one reason, with the first of them. */
export interface FailureCount {
  readonly code: string;
  readonly count: number;
  readonly examples: readonly Example[];
}

export interface OutputCount {
  readonly format: string;
  readonly path: string | undefined;
  written: number;
  failed: number;
}

export interface CollectorOptions {
  readonly outputs: readonly Output[];
  readonly outputCounts: readonly OutputCount[];
  readonly keepsDuplicates: boolean;
  readonly limit: number;
  /** Whether nothing is written any more of a batch in which a record failed, and only the first failure is told. */
  readonly stopsAtFailure: boolean;
  /** Converts a batch again, where its duplicates or the limit are known only now. */
  readonly again: (batch: Batch, again: Again) => Promise<Converted>;
  readonly deadLetters?: AppendFile;
  readonly recordLosses?: AppendFile;
  readonly evidenceRows?: AppendFile;
  /** Keys of the ids that were seen, for a resumption. */
  readonly journal?: AppendFile;
  readonly onFailure?: (failure: RecordFailure) => void;
}

/** Takes the results of the batches in order: finds duplicates, counts, and hands everything to the outputs. */
export class Collector {
  private readonly tally = new Tally();
  private readonly ids = new IdSet();
  private readonly repeated = new Map<number, number>();
  private readonly records: RecordCounts = { read: 0, trials: 0, withoutTrial: 0, leftOut: 0, failed: 0 };
  private readonly kinds = new Map<SourceKind, number>();
  private readonly failures = new Map<string, { count: number; examples: Example[] }>();
  private duplicates = 0;
  private taken = 0;

  constructor(private readonly options: CollectorOptions) {}

  /** Records that were dealt with, whatever became of them. */
  get recordCount(): number {
    return this.taken + this.records.leftOut;
  }

  get failedCount(): number {
    return this.records.failed;
  }

  /** Whether records failed and nothing came of any: then there is no output, rather than an empty one. */
  get isFruitless(): boolean {
    return this.records.failed > 0 && this.options.outputCounts.every(({ written }) => written === 0);
  }

  get isFull(): boolean {
    return this.taken >= this.options.limit;
  }

  async take(converted: Converted): Promise<void> {
    const room = this.options.limit - this.taken;
    const again: Again = converted.result.taken > room ? { limit: room } : {};
    let { batch, result } = again.limit === undefined ? converted : await this.options.again(converted.batch, again);
    const trials = this.name(result.seen);
    const duplicates = new Set<number>();
    for (const [number, { occurrence }] of trials.entries()) if (occurrence > 1) duplicates.add(number);
    let named = trials;
    if (duplicates.size > 0 && !this.options.keepsDuplicates) {
      ({ batch, result } = await this.options.again(batch, { ...again, duplicates }));
      named = trials.filter((_, number) => !duplicates.has(number));
      this.duplicates += duplicates.size;
    }
    const [first] = result.failures;
    if (first && this.options.stopsAtFailure) {
      this.fail(first);
      this.records.failed += 1;
      await this.keepLetters([first]);
      return;
    }
    for (const failure of result.failures) this.fail(failure);
    await this.keepLetters(result.failures);
    this.count(result);
    await this.journalIds(trials);
    for (const [index, target] of result.targets.entries()) {
      await this.options.outputs[index]?.append(target, named);
      const counted = this.options.outputCounts[index];
      if (counted) counted.written += target.documents;
    }
    if (result.recordLosses) await this.options.recordLosses?.append(result.recordLosses);
    if (result.evidenceRows) await this.options.evidenceRows?.append(result.evidenceRows);
  }

  collected(): Collected {
    return {
      taken: this.taken,
      records: { ...this.records },
      duplicates: this.duplicates,
      kinds: [...this.kinds],
      failures: [...this.failures].map(([code, { count, examples }]) => ({ code, count, examples: [...examples] })),
      outputs: this.options.outputCounts.map((counted) => ({ ...counted })),
      counts: this.tally.counts(),
    };
  }

  /** Goes on from what an earlier run has counted; `keys` are those of its journal. */
  async resume(collected: Collected, keys: AsyncIterable<number>): Promise<void> {
    for await (const key of keys) this.occurrenceOf(key);
    Object.assign(this.records, collected.records);
    this.duplicates = collected.duplicates;
    this.taken = collected.taken;
    for (const [kind, count] of collected.kinds) this.kinds.set(kind, count);
    for (const { code, count, examples } of collected.failures) {
      this.failures.set(code, { count, examples: [...examples] });
    }
    for (const [index, { written, failed }] of collected.outputs.entries()) {
      const counted = this.options.outputCounts[index];
      if (counted) Object.assign(counted, { written, failed });
    }
    this.tally.merge(collected.counts);
  }

  private name(seen: readonly TrialSeen[]): NamedTrial[] {
    return seen.map(({ id, kind }) => ({ id, kind, occurrence: this.occurrenceOf(keyOfTrial(id, kind)) }));
  }

  private occurrenceOf(key: number): number {
    if (this.ids.add(key)) return 1;
    const occurrence = (this.repeated.get(key) ?? 1) + 1;
    this.repeated.set(key, occurrence);
    return occurrence;
  }

  private async journalIds(trials: readonly NamedTrial[]): Promise<void> {
    if (!this.options.journal) return;
    const keys = Buffer.allocUnsafe(trials.length * 8);
    for (const [number, { id, kind }] of trials.entries()) keys.writeDoubleLE(keyOfTrial(id, kind), number * 8);
    await this.options.journal.append(keys);
  }

  private count(result: BatchResult): void {
    this.taken += result.taken;
    this.records.read += result.records.read;
    this.records.trials += result.records.trials;
    this.records.withoutTrial += result.records.withoutTrial;
    this.records.leftOut += result.records.leftOut;
    this.records.failed += result.records.failed;
    for (const [kind, count] of result.kinds) this.kinds.set(kind, (this.kinds.get(kind) ?? 0) + count);
    this.tally.merge(result.counts);
  }

  private fail(failure: RecordFailure): void {
    this.countFailure(failure, describePlace(failure.place));
    const counted = this.options.outputCounts.find(({ format }) => format === failure.format);
    if (counted) counted.failed += 1;
    this.options.onFailure?.(failure);
  }

  private async keepLetters(failures: readonly RecordFailure[]): Promise<void> {
    let lines = '';
    for (const { letter } of failures) if (letter !== undefined) lines += `${letter}\n`;
    if (lines !== '') await this.options.deadLetters?.append(Buffer.from(lines, 'utf8'));
  }

  private countFailure({ code, at, message }: RecordFailure, place: string): void {
    const known = this.failures.get(code) ?? { count: 0, examples: [] };
    known.count += 1;
    if (known.examples.length < keptExamples) known.examples.push({ place, at: at ?? '', message });
    this.failures.set(code, known);
  }
}

/** A publication about a trial is no second record of it. */
function keyOfTrial(id: string, kind: SourceKind): number {
  return keyOf(kind === 'publication' ? `publication ${id}` : id);
}
