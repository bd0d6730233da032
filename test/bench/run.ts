// Measures ratios against floors of the same run: pnpm bench [--smoke] [--write docs/benchmarks.md]
//           or a million records, for an hour or more: pnpm bench --million [--counts 100000,1000000] [--write ...]
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { machine, writeSection } from '../../packages/cli/bench/section.mjs';
import { corpus } from '../ctgov-corpus.js';
import type { BenchRow } from './measure.js';
import { processes } from './processes.js';
import { stages } from './stages.js';

const smoke = process.argv.includes('--smoke');
const target = process.argv.includes('--write') ? process.argv[process.argv.indexOf('--write') + 1] : undefined;

if (corpus === '') {
  console.log('skipped: TRIALBRIDGE_CORPUS names no folder of real records');
  process.exit(0);
}

if (process.argv.includes('--million')) {
  const script = fileURLToPath(new URL('../../packages/cli/bench/million.mjs', import.meta.url));
  const others = process.argv.slice(2).filter((argument) => argument !== '--million');
  const args = [script, join(corpus, 'ctgov-v2.ndjson.gz'), ...others];
  process.exit(spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1);
}

const rows: BenchRow[] = [];
for (const measure of [stages, processes]) {
  for await (const row of measure(smoke)) {
    rows.push(row);
    console.log(`${row.name}: ${row.ratio === undefined ? '' : `${row.ratio.toFixed(2)}, `}${row.detail}`);
  }
}
console.log(`(targets: see the table; ${smoke ? 'smoke run on a part of the records' : 'all records'})`);

if (target) {
  const table = rows.map(
    (row) => `| ${row.name} | ${row.ratio?.toFixed(2) ?? ''} | ${row.target ?? ''} | ${row.detail} |`,
  );
  const head = ['| what | ratio | target | detail |', '| --- | --- | --- | --- |'];
  const written = `Written by \`pnpm bench --write ${target}\`: ${machine()}.`;
  writeSection(target, 'Ratios', [written, '', ...head, ...table].join('\n'));
}
