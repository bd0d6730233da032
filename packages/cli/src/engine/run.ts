import type { SourceKind } from '@trialbridge/core';
import { loadWriter, parseFormats } from '../catalogue.js';
import type { Batch, BatchRecord } from '../inputs/batch.js';
import type { Chunks } from '../inputs/bytes.js';
import { readBatches } from '../inputs/read-batches.js';
import type { Place } from '../inputs/record.js';
import { type Destination, destinationsOf } from '../outputs/destination.js';
import { openOutput } from '../outputs/open-output.js';
import type { Output } from '../outputs/output.js';
import { type Counts, Tally } from '../report/tally.js';
import { convertBatch, loadConverter } from './convert-batch.js';
import { IdSet } from './id-set.js';
import type { ConversionPlan, SlicePlan } from './plan.js';
import type { BatchResult, RecordCounts, RecordFailure } from './results.js';

export interface ConversionOptions {
  readonly inputs: readonly string[];
  /** Formats with their options: `csv+bom,fhir-r4`. */
  readonly to: string;
  readonly from?: string;
  /** File or folder; the standard output when absent. */
  readonly out?: string;
  readonly infer?: boolean;
  readonly evidence?: boolean;
  readonly isPretty?: boolean;
  readonly maxRecordSize?: number;
  readonly duplicates?: 'skip' | 'keep';
  readonly slice?: SlicePlan;
  /** Counts the leaves that were carried as held. */
  readonly countsCarried?: boolean;
  readonly stdin?: Chunks;
  readonly stdout?: NodeJS.WriteStream;
  /** Told of every record that failed, in order. */
  readonly onFailure?: (failure: PlacedFailure) => void;
}

/** A failure with the place of its record. */
export interface PlacedFailure extends Omit<RecordFailure, 'record'> {
  readonly place: Place;
}

export interface WrittenCount {
  readonly format: string;
  readonly path: string | undefined;
  written: number;
  failed: number;
}

export interface RunResult {
  readonly records: RecordCounts;
  readonly duplicates: number;
  /** Records that were read, by kind. */
  readonly kinds: ReadonlyMap<SourceKind, number>;
  readonly outputs: readonly WrittenCount[];
  readonly failuresByCode: ReadonlyMap<string, number>;
  readonly counts: Counts;
}

export const defaultMaxRecordSize = 64 * 1_048_576;

/**
 * Converts inputs of any kind and size, in order.
 * @throws CommandError when the options make no sense or an output cannot be written.
 */
export async function runConversion(options: ConversionOptions): Promise<RunResult> {
  const specs = parseFormats(options.to);
  const writers = await Promise.all(specs.map(loadWriter));
  const destinations = destinationsOf(options.out, writers);
  const plan = toPlan(
    options,
    specs.map((spec) => spec.text),
    destinations,
  );
  const converter = await loadConverter(plan);
  const outputs = destinations.map((destination, index): Output => {
    const writer = writers[index];
    if (!writer) throw new Error('a destination without a writer');
    return openOutput(destination, writer, options.stdout ?? process.stdout);
  });
  const collector = new Collector(
    options,
    outputs,
    writers.map((writer, index) => {
      return { format: writer.format, path: destinations[index]?.path, written: 0, failed: 0 };
    }),
  );
  try {
    const batches = readBatches(options.inputs, {
      maxRecordSize: options.maxRecordSize ?? defaultMaxRecordSize,
      stdin: options.stdin ?? process.stdin,
      isEager: options.out === undefined && options.inputs.includes('-'),
    });
    for await (const batch of batches) {
      await collector.take(batch, convertBatch(converter, batch), (leaveOut) =>
        convertBatch(converter, batch, leaveOut),
      );
    }
    for (const output of outputs) await output.finish();
  } catch (error) {
    for (const output of outputs) await output.abandon();
    throw error;
  }
  return collector.result();
}

function toPlan(
  options: ConversionOptions,
  specs: readonly string[],
  destinations: readonly Destination[],
): ConversionPlan {
  return {
    ...(options.from !== undefined && { from: options.from }),
    targets: destinations.map(({ framing, packing }, index) => ({
      spec: specs[index] ?? '',
      framing,
      packing,
      isPretty: options.isPretty ?? false,
    })),
    infer: options.infer ?? true,
    evidence: options.evidence ?? false,
    countsCarried: options.countsCarried ?? false,
    slice: options.slice ?? {},
  };
}

/** Takes the results of the batches in order: finds duplicates, counts, and hands everything to the outputs. */
class Collector {
  private readonly tally = new Tally();
  private readonly ids = new IdSet();
  private duplicates = 0;
  private readonly records: RecordCounts = { read: 0, trials: 0, withoutTrial: 0, leftOut: 0, failed: 0 };
  private readonly kinds = new Map<SourceKind, number>();
  private readonly failuresByCode = new Map<string, number>();

  constructor(
    private readonly options: ConversionOptions,
    private readonly outputs: readonly Output[],
    private readonly written: readonly WrittenCount[],
  ) {}

  async take(batch: Batch, first: BatchResult, again: (leaveOut: ReadonlySet<number>) => BatchResult): Promise<void> {
    const repeated = this.findRepeated(first);
    let result = first;
    if (repeated.size > 0 && this.options.duplicates !== 'keep') {
      result = again(repeated);
      for (const number of repeated) this.failDuplicate(batch, first, number);
    }
    for (const failure of result.failures) this.fail(batch.records[failure.record], failure);
    this.records.read += result.records.read;
    this.records.trials += result.records.trials;
    this.records.withoutTrial += result.records.withoutTrial;
    this.records.leftOut += result.records.leftOut;
    this.records.failed += result.records.failed;
    for (const [kind, count] of result.kinds) this.kinds.set(kind, (this.kinds.get(kind) ?? 0) + count);
    this.tally.merge(result.counts);
    for (const [index, target] of result.targets.entries()) {
      await this.outputs[index]?.append(target);
      const written = this.written[index];
      if (written) written.written += target.documents;
    }
  }

  result(): RunResult {
    return {
      records: this.records,
      duplicates: this.duplicates,
      kinds: this.kinds,
      outputs: this.written,
      failuresByCode: this.failuresByCode,
      counts: this.tally.counts(),
    };
  }

  private findRepeated(result: BatchResult): Set<number> {
    const repeated = new Set<number>();
    for (const [number, trial] of result.seen.entries()) {
      // A publication about a trial is no second record of it.
      const id = trial.kind === 'publication' ? `publication ${trial.id}` : trial.id;
      if (!this.ids.add(id)) repeated.add(number);
    }
    return repeated;
  }

  private failDuplicate(batch: Batch, result: BatchResult, number: number): void {
    const trial = result.seen[number];
    if (!trial) return;
    this.duplicates += 1;
    this.records.failed += 1;
    this.fail(batch.records[trial.record], {
      record: trial.record,
      id: trial.id,
      code: 'duplicate-id',
      message: `An earlier record of this run has the id ${trial.id} too. The first one is kept.`,
    });
  }

  private fail(record: BatchRecord | undefined, failure: RecordFailure): void {
    if (!record) return;
    this.failuresByCode.set(failure.code, (this.failuresByCode.get(failure.code) ?? 0) + 1);
    const written = this.written.find(({ format }) => format === failure.format);
    if (written) written.failed += 1;
    const { record: _record, ...rest } = failure;
    this.options.onFailure?.({ ...rest, place: record.place });
  }
}
