import { describe, expect, it } from 'vitest';
import type { Batch, SourcePacking } from '../inputs/batch.js';
import { Readers } from './readers.js';

const texts = ['veeva-page', 'medpath-page', 'pubmed-abstract', 'narrative'];
const others = ['pubmed-xml', 'trial-json', 'ctgov-json', 'ctgov-xml', 'fhir-r4', 'fhir-r5', 'fhir-r6-ballot5'];

describe('the readers of a run', () => {
  it('are those of texts for a text, whatever was loaded before', async () => {
    const readers = await Readers.load(undefined);
    expect(formats(readers, 'A page.')).toEqual(texts);
    await readers.prepareFor(batchOf('{"protocolSection":{}}'));
    expect(formats(readers, 'A page.')).toEqual(texts);
  });

  it.each([
    ['JSON', '{"a":1}'],
    ['a list', '[{"a":1}]'],
    ['XML behind white space', '\n <clinical_study/>'],
    ['XML behind byte order marks', '\uFEFF\uFEFF<clinical_study/>'],
    ['XML behind other white space', '\f\u00a0\u2028<clinical_study/>'],
    ['a text that begins with a bracket', '[Tea for gout].'],
  ])('are all of them for %s', async (_, text) => {
    const readers = await Readers.load(undefined);
    await readers.prepareFor(batchOf(text));
    expect(formats(readers, text).toSorted()).toEqual([...texts, ...others].toSorted());
  });

  it.each([
    ['lines of JSON behind one that is damaged', Buffer.from('oops\n{"a":1}\n'), { isDeflated: false, size: 13 }],
    ['a source that is packed', Buffer.from('x'), { isDeflated: true, size: 9 }],
    ['a source in gzip', Buffer.from([0x1f, 0x8b, 8, 0]), { isDeflated: false, size: 4 }],
  ])('are prepared for what may be in %s', async (_, bytes, source) => {
    const readers = await Readers.load(undefined);
    await readers.prepareFor(batchOf(bytes, source));
    expect(formats(readers, '{"a":1}')).toContain('ctgov-json');
  });

  it('are the one that was asked for', async () => {
    const readers = await Readers.load('ctgov-xml');
    await readers.prepareFor(batchOf('A page.'));
    expect(formats(readers, 'A page.')).toEqual(['ctgov-xml']);
    expect(formats(readers, '<clinical_study/>')).toEqual(['ctgov-xml']);
  });

  it('are none for a format that nobody reads', async () => {
    await expect(Readers.load('ctgov-jsn')).rejects.toThrow(
      'There is no format "ctgov-jsn" to read. Did you mean ctgov-json?',
    );
  });
});

function formats(readers: Readers, text: string): string[] {
  return readers.for(text).map(({ format }) => format);
}

function batchOf(content: string | Buffer, source?: SourcePacking): Batch {
  const bytes = Buffer.from(content);
  const place = { source: 'a', record: 1, byte: 0 };
  return {
    bytes,
    parts: [{ start: 0, end: bytes.length, place, ...(source && { source }) }],
    position: { file: 0, entry: 0, record: 1 },
  };
}
