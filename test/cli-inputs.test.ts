import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { newFolder, run } from './cli-command.js';
import { nctId, ndjson, study } from './cli-records.js';
import { makeZip } from './cli-zip.js';

const folder = newFolder();
const one = JSON.stringify(study(1));
const two = JSON.stringify(study(2), null, 2);

function put(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Ids of the trials that a conversion gives, in order, with its exit code and failures. */
function idsOf(args: readonly string[], input?: string | Buffer) {
  const { code, stdout, stderr } = run(
    ['convert', ...args, '--to', 'trial-json'],
    input === undefined ? {} : { input },
  );
  const ids = stdout.split('\n').flatMap((line) => (line === '' ? [] : (JSON.parse(line) as { id: string }).id));
  const failures = stderr.split('\n').filter((line) => line.startsWith('failed '));
  return { code, ids, failures: failures.map((line) => line.replaceAll(`${folder}/`, '')) };
}

describe('records are read from', () => {
  const both = { code: 0, ids: [nctId(1), nctId(2)], failures: [] };

  it.each<[string, string, string | Buffer]>([
    ['NDJSON', 'a.ndjson', ndjson(1, 2)],
    ['NDJSON without a last line end', 'b.ndjson', ndjson(1, 2).trimEnd()],
    ['NDJSON with CRLF and blank lines', 'c.ndjson', ndjson(1, 2).replaceAll('\n', '\r\n\r\n')],
    ['NDJSON with a byte order mark', 'd.ndjson', `\uFEFF${ndjson(1, 2)}`],
    ['an array', 'e.json', `[${one}, ${two}]`],
    ['a page of the API', 'f.json', `{"totalCount": 2, "studies": [${one}, ${two}], "nextPageToken": "x"}`],
    ['a page a line', 'g.ndjson', `{"studies":[${one}]}\n{"studies":[${JSON.stringify(study(2))}]}\n`],
    ['objects one after another, indented', 'h.json', `${two.replaceAll(nctId(2), nctId(1))}\n${two}\n`],
    ['gzip', 'i.ndjson.gz', gzipSync(ndjson(1, 2))],
    ['several gzip members', 'j.gz', Buffer.concat([gzipSync(`${one}\n`), gzipSync(JSON.stringify(study(2)))])],
    ['JSON in a file called .xml', 'k.xml', `[${one}, ${two}]`],
    ['gzip in a file called .json', 'l.json', gzipSync(`[${one}, ${two}]`)],
  ])('%s', (_name, file, content) => {
    expect(idsOf([put(file, content)])).toEqual(both);
  });

  it('the standard input, plain or as gzip', () => {
    expect(idsOf(['-'], ndjson(1, 2))).toEqual(both);
    expect(idsOf(['-'], gzipSync(ndjson(1, 2)))).toEqual(both);
  });

  it('a folder, in the order of the names, hidden files left out', () => {
    const inner = join(folder, 'tree');
    mkdirSync(join(inner, 'b'), { recursive: true });
    writeFileSync(join(inner, 'b', 'x.json'), JSON.stringify(study(2)));
    writeFileSync(join(inner, 'a.json'), one);
    writeFileSync(join(inner, 'c.json'), JSON.stringify(study(3)));
    writeFileSync(join(inner, '.hidden'), 'not a record');
    expect(idsOf([inner])).toEqual({ code: 0, ids: [nctId(1), nctId(2), nctId(3)], failures: [] });
  });

  it('a zip, with single records, NDJSON and gzip inside', async () => {
    const zip = await makeZip(join(folder, 'z.zip'), {
      'one.json': one,
      'more/': '',
      'more/two.ndjson': ndjson(2, 3),
      'more/four.json.gz': gzipSync(JSON.stringify(study(4))),
    });
    expect(idsOf([zip])).toEqual({ code: 0, ids: [1, 2, 3, 4].map(nctId), failures: [] });
  });

  it('several inputs, each of its kind', () => {
    expect(idsOf([put('first.json', one), 'seeds/001_b087d68130d6e372.txt', put('second.json', two)])).toEqual({
      code: 0,
      ids: [nctId(1), 'NCT05520125', nctId(2)],
      failures: [],
    });
  });

  const bom = '\uFEFF';
  const xml = '<clinical_study><id_info><nct_id>NCT00000009</nct_id></id_info></clinical_study>';
  it.each([
    ['XML behind two byte order marks', `${bom}${bom}${xml}`],
    ['XML behind a form feed', `\f${xml}`],
    ['XML behind a no-break space', `\u00a0${xml}`],
    ['a text that begins with a bracket', '[Tea for gout: a trial].\nAnn Doe, Bob Roe\n'],
    ['HTML that shows a bracket first', '\f<html><body><p>[Tea for gout: a trial].</p></body></html>'],
    ['HTML that shows XML', '<html><body><p>&lt;clinical_study&gt; is a word</p></body></html>'],
  ])('%s: the same alone, in archives, and behind JSON', async (name, content) => {
    const file = put('odd.txt', content);
    // Its own name, as a file or in an archive.
    const outcome = ({ code, ids, failures }: ReturnType<typeof idsOf>) => ({
      isUnreadable: code !== 0,
      ids: ids.filter((id) => id !== nctId(1)),
      why: failures.map((line) => line.replace(/^failed [^\s,:]+/, '')),
    });
    const alone = outcome(idsOf([file]));
    expect(alone.why.join()).not.toContain('Trialbridge failed on this record');
    expect({ name, ...outcome(idsOf([put('before.json', one), file])) }).toEqual({ name, ...alone });
    expect({ name, ...outcome(idsOf([put('odd.gz', gzipSync(content))])) }).toEqual({ name, ...alone });
    const zip = await makeZip(join(folder, 'odd.zip'), { 'odd.txt': content });
    expect({ name, ...outcome(idsOf([zip])) }).toEqual({ name, ...alone });
  });

  it.each(['<- Back to the list', '<<< HEAD', 'oops'])('NDJSON behind a first line that is none: %s', (line) => {
    const { code, ids, failures } = idsOf([put('head.ndjson', `${line}\n${ndjson(1, 3)}`)]);
    expect({ code, ids, failed: failures.length }).toEqual({ code: 1, ids: [1, 2, 3].map(nctId), failed: 1 });
  });

  it.each([
    ['a text in brackets before lines', `[Tea for gout].\n${ndjson(1, 2)}`],
    ['a word before its elements', `[trial\n${one},${two}]\n`],
    ['a line of a log before a record', `[INFO] started\n${one}`],
    ['an arrow before a record', `<- x\n${one}`],
  ])('no text where a list is damaged: %s', (_name, content) => {
    const whole = idsOf([put('damaged.json', content)]);
    expect(whole.code).not.toBe(0);
    expect(whole.failures).not.toEqual([]);
    expect(idsOf(['-'], content).ids).toEqual(whole.ids);
  });

  const page = readFileSync('seeds/001_b087d68130d6e372.txt', 'utf8');
  it.each(['[Home] [Trials]', '<- Back', '< Back'])('a page behind a line of its site: %s', (line) => {
    expect(idsOf([put('site.txt', `${line}\n${page}`)])).toEqual({ code: 0, ids: ['NCT05520125'], failures: [] });
  });

  it.each(['{ Menu }', '{{nav}}', '[1] Trials', '<b>Menu</b>'])('a page whose format is named: %s', (line) => {
    const args = [put('named.txt', `${line}\n${page}`), '--from', 'medpath-page'];
    expect(idsOf(args)).toEqual({ code: 0, ids: ['NCT05520125'], failures: [] });
    expect(idsOf(['-', ...args.slice(1)], `${line}\n${page}`).ids).toEqual(['NCT05520125']);
  });

  it('no archive that is empty', async () => {
    expect(idsOf([put('empty.gz', gzipSync(''))])).toEqual({
      code: 4,
      ids: [],
      failures: ['failed empty.gz: The file is empty.'],
    });
  });

  it('fail where they stand among records and are none: a line of a log, an error page, half a record', () => {
    const cases = ['ERROR 504 gateway time-out', '<html><body>502 Bad Gateway</body></html>', '"title":"x"}}}']
      .map((odd) => ({ odd, line: 2 }))
      .concat({ odd: 'INFO export started', line: 1 });
    for (const { odd, line } of cases) {
      const lines = ndjson(1, 3).trimEnd().split('\n');
      lines.splice(line - 1, 1, odd);
      const input = join(folder, 'odd-line.ndjson');
      writeFileSync(input, `${lines.join('\n')}\n`);
      const { code, stderr } = run([
        'convert',
        input,
        '--to',
        'trial-json',
        '--out',
        join(folder, 'odd-line-out.ndjson'),
      ]);
      expect({ odd, code }).toEqual({ odd, code: 1 });
      expect(stderr).toContain(line === 1 ? 'odd-line.ndjson, at 1:1: Not JSON' : 'odd-line.ndjson, record 2 (line 2)');
      expect(stderr).toContain('3 records, 2 trials, 1 failed');
    }
  });
});

describe('bad input is refused with its place', () => {
  it('Windows-1252 bytes, naming the byte and what would do', () => {
    const latin = Buffer.from(one.replace('Headache', 'Headache caf\u00e9'), 'latin1');
    const place = latin.indexOf(0xe9) + 1;
    const { code, ids, failures } = idsOf([
      put('latin.ndjson', Buffer.concat([Buffer.from(`${ndjson(2, 2)}`), latin])),
    ]);
    const before = Buffer.byteLength(ndjson(2, 2));
    expect({ code, ids }).toEqual({ code: 1, ids: [nctId(2)] });
    expect(failures).toEqual([
      `failed latin.ndjson, record 2 (line 2), at 1:${place}: Not UTF-8: byte ${before + place} of the source is 0xE9 ` +
        '("é" in Windows-1252). Convert it to UTF-8, for instance with iconv -f WINDOWS-1252 -t UTF-8.',
    ]);
  });

  it('UTF-16', () => {
    const { code, failures } = idsOf([put('wide.json', Buffer.from(`\uFEFF${one}`, 'utf16le'))]);
    expect(code).toBe(4);
    expect(failures).toEqual([
      'failed wide.json: The source is in UTF-16 (byte 1 is its byte order mark). Convert it to UTF-8, for instance with iconv.',
    ]);
  });

  it('JSON that breaks off, never giving a shortened record', () => {
    const { code, ids, failures } = idsOf([put('cut.json', two.slice(0, 400))]);
    expect({ code, ids }).toEqual({ code: 4, ids: [] });
    expect(failures[0]).toMatch(/^failed cut\.json, at \d+:\d+: Not JSON/);
  });

  it('an array and a gzip stream that break off, after what came before', () => {
    const lastLine = 1 + two.split('\n').length;
    const array = idsOf([put('cut-array.json', `[${one},\n${two},`)]);
    expect(array).toEqual({
      code: 1,
      ids: [nctId(1), nctId(2)],
      failures: [
        expect.stringContaining(
          `record 3 (line ${lastLine}): The source ends inside its list of records; what is missing`,
        ),
      ],
    });
    const gzip = gzipSync(ndjson(1, 3000));
    const { code, ids, failures } = idsOf([put('cut.gz', gzip.subarray(0, gzip.length - 20))]);
    expect(code).toBe(1);
    expect(ids.length).toBeGreaterThan(1000);
    expect(failures).toEqual([
      expect.stringMatching(/^failed cut\.gz, record \d+: The source breaks off: unexpected end of file\.$/),
    ]);
  });

  it('binary files, saying what they are', async () => {
    const sheet = join(folder, 'trials.xlsx');
    await makeZip(sheet, { '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' });
    const cases: [string, string][] = [
      [
        sheet,
        'This is an Office document (such as .xlsx or .docx), which is a zip only inside. ' +
          'Save its records as JSON or XML, or its text as a text file.',
      ],
      [
        put('page.pdf', Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n', 'latin1')),
        'This is a PDF, not a source of records. Copy its text into a text file.',
      ],
      [
        put('old.xls', Buffer.from('d0cf11e0a1b11ae10000000000000000', 'hex')),
        'This is an old Office document (.xls, .doc), not a source of records. Save the records as JSON, XML or text.',
      ],
      [
        put('records.zst', Buffer.from('28b52ffd0458790000000000000000000000', 'hex')),
        'This is packed with zstd, not a source of records. Unpack it first: zstd -d.',
      ],
    ];
    for (const [path, message] of cases) {
      const { code, failures } = idsOf([path]);
      expect({ code, failures }).toEqual({
        code: 4,
        failures: [`failed ${path.replace(`${folder}/`, '')}: ${message}`],
      });
    }
  });

  it('a zip from a pipe', () => {
    const { code, failures } = idsOf(['-'], Buffer.from('PK\u0003\u0004rest'));
    expect(code).toBe(4);
    expect(failures).toEqual(['failed stdin: A zip cannot be read from a pipe. Name it as a file.']);
  });
});
