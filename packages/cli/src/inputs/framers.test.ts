import { describe, expect, it } from 'vitest';
import { ContentFramer } from './choose-framer.js';
import type { FramedRecord } from './record.js';

interface Cut {
  text: string;
  byte: number;
  line?: number;
  failure?: string;
}

/** Cuts a source that arrives in chunks of the given size. */
function cut(source: string | Uint8Array, chunkSize: number, bound = 1 << 20): Cut[] {
  const bytes = Buffer.from(source);
  const cuts: Cut[] = [];
  const emit = (record: FramedRecord): void => {
    cuts.push({
      text: Buffer.from(record.bytes).toString('utf8'),
      byte: record.byte,
      ...(record.line !== undefined && { line: record.line }),
      ...(record.failure && { failure: record.failure.code }),
    });
  };
  const framer = new ContentFramer(bound);
  for (let at = 0; at < bytes.length; at += chunkSize) {
    if (!framer.push(bytes.subarray(at, at + chunkSize), emit)) break;
  }
  framer.end(emit);
  return cuts;
}

const texts = (cuts: Cut[]): string[] => cuts.map(({ text, failure }) => (failure ? `!${failure}` : text));

describe.each([1, 2, 3, 7, 64, 1 << 20])('cutting a source that arrives in chunks of %i bytes', (size) => {
  it('takes each line of NDJSON, with its place', () => {
    expect(cut('{"a":1}\n{"b":"}"}\r\n\n{"c":3}', size)).toEqual([
      { text: '{"a":1}', byte: 0, line: 1 },
      { text: '{"b":"}"}', byte: 8, line: 2 },
      { text: '{"c":3}', byte: 20, line: 4 },
    ]);
  });

  it('takes a pretty-printed object whole', () => {
    const source = '{\n  "a": {\n    "b": "x\\"}"\n  }\n}\n';
    expect(texts(cut(source, size))).toEqual([source.trimEnd()]);
  });

  it('takes pretty-printed objects one after another', () => {
    expect(texts(cut('{\n "a": 1\n}\n{\n "b": 2\n}\n', size))).toEqual(['{\n "a": 1\n}', '{\n "b": 2\n}']);
  });

  it('takes the elements of an array, scalars included', () => {
    expect(texts(cut('[\n{"a":[1,{"x":2}]},\n 7, "s,]" ,[1],{"b":2}\n]\n', size))).toEqual([
      '{"a":[1,{"x":2}]}',
      '7',
      '"s,]"',
      '[1]',
      '{"b":2}',
    ]);
  });

  it('takes the studies of a page, wherever the other keys stand', () => {
    const page = '{"totalCount":2,"studies":[{"a":1},\n{"studies":"no"}],"nextPageToken":"x{["}';
    expect(texts(cut(page, size))).toEqual(['{"a":1}', '{"studies":"no"}']);
  });

  it('takes pages one after another, on a line each or not', () => {
    expect(texts(cut('{"studies":[{"a":1}]}\n{"studies":[{"b":1}]}\n', size))).toEqual(['{"a":1}', '{"b":1}']);
    expect(texts(cut('[{"studies":[{"a":1}]},{"studies":[{"b":1}]}]', size))).toEqual(['{"a":1}', '{"b":1}']);
  });

  it('does not take a deeper list called studies for a page', () => {
    expect(texts(cut('{"x":{"studies":[{"a":1}]}}', size))).toEqual(['{"x":{"studies":[{"a":1}]}}']);
    expect(texts(cut('{"a":"studies","b":[1]}', size))).toEqual(['{"a":"studies","b":[1]}']);
  });

  it('reports an array and a page that do not end', () => {
    expect(texts(cut('[{"a":1},', size))).toEqual(['{"a":1}', '!source-unreadable']);
    expect(texts(cut('{"studies":[{"a":1}', size))).toEqual(['{"a":1}', '!source-unreadable']);
    expect(texts(cut('{"studies":[{"a":1}]', size))).toEqual(['{"a":1}', '!source-unreadable']);
  });

  it('hands over a damaged line alone, even the first', () => {
    expect(texts(cut('{"a":1}\n{"b":\n{"c":3}\n', size))).toEqual(['{"a":1}', '{"b":', '{"c":3}']);
    expect(texts(cut('{"a":{"x":"cut\n{"b":2}\n{"c":3}\n', size))).toEqual(['{"a":{"x":"cut\n', '{"b":2}', '{"c":3}']);
    expect(texts(cut('{"a":1,\n{"b":2}\n{"c":3}\n', size))).toEqual(['{"a":1,\n', '{"b":2}', '{"c":3}']);
  });

  it('loses no record behind a first line that is cut where a value should follow', () => {
    const second = '{"protocolSection":{"a":"}"}}';
    const rest = `${second}\n{"c":[\n`;
    for (const first of ['{"b":', '{"b":{"x":', '{"b":[', '{"b":["x",', '{"b":[{"x":1},']) {
      expect(texts(cut(`${first}\n${rest}`, size))).toEqual([`${first}\n`, second, '{"c":[']);
      expect(texts(cut(`${first}\n${second}\n`, size))).toEqual([`${first}\n`, second]);
      expect(cut(`${first}\r\n${second}`, size)).toEqual([
        { text: `${first}\r\n`, byte: 0, line: 1 },
        { text: second, byte: first.length + 2, line: 2 },
      ]);
    }
  });

  it('takes an object whole that opens its braces on lines of their own', () => {
    for (const source of ['{"a":\n{"b":1}\n}', '{"a":\n{"b":1},\n"c":\n{"d":{}}}', '{"a":[\n{"b":1},\n{"c":1}\n]}']) {
      expect(texts(cut(`${source}\n`, size))).toEqual([source]);
    }
    expect(texts(cut('{"a":\n{"b":1}\n,"c":', size))).toEqual(['{"a":\n{"b":1}\n,"c":']);
    expect(texts(cut('{"a":\n{\n"b":1\n', size))).toEqual(['{"a":\n{\n"b":1\n']);
  });

  it('takes NDJSON whose first line is no object', () => {
    expect(texts(cut('"text"\n{"a":1}\n{"b":2}\n', size))).toEqual(['"text"', '{"a":1}', '{"b":2}']);
  });

  it('skips a record over the bound and goes on behind it', () => {
    const large = `{"a":"${'x'.repeat(200)}"}`;
    expect(cut(`{"b":1}\n${large}\n{"c":1}\n`, size, 100)).toEqual([
      { text: '{"b":1}', byte: 0, line: 1 },
      { text: '', byte: 8, line: 2, failure: 'source-too-large' },
      { text: '{"c":1}', byte: 8 + large.length + 1, line: 3 },
    ]);
    expect(texts(cut(`[${large},{"c":1}]`, size, 100))).toEqual(['!source-too-large', '{"c":1}']);
    expect(texts(cut(`${large}\n{"c":1}\n`, size, 100))).toEqual(['!source-too-large', '{"c":1}']);
  });

  it('strips a byte order mark, and counts it in places', () => {
    expect(cut('\uFEFF{"a":1}\n{"b":2}', size)).toEqual([
      { text: '{"a":1}', byte: 3, line: 1 },
      { text: '{"b":2}', byte: 11, line: 2 },
    ]);
  });

  it('refuses UTF-16 as a whole', () => {
    expect(texts(cut(Buffer.from('\uFEFF{"a":1}', 'utf16le'), size))).toEqual(['!source-unreadable']);
  });

  it('takes an XML document with its prolog', () => {
    const source = '<?xml version="1.0"?>\n<!-- c --><clinical_study rank="1">\n<a>x</a></clinical_study>\n';
    expect(cut(source, size)).toEqual([{ text: source.trimEnd(), byte: 0, line: 1 }]);
  });

  it('takes XML documents one after another', () => {
    const one = '<?xml version="1.0"?><clinical_study>1</clinical_study>';
    const two = '<?xml version="1.0"?>\n<clinical_study>2</clinical_study >';
    expect(cut(`${one}\n${two}`, size)).toEqual([
      { text: one, byte: 0, line: 1 },
      { text: two, byte: one.length + 1, line: 2 },
    ]);
  });

  it('takes the studies inside another root, whatever stands between them', () => {
    const source =
      '<?xml version="1.0"?>\n<search_results count="2"><query>q</query>\n<clinical_study>1</clinical_study><!-- <clinical_study> -->' +
      '<clinical_study><a><![CDATA[</clinical_study>]]></a><clinical_study_x/><!-- </clinical_study> --></clinical_study></search_results>';
    expect(texts(cut(source, size))).toEqual([
      '<clinical_study>1</clinical_study>',
      '<clinical_study><a><![CDATA[</clinical_study>]]></a><clinical_study_x/><!-- </clinical_study> --></clinical_study>',
    ]);
  });

  it('takes the articles of a set of PubMed or MEDLINE, and an article that stands alone', () => {
    const article = '<PubmedArticle><MedlineCitation><PMID>1</PMID></MedlineCitation></PubmedArticle>';
    const set = `<?xml version="1.0"?>\n<!DOCTYPE PubmedArticleSet PUBLIC "-" "x.dtd">\n<PubmedArticleSet>\n${article}\n`;
    expect(texts(cut(`${set}${article}<PubmedBookArticle>b</PubmedBookArticle></PubmedArticleSet>`, size))).toEqual([
      article,
      article,
      '<PubmedBookArticle>b</PubmedBookArticle>',
    ]);
    const citation = '<MedlineCitation Owner="NLM"><PMID>1</PMID></MedlineCitation>';
    expect(texts(cut(`<MedlineCitationSet>${citation}${citation}</MedlineCitationSet>`, size))).toEqual([
      citation,
      citation,
    ]);
    expect(texts(cut(article, size))).toEqual([article]);
    expect(texts(cut(set, size))).toEqual([article, '!source-unreadable']);
  });

  it('hands over a study that has lost its end, and the next one whole', () => {
    const source = '<r><clinical_study><a>1</a><clinical_study>2</clinical_study></r>';
    expect(texts(cut(source, size))).toEqual(['<clinical_study><a>1</a>', '<clinical_study>2</clinical_study>']);
  });

  it('reports a root that does not end', () => {
    expect(texts(cut('<r><clinical_study>1</clinical_study>', size))).toEqual([
      '<clinical_study>1</clinical_study>',
      '!source-unreadable',
    ]);
    expect(texts(cut('<clinical_study><a>1', size))).toEqual(['<clinical_study><a>1']);
  });

  it('hands over XML of another kind whole', () => {
    expect(texts(cut('<trials><trial/></trials>', size))).toEqual(['<trials><trial/></trials>']);
  });

  it('reports text and elements behind a document, and takes the next document whole', () => {
    const study = '<clinical_study>1</clinical_study>';
    expect(texts(cut(`${study} and more`, size))).toEqual([study, '!source-unreadable']);
    expect(texts(cut(`${study}<other/>`, size))).toEqual([study, '!source-unreadable']);
    expect(texts(cut(`${study}</clinical_study>`, size))).toEqual([study, '!source-unreadable']);
    expect(texts(cut(`${study}<!-- end -->\n`, size))).toEqual([study]);
    expect(texts(cut(`${study} and more ${study}`, size))).toEqual([study, '!source-unreadable', study]);
    expect(texts(cut(`${study}<a>${study}</a>`, size))).toEqual([
      study,
      '!source-unreadable',
      study,
      '!source-unreadable',
    ]);
  });

  it('skips a study over the bound', () => {
    const large = `<clinical_study>${'x'.repeat(200)}</clinical_study>`;
    const small = '<clinical_study>1</clinical_study>';
    expect(texts(cut(`<r>${large}${small}</r>`, size, 100))).toEqual(['!source-too-large', small]);
    expect(texts(cut(large, size, 100))).toEqual(['!source-too-large']);
    expect(texts(cut(`<r>${'x'.repeat(200)}</r>`, size, 100))).toEqual(['!source-too-large']);
  });

  it('takes a text whole', () => {
    expect(cut('Status\nRecruiting\n', size)).toEqual([{ text: 'Status\nRecruiting\n', byte: 0 }]);
    expect(texts(cut('x'.repeat(300), size, 100))).toEqual(['!source-too-large']);
  });

  it('finds no record in white space', () => {
    expect(cut('', size)).toEqual([]);
    expect(cut('{"a":1}\n \n\n', size).length).toBe(1);
  });
});
