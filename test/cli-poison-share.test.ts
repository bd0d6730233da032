import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { newFolder, run } from './cli-command.js';
import { nctId, study } from './cli-records.js';
import { makeZip, markEncrypted, patch } from './cli-zip.js';

const folder = newFolder();
const at = (name: string): string => join(folder, name);
const megabyte = 1_048_576;
const line = (number: number): string => JSON.stringify(study(number));
const good = { inStream: 4000, inZip: 1000 };

/** How many of each kind: 50 among 5,000 good records. */
const share = { cut: 9, latin: 9, root: 9, deep: 5, huge: 1, twice: 9, outside: 2, secret: 2, bomb: 1, entities: 3 };

/** Kinds of bad records that a stream of lines can hold. */
const inStream = {
  cut: (number: number) => line(900_000 + number).slice(0, 200 + number),
  latin: (number: number) => Buffer.from(line(910_000 + number).replace('Headache', 'caf\u00e9'), 'latin1'),
  root: (number: number) => ['[1,2,3]', '"text"', '42', 'null', 'true'][number % 5] ?? '',
  deep: () => `{"protocolSection":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_001)}`,
  twice: (number: number) => line(number + 1),
};

function* stream(): Generator<string | Buffer> {
  const bad = Object.entries(inStream).flatMap(([kind, make]) =>
    Array.from({ length: share[kind as keyof typeof inStream] }, (_, number) => make(number)),
  );
  for (let number = 1; number <= good.inStream; number += 1) {
    yield `${line(number)}\n`;
    if (number % 90 === 0) {
      yield bad.shift() ?? '';
      yield '\n';
    }
    if (number === 2000) yield* huge();
  }
  if (bad.length > 0) throw new Error('not every bad record was used');
}

function* huge(): Generator<string> {
  yield '{"protocolSection":{"identificationModule":{"nctId":"NCT09999999","briefTitle":"';
  for (let chunk = 0; chunk < 300; chunk += 1) yield 'x'.repeat(megabyte);
  yield '"}}}\n';
}

const doctype = '<!DOCTYPE clinical_study [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
const withEntities = `<?xml version="1.0"?>${doctype}<clinical_study><id_info><nct_id>&b;</nct_id></id_info></clinical_study>`;

beforeAll(async () => {
  await pipeline(Readable.from(stream(), { objectMode: true }), createWriteStream(at('stream.ndjson')));
  const entries: Record<string, string | Buffer> = {};
  const add = (kind: keyof typeof share, ending: string, content: string | Buffer): void => {
    for (let number = 0; number < share[kind]; number += 1) entries[`${kind}/${number}.${ending}`] = content;
  };
  for (let number = good.inStream + 1; number <= good.inStream + good.inZip; number += 1) {
    entries[`good-${number}.json`] = line(number);
    if (number === 4300) add('outside', 'json', line(930_001));
    if (number === 4400) add('secret', 'json', line(930_002));
    if (number === 4500) add('bomb', 'json', Buffer.alloc(150 * megabyte, ' '));
    if (number === 4600) add('entities', 'xml', withEntities);
  }
  await makeZip(at('entries.zip'), entries);
  patch(at('entries.zip'), 'outside/', '../../x/');
  for (let number = 0; number < share.secret; number += 1) markEncrypted(at('entries.zip'), `secret/${number}.json`);
}, 120_000);

interface Letter {
  readonly source: string;
  readonly error: { readonly code: string; readonly message: string };
}

function convert(inputs: readonly string[], jobs: string) {
  const [out, dead, report] = [at(`out-${jobs}.ndjson`), at(`dead-${jobs}.ndjson`), at(`report-${jobs}.json`)];
  const files = ['--out', out, '--dead-letter', dead, '--report', report];
  const { code } = run(['convert', ...inputs, '--to', 'trial-json', '--jobs', jobs, '--quiet', ...files]);
  const lines = (path: string): string[] => readFileSync(path, 'utf8').trimEnd().split('\n');
  return {
    code,
    out: readFileSync(out, 'utf8'),
    ids: lines(out).map((text) => (JSON.parse(text) as { id: string }).id),
    dead,
    letters: lines(dead).map((text) => JSON.parse(text) as Letter),
    peakMemory: (JSON.parse(readFileSync(report, 'utf8')) as { performance: { peakMemory: number } }).performance
      .peakMemory,
  };
}

/** How many dead letters have each reason, numbers in it aside. */
function reasons(letters: readonly Letter[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { error } of letters) {
    const reason = `${error.code}: ${error.message}`.replace(/\d+/g, '#').replace(/(Not JSON|is a JSON \w+).*/s, '$1');
    counts[reason] = (counts[reason] ?? 0) + 1;
  }
  return counts;
}

describe('an input of which one in a hundred records is bad, in ten ways', () => {
  const inputs = [at('stream.ndjson'), at('entries.zip')];
  const ids = Array.from({ length: good.inStream + good.inZip }, (_, index) => nctId(index + 1));
  let first: ReturnType<typeof convert>;

  it('gives every good record once, in order, and every bad one with its reason, in bounded memory', () => {
    first = convert(inputs, '2');
    expect(first.ids).toEqual(ids);
    expect(first.letters).toHaveLength(50);
    expect(reasons(first.letters)).toEqual({
      'source-unreadable: Not JSON': share.cut,
      'source-unreadable: Not UTF-#: byte # of the source is #xE# ("é" in Windows-#). Convert it to UTF-#, for instance with iconv -f WINDOWS-# -t UTF-#.':
        share.latin,
      'format-unknown: This record is a JSON array': 2,
      'format-unknown: This record is a JSON string': 2,
      'format-unknown: This record is a JSON number': 2,
      'format-unknown: This record is a JSON null': 2,
      'format-unknown: This record is a JSON boolean': 1,
      'source-unreadable: The record is nested deeper than # levels.': share.deep,
      'source-too-large: The record is larger than # MB. Raise --max-record-size to read it.': share.huge,
      'duplicate-id: An earlier record of this run has the id NCT# too. That one is kept.': share.twice,
      'source-unreadable: The name of this zip entry leads outside of the archive: ../../x/#.json': share.outside,
      'source-unreadable: This zip entry is encrypted. Decrypt the archive first.': share.secret,
      'source-unreadable: This zip entry claims # bytes in #: a decompression bomb.': share.bomb,
      'source-unreadable: Not well-formed XML at #:#: a document type. Records have none, and entities it might define are refused.':
        share.entities,
    });
    expect(first.code).toBe(1);
    expect(first.peakMemory).toBeLessThan(400);
  });

  it('gives the same with one thread', () => {
    const single = convert(inputs, '1');
    expect(single.out === first.out).toBe(true);
    expect(readFileSync(single.dead).equals(readFileSync(first.dead))).toBe(true);
    expect(single.peakMemory).toBeLessThan(400);
  });

  it('has dead letters that can be fed back: what is only a duplicate converts, all else fails as before', () => {
    const again = convert([first.dead], '3');
    expect(again.ids).toEqual(ids.slice(0, share.twice));
    expect(again.letters).toHaveLength(50 - share.twice);
  });
});
