import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeFormula, toRow, unescapeFormula } from './row.js';

describe('a row', () => {
  it('quotes what RFC 4180 wants quoted, and nothing else', () => {
    expect(toRow(['plain', 'a,b', 'say "no"', 'two\nlines', '', '| ;'])).toBe(
      'plain,"a,b","say ""no""","two\nlines",,| ;',
    );
  });

  it('quotes white space at the ends, which some parsers would trim', () => {
    expect(toRow([' a', 'b\t'])).toBe('" a","b\t"');
  });

  it('of one empty cell is no empty line', () => {
    expect(toRow([''])).toBe('""');
    expect(parse('acronym\r\n""\r\nTEA\r\n', { skip_empty_lines: true })).toEqual([['acronym'], [''], ['TEA']]);
  });

  it('is read back by a CSV parser as it was', () => {
    const cell = fc.string({ unit: fc.constantFrom(',', '"', '\r', '\n', ' ', 'a', '=', '🧪', '\\') });
    const rows = fc.array(fc.tuple(fc.constant('id'), cell, cell), { minLength: 1 });
    fc.assert(
      fc.property(rows, (table) => {
        const text = table.map((cells) => `${toRow(cells)}\r\n`).join('');
        expect(parse(text, { record_delimiter: '\r\n', bom: false })).toEqual(table);
      }),
    );
  });
});

describe('formula escaping', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '＝1'])('puts an apostrophe before %j', (cell) => {
    expect(escapeFormula(cell)).toBe(`'${cell}`);
  });

  it('leaves other cells alone', () => expect(escapeFormula('1=1')).toBe('1=1'));

  it('can be undone, apostrophes included', () => {
    fc.assert(fc.property(fc.string(), (cell) => unescapeFormula(escapeFormula(cell)) === cell));
    expect(unescapeFormula(escapeFormula("'t Hooft"))).toBe("'t Hooft");
  });
});
