// Measures ratios against floors of the same run: pnpm bench [--smoke] [--write docs/benchmarks.md]
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
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

const rows: BenchRow[] = [];
for (const measure of [stages, processes]) {
  for (const row of measure(smoke)) {
    rows.push(row);
    console.log(`${row.name}: ${row.ratio === undefined ? '' : `${row.ratio.toFixed(2)}, `}${row.detail}`);
  }
}
console.log(`(targets: see the table; ${smoke ? 'smoke run on a part of the records' : 'all records'})`);

if (target) {
  const date = new Date().toISOString().slice(0, 10);
  const machine = `${cpus().length} x ${cpus()[0]?.model.trim() ?? 'unknown processor'}, Node ${process.versions.node}`;
  const table = rows.map(
    (row) => `| ${row.name} | ${row.ratio?.toFixed(2) ?? ''} | ${row.target ?? ''} | ${row.detail} |`,
  );
  writeFileSync(
    target,
    [
      '# Benchmarks',
      '',
      `Written by \`pnpm bench --write ${target}\` on ${date}: ${machine}. Read the ratios, not the seconds.`,
      '',
      '| what | ratio | target | detail |',
      '| --- | --- | --- | --- |',
      ...table,
      '',
    ].join('\n'),
  );
}
