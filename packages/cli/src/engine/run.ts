import { availableParallelism } from 'node:os';
import type { TrialWriter } from '@trialbridge/core';
import { type FormatSpec, isTextFormat, loadWriter, parseFormats } from '../catalogue.js';
import { CommandError, exitCodes } from '../exit.js';
import type { Position } from '../inputs/batch.js';
import { BatchRooms } from '../inputs/batch-rooms.js';
import { readBatches } from '../inputs/read-batches.js';
import { AppendFile } from '../outputs/append-file.js';
import { type Destination, destinationsOf } from '../outputs/destination.js';
import { openOutput } from '../outputs/open-output.js';
import { OutputLock } from '../outputs/output-lock.js';
import { OwnFiles } from '../outputs/own-files.js';
import { OutputClosed } from '../outputs/stdout.js';
import { version } from '../version.js';
import { CheckpointFile, type RunIdentity } from './checkpoint.js';
import { type Collected, Collector, type OutputCount } from './collector.js';
import { printInputs } from './fingerprint.js';
import { totalSize } from './input-size.js';
import { type ConversionOptions, defaultMaxRecordSize } from './options.js';
import { runPipeline } from './pipeline.js';
import type { ConversionPlan } from './plan.js';
import { RunFiles, type SideFiles } from './run-files.js';
import { checkDistinct, checkResumable, writtenBy } from './run-paths.js';
import { Scheduler } from './scheduler.js';

export interface RunResult extends Collected {
  readonly seconds: number;
  /** Bytes read from the inputs, before decompression; of this run alone. */
  readonly bytesRead: number;
  /** Whether the run went on from a checkpoint. */
  readonly isResumed: boolean;
  /** Whether the reader of the standard output closed it before the end: what came behind was not converted. */
  readonly isCutShort: boolean;
}

/** Batches for each thread: one in hand, one to go on with, one that is being written. */
const batchesForEach = 3;
/** Bytes of records that may be under way at once, beyond the first batch. */
const bytesUnderWay = 32 * 1_048_576;
const progressInterval = 0.2;

/**
 * Converts inputs of any kind and size, in order, in memory that does not grow with them.
 * @throws CommandError when the options make no sense, an output cannot be written, or the run is interrupted.
 */
export async function runConversion(options: ConversionOptions): Promise<RunResult> {
  const specs = parseFormats(options.to);
  const writers = await Promise.all(specs.map(loadWriter));
  const destinations = destinationsOf(options.out, writers);
  checkResumable(options);
  checkDistinct(options);
  const plan = toPlan(options, specs, destinations);
  const outputs = await Promise.all(
    writers.map((writer, index) => {
      return openOutput(destinations[index] as Destination, writer, options.stdout ?? process.stdout, options.manifest);
    }),
  );
  const side = openSideFiles(options);
  const own = new OwnFiles(writtenBy(options));
  own.checkInputs(options.inputs);
  const identity = await identify(options, own);
  const checkpoint = options.checkpoint === undefined ? undefined : new CheckpointFile(options.checkpoint);
  const files = new RunFiles(outputs, side, checkpoint, identity);
  const runner = new Scheduler(plan, options.jobs ?? availableParallelism());
  const collector = new Collector({
    outputs,
    outputCounts: countsOf(writers, destinations),
    keepsDuplicates: options.duplicates === 'keep',
    limit: options.limit ?? Number.POSITIVE_INFINITY,
    stopsAtFailure: options.onError === 'stop',
    again: (batch, again) => runner.convert(batch, again),
    ...(side.deadLetters && { deadLetters: side.deadLetters }),
    ...(side.recordLosses && { recordLosses: side.recordLosses }),
    ...(side.evidenceRows && { evidenceRows: side.evidenceRows }),
    ...(side.journal && { journal: side.journal }),
    ...(options.onFailure && { onFailure: options.onFailure }),
  });
  const lock = await OutputLock.hold(writtenBy(options));
  try {
    return await new Run(options, files, collector, runner, own).run();
  } catch (error) {
    await files.giveUp();
    throw error;
  } finally {
    await runner.close();
    lock.release();
  }
}

class Run {
  private readonly started = performance.now();
  private bytesRead = 0;
  private bytesTotal: number | undefined;
  private secondsBefore = 0;
  private position: Position | undefined;
  private committedAt = 0;
  private reportedAt = 0;

  constructor(
    private readonly options: ConversionOptions,
    private readonly files: RunFiles,
    private readonly collector: Collector,
    private readonly runner: Scheduler,
    private readonly own: OwnFiles,
  ) {}

  async run(): Promise<RunResult> {
    const { options, files, collector } = this;
    const state = await files.resume(collector);
    await files.prepare();
    if (!state) await files.begin();
    this.position = state?.position;
    this.secondsBefore = state?.seconds ?? 0;
    if (options.onProgress) void totalSize(options.inputs, this.own).then((size) => (this.bytesTotal = size));
    let isCutShort = false;
    if (state?.phase !== 'finishing') {
      isCutShort = await this.isClosedBefore(() => this.convertAll());
      if (!isCutShort) await files.commit('finishing', this.position, collector, this.seconds());
    }
    await files.finish(!collector.isFruitless && !isCutShort);
    this.reportProgress();
    const { bytesRead } = this;
    return { ...collector.collected(), seconds: this.seconds(), bytesRead, isResumed: state !== undefined, isCutShort };
  }

  /** Whether the reader closed the standard output: his right, and the files beside it tell how far the run went. */
  private async isClosedBefore(convert: () => Promise<void>): Promise<boolean> {
    try {
      await convert();
      return false;
    } catch (error) {
      if (error instanceof OutputClosed) return true;
      throw error;
    }
  }

  private async convertAll(): Promise<void> {
    const { options, collector } = this;
    const jobs = options.jobs ?? availableParallelism();
    const rooms = new BatchRooms();
    const batches = readBatches(options.inputs, {
      isWhole: isTextFormat(options.from),
      maxRecordSize: options.maxRecordSize ?? defaultMaxRecordSize,
      stdin: options.stdin ?? process.stdin,
      own: this.own,
      rooms,
      isEager: options.out === undefined && options.inputs.includes('-'),
      onBytes: (count) => {
        this.bytesRead += count;
      },
      ...(this.position && { after: this.position }),
    });
    const limits = {
      batches: jobs * batchesForEach,
      bytes: bytesUnderWay,
      ...(options.signal && { signal: options.signal }),
    };
    if (collector.isFull) return;
    await runPipeline(
      batches,
      this.runner,
      async (converted) => {
        await collector.take(converted);
        rooms.put(converted.batch.bytes);
        this.runner.takeBack(converted.result);
        this.position = converted.batch.position;
        if (collector.failedCount > 0 && options.onError === 'stop') throw await this.stop();
        await this.commitWhenDue();
        this.reportProgressWhenDue();
        return !collector.isFull;
      },
      limits,
    );
    if (options.signal?.aborted) throw await this.interrupt();
  }

  private async interrupt(): Promise<Error> {
    await this.files.commit('running', this.position, this.collector, this.seconds());
    const what = this.files.isResumable
      ? `Run the same command again to go on behind record ${this.collector.recordCount}.`
      : 'Nothing was written. With --checkpoint a run can go on where it was interrupted.';
    return new CommandError(exitCodes.interrupted, `Interrupted. ${what}`);
  }

  /** The dead letter tells which record it was, where the run does not go on anyway. */
  private async stop(): Promise<Error> {
    if (!this.files.isResumable) await this.files.finishDeadLetters();
    const { out } = this.options;
    const what =
      out === undefined || out === '-'
        ? 'What was converted before it may stand on the standard output.'
        : 'Nothing was written.';
    return new CommandError(exitCodes.someRecordsFailed, `Stopped at the first record that failed. ${what}`);
  }

  private async commitWhenDue(): Promise<void> {
    const now = performance.now();
    if (now - this.committedAt < (this.options.checkpointInterval ?? 2000)) return;
    await this.files.commit('running', this.position, this.collector, this.seconds());
    this.committedAt = performance.now();
  }

  private reportProgressWhenDue(): void {
    if (!this.options.onProgress || this.seconds() - this.reportedAt < progressInterval) return;
    this.reportProgress();
    this.reportedAt = this.seconds();
  }

  private reportProgress(): void {
    const { collector, bytesRead, bytesTotal } = this;
    this.options.onProgress?.({
      records: collector.recordCount,
      failed: collector.failedCount,
      bytesRead,
      ...(bytesTotal !== undefined && { bytesTotal }),
      seconds: this.seconds(),
    });
  }

  private seconds(): number {
    return this.secondsBefore + (performance.now() - this.started) / 1000;
  }
}

function openSideFiles(options: ConversionOptions): SideFiles {
  const { deadLetter, reportRecords, evidenceCsv, checkpoint, alsoWritten = [] } = options;
  return {
    later: alsoWritten.map((path) => new AppendFile(path)),
    ...(evidenceCsv !== undefined && { evidenceRows: new AppendFile(evidenceCsv) }),
    ...(deadLetter !== undefined && { deadLetters: new AppendFile(deadLetter) }),
    ...(reportRecords !== undefined && { recordLosses: new AppendFile(reportRecords) }),
    ...(checkpoint !== undefined && { journal: new AppendFile(`${checkpoint}.ids`, `${checkpoint}.ids`) }),
  };
}

async function identify(options: ConversionOptions, own: OwnFiles): Promise<RunIdentity> {
  const { to, from, out, infer, evidence, isPretty, duplicates, onError, slice, limit } = options;
  const { maxRecordSize, countsLeaves, checksDocuments, deadLetter, reportRecords, evidenceCsv } = options;
  const inputs = options.checkpoint === undefined ? [] : await printInputs(options.inputs, own);
  return {
    version,
    inputs,
    options: {
      input: options.inputs,
      to,
      from,
      out,
      infer: infer ?? true,
      evidence: evidence ?? false,
      pretty: isPretty ?? false,
      manifest: options.manifest,
      duplicates: duplicates ?? 'skip',
      'on-error': onError ?? 'skip',
      slice: slice ?? {},
      limit,
      'max-record-size': maxRecordSize ?? defaultMaxRecordSize,
      report: countsLeaves ?? false,
      'fail-on invalid': checksDocuments ?? false,
      'dead-letter': deadLetter,
      'report-records': reportRecords,
      'evidence-csv': evidenceCsv,
    },
  };
}

function countsOf(writers: readonly TrialWriter<unknown>[], destinations: readonly Destination[]): OutputCount[] {
  return writers.map(({ format }, index) => ({ format, path: destinations[index]?.path, written: 0, failed: 0 }));
}

function toPlan(
  options: ConversionOptions,
  specs: readonly FormatSpec[],
  destinations: readonly Destination[],
): ConversionPlan {
  return {
    ...(options.from !== undefined && { from: options.from }),
    maxRecordSize: options.maxRecordSize ?? defaultMaxRecordSize,
    isWhole: isTextFormat(options.from),
    keepsDeadLetters: options.deadLetter !== undefined,
    targets: destinations.map(({ framing, packing }, index) => ({
      spec: specs[index]?.text ?? '',
      framing,
      packing,
      isPretty: options.isPretty ?? false,
    })),
    infer: options.infer ?? true,
    evidence: options.evidence ?? false,
    countsLeaves: options.countsLeaves ?? false,
    checksDocuments: options.checksDocuments ?? false,
    keepsRecordLosses: options.reportRecords !== undefined,
    keepsEvidence: options.evidenceCsv !== undefined,
    slice: options.slice ?? {},
  };
}
