import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { newFolder, run, start } from './cli-command.js';
import { nctId, ndjson } from './cli-records.js';

const folder = newFolder();
const three = join(folder, 'three.ndjson');
writeFileSync(three, ndjson(1, 3));
const one = join(folder, 'one.ndjson');
writeFileSync(one, ndjson(1, 1));
const many = join(folder, 'many.ndjson');
writeFileSync(many, ndjson(1, 2500));

function convert(input: string, to: string, out: string, ...more: string[]): string {
  const path = join(folder, out);
  const { code, stderr } = run(['convert', input, '--to', to, '--out', path, ...more]);
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  return path;
}

const read = (path: string): string => readFileSync(path, 'utf8');

describe('the framing follows the name of the output', () => {
  it('.ndjson has one document a line', () => {
    const lines = read(convert(three, 'fhir-r4', 'a.ndjson'))
      .trimEnd()
      .split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { resourceType: string }).resourceType)).toEqual(
      Array(3).fill('Bundle'),
    );
  });

  it('.json is the document, or an array of several', () => {
    expect(JSON.parse(read(convert(one, 'trial-json', 'b.json')))).toMatchObject({ id: nctId(1) });
    expect(JSON.parse(read(convert(three, 'trial-json', 'c.json')))).toMatchObject(
      [1, 2, 3].map((n) => ({ id: nctId(n) })),
    );
    expect(JSON.parse(read(convert('seeds/002_d4399accb086885d.txt', 'trial-json', 'd.json')))).toEqual([]);
  });

  it('.xml is the document, or several in one root', () => {
    const single = read(convert(one, 'ctgov-xml', 'e.xml'));
    expect(single.match(/<\?xml /g)).toHaveLength(1);
    expect(single).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<clinical_study/);
    const several = read(convert(three, 'ctgov-xml', 'f.xml'));
    expect(several.match(/<\?xml /g)).toHaveLength(1);
    expect(several.match(/<clinical_study[ >]/g)).toHaveLength(3);
    expect(several.endsWith('</clinical_study>\n</clinical_studies>\n')).toBe(true);
  });

  it('.csv has one header', () => {
    const lines = read(convert(three, 'csv', 'g.csv'))
      .trimEnd()
      .split('\r\n');
    expect(lines).toHaveLength(4);
    expect(read(convert(one, 'csv+bom', 'h.csv')).charCodeAt(0)).toBe(0xfeff);
  });

  it('.gz packs what stands before it', () => {
    for (const [format, name] of [
      ['trial-json', 'i.ndjson'],
      ['trial-json', 'i.json'],
      ['ctgov-xml', 'i.xml'],
      ['csv', 'i.csv'],
    ] as const) {
      const plain = readFileSync(convert(three, format, name));
      expect(gunzipSync(readFileSync(convert(three, format, `${name}.gz`))).equals(plain)).toBe(true);
    }
  });

  it('.zip has one entry per trial, readable by other tools', () => {
    const zip = convert(three, 'ctgov-xml', 'j.zip');
    const script =
      'import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\n' +
      'print([(i.filename,i.date_time[0]) for i in z.infolist()])\nprint(z.read(z.namelist()[1]).decode()[:38])';
    const { stdout, status } = spawnSync('python3', ['-c', script, zip], { encoding: 'utf8' });
    if (status === null) return;
    expect(stdout).toBe(
      "[('NCT00000001.xml', 1980), ('NCT00000002.xml', 1980), ('NCT00000003.xml', 1980)]\n" +
        '<?xml version="1.0" encoding="UTF-8"?>\n',
    );
  });

  it('a folder has one file per trial', () => {
    const out = convert(three, 'ctgov-json', 'k');
    expect(readdirSync(out)).toEqual([1, 2, 3].map((number) => `${nctId(number)}.json`));
    expect(JSON.parse(read(join(out, 'NCT00000002.json')))).toMatchObject({ hasResults: false });
  });

  it('a folder of FHIR has one list per type of resource, with references that hold outside of a bundle', () => {
    const out = convert(three, 'fhir-r4', 'l/');
    const manifest = JSON.parse(read(join(out, 'manifest.json'))) as {
      output: { type: string; url: string; count: number }[];
    };
    expect(readdirSync(out).sort()).toEqual([...manifest.output.map(({ url }) => url), 'manifest.json'].sort());
    const ids = new Set<string>();
    const references: string[] = [];
    for (const { type, url, count } of manifest.output) {
      const lines = read(join(out, url)).trimEnd().split('\n');
      expect(lines).toHaveLength(count);
      for (const line of lines) {
        const resource = JSON.parse(line) as { resourceType: string; id: string };
        expect(resource.resourceType).toBe(type);
        const id = `${type}/${resource.id}`;
        expect(ids.has(id)).toBe(false);
        ids.add(id);
        for (const [, reference = ''] of line.matchAll(/"reference":"([^"]*)"/g)) references.push(reference);
      }
    }
    expect(references.length).toBeGreaterThan(3);
    expect(references.filter((reference) => !ids.has(reference))).toEqual([]);
  });

  it('its manifest says when and for which request, where it is told, and no time of its own', () => {
    const facts = ['--transaction-time', '2026-03-01T12:00:00Z', '--request', 'https://example.org/$export'];
    const told = convert(one, 'fhir-r4', 'told/', ...facts);
    expect(JSON.parse(read(join(told, 'manifest.json')))).toMatchObject({
      transactionTime: '2026-03-01T12:00:00Z',
      request: 'https://example.org/$export',
      requiresAccessToken: false,
      error: [],
    });
    const untold = JSON.parse(read(join(convert(one, 'fhir-r4', 'untold/'), 'manifest.json'))) as object;
    expect(Object.keys(untold)).toEqual(['requiresAccessToken', 'output', 'error']);
    expect(run(['convert', one, '--to', 'fhir-r4', '--transaction-time', 'today'])).toMatchObject({ code: 2 });
  });

  it('several formats get a folder each', () => {
    const out = convert(three, 'csv,trial-json,fhir-r5', 'm');
    expect(readdirSync(out)).toEqual(['csv', 'fhir-r5', 'trial-json']);
    expect(readdirSync(join(out, 'csv'))).toContain('trials.csv');
    expect(readdirSync(join(out, 'trial-json'))).toHaveLength(3);
  });

  it('--pretty indents', () => {
    expect(read(convert(one, 'trial-json', 'n.json', '--pretty'))).toMatch(/^\{\n {2}"schemaVersion": "1\.0",\n/);
  });
});

describe('outputs', () => {
  it('are the same bytes for any number of jobs', () => {
    const outputs = [
      ['fhir-r4', 'r.ndjson'],
      ['trial-json', 'r.json.gz'],
      ['ctgov-xml', 'r.zip'],
      ['csv', 'r.csv'],
    ] as const;
    for (const [format, name] of outputs) {
      const sums = ['1', '2', '4'].map((jobs) => {
        const path = convert(many, format, `jobs${jobs}-${name}`, '--jobs', jobs);
        return createHash('sha256').update(readFileSync(path)).digest('hex');
      });
      expect(new Set(sums).size).toBe(1);
    }
  });

  it('replace files of a folder and leave others alone', () => {
    const out = join(folder, 'existing');
    mkdirSync(out);
    writeFileSync(join(out, 'NCT00000001.json'), 'old');
    writeFileSync(join(out, 'mine.txt'), 'mine');
    convert(three, 'trial-json', 'existing');
    expect(readdirSync(out)).toEqual(['NCT00000001.json', 'NCT00000002.json', 'NCT00000003.json', 'mine.txt']);
    expect(JSON.parse(read(join(out, 'NCT00000001.json')))).toMatchObject({ id: nctId(1) });
    expect(existsSync(`${out}.partial`)).toBe(false);
  });

  it('keep the old file until the new one is whole', () => {
    const out = join(folder, 'kept.ndjson');
    writeFileSync(out, 'old');
    const broken = join(folder, 'broken.ndjson');
    writeFileSync(broken, `${ndjson(1, 2)}{\n`);
    expect(run(['convert', broken, '--to', 'trial-json', '--out', out, '--on-error', 'stop']).code).toBe(1);
    expect(read(out)).toBe('old');
    expect(readdirSync(folder).filter((name) => name.startsWith('kept'))).toEqual(['kept.ndjson']);
    expect(run(['convert', broken, '--to', 'trial-json', '--out', out]).code).toBe(1);
    expect(statSync(out).size).toBeGreaterThan(100);
  });

  it('are not written where records failed and nothing came of any: what stood there stays', () => {
    const bad = join(folder, 'bad.json');
    writeFileSync(bad, '{"protocolSection": {');
    for (const [format, name] of [
      ['ctgov-json', 'kept.json'],
      ['ctgov-xml', 'kept.xml'],
      ['fhir-r4', 'kept.ndjson'],
      ['csv', 'kept.csv'],
    ] as const) {
      const kept = join(folder, name);
      writeFileSync(kept, 'as before');
      for (const input of [bad, join(folder, 'nowhere.json')])
        expect(run(['convert', input, '--to', format, '--out', kept])).toMatchObject({ code: 4, stdout: '' });
      expect(read(kept)).toBe('as before');
      expect(run(['convert', bad, '--to', format])).toMatchObject({ code: 4, stdout: '' });
    }
  });

  it('give trials of one id names of their own', () => {
    const twice = join(folder, 'twice.ndjson');
    writeFileSync(twice, ndjson(1, 2) + ndjson(1, 1) + ndjson(1, 1));
    const out = convert(twice, 'trial-json', 'names', '--duplicates', 'keep');
    expect(readdirSync(out)).toEqual([
      'NCT00000001-2.json',
      'NCT00000001-3.json',
      'NCT00000001.json',
      'NCT00000002.json',
    ]);
  });
});

describe('slices', () => {
  const idsOf = (...args: string[]): string[] => {
    const { stdout } = run(['convert', many, '--to', 'trial-json', ...args]);
    return stdout.split('\n').flatMap((line) => (line === '' ? [] : (JSON.parse(line) as { id: string }).id));
  };
  const all = idsOf();

  it('--shard parts make the whole, and no record is in two', () => {
    const parts = ['1/3', '2/3', '3/3'].map((part) => idsOf('--shard', part));
    for (const part of parts) expect(part.length).toBeGreaterThan(700);
    expect(parts.flat().sort()).toEqual(all);
  });

  it('--shard reports a record that cannot be read in one part only, with or without an id', () => {
    const bad = join(folder, 'bad.ndjson');
    const cut = [40, 41, 42, 43].map((n) => ndjson(n, n).slice(0, 200));
    writeFileSync(bad, `${ndjson(1, 30)}${cut.join('\n')}\n{"a":\n{"b":\n{"c":\n${ndjson(31, 39)}`);
    const failed = ['1/3', '2/3', '3/3'].flatMap((part) => {
      const { stderr } = run(['convert', bad, '--to', 'trial-json', '--shard', part]);
      return stderr.split('\n').flatMap((line) => /^failed .*record (\d+)/.exec(line)?.[1] ?? []);
    });
    expect(failed.map(Number).sort((a, b) => a - b)).toEqual([31, 32, 33, 34, 35, 36, 37]);
  });

  it('--limit takes the first records, in a slice too', () => {
    expect(idsOf('--limit', '700')).toEqual(all.slice(0, 700));
    expect(idsOf('--limit', '700', '--jobs', '2')).toEqual(all.slice(0, 700));
    expect(idsOf('--limit', '5', '--shard', '2/3')).toEqual(idsOf('--shard', '2/3').slice(0, 5));
  });

  it('--sample takes the same share of the records every time, also of a shard', () => {
    const sample = idsOf('--sample', '10%');
    expect(sample.length).toBeGreaterThan(180);
    expect(sample.length).toBeLessThan(320);
    const parts = ['1/2', '2/2'].map((part) => idsOf('--sample', '0.1', '--shard', part));
    expect(parts.flat().sort()).toEqual(sample);
  });

  it('--since takes records updated on or after a date', () => {
    const dated = (since: string): string[] => idsOf('--since', since);
    expect(dated('2025')).toEqual(all.filter((_, index) => (index + 1) % 6 === 5));
    expect(dated('2025-05-15')).toEqual(all.filter((_, index) => (index + 1) % 6 === 5 && (index + 1) % 9 >= 5));
    expect(dated('2026')).toEqual([]);
  });
});

describe('files that a run writes', () => {
  it('are refused where they are an input, which would be replaced', () => {
    const same = join(folder, 'same.ndjson');
    writeFileSync(same, ndjson(1, 3));
    for (const flags of [
      ['--out', same],
      ['--out', join(folder, 'other.ndjson'), '--dead-letter', same],
    ]) {
      const { code, stderr } = run(['convert', same, '--to', 'trial-json', ...flags]);
      expect(code).toBe(2);
      expect(stderr).toContain(`trialbridge: ${same} is an input and would be written too.`);
    }
    expect(readFileSync(same, 'utf8')).toBe(ndjson(1, 3));
  });

  it('are left out of a folder that is read, also those of the run before', () => {
    const data = join(folder, 'data');
    mkdirSync(data);
    writeFileSync(join(data, 'in.ndjson'), `${ndjson(1, 3)}{"cut":\n`);
    const flags = ['--out', 'out.ndjson', '--dead-letter', 'dead.ndjson', '--report', 'report.json'];
    const args = flags.map((flag) => (flag.startsWith('--') ? flag : join(data, flag)));
    for (let night = 0; night < 2; night += 1) {
      const { code, stderr } = run(['convert', data, '--to', 'trial-json', ...args]);
      expect(code).toBe(1);
      expect(stderr).toContain('4 records, 3 trials, 1 failed,');
    }
  });

  it.skipIf(!existsSync('/dev/null'))('may be devices, which keep their place', () => {
    const before = statSync('/dev/null');
    const input = `${ndjson(1, 3)}{"cut":\n`;
    const devices = ['--out', '--dead-letter', '--report', '--report-records', '--evidence-csv'];
    const args = ['convert', '-', '--to', 'trial-json', ...devices.flatMap((flag) => [flag, '/dev/null'])];
    expect(run(args, { input }).code).toBe(1);
    expect(statSync('/dev/null')).toMatchObject({ ino: before.ino, mode: before.mode });
    expect(existsSync('/dev/null.partial')).toBe(false);
    const { code, stderr } = run([...args.slice(0, -2), '--checkpoint', join(folder, 'device.check')], { input });
    expect(code).toBe(2);
    expect(stderr).toContain('--checkpoint needs inputs that can be read again');
  });

  it('may be pipes with a name', async () => {
    const pipe = join(folder, 'pipe');
    expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
    const reader = spawn('cat', [pipe]);
    let text = '';
    reader.stdout.on('data', (chunk: Buffer) => {
      text += chunk;
    });
    const closed = new Promise((resolve) => reader.on('close', resolve));
    const { code } = run(['convert', '-', '--to', 'trial-json', '--out', pipe, '--quiet'], { input: ndjson(1, 3) });
    expect(code).toBe(0);
    await closed;
    expect(text.trimEnd().split('\n')).toHaveLength(3);
    expect(statSync(pipe).isFIFO()).toBe(true);
  });

  it('are held by one run at a time', async () => {
    const out = join(folder, 'held.ndjson');
    const first = start(['convert', '-', '--to', 'trial-json', '--out', out, '--progress', 'json']);
    const ended = new Promise((resolve) => first.on('close', resolve));
    first.stdin.write(ndjson(1, 3000));
    // It reports its progress once it writes.
    await new Promise((resolve) => first.stderr.once('data', resolve));
    const second = run(['convert', '-', '--to', 'trial-json', '--out', out], { input: ndjson(4, 4) });
    first.stdin.end();
    expect(second.stderr).toBe(
      `trialbridge: Another run of Trialbridge is writing ${out}. Wait for its end, or name another file.\n`,
    );
    expect(second.code).toBe(5);
    expect(await ended).toBe(0);
    expect(readFileSync(out, 'utf8').trimEnd().split('\n')).toHaveLength(3000);
  });
});
