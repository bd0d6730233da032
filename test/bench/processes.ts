import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { corpus } from '../ctgov-corpus.js';
import { type BenchRow, median } from './measure.js';

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
export async function* processes(smoke: boolean): AsyncGenerator<BenchRow> {
  const folder = mkdtempSync(join(tmpdir(), 'trialbridge-bench-'));
  try {
    yield startUp('trialbridge --version', ['--version'], 100);
    yield startUp(
      'one page to FHIR R4, process start included',
      ['convert', join(root, 'seeds/004_be195e707c4d5161.txt'), '--to', 'fhir-r4', '--quiet'],
      300,
    );
    // Enough that the start of the second thread, which compiles all of it once more, is not what is measured.
    const count = smoke ? 2_000 : 100_000;
    const { one, two, halves } = await compareJobs(makeInputs(folder, count), folder, smoke ? 1 : 3);
    const name = `${count.toLocaleString('en')} records to FHIR R4 NDJSON`;
    yield {
      name: `two jobs against one, ${name}`,
      ratio: ratioOf(one, two),
      target: '1.7',
      detail: `${speed(count, one)} and ${speed(count, two)} records/s; ${processorTime(one)} and ${processorTime(two)} s of processor time`,
    };
    yield {
      name: 'two processes of one job and half of the records each, against one of all: what the machine allows',
      ratio: ratioOf(one, halves),
      target: 'stated',
      detail: `${speed(count, halves)} records/s`,
    };
    yield {
      name: `peak memory of ${count.toLocaleString('en')} records, two jobs`,
      target: 'flat, under 400 MB',
      detail: `${Math.max(...two.map(({ peakMegabytes }) => peakMegabytes)).toFixed(0)} MB`,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** All records, and the first half of them. */
interface Inputs {
  readonly whole: string;
  readonly half: string;
}

function makeInputs(folder: string, count: number): Inputs {
  const make = (name: string, records: number): string => {
    const path = join(folder, name);
    const script = join(root, 'packages/cli/bench/make-input.mjs');
    execFileSync(process.execPath, [script, join(corpus, 'ctgov-v2.ndjson.gz'), String(records), path]);
    return path;
  };
  return { whole: make('whole.ndjson', count), half: make('half.ndjson', count / 2) };
}

interface Jobs {
  readonly one: Run[];
  readonly two: Run[];
  readonly halves: Run[];
}

/** Some rounds of each, by turns, so that all see the same machine. */
async function compareJobs({ whole, half }: Inputs, folder: string, rounds: number): Promise<Jobs> {
  const runs: Jobs = { one: [], two: [], halves: [] };
  for (let round = 0; round < rounds; round += 1) {
    runs.one.push(await convert(whole, folder, 1));
    runs.two.push(await convert(whole, folder, 2));
    runs.halves.push(...slower(await Promise.all(['a', 'b'].map((name) => convert(half, folder, 1, name)))));
  }
  return runs;
}

function slower(runs: readonly Run[]): Run[] {
  return runs.toSorted((left, right) => right.seconds - left.seconds).slice(0, 1);
}

/** The median over the rounds: a machine that others use too is faster in some than in others. */
function ratioOf(base: readonly Run[], other: readonly Run[]): number {
  return median(base.map(({ seconds }, round) => seconds / (other[round]?.seconds ?? Number.NaN)));
}

function speed(count: number, runs: readonly Run[]): string {
  return (count / Math.min(...runs.map(({ seconds }) => seconds))).toFixed(0);
}

function processorTime(runs: readonly Run[]): string {
  return Math.min(...runs.map(({ processorSeconds }) => processorSeconds)).toFixed(1);
}

/** By turns with Node alone, which takes most of the time and differs most between machines. */
function startUp(name: string, argv: readonly string[], milliseconds: number): BenchRow {
  const [ours, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < 11; round++) {
    bare.push(timeOf(['-e', '0']));
    ours.push(timeOf([command, ...argv]));
  }
  const [whole, floor] = [median(ours), median(bare)];
  const detail = `${whole.toFixed(0)} ms (median of 11), ${floor.toFixed(0)} ms of it \`node -e 0\``;
  return { name, target: `under ${milliseconds} ms`, detail };
}

function timeOf(argv: readonly string[]): number {
  const start = performance.now();
  execFileSync(process.execPath, argv, { stdio: 'ignore' });
  return performance.now() - start;
}

/** Writes to nowhere: a disk would take the same time from all. */
async function convert(input: string, folder: string, jobs: number, name = 'report'): Promise<Run> {
  const report = join(folder, `${name}.json`);
  const argv = ['convert', input, '--to', 'fhir-r4', '--out', '-', '--jobs', String(jobs), '--report', report];
  const start = performance.now();
  const child = spawn(process.execPath, [command, ...argv, '--quiet'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const [status] = (await once(child, 'exit')) as [number | null];
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`convert ended with ${status}`);
  const { performance: measured } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  return { seconds, processorSeconds: measured.processorSeconds, peakMegabytes: measured.peakMemory };
}
