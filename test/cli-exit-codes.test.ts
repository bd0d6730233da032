import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { command, newFolder, root, run, start } from './cli-command.js';
import { ndjson, study } from './cli-records.js';

const folder = newFolder();
const good = join(folder, 'good.ndjson');
writeFileSync(good, ndjson(1, 20));
const incomplete = join(folder, 'incomplete.json');
writeFileSync(incomplete, JSON.stringify({ protocolSection: { identificationModule: { nctId: 'NCT00000001' } } }));

describe('exit code 0', () => {
  it('when everything was converted', () => {
    const { code, stdout, stderr } = run(['convert', good, '--to', 'trial-json']);
    expect(code).toBe(0);
    expect(stdout.trimEnd().split('\n')).toHaveLength(20);
    expect(stderr).toMatch(
      /^20 records, 20 trials, \d+\.\d s\n {2}trial-json: 20 trials written to standard output\n$/,
    );
  });

  it('for a text without a trial, which is no failure', () => {
    const { code, stdout, stderr } = run(['convert', 'seeds/002_d4399accb086885d.txt', '--to', 'trial-json']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain('1 record, 0 trials, 1 without a trial');
  });

  it('for an empty standard input', () => {
    expect(run(['convert', '-', '--to', 'trial-json'])).toMatchObject({ code: 0, stdout: '' });
  });

  it('for help and version', () => {
    expect(run(['--version'])).toMatchObject({ code: 0, stdout: '0.1.0\n' });
    expect(run(['convert', '--help'])).toMatchObject({ code: 0, stderr: '' });
  });

  it.each(['schema trial', 'formats --json', 'convert --help', 'inspect seeds'])(
    'when the reader of `%s` closes the pipe',
    (args) => {
      const script = `"${process.execPath}" "${command()}" ${args} 2>&1 | true; echo "\${PIPESTATUS[0]}"`;
      const { stdout, stderr } = spawnSync('bash', ['-c', script], { encoding: 'utf8', cwd: root });
      expect({ stdout, stderr }).toEqual({ stdout: '0\n', stderr: '' });
    },
  );

  it('when the reader of the output closes the pipe', () => {
    const big = join(folder, 'big.ndjson');
    writeFileSync(big, ndjson(1, 5000));
    const script = `"${process.execPath}" "${command()}" convert "${big}" --to trial-json | head -n 1 >/dev/null; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
    expect({ stdout, stderr }).toEqual({ stdout: '0\n', stderr: '' });
  });

  it('when the reader of the output closes the pipe, with the files beside it as far as the run went', () => {
    const big = join(folder, 'big-and-bad.ndjson');
    writeFileSync(big, `${ndjson(1, 2)}{"protocolSection":\n${ndjson(3, 5000)}`);
    const [dead, report] = [join(folder, 'seen-dead.ndjson'), join(folder, 'seen-report.json')];
    const flags = `--to trial-json --dead-letter "${dead}" --report "${report}" --quiet`;
    const script = `"${process.execPath}" "${command()}" convert "${big}" ${flags} | head -n 1 >/dev/null; echo "\${PIPESTATUS[0]}"`;
    expect(spawnSync('bash', ['-c', script], { encoding: 'utf8' }).stdout).toBe('0\n');
    expect(JSON.parse(readFileSync(dead, 'utf8').trim())).toMatchObject({ record: 3, line: 3 });
    const { records, performance } = JSON.parse(readFileSync(report, 'utf8'));
    expect(performance.isCutShort).toBe(true);
    expect(records.failed).toBe(1);
    expect(records.read).toBeLessThan(5000);
  });
});

describe('exit code 1', () => {
  it('when a record cannot be read, and the others are converted all the same', () => {
    const mixed = join(folder, 'mixed.ndjson');
    writeFileSync(mixed, `${ndjson(1, 2)}{"protocolSection":{"identificationModule":\n${ndjson(3, 4)}`);
    const { code, stdout, stderr } = run(['convert', mixed, '--to', 'trial-json']);
    expect(code).toBe(1);
    expect(stdout.trimEnd().split('\n')).toHaveLength(4);
    expect(stderr).toContain(`failed ${mixed}, record 3 (line 3), at 1:44: Not JSON`);
  });

  it('when a dead letter is fed back and fails again, with the place that its record had at first', () => {
    const mixed = join(folder, 'mixed-again.ndjson');
    writeFileSync(mixed, `${ndjson(1, 2)}{"protocolSection":\n`);
    const [first, second] = [join(folder, 'first-dead.ndjson'), join(folder, 'second-dead.ndjson')];
    run(['convert', mixed, '--to', 'trial-json', '--dead-letter', first]);
    const { code } = run(['convert', first, '--to', 'trial-json', '--dead-letter', second]);
    expect(code).toBe(4);
    expect(readFileSync(second, 'utf8')).toBe(readFileSync(first, 'utf8'));
    expect(JSON.parse(readFileSync(second, 'utf8'))).toMatchObject({ source: mixed, record: 3, line: 3 });
  });

  it('when a format cannot hold a trial, naming what is missing', () => {
    const out = join(folder, 'incomplete.xml');
    const { code, stderr } = run([
      'convert',
      good,
      incomplete,
      '--duplicates',
      'keep',
      '--to',
      'ctgov-xml',
      '--out',
      out,
    ]);
    expect(code).toBe(1);
    expect(stderr).toContain(
      `failed ${incomplete} NCT00000001 as ctgov-xml: The public XML demands brief_title, overall_status, study_type.`,
    );
  });

  it('when two records have the same id: the first is kept, the second reported', () => {
    const twice = join(folder, 'twice.ndjson');
    writeFileSync(twice, ndjson(1, 2) + ndjson(1, 1));
    const { code, stdout, stderr } = run(['convert', twice, '--to', 'trial-json']);
    expect(code).toBe(1);
    expect(stdout.trimEnd().split('\n')).toHaveLength(2);
    expect(stderr).toContain(
      'record 3 (line 3) NCT00000001: An earlier record of this run has the id NCT00000001 too.',
    );
    expect(stderr).toContain('3 records, 2 trials, 1 failed (1 duplicate among them)');
    expect(run(['convert', twice, '--to', 'trial-json', '--duplicates', 'keep'])).toMatchObject({ code: 0 });
  });

  it('when it stops at the first failure, and nothing is written', () => {
    const out = join(folder, 'stopped.ndjson');
    const mixed = join(folder, 'mixed.ndjson');
    const { code, stderr } = run(['convert', mixed, '--to', 'trial-json', '--out', out, '--on-error', 'stop']);
    expect(code).toBe(1);
    expect(stderr).toContain('trialbridge: Stopped at the first record that failed. Nothing was written.');
    expect(existsSync(out)).toBe(false);
  });

  it('when it stops at the first failure: that one alone is told and kept, and nothing behind it is written', () => {
    const twice = join(folder, 'bad-twice.ndjson');
    writeFileSync(twice, `${ndjson(1, 1)}{"cut":\n{"cut again":\n${ndjson(2, 2)}`);
    const letters = join(folder, 'stopped-letters.ndjson');
    const args = ['convert', twice, '--to', 'trial-json', '--on-error', 'stop', '--dead-letter', letters];
    const { code, stdout, stderr } = run(args);
    expect(code).toBe(1);
    expect(stdout).not.toContain('NCT00000002');
    expect(stderr.split('\n').filter((line) => line.startsWith('failed'))).toHaveLength(1);
    expect(stderr).toContain('What was converted before it may stand on the standard output.');
    expect(readFileSync(letters, 'utf8').split('\n')).toEqual([expect.stringContaining('{\\"cut\\":'), '']);
  });

  it('when a line that is no record is fed back: it is no text for people then either', () => {
    const odd = join(folder, 'odd-first.ndjson');
    writeFileSync(odd, `oops\n${ndjson(1, 2)}`);
    const letters = join(folder, 'odd-letters.ndjson');
    expect(run(['convert', odd, '--to', 'trial-json', '--dead-letter', letters]).code).toBe(1);
    const { code, stderr } = run(['convert', letters, '--to', 'trial-json']);
    expect(code).toBe(4);
    expect(stderr).toContain('Not JSON');
  });
});

describe('exit code 2', () => {
  it('when two things would be written to one place', () => {
    const [input, out] = [join(folder, 'one-place.ndjson'), join(folder, 'one-place.out.ndjson')];
    writeFileSync(input, ndjson(1, 1));
    const { code, stderr } = run(['convert', input, '--to', 'trial-json', '--out', out, '--dead-letter', out]);
    expect(code).toBe(2);
    expect(stderr).toContain(`${out} would be written twice. Give each file a name of its own.`);
    expect(existsSync(out)).toBe(false);
  });

  it.each<[string[], string]>([
    [[], 'Usage: trialbridge'],
    [['frobnicate'], "unknown command 'frobnicate'"],
    [['convert', good], "required option '--to <formats>' not specified"],
    [['convert', good, '--to', 'trial-json', '--nothing'], "unknown option '--nothing'"],
    [['convert', good, '--to', 'fhir'], 'There is no format "fhir". Did you mean fhir-r4, fhir-r5 or'],
    [['convert', good, '--to', 'parquet'], 'There is no format "parquet". Formats to write: trial-json'],
    [['convert', good, '--to', 'csv', '--from', 'ctgov'], 'Did you mean ctgov-xml or ctgov-json? Known: veeva-page'],
    [['convert', good, '--to', 'narrative'], 'Trialbridge reads narrative but does not write it.'],
    [['convert', good, '--to', 'trial-json', '--from', 'csv'], 'There is no format "csv" to read. Known: veeva-page'],
    [['convert', good, '--to', 'csv+bum'], 'csv has no option "bum". Known: +bom'],
    [['convert', good, '--to', 'csv+columns'], 'The option columns of csv needs a value: +columns=name;name;...'],
    [['convert', good, '--to', 'csv+bom=1'], 'The option bom of csv takes no value.'],
    [['convert', good, '--to', 'csv+columns=none'], 'No column is called "none".'],
    [['convert', good, '--to', 'fhir-r4+bundle=batch'], 'bundle cannot be "batch".'],
    [['convert', good, '--to', 'csv,csv+bom', '--out', folder], 'The format csv is asked for twice.'],
    [['convert', good, '--to', 'csv', '--out', join(folder, 'x.txt')], 'does not say how to write it. Use .json'],
    [['convert', good, '--to', 'csv', '--out', join(folder, 'x.json')], 'csv cannot be written as .json. Use .csv'],
    [['convert', good, '--to', 'csv,fhir-r4'], 'Several formats need a folder: --out <folder>.'],
    [['convert', good, '--to', 'csv', '--jobs', '0'], 'It is a whole number from 1.'],
    [['convert', good, '--to', 'csv', '--limit', 'x'], 'It is a whole number from 1.'],
    [['convert', good, '--to', 'csv', '--shard', '4/3'], 'It is a part and the number of parts, such as 1/3.'],
    [['convert', good, '--to', 'csv', '--sample', '2'], 'It is a share above 0 and up to 1, or a percentage.'],
    [['convert', good, '--to', 'csv', '--since', 'May'], 'It is a date such as 2026-03-01, 2026-03 or 2026.'],
    [['convert', good, '--to', 'csv', '--max-record-size', '-1'], 'It is a number of MB above 0.'],
    [['convert', good, '--to', 'csv', '--fail-on', 'luck'], 'It is one or more of loss, warning, invalid'],
    [['convert', good, '--to', 'csv', '--on-error', 'cry'], 'Allowed choices are skip, stop.'],
    [
      ['convert', good, '--to', 'csv', '--checkpoint', 'c'],
      '--checkpoint needs --out: a pipe cannot be taken up again.',
    ],
    [
      ['convert', '-', '--to', 'csv', '--out', join(folder, 'x.csv'), '--checkpoint', 'c'],
      '--checkpoint needs inputs that can be read again, not the standard input.',
    ],
    [['validate', good], "required option '--as <format>' not specified"],
    [['schema', 'nothing'], 'There is no schema "nothing". Known: trial, conversion-report, '],
  ])('%j', (args, message) => {
    const { code, stdout, stderr } = run(args);
    expect(stderr).toContain(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});

describe('what is said about wrong usage', () => {
  it('is short: the error, and where the options are told', () => {
    expect(run(['convert', good]).stderr).toBe(
      "error: required option '--to <formats>' not specified\nRun trialbridge convert --help for its options.\n",
    );
    expect(run(['validate', good, '--as', 'fhir-r4', '--nothing']).stderr).toBe(
      "error: unknown option '--nothing'\nRun trialbridge validate --help for its options.\n",
    );
  });
});

describe('exit code 3', () => {
  it('on loss, only when it is asked for', () => {
    const derived = join(folder, 'derived.json');
    const ancestors = [{ id: 'D000001', term: 'Tea' }];
    writeFileSync(derived, JSON.stringify(study(1, { derivedSection: { conditionBrowseModule: { ancestors } } })));
    const { code, stderr } = run(['convert', derived, '--to', 'fhir-r4', '--fail-on', 'loss']);
    expect(code).toBe(3);
    expect(run(['convert', good, '--to', 'fhir-r4', '--fail-on', 'loss'])).toMatchObject({ code: 0 });
    expect(stderr).toContain('trialbridge: --fail-on loss has tripped.');
    expect(run(['convert', good, '--to', 'trial-json', '--fail-on', 'loss,invalid'])).toMatchObject({ code: 0 });
  });

  it('on a warning', () => {
    const odd = join(folder, 'odd.json');
    writeFileSync(odd, JSON.stringify(study(1, { invented: 1 })));
    expect(run(['convert', odd, '--to', 'trial-json'])).toMatchObject({ code: 0 });
    expect(run(['convert', odd, '--to', 'trial-json', '--fail-on', 'warning'])).toMatchObject({ code: 3 });
  });

  it('on a document that breaks the rules of its format', () => {
    const args = ['convert', incomplete, '--to', 'ctgov-xml+incomplete'];
    expect(run(args)).toMatchObject({ code: 0 });
    expect(run([...args, '--fail-on', 'invalid'])).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('1 time not valid, the first in ') as string,
    });
  });
});

describe('exit code 4', () => {
  it('when an input does not exist, and the others are converted all the same', () => {
    const { code, stdout, stderr } = run(['convert', join(folder, 'none.json'), good, '--to', 'trial-json']);
    expect(code).toBe(4);
    expect(stdout.trimEnd().split('\n')).toHaveLength(20);
    expect(stderr).toContain(`failed ${join(folder, 'none.json')}: There is no such file or folder.`);
  });

  it('when the format is unknown', () => {
    const unknown = join(folder, 'unknown.json');
    writeFileSync(unknown, '{"a":1}');
    const { code, stderr } = run(['convert', unknown, '--to', 'trial-json']);
    expect(code).toBe(4);
    expect(stderr).toContain(
      `failed ${unknown}: This is a JSON object with the keys a. No reader accepts this source. Tried: veeva-page, `,
    );
  });

  it('when a file is empty', () => {
    const empty = join(folder, 'empty.json');
    writeFileSync(empty, '');
    expect(run(['convert', empty, '--to', 'trial-json'])).toMatchObject({ code: 4 });
    expect(run(['inspect', empty])).toMatchObject({ code: 4 });
    expect(run(['validate', empty, '--as', 'trial-json'])).toMatchObject({ code: 4 });
  });
});

describe('exit code 5', () => {
  it('when the output cannot be made, and nothing is left behind', () => {
    const out = join(good, 'x.ndjson');
    const { code, stderr } = run(['convert', good, '--to', 'trial-json', '--out', out]);
    expect(code).toBe(5);
    expect(stderr).toContain(`trialbridge: ${out} cannot be written: a part of its path is not a folder.`);
  });

  it.each(['--report', '--dead-letter', '--report-records', '--evidence-csv'])(
    'when the file of %s cannot be made, before anything is converted',
    (flag) => {
      const beside = join(good, 'x.json');
      const out = join(folder, `without${flag}.ndjson`);
      const { code, stdout, stderr } = run(['convert', good, '--to', 'trial-json', '--out', out, flag, beside]);
      expect({ code, stdout, stderr }).toEqual({
        code: 5,
        stdout: '',
        stderr: `trialbridge: ${beside} cannot be written: a part of its path is not a folder.\n`,
      });
      expect(readdirSync(folder).filter((name) => name.startsWith(`without${flag}`))).toEqual([]);
    },
  );

  it.skipIf(!existsSync('/proc/self'))('when no folder can be made where the output belongs', () => {
    const out = '/proc/nowhere/deeper/trials.csv';
    const { code, stderr } = run(['convert', good, '--to', 'csv', '--out', out]);
    expect(code).toBe(5);
    expect(stderr).toContain(`trialbridge: ${out} cannot be written: its folder cannot be made.`);
  });

  it.skipIf(!existsSync('/dev/full'))('when the standard output cannot take more', () => {
    const full = openSync('/dev/full', 'w');
    const args = [command(), 'convert', good, '--to', 'trial-json'];
    const { status, stderr } = spawnSync(process.execPath, args, { stdio: ['ignore', full, 'pipe'], encoding: 'utf8' });
    expect(stderr).toContain('trialbridge: The standard output cannot be written: ');
    expect(status).toBe(5);
  });
});

describe('exit code 130', () => {
  it('when it is interrupted, also while it waits for a silent pipe', async () => {
    const out = join(folder, 'interrupted.ndjson');
    const child = start(['convert', '-', '--to', 'trial-json', '--out', out]);
    child.stdin.write(ndjson(1, 3));
    let stderr = '';
    child.stderr.on('data', (data) => {
      stderr += data;
    });
    setTimeout(() => child.kill('SIGINT'), 4000);
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(stderr).toBe(
      'trialbridge: Interrupted. Nothing was written. With --checkpoint a run can go on where it was interrupted.\n',
    );
    expect(code).toBe(130);
    expect(readdirSync(folder).filter((name) => name.startsWith('interrupted'))).toEqual([]);
  });
});

describe('the streams', () => {
  it('carry data on the standard output only', () => {
    const out = join(folder, 'streams.ndjson');
    const { stdout, stderr } = run(['convert', good, '--to', 'trial-json', '--out', out, '--quiet']);
    expect({ stdout, stderr }).toEqual({ stdout: '', stderr: '' });
    expect(readFileSync(out, 'utf8').trimEnd().split('\n')).toHaveLength(20);
  });

  it('have no colours where NO_COLOR is set, or nobody sees them', () => {
    mkdirSync(join(folder, 'plain'), { recursive: true });
    for (const env of [{ NO_COLOR: '1' }, { NO_COLOR: '' }]) {
      const { stdout, stderr } = run(['inspect', 'seeds'], { env });
      expect(stdout + stderr).not.toContain('\u001b');
    }
  });
});
