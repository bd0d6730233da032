import { availableParallelism } from 'node:os';
import type { ConversionOptions } from '../engine/options.js';
import type { SlicePlan } from '../engine/plan.js';
import { type RunResult, runConversion } from '../engine/run.js';
import { type ExitCode, exitCodes, usageError } from '../exit.js';
import { writeWhole } from '../outputs/write-whole.js';
import { toReport } from '../report/report.js';
import { type Threshold, trippedBy } from '../report/thresholds.js';
import { paintFor } from '../terminal/style.js';
import { failurePrinter, summaryOf } from '../terminal/summary.js';
import { version } from '../version.js';

export interface ConvertFlags {
  readonly to: string;
  readonly from?: string;
  readonly out?: string;
  readonly infer: boolean;
  readonly evidence?: boolean;
  readonly pretty?: boolean;
  readonly transactionTime?: string;
  readonly request?: string;
  readonly duplicates: 'skip' | 'keep';
  readonly maxRecordSize?: number;
  readonly report?: string;
  readonly reportRecords?: string;
  readonly evidenceCsv?: string;
  readonly failOn?: Threshold[];
  readonly onError: 'skip' | 'stop';
  readonly deadLetter?: string;
  readonly jobs?: number;
  readonly checkpoint?: string;
  readonly checkpointInterval?: number;
  readonly since?: string;
  readonly shard?: NonNullable<SlicePlan['shard']>;
  readonly sample?: number;
  readonly limit?: number;
  readonly progress: 'auto' | 'json' | 'none';
  readonly quiet?: boolean;
}

/** What `convert` does. Loaded when it is asked for, in one piece: each file more costs time at every start. */
export async function runConvert(inputs: readonly string[], flags: ConvertFlags): Promise<ExitCode> {
  checkInputs(inputs);
  const paint = paintFor(process.stderr);
  const progress = await openProgress(flags);
  const failures = failurePrinter(process.stderr, paint);
  const interruption = onInterrupt();
  const options: ConversionOptions = {
    ...toOptions(inputs, flags),
    signal: interruption.signal,
    onFailure: (failure) => failures.print(failure),
    ...(progress && { onProgress: (state) => progress.show(state) }),
  };
  let result: RunResult;
  try {
    result = await runConversion(options);
  } finally {
    progress?.stop();
    interruption.stop();
    // An open pipe would keep the process alive.
    if (inputs.includes('-')) process.stdin.destroy();
  }
  failures.end();
  const exitCode = await conclude(result, inputs, flags);
  // Who closes the output has seen enough, as `head` has.
  if (!flags.quiet && !result.isCutShort) process.stderr.write(summaryOf(result, paint));
  return exitCode;
}

function toOptions(inputs: readonly string[], flags: ConvertFlags): ConversionOptions {
  const { from, out, maxRecordSize, deadLetter, reportRecords, jobs, checkpoint, limit, since, sample } = flags;
  const { checkpointInterval, evidenceCsv } = flags;
  return {
    inputs,
    to: flags.to,
    infer: flags.infer,
    evidence: flags.evidence ?? false,
    isPretty: flags.pretty ?? false,
    duplicates: flags.duplicates,
    onError: flags.onError,
    manifest: {
      ...(flags.transactionTime !== undefined && { transactionTime: flags.transactionTime }),
      ...(flags.request !== undefined && { request: flags.request }),
    },
    countsLeaves: flags.report !== undefined,
    checksDocuments: flags.failOn?.includes('invalid') ?? false,
    slice: {
      ...(since !== undefined && { since }),
      ...(flags.shard && { shard: flags.shard }),
      ...(sample !== undefined && { sample }),
    },
    ...(from !== undefined && { from }),
    ...(out !== undefined && { out }),
    ...(maxRecordSize !== undefined && { maxRecordSize }),
    ...(deadLetter !== undefined && { deadLetter }),
    ...(reportRecords !== undefined && { reportRecords }),
    ...(evidenceCsv !== undefined && { evidenceCsv }),
    ...(flags.report !== undefined && { alsoWritten: [flags.report] }),
    ...(jobs !== undefined && { jobs }),
    ...(checkpoint !== undefined && { checkpoint }),
    ...(checkpointInterval !== undefined && { checkpointInterval: checkpointInterval * 1000 }),
    ...(limit !== undefined && { limit }),
  };
}

/** Decides the exit code, and writes the report that says it too. */
async function conclude(result: RunResult, inputs: readonly string[], flags: ConvertFlags): Promise<ExitCode> {
  const tripped = trippedBy(result, flags.failOn ?? []);
  const exitCode = exitCodeOf(result, tripped.length > 0);
  if (flags.report !== undefined) {
    const jobs = flags.jobs ?? availableParallelism();
    const report = toReport(result, { version, options: { ...flags }, inputs, exitCode, tripped, jobs });
    await writeWhole(flags.report, `${JSON.stringify(report, null, 2)}\n`);
  }
  if (tripped.length > 0) process.stderr.write(`trialbridge: --fail-on ${tripped.join(',')} has tripped.\n`);
  return exitCode;
}

/** A named input that cannot be read weighs more than records that failed, and those more than a threshold. */
function exitCodeOf({ records, failures, taken, isCutShort }: RunResult, isTripped: boolean): ExitCode {
  if (isCutShort) return exitCodes.done;
  const codes = new Set(failures.map(({ code }) => code));
  if (codes.has('input-unreadable')) return exitCodes.inputUnreadable;
  const unreadable = ['source-unreadable', 'source-too-large', 'format-unknown', 'format-ambiguous'];
  const isNothingRead = taken > 0 && records.read === 0 && [...codes].every((code) => unreadable.includes(code));
  if (isNothingRead) return exitCodes.inputUnreadable;
  if (records.failed > 0) return exitCodes.someRecordsFailed;
  return isTripped ? exitCodes.thresholdTripped : exitCodes.done;
}

function checkInputs(inputs: readonly string[]): void {
  if (inputs.includes('-') && process.stdin.isTTY) {
    throw usageError('- reads the standard input, which is a terminal here. Pipe something into it.');
  }
}

async function openProgress(flags: ConvertFlags) {
  if (flags.progress === 'json') return (await import('../terminal/json-progress.js')).jsonProgress(process.stderr);
  const isShown = flags.progress === 'auto' && process.stderr.isTTY && !flags.quiet;
  return isShown ? (await import('../terminal/progress-bar.js')).barProgress(process.stderr) : undefined;
}

/** The first interrupt ends the run at the next batch; the second ends the process. */
function onInterrupt(): { readonly signal: AbortSignal; readonly stop: () => void } {
  const controller = new AbortController();
  const interrupt = (): void => {
    if (controller.signal.aborted) process.exit(exitCodes.interrupted);
    controller.abort();
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  process.on('SIGHUP', interrupt);
  const stop = (): void => {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
    process.off('SIGHUP', interrupt);
  };
  return { signal: controller.signal, stop };
}
