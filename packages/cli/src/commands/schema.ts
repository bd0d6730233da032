import type { Command } from 'commander';
import { usageError } from '../exit.js';
import { printText } from '../outputs/stdout.js';

export function addSchema(program: Command): void {
  program
    .command('schema')
    .description('print the JSON Schema of the model, of what a writer may emit, or of the conversion report')
    .argument('<name>', 'trial, conversion-report, or a format that is written')
    .action(async (name: string) => {
      await printText(`${JSON.stringify(await schemaOf(name), null, 2)}\n`);
    });
}

async function schemaOf(name: string): Promise<object> {
  const { catalogue, loadWriter, parseFormat } = await import('../catalogue.js');
  if (name === 'conversion-report') {
    return (await import('../../../../schemas/conversion-report.schema.json', { with: { type: 'json' } })).default;
  }
  const wanted = name === 'trial' ? 'trial-json' : name;
  const known = catalogue.filter((entry) => entry.loadWriter).map((entry) => entry.format);
  if (!known.includes(wanted.split('+')[0] ?? '')) {
    throw usageError(`There is no schema "${name}". Known: trial, conversion-report, ${known.join(', ')}.`);
  }
  return (await loadWriter(parseFormat(wanted))).schema;
}
