import { describe, expect, it } from 'vitest';
import { primitiveFault } from './primitives.js';

const accepted = (type: string, values: readonly unknown[]) =>
  expect(values.filter((value) => primitiveFault(type, value) !== undefined)).toEqual([]);
const refused = (type: string, values: readonly unknown[]) =>
  expect(values.filter((value) => primitiveFault(type, value) === undefined)).toEqual([]);

describe('primitiveFault', () => {
  it('knows which days exist, to the precision given', () => {
    accepted('date', ['2020', '2020-02', '2020-02-29', '2000-02-29', '1999-12-31']);
    refused('date', ['2021-02-29', '1900-02-29', '2020-13', '2020-00', '2020-04-31', '20-01-01', '2020-1', '0000', '']);
  });

  it('asks for seconds and a zone where there is a time', () => {
    accepted('dateTime', ['2020', '2020-02', '2020-02-29', '2020-02-29T10:00:00Z', '2020-02-29T10:00:00.123+05:30']);
    refused('dateTime', ['2020-02-29T10:00', '2020-02-29T10:00:00', '2020-02-29 10:00:00Z', '2020-02-30T10:00:00Z']);
    accepted('instant', ['2020-02-29T10:00:00Z']);
    refused('instant', ['2020-02-29', '2020-02-29T25:00:00Z', '2020-02-29T10:00:00+15:00']);
    accepted('time', ['00:00:00', '23:59:59.5']);
    refused('time', ['24:00:00', '10:00']);
  });

  it('keeps numbers within their type', () => {
    accepted('integer', [0, -2147483648, 2147483647]);
    refused('integer', [0.5, 2147483648, '7', Number.NaN]);
    accepted('unsignedInt', [0, 12]);
    refused('unsignedInt', [-1, 1.5]);
    accepted('positiveInt', [1]);
    refused('positiveInt', [0]);
    accepted('decimal', [1.5, -3, 0]);
    refused('decimal', ['1.5', Number.POSITIVE_INFINITY]);
    accepted('integer64', ['0', '-12', '9223372036854775807']);
    refused('integer64', [12, '012', '9223372036854775808', '1e3']);
  });

  it('reads addresses without looking them up', () => {
    accepted('uri', [
      'http://example.org/a?b#c',
      'urn:uuid:00000000-0000-4000-8000-000000000000',
      'urn:oid:2.16.840.1',
      'a/b',
    ]);
    refused('uri', [
      'http://example.org/a b',
      'urn:uuid:NCT1',
      'urn:oid:1.2',
      'urn:oid:2.16.840.01',
      'oid:2.16.840.1',
      '',
    ]);
    accepted('canonical', ['http://example.org/a|1.0', '#contained']);
    refused('canonical', ['a/b', 'http://example.org/a b']);
  });

  it('knows codes and ids by their characters', () => {
    accepted('code', ['phase-1', 'two words', 'é']);
    refused('code', [' x', 'x ', 'x  y', 'x\ty', '']);
    accepted('id', ['NCT00000001', 'a.b-c']);
    refused('id', ['a_b', 'a b', 'x'.repeat(65), '']);
    accepted('base64Binary', ['eA==', 'eHh4']);
    refused('base64Binary', ['eA', 'not base64!']);
  });

  it('takes no time that grows out of hand with long hostile text', () => {
    const started = performance.now();
    for (const type of ['code', 'uri', 'date', 'dateTime', 'id', 'base64Binary', 'integer64', 'canonical', 'oid'])
      for (const text of [
        ' '.repeat(100_000),
        'a '.repeat(50_000),
        '1'.repeat(100_000),
        'urn:oid:1'.padEnd(100_000, '.1'),
      ])
        primitiveFault(type, text);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
