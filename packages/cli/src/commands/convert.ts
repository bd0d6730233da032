import { type Command, Option } from 'commander';
import { date, instant, megabytes, positiveInteger, seconds, shard, share, thresholdList } from './arguments.js';
import type { ConvertFlags } from './run-convert.js';

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
    .addOption(
      new Option('--transaction-time <instant>', 'time of the export, for the manifest of a folder of FHIR').argParser(
        instant,
      ),
    )
    .option('--request <url>', 'request that the export answers, for the manifest of a folder of FHIR')
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
      const { runConvert } = await import('./run-convert.js');
      process.exitCode = await runConvert(inputs, flags);
    });
}
