// Converts the seeds into every format under out/, and says per seed what became of it. Run by `pnpm start`.
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, parse } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatsWritten, runConversion } from '../dist/index.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
process.chdir(root);
rmSync('out', { recursive: true, force: true });
mkdirSync('out');

const print = (text = '') => process.stdout.write(`${text}\n`);
const plural = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;
const kinds = {
  registration: 'a registry record',
  publication: 'a publication about a trial',
  narrative: 'a text without a trial',
};

for (const seed of readdirSync('seeds').sort()) {
  const name = parse(seed).name;
  const lines = [];
  let kind;
  let trials = 0;
  for (const { format, extension } of formatsWritten) {
    const failures = [];
    const out = join('out', format, `${name}${extension}`);
    const result = await runConversion({
      inputs: [join('seeds', seed)],
      to: format,
      out,
      isPretty: true,
      onFailure: (failure) => failures.push(failure.message),
    });
    kind = result.kinds[0]?.[0];
    trials = result.records.trials;
    if (result.outputs[0].written > 0) lines.push(`  ${format.padEnd(18)} ${out}${lossOf(result.counts.losses)}`);
    else rmSync(out, { force: true });
    if (failures.length > 0) lines.push(`  ${format.padEnd(18)} not written: ${failures.join(' ')}`);
  }
  print(`seeds/${seed}: ${kinds[kind] ?? kind}, ${plural(trials, 'trial')}`);
  for (const line of lines) print(line);
  if (trials === 0) print('  nothing to write: nothing is made up to fill a trial');
  print();
}
print('Look closer with: node packages/cli/dist/trialbridge.js inspect seeds');

function lossOf(losses) {
  const parts = [];
  for (const kind of ['dropped', 'changed']) {
    const ofKind = losses.filter((loss) => loss.kind === kind);
    if (ofKind.length === 0) continue;
    const total = ofKind.reduce((sum, { count }) => sum + count, 0);
    const paths = [...new Set(ofKind.map(({ path }) => path))];
    const named = paths.slice(0, 4).join(' ');
    parts.push(`${total} ${kind} (${named}${paths.length > 4 ? ` and ${paths.length - 4} more` : ''})`);
  }
  return parts.length === 0 ? ', nothing lost' : `\n${' '.repeat(21)}${parts.join(`\n${' '.repeat(21)}`)}`;
}
