import type { Command } from 'commander';
import { type ExitCode, exitCodes } from '../exit.js';
import { inputHelp } from './convert.js';

interface ValidateFlags {
  readonly as: string;
  readonly from?: string;
  readonly operationOutcome?: boolean;
  readonly json?: boolean;
}

export function addValidate(program: Command): void {
  program
    .command('validate')
    .description('check documents of a format; records of another format are converted first')
    .argument('<input...>', inputHelp)
    .requiredOption(
      '--as <format>',
      'format to check, also fhir-r4b, with options of its writer: csv+columns=id;brief_title',
    )
    .option('--from <format>', 'format of records that are converted first, instead of detecting it by content')
    .option('--operation-outcome', 'one FHIR OperationOutcome per document, as NDJSON')
    .option('--json', 'one JSON object per document')
    .action(async (inputs: string[], flags: ValidateFlags) => {
      process.exitCode = await validate(inputs, flags);
    });
}

async function validate(inputs: readonly string[], flags: ValidateFlags): Promise<ExitCode> {
  const { validateRecords } = await import('../validate/validate-records.js');
  const { StandardOutput } = await import('../outputs/stdout.js');
  const { paintFor, plural } = await import('../terminal/style.js');
  const { documents, invalid, failed, hasUnreadableInput } = await validateRecords(inputs, {
    as: flags.as,
    isOutcome: flags.operationOutcome ?? false,
    isJson: flags.json ?? false,
    paint: paintFor(process.stdout),
    output: new StandardOutput(process.stdout),
    ...(flags.from !== undefined && { from: flags.from }),
  });
  process.stderr.write(`${plural(documents, 'document')}, ${invalid} invalid, ${failed} failed\n`);
  if (hasUnreadableInput || (failed > 0 && documents === 0)) return exitCodes.inputUnreadable;
  return invalid + failed > 0 ? exitCodes.someRecordsFailed : exitCodes.done;
}
