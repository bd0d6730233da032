import type { Command } from 'commander';
import { type ExitCode, exitCodes } from '../exit.js';
import { inputHelp } from './convert.js';

interface InspectFlags {
  readonly from?: string;
  readonly json?: boolean;
  readonly drift?: boolean;
  readonly infer: boolean;
  readonly each?: boolean;
  readonly html?: string;
}

/** Inputs with more records than this are shown as an overview, unless each is asked for. */
const shownRecords = 10;

export function addInspect(program: Command): void {
  program
    .command('inspect')
    .description('show what a source is, what was found in it, and what is missing and why')
    .argument('<input...>', inputHelp)
    .option('--from <format>', 'format of the input, instead of detecting it by content')
    .option('--json', 'one JSON document per record')
    .option('--drift', 'only what the sources hold and this version does not know: paths, codes, types, with examples')
    .option('--each', `show every record, however many there are (default: an overview beyond ${shownRecords})`)
    .option('--html <path>', 'page that shows the source with the evidence of each value; a folder gets one per record')
    .option('--no-infer', 'read nothing out of prose')
    .action(async (inputs: string[], flags: InspectFlags) => {
      process.exitCode = await inspect(inputs, flags);
    });
}

async function inspect(inputs: readonly string[], flags: InspectFlags): Promise<ExitCode> {
  const { inspectRecords } = await import('../inspect/inspect-records.js');
  const { StandardOutput } = await import('../outputs/stdout.js');
  const { paintFor } = await import('../terminal/style.js');
  const pages =
    flags.html === undefined ? undefined : new (await import('../html/html-pages.js')).HtmlPages(flags.html);
  const { records, failed, hasUnreadableInput } = await inspectRecords(inputs, {
    infer: flags.infer,
    view: flags.drift ? 'drift' : flags.each ? 'each' : 'few',
    isJson: flags.json ?? false,
    shownRecords,
    paint: paintFor(process.stdout),
    width: Math.min(process.stdout.columns ?? 100, 120),
    output: new StandardOutput(process.stdout),
    ...(flags.from !== undefined && { from: flags.from }),
    ...(pages && { pages }),
  });
  if (pages && pages.left > 0) {
    process.stderr.write(`${flags.html} shows the first record only. Name a folder to get a page for each.\n`);
  }
  if (hasUnreadableInput || (failed > 0 && records === 0)) return exitCodes.inputUnreadable;
  return failed > 0 ? exitCodes.someRecordsFailed : exitCodes.done;
}
