import { Command, CommanderError } from 'commander';
import { addConvert } from './commands/convert.js';
import { addFormats } from './commands/formats.js';
import { addInspect } from './commands/inspect.js';
import { addSchema } from './commands/schema.js';
import { addValidate } from './commands/validate.js';
import { CommandError, exitCodes, messageOf } from './exit.js';
import { OutputClosed } from './outputs/stdout.js';
import { version } from './version.js';

/** Runs the command line, and leaves the exit code to the process. */
export async function main(argv: readonly string[]): Promise<void> {
  // Whoever reads the messages or the help may stop reading; a failure of data is found where data is written.
  process.stderr.on('error', () => {});
  process.stdout.on('error', () => {});
  try {
    await createProgram().parseAsync([...argv]);
  } catch (error) {
    process.exitCode = codeOf(error);
  }
}

function createProgram(): Command {
  const program = new Command('trialbridge')
    .description(
      'Moves clinical-trial registry records between pages, JSON, XML, FHIR and CSV, and says what was lost.',
    )
    .version(version, '-V, --version')
    .showHelpAfterError('Run trialbridge --help for the commands and options.')
    .enablePositionalOptions();
  // Commander would leave with 1, which means that records failed.
  program.exitOverride();
  for (const add of [addConvert, addInspect, addValidate, addFormats, addSchema]) add(program);
  for (const command of program.commands) {
    command.exitOverride().showHelpAfterError(`Run trialbridge ${command.name()} --help for its options.`);
  }
  program.addHelpText('after', exitCodeHelp);
  return program;
}

const exitCodeHelp = `
Exit codes: 0 done, 1 some records failed, 2 usage, 3 a --fail-on threshold tripped, 4 input unreadable or of unknown
format, 5 output failed, 70 internal error, 130 interrupted.`;

function codeOf(error: unknown): number {
  if (error instanceof OutputClosed) return exitCodes.done;
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  if (CommandError.is(error)) {
    process.stderr.write(`trialbridge: ${error.message}\n`);
    return error.exitCode;
  }
  const detail = error instanceof Error && error.stack ? error.stack : messageOf(error);
  process.stderr.write(`trialbridge: internal error, please report it: ${detail}\n`);
  return exitCodes.internal;
}
