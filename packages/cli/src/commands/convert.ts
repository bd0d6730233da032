import { type Command, Option } from 'commander';
import { type ExitCode, exitCodes, usageError } from '../exit.js';

interface ConvertFlags {
  readonly to: string;
  readonly from?: string;
  readonly out?: string;
  readonly infer: boolean;
  readonly evidence?: boolean;
  readonly pretty?: boolean;
  readonly duplicates: 'skip' | 'keep';
  readonly maxRecordSize?: number;
  readonly quiet?: boolean;
}

export function addConvert(program: Command): void {
  program
    .command('convert')
    .description('convert records into one or more formats')
    .argument('<input...>', 'files, folders, .zip, .gz, NDJSON, JSON arrays or pages, XML, text; - for standard input')
    .requiredOption('--to <formats>', 'formats to write, separated by commas; options follow +: csv+bom')
    .option('--from <format>', 'format of the input, instead of detecting it by content')
    .option('--out <path>', 'file (.json .ndjson .xml .csv, also with .gz; .zip) or folder; default: standard output')
    .option('--no-infer', 'read nothing out of prose')
    .option('--evidence', 'record the source path of each value of JSON and XML records')
    .option('--pretty', 'indent JSON')
    .addOption(
      new Option('--duplicates <what>', 'what becomes of later records of the same id')
        .choices(['skip', 'keep'])
        .default('skip'),
    )
    .addOption(new Option('--max-record-size <MB>', 'largest record to read (default: 64)').argParser(megabytes))
    .option('--quiet', 'print nothing but errors')
    .action(async (inputs: string[], flags: ConvertFlags) => {
      process.exitCode = await convert(inputs, flags);
    });
}

async function convert(inputs: readonly string[], flags: ConvertFlags): Promise<ExitCode> {
  const { runConversion } = await import('../engine/run.js');
  const { failureLine, summaryOf } = await import('../terminal/summary.js');
  const { paintFor } = await import('../terminal/style.js');
  const paint = paintFor(process.stderr);
  const result = await runConversion({
    inputs,
    to: flags.to,
    infer: flags.infer,
    duplicates: flags.duplicates,
    ...(flags.from !== undefined && { from: flags.from }),
    ...(flags.out !== undefined && { out: flags.out }),
    ...(flags.evidence && { evidence: true }),
    ...(flags.pretty && { isPretty: true }),
    ...(flags.maxRecordSize !== undefined && { maxRecordSize: flags.maxRecordSize }),
    onFailure: (failure) => process.stderr.write(`${failureLine(failure, paint)}\n`),
  });
  if (!flags.quiet) process.stderr.write(summaryOf(result, paint));
  const { records, failuresByCode } = result;
  if (failuresByCode.some(([code]) => code === 'input-unreadable')) return exitCodes.inputUnreadable;
  if (records.failed === 0) return exitCodes.done;
  const isAllUnreadable = records.read === 0;
  return isAllUnreadable ? exitCodes.inputUnreadable : exitCodes.someRecordsFailed;
}

export function megabytes(text: string): number {
  const number = Number(text);
  if (!(number > 0)) throw usageError(`A size in MB is a number above 0, not "${text}".`);
  return Math.floor(number * 1_048_576);
}
