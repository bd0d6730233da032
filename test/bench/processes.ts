import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { corpus } from '../ctgov-corpus.js';
import type { BenchRow } from './measure.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const command = join(root, 'packages/cli/dist/trialbridge.js');

/** What the conversion report says of the run; memory in megabytes. */
interface Report {
  readonly performance: { readonly peakMemory: number };
}

interface Run {
  readonly seconds: number;
  readonly peakMegabytes: number;
}

/** Whole processes of the built command: start-up, workers, memory. */
export function* processes(smoke: boolean): Generator<BenchRow> {
  const folder = mkdtempSync(join(tmpdir(), 'trialbridge-bench-'));
  try {
    yield startUp('trialbridge --version', ['--version'], 100);
    yield startUp(
      'one page to FHIR R4, process start included',
      ['convert', join(root, 'seeds/004_be195e707c4d5161.txt'), '--to', 'fhir-r4', '--quiet'],
      300,
    );
    const count = smoke ? 2_000 : 20_000;
    const input = join(folder, 'records.ndjson');
    execFileSync(process.execPath, [
      join(root, 'packages/cli/bench/make-input.mjs'),
      join(corpus, 'ctgov-v2.ndjson.gz'),
      String(count),
      input,
    ]);
    const one = convert(input, folder, 1);
    const two = convert(input, folder, 2);
    yield {
      name: `two workers against one, ${count.toLocaleString('en')} records to FHIR R4 NDJSON`,
      ratio: one.seconds / two.seconds,
      target: '1.7',
      detail: `${(count / one.seconds).toFixed(0)} and ${(count / two.seconds).toFixed(0)} records/s`,
    };
    yield {
      name: `peak memory of ${count.toLocaleString('en')} records, two workers`,
      target: 'flat, under 400 MB',
      detail: `${two.peakMegabytes.toFixed(0)} MB`,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function startUp(name: string, argv: readonly string[], milliseconds: number): BenchRow {
  const times: number[] = [];
  for (let round = 0; round < 7; round++) {
    const start = performance.now();
    execFileSync(process.execPath, [command, ...argv], { stdio: 'ignore' });
    times.push(performance.now() - start);
  }
  const median = times.sort((left, right) => left - right)[3] ?? 0;
  return { name, target: `under ${milliseconds} ms`, detail: `${median.toFixed(0)} ms (median of 7)` };
}

function convert(input: string, folder: string, jobs: number): Run {
  const report = join(folder, 'report.json');
  const argv = ['convert', input, '--to', 'fhir-r4', '--out', join(folder, 'out.ndjson')];
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [command, ...argv, '--jobs', String(jobs), '--report', report, '--quiet'],
    { encoding: 'utf8' },
  );
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`convert ended with ${status}: ${stderr}`);
  return { seconds, peakMegabytes: (JSON.parse(readFileSync(report, 'utf8')) as Report).performance.peakMemory };
}
