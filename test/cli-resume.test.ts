import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command, newFolder, run, start } from './cli-command.js';
import { ndjson } from './cli-records.js';
import { makeZip } from './cli-zip.js';

const folder = newFolder();
const at = (name: string): string => join(folder, name);
const records = 4000;
const kills = 3;

beforeAll(async () => {
  // Built before anything is timed.
  command();
  // Some records fail and one is a duplicate, so that the dead letters and the seen ids are resumed too.
  const text = `${ndjson(1, 2000)}{"cut":\n${ndjson(5, 5)}${ndjson(2001, records)}${ndjson(7, 7)}`;
  writeFileSync(at('in.ndjson'), text);
  // Whole seconds, so that a test can set the time back to exactly this.
  utimesSync(at('in.ndjson'), 1_700_000_000, 1_700_000_000);
  writeFileSync(at('in.ndjson.gz'), gzipSync(text));
  await makeZip(at('in.zip'), {
    'a.ndjson': ndjson(1, 2500),
    'b.ndjson': ndjson(2501, records),
    'c.ndjson': ndjson(9, 9),
  });
}, 120_000);

function sumOf(path: string): string {
  const hash = createHash('sha256');
  if (!statSync(path).isDirectory()) return hash.update(readFileSync(path)).digest('hex');
  for (const name of readdirSync(path).sort()) hash.update(name).update(readFileSync(join(path, name)));
  return hash.digest('hex');
}

/** Starts the command and ends it by a signal after some time; gives the exit code, or the signal. */
async function interrupt(
  args: readonly string[],
  signal: NodeJS.Signals,
  after: number,
): Promise<number | string | null> {
  const child = start(args);
  child.stderr.resume();
  child.stdout.resume();
  const timer = setTimeout(() => child.kill(signal), after);
  const [code, by] = await new Promise<[number | null, string | null]>((resolve) => {
    child.on('close', (exitCode, killedBy) => resolve([exitCode, killedBy]));
  });
  clearTimeout(timer);
  return by ?? code;
}

const leftovers = (name: string): string[] =>
  readdirSync(folder)
    .filter((entry) => entry.startsWith(name))
    .sort();

describe('a run that is killed again and again', () => {
  it.each([
    ['in.ndjson', 'fhir-r4', 'ndjson.ndjson', '1'],
    ['in.ndjson.gz', 'trial-json', 'gz.ndjson.gz', '2'],
    ['in.zip', 'ctgov-xml', 'zip.zip', '2'],
    ['in.ndjson', 'fhir-r5', 'lists', '2'],
    ['in.ndjson', 'csv', 'rows.csv', '2'],
    ['in.ndjson', 'ctgov-json', 'files', '2'],
    ['in.ndjson', 'ctgov-xml', 'list.xml.gz', '1'],
  ])('from %s to %s in %s ends with the same bytes', async (input, format, out, jobs) => {
    const args = (name: string): string[] => {
      return [
        'convert',
        at(input),
        '--to',
        format,
        '--out',
        at(name),
        '--dead-letter',
        at(`${name}.dead`),
        '--jobs',
        jobs,
      ];
    };
    const begun = performance.now();
    const { code } = run(args(`whole-${out}`));
    const duration = performance.now() - begun;
    expect(code).toBe(1);
    const checkpoint = at(`${out}.checkpoint`);
    const resumable = [
      ...args(out),
      '--checkpoint',
      checkpoint,
      '--checkpoint-interval',
      '0',
      '--report',
      at(`${out}.report`),
    ];
    let killed = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      // Spread over the run, its start and its end included.
      const outcome = await interrupt(resumable, 'SIGKILL', duration * (0.35 + (0.6 * kill) / kills));
      if (outcome !== 'SIGKILL') break;
      killed += 1;
      // A kill may come after the output has its name, when the report is still to be written: then it is whole.
      if (existsSync(at(out))) expect(sumOf(at(out))).toBe(sumOf(at(`whole-${out}`)));
    }
    expect(killed).toBeGreaterThan(0);
    const last = run(resumable);
    expect(last.code).toBe(1);
    expect(sumOf(at(out))).toBe(sumOf(at(`whole-${out}`)));
    expect(sumOf(at(`${out}.dead`))).toBe(sumOf(at(`whole-${out}.dead`)));
    expect(leftovers(out)).toEqual([out, `${out}.dead`, `${out}.report`]);
    const report = JSON.parse(readFileSync(at(`${out}.report`), 'utf8')) as {
      records: { read: number; failed: number };
    };
    expect(report.records).toMatchObject({ read: records, failed: input === 'in.zip' ? 1 : 3 });
  });
});

describe('a run that is interrupted', () => {
  const args = (): string[] => {
    return ['convert', at('in.ndjson'), '--to', 'fhir-r4', '--out', at('int.ndjson'), '--checkpoint', at('int.check')];
  };

  it('leaves with 130 and goes on later', async () => {
    const outcome = await interrupt([...args(), '--checkpoint-interval', '0'], 'SIGINT', 900);
    expect(outcome).toBe(130);
    expect(existsSync(at('int.ndjson'))).toBe(false);
    expect(existsSync(at('int.check'))).toBe(true);
  });

  it('refuses other options, saying which', () => {
    const { code, stderr } = run([...args(), '--pretty', '--no-infer']);
    expect(code).toBe(2);
    expect(stderr).toContain(
      `trialbridge: The checkpoint ${at('int.check')} belongs to another run: the option infer was true and is false; ` +
        'the option pretty was false and is true. Run the same command on the same input, or delete the checkpoint to begin anew.',
    );
  });

  it('refuses another input, saying which', () => {
    utimesSync(at('in.ndjson'), 1_700_000_000, 1_700_000_005);
    const { code, stderr } = run(args());
    utimesSync(at('in.ndjson'), 1_700_000_000, 1_700_000_000);
    expect(code).toBe(2);
    expect(stderr).toContain(`belongs to another run: the input ${at('in.ndjson')} has changed.`);
  });

  it('refuses another version, saying which', () => {
    const text = readFileSync(at('int.check'), 'utf8');
    writeFileSync(at('int.check'), text.replace('"version":"0.1.0"', '"version":"0.0.9"'));
    const { code, stderr } = run(args());
    writeFileSync(at('int.check'), text);
    expect(code).toBe(2);
    expect(stderr).toContain('belongs to another run: the version was 0.0.9 and is 0.1.0.');
  });

  it('ends as if nothing had happened', () => {
    expect(run(args()).code).toBe(1);
    expect(run(['convert', at('in.ndjson'), '--to', 'fhir-r4', '--out', at('plain.ndjson')]).code).toBe(1);
    expect(sumOf(at('int.ndjson'))).toBe(sumOf(at('plain.ndjson')));
    expect(leftovers('int')).toEqual(['int.ndjson']);
  });
});

describe('a checkpoint', () => {
  it('is held by one run at a time, and free when that run is gone, however it went', async () => {
    const check = at('held.check');
    const args = (out: string): string[] => {
      return ['convert', at('in.ndjson'), '--to', 'fhir-r4', '--out', at(out), '--checkpoint', check];
    };
    const first = start([...args('held.ndjson'), '--checkpoint-interval', '0', '--progress', 'json', '--jobs', '1']);
    const ended = new Promise((resolve) => first.on('close', (_code, signal) => resolve(signal)));
    await new Promise((resolve) => first.stderr.once('data', resolve));
    // Held in its place, so that it cannot end before it is killed.
    first.kill('SIGSTOP');
    const second = run(args('other.ndjson'));
    first.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');
    expect(second).toMatchObject({
      code: 5,
      stderr: `trialbridge: Another run of Trialbridge is writing ${check}. Wait for its end, or name another file.\n`,
    });
    expect(run(args('held.ndjson')).code).toBe(1);
    expect(leftovers('held')).toEqual(['held.ndjson']);
  });

  it('that is none is refused', () => {
    writeFileSync(at('no.check'), '{"a":1}');
    const { code, stderr } = run([
      'convert',
      at('in.ndjson'),
      '--to',
      'csv',
      '--out',
      at('no.csv'),
      '--checkpoint',
      at('no.check'),
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain(`${at('no.check')} is no checkpoint of Trialbridge.`);
  });
});

describe.skipIf(process.getuid?.() !== 0)('a disk that is full (needs the right to mount a small one)', () => {
  const small = newFolder();
  const out = join(small, 'full.ndjson');
  let isMounted = false;

  beforeAll(() => {
    isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', small]).status === 0;
  });
  afterAll(() => {
    if (isMounted) spawnSync('umount', [small]);
  });

  it('gives exit code 5 and nothing under the final name', ({ skip }) => {
    skip(!isMounted, 'no file system could be mounted');
    const { code, stderr } = run(['convert', at('in.ndjson'), '--to', 'fhir-r4', '--out', out]);
    expect(stderr).toContain(`trialbridge: ${out} cannot be written: the disk is full.`);
    expect(code).toBe(5);
    expect(readdirSync(small)).toEqual([]);
  });

  it('can be resumed after room is made', ({ skip }) => {
    skip(!isMounted, 'no file system could be mounted');
    const args = ['convert', at('in.ndjson'), '--to', 'fhir-r4', '--out', out, '--checkpoint', at('full.check')];
    expect(run([...args, '--checkpoint-interval', '0']).code).toBe(5);
    expect(existsSync(out)).toBe(false);
    expect(spawnSync('mount', ['-o', 'remount,size=200m', small]).status).toBe(0);
    expect(run(args).code).toBe(1);
    expect(run(['convert', at('in.ndjson'), '--to', 'fhir-r4', '--out', at('full.ndjson')]).code).toBe(1);
    expect(sumOf(out)).toBe(sumOf(at('full.ndjson')));
  });
});
