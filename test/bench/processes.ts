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
  readonly performance: { readonly peakMemory: number; readonly processorSeconds: number };
}

interface Run {
  readonly seconds: number;
  /** Of all threads, those of the engine of JavaScript included: what a busy machine does not change much. */
  readonly processorSeconds: number;
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
    const { one, two } = compareJobs(input, folder, smoke ? 1 : 3);
    yield {
      name: `two jobs against one, ${count.toLocaleString('en')} records to FHIR R4 NDJSON`,
      ratio: one.seconds / two.seconds,
      target: '1.7',
      detail: `${(count / one.seconds).toFixed(0)} and ${(count / two.seconds).toFixed(0)} records/s; ${one.processorSeconds.toFixed(1)} and ${two.processorSeconds.toFixed(1)} s of processor time`,
    };
    yield {
      name: `peak memory of ${count.toLocaleString('en')} records, two jobs`,
      target: 'flat, under 400 MB',
      detail: `${two.peakMegabytes.toFixed(0)} MB`,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The best of some rounds each, by turns, so that both see the same machine. */
function compareJobs(input: string, folder: string, rounds: number): { one: Run; two: Run } {
  const runs: Run[][] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, of] of runs.entries()) of.push(convert(input, folder, index + 1));
  }
  const [one, two] = runs.map((of) => of.reduce((best, run) => (run.seconds < best.seconds ? run : best)));
  if (!one || !two) throw new Error('nothing was measured');
  return { one, two };
}

/** By turns with Node alone, which takes most of the time and differs most between machines. */
function startUp(name: string, argv: readonly string[], milliseconds: number): BenchRow {
  const [ours, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < 11; round++) {
    bare.push(timeOf(['-e', '0']));
    ours.push(timeOf([command, ...argv]));
  }
  const [median, floor] = [medianOf(ours), medianOf(bare)];
  const detail = `${median.toFixed(0)} ms (median of 11), ${floor.toFixed(0)} ms of it \`node -e 0\``;
  return { name, target: `under ${milliseconds} ms`, detail };
}

function timeOf(argv: readonly string[]): number {
  const start = performance.now();
  execFileSync(process.execPath, argv, { stdio: 'ignore' });
  return performance.now() - start;
}

function medianOf(times: readonly number[]): number {
  return times.toSorted((left, right) => left - right)[Math.floor(times.length / 2)] ?? 0;
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
  const { performance: measured } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  return { seconds, processorSeconds: measured.processorSeconds, peakMegabytes: measured.peakMemory };
}
