import { createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { newFolder, run } from './cli-command.js';
import { nctId, ndjson, study } from './cli-records.js';
import { makeZip, markEncrypted, patch } from './cli-zip.js';

interface Letter {
  source: string;
  record: number;
  id?: string;
  error: { code: string; message: string };
  raw?: string;
  rawBase64?: string;
}

const folder = newFolder();
const at = (name: string): string => join(folder, name);
const megabyte = 1_048_576;

function convert(inputs: readonly string[], more: readonly string[] = [], env: Record<string, string> = {}) {
  const dead = at('dead.ndjson');
  const report = at('report.json');
  const args = ['--to', 'trial-json', '--dead-letter', dead, '--report', report, '--quiet', '--out', at('out.ndjson')];
  const { code } = run(['convert', ...inputs, ...args, ...more], { env });
  const lines = (path: string): string[] =>
    readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
  return {
    code,
    ids: lines(at('out.ndjson')).map((line) => (JSON.parse(line) as { id: string }).id),
    letters: lines(dead).map((line) => JSON.parse(line) as Letter),
    memory: (JSON.parse(readFileSync(report, 'utf8')) as { performance: { peakMemory: number } }).performance
      .peakMemory,
  };
}

const line = (number: number): string => JSON.stringify(study(number));

describe('a stream of records with bad ones between', () => {
  const deep = `{"protocolSection":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_001)}`;
  const latin = Buffer.from(`${line(13).replace('Headache', 'caf\u00e9')}\n`, 'latin1');

  beforeAll(async () => {
    function* parts(): Generator<string | Buffer> {
      yield ndjson(1, 10);
      yield `${line(11).slice(0, 300)}\n`;
      yield ndjson(12, 12);
      yield latin;
      yield ndjson(14, 14);
      yield '[1,2,3]\n"text"\n42\nnull\n';
      yield ndjson(15, 15);
      yield `${deep}\n`;
      yield ndjson(16, 16);
      yield '{"protocolSection":{"identificationModule":{"nctId":"NCT09999999","briefTitle":"';
      for (let chunk = 0; chunk < 300; chunk += 1) yield 'x'.repeat(megabyte);
      yield '"}}}\n';
      yield ndjson(17, 17);
      yield ndjson(3, 3);
      yield ndjson(18, 1500);
    }
    await pipeline(Readable.from(parts(), { objectMode: true }), createWriteStream(at('poison.ndjson')));
  }, 60_000);

  it('gives every good record, and every bad one with its reason, in bounded memory', () => {
    const { code, ids, letters, memory } = convert([at('poison.ndjson')]);
    const bad = new Set([11, 13]);
    expect(ids).toEqual(
      Array.from({ length: 1500 }, (_, index) => index + 1).flatMap((n) => (bad.has(n) ? [] : nctId(n))),
    );
    expect(letters.map(({ record, error }) => [record, error.code])).toEqual([
      [11, 'source-unreadable'],
      [13, 'source-unreadable'],
      [15, 'format-unknown'],
      [16, 'format-unknown'],
      [17, 'format-unknown'],
      [18, 'format-unknown'],
      [20, 'source-unreadable'],
      [22, 'source-too-large'],
      [24, 'duplicate-id'],
    ]);
    const messages = letters.map(({ error }) => error.message);
    expect(messages[0]).toMatch(/^Not JSON/);
    expect(messages[1]).toMatch(/^Not UTF-8: byte \d+ of the source is 0xE9/);
    expect(messages[2]).toMatch(/^This record is a JSON array\./);
    expect(messages[6]).toBe('The record is nested deeper than 1000 levels.');
    expect(messages[7]).toBe('The record is larger than 64 MB. Raise --max-record-size to read it.');
    expect(letters[0]?.raw).toBe(line(11).slice(0, 300));
    expect(Buffer.from(letters[1]?.rawBase64 ?? '', 'base64').equals(latin.subarray(0, -1))).toBe(true);
    expect(letters[7]?.raw).toBeUndefined();
    expect(letters[8]).toMatchObject({ id: nctId(3), raw: line(3) });
    expect(code).toBe(1);
    expect(memory).toBeLessThan(400);
  });

  it('can be fed back: what was mended converts, what was not fails again', () => {
    convert([at('poison.ndjson')]);
    const letters = readFileSync(at('dead.ndjson'), 'utf8').trimEnd().split('\n');
    const [cut = ''] = letters;
    const mended = JSON.stringify({ ...(JSON.parse(cut) as object), raw: line(11) });
    writeFileSync(at('again.ndjson'), `${[mended, ...letters.slice(1)].join('\n')}\n`);
    const { code, ids, letters: left } = convert([at('again.ndjson')]);
    expect(ids).toEqual([nctId(11), nctId(3)]);
    expect(left).toHaveLength(7);
    expect(left[6]?.error.message).toContain(
      'The record itself is not in this dead letter. It failed before with: The record is',
    );
    expect(code).toBe(1);
  });

  it('can be fed back again and again: a record that fails once more is kept as it was', () => {
    convert([at('poison.ndjson')]);
    for (const name of ['once.ndjson', 'twice.ndjson']) {
      writeFileSync(at(name), readFileSync(at('dead.ndjson')));
      convert([at(name)]);
    }
    const letters = readFileSync(at('dead.ndjson'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((text) => JSON.parse(text) as Letter);
    expect(letters[0]?.raw).toBe(line(11).slice(0, 300));
    expect(Buffer.from(letters[1]?.rawBase64 ?? '', 'base64').equals(latin.subarray(0, -1))).toBe(true);
    expect(letters[7]?.error.message).toBe(
      'The record itself is not in this dead letter. It failed before with: The record is larger than 64 MB. ' +
        'Raise --max-record-size to read it.',
    );
  });
});

describe('a zip with bad entries', () => {
  beforeAll(async () => {
    const xml = (body: string): string =>
      `<?xml version="1.0"?>\n<clinical_study><id_info>${body}</id_info></clinical_study>`;
    await makeZip(at('bad.zip'), {
      'good-1.json': line(1),
      'xxxxxxx/xx.json': line(2),
      'secret.json': line(3),
      'entities.xml': `<?xml version="1.0"?><!DOCTYPE clinical_study [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${xml('<nct_id>&b;</nct_id>').slice(22)}`,
      'cut.xml': xml('<nct_id>NCT00000005</nct_id>').slice(0, 60),
      'bomb.json': Buffer.alloc(150 * megabyte, ' '),
      'inner.zip': readFileSync(await makeZip(at('inner.zip'), { 'a.json': line(7) })),
      'damaged.json': JSON.stringify({ damaged: 'damaged' }),
      'good-2.json': line(8),
    });
    patch(at('bad.zip'), 'xxxxxxx/xx.json', '../../../../x.j');
    markEncrypted(at('bad.zip'), 'secret.json');
  }, 60_000);

  it('gives every good entry, and every bad one with its reason', () => {
    const { code, ids, letters, memory } = convert([at('bad.zip')]);
    expect(ids).toEqual([nctId(1), nctId(8)]);
    const reasons = Object.fromEntries(letters.map(({ source, error }) => [source.split('!')[1], error.message]));
    expect(reasons['../../../../x.j']).toBe('The name of this zip entry leads outside of the archive: ../../../../x.j');
    expect(reasons['secret.json']).toBe('This zip entry is encrypted. Decrypt the archive first.');
    expect(reasons['bomb.json']).toMatch(/^This zip entry claims 157286400 bytes in \d+: a decompression bomb\.$/);
    expect(reasons['inner.zip']).toBe('A zip within a zip is not opened. Unpack the outer one.');
    expect(reasons['entities.xml']).toBeDefined();
    expect(reasons['cut.xml']).toBeDefined();
    expect(letters).toHaveLength(7);
    expect(code).toBe(1);
    expect(memory).toBeLessThan(400);
  });
});

describe('a record that takes more memory than a thread has', () => {
  it('fails by itself, and another thread goes on', () => {
    const values = `"x":[${'{"abcdefgh":1},'.repeat(1_500_000)}{}]`;
    const large = `${line(5).slice(0, -1)},${values}}`;
    writeFileSync(at('large.ndjson'), `${ndjson(1, 4)}${large}\n${ndjson(6, 1500)}`);
    for (const jobs of ['1', '2']) {
      const env = { NODE_OPTIONS: '--max-old-space-size=100' };
      const { code, ids, letters } = convert([at('large.ndjson')], ['--jobs', jobs], env);
      expect(letters.map(({ record, error }) => [record, error.code])).toEqual([[5, 'out-of-memory']]);
      expect(letters[0]?.error.message).toBe(
        'This record takes more memory than a thread has. Give it more with NODE_OPTIONS=--max-old-space-size=<MB>.',
      );
      expect(ids).toHaveLength(1499);
      expect(code).toBe(1);
    }
    const { code, letters } = convert([at('large.ndjson')], [], { NODE_OPTIONS: '--max-old-space-size=1500' });
    expect({ code, letters }).toEqual({ code: 0, letters: [] });
  });
});

describe('a gzip bomb', () => {
  it('is given up early', async () => {
    function* parts(): Generator<Buffer> {
      yield Buffer.from(ndjson(1, 1));
      const chunk = Buffer.alloc(megabyte, ' ');
      for (let count = 0; count < 400; count += 1) yield chunk;
    }
    await pipeline(Readable.from(parts()), createGzip(), createWriteStream(at('bomb.gz')));
    const { code, ids, letters, memory } = convert([at('bomb.gz')]);
    expect(ids).toEqual([nctId(1)]);
    expect(letters.map(({ error }) => error.message)).toEqual([
      expect.stringMatching(/^The source breaks off: it holds \d+ bytes and more in \d+: a decompression bomb\.$/),
    ]);
    expect(code).toBe(1);
    expect(memory).toBeLessThan(400);
  });
});
