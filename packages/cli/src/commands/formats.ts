import type { Command } from 'commander';
import { printText } from '../outputs/stdout.js';

export function addFormats(program: Command): void {
  program
    .command('formats')
    .description('list the formats, with the options of their writers')
    .option('--json', 'as JSON')
    .action(async (options: { json?: boolean }) => {
      const { catalogue } = await import('../catalogue.js');
      const rows = await Promise.all(
        catalogue.map(async ({ format, title, loadReader, loadWriter, options: writerOptions = [] }) => {
          const omits = loadWriter ? (await loadWriter(new Map())).omits.length : undefined;
          return { format, title, reads: !!loadReader, writes: !!loadWriter, omits, options: writerOptions };
        }),
      );
      if (options.json) {
        await printText(`${JSON.stringify(rows, null, 2)}\n`);
        return;
      }
      let text = '';
      for (const { format, title, reads, writes, options: writerOptions } of rows) {
        const direction = `${reads ? 'reads' : '     '} ${writes ? 'writes' : '      '}`;
        text += `${format.padEnd(16)} ${direction}  ${title}\n`;
        for (const { name, values, description } of writerOptions) {
          text += `${' '.repeat(31)}+${name}${values === undefined ? '' : `=${values}`}: ${description}\n`;
        }
      }
      await printText(text);
    });
}
