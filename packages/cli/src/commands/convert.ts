import { type Command, Option } from 'commander';
import type { ConversionOptions } from '../engine/options.js';
import type { SlicePlan } from '../engine/plan.js';
import type { RunResult } from '../engine/run.js';
import { type ExitCode, exitCodes, usageError } from '../exit.js';
import type { Threshold } from '../report/thresholds.js';
import { date, megabytes, positiveInteger, seconds, shard, share, thresholdList } from './arguments.js';

interface ConvertFlags {
  readonly to: string;
  readonly from?: string;
  readonly out?: string;
  readonly infer: boolean;
  readonly evidence?: boolean;
  readonly pretty?: boolean;
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

export const inputHelp = 'files, folders, .zip, .gz, NDJSON, JSON arrays or pages, XML, text; - for standard input';

export function addConvert(program: Command): void {
  program
    .command('convert')
    .description('convert records into one or more formats')
    .argument('<input...>', inputHelp)
    .requiredOption('--to <formats>', 'formats to write, separated by commas; options follow +: csv+bom')
    .option('--from <format>', 'format of the input, instead of detecting it by content')
    .option('--out <path>', 'file (.json .ndjson .xml .csv, also with .gz; .zip) or folder; default: standard output')
    .optionsGroup('Reading:')
    .option('--no-infer', 'read nothing out of prose')
    .option('--evidence', 'record the source path of each value of JSON and XML records')
    .addOption(new Option('--max-record-size <MB>', 'largest record to read (default: 64)').argParser(megabytes))
    .optionsGroup('Which records:')
    .addOption(new Option('--since <date>', 'only records last updated on or after this date').argParser(date))
    .addOption(new Option('--shard <i/n>', 'only part i of n, by the ids of the records').argParser(shard))
    .addOption(new Option('--sample <share>', 'only a share of the records, by their ids: 0.01 or 1%').argParser(share))
    .addOption(new Option('--limit <n>', 'stop after n records').argParser(positiveInteger))
    .addOption(
      new Option('--duplicates <what>', 'later records of the same id: report and leave out, or write too')
        .choices(['skip', 'keep'])
        .default('skip'),
    )
    .optionsGroup('Writing:')
    .option('--pretty', 'indent JSON')
    .option(
      '--evidence-csv <file>',
      'where each value came from, as CSV: stated, normalized, inferred, absent, with its place',
    )
    .optionsGroup('Failures and loss:')
    .addOption(new Option('--on-error <what>', 'after a record that failed').choices(['skip', 'stop']).default('skip'))
    .option(
      '--dead-letter <file>',
      'keep records that failed, with their errors, as NDJSON that can be converted again',
    )
    .option('--report <file>', 'what was carried, changed and lost, issues and failures, as JSON')
    .option('--report-records <file>', 'the loss of each record, as NDJSON')
    .addOption(
      new Option(
        '--fail-on <what>',
        'exit with 3 on loss, on a warning, on an invalid document: loss,warning,invalid',
      ).argParser(thresholdList),
    )
    .optionsGroup('Running:')
    .addOption(new Option('--jobs <n>', 'threads that convert (default: one for each core)').argParser(positiveInteger))
    .option('--checkpoint <file>', 'lets the same command go on after it was interrupted')
    .addOption(
      new Option('--checkpoint-interval <seconds>', 'least time between two checkpoints (default: 2)').argParser(
        seconds,
      ),
    )
    .addOption(
      new Option('--progress <how>', 'auto: a bar on a terminal').choices(['auto', 'json', 'none']).default('auto'),
    )
    .option('--quiet', 'print nothing but failures')
    .action(async (inputs: string[], flags: ConvertFlags) => {
      process.exitCode = await convert(inputs, flags);
    });
}

async function convert(inputs: readonly string[], flags: ConvertFlags): Promise<ExitCode> {
  const { runConversion } = await import('../engine/run.js');
  const { failurePrinter, summaryOf } = await import('../terminal/summary.js');
  const { paintFor } = await import('../terminal/style.js');
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
  if (!flags.quiet) process.stderr.write(summaryOf(result, paint));
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
  const { trippedBy } = await import('../report/thresholds.js');
  const tripped = trippedBy(result, flags.failOn ?? []);
  const exitCode = exitCodeOf(result, tripped.length > 0);
  if (flags.report !== undefined) {
    const { toReport } = await import('../report/report.js');
    const { writeWhole } = await import('../outputs/write-whole.js');
    const { availableParallelism } = await import('node:os');
    const { version } = await import('../version.js');
    const jobs = flags.jobs ?? availableParallelism();
    const report = toReport(result, { version, options: { ...flags }, inputs, exitCode, tripped, jobs });
    await writeWhole(flags.report, `${JSON.stringify(report, null, 2)}\n`);
  }
  if (tripped.length > 0) process.stderr.write(`trialbridge: --fail-on ${tripped.join(',')} has tripped.\n`);
  return exitCode;
}

/** A named input that cannot be read weighs more than records that failed, and those more than a threshold. */
function exitCodeOf({ records, failures, taken }: RunResult, isTripped: boolean): ExitCode {
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
  const { barProgress, jsonProgress } = await import('../terminal/progress.js');
  if (flags.progress === 'json') return jsonProgress(process.stderr);
  const isShown = flags.progress === 'auto' && process.stderr.isTTY && !flags.quiet;
  return isShown ? barProgress(process.stderr) : undefined;
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
  const stop = (): void => {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  };
  return { signal: controller.signal, stop };
}
