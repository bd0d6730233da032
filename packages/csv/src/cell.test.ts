import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entrySeparator, escapeEntry, escapeNested, readCell, unescapeEntry } from './cell.js';

describe('entries of a list', () => {
  it('escapes the separator and the escape itself', () => {
    expect(escapeEntry('5|6')).toBe('5\\p6');
    expect(escapeEntry('a\\b')).toBe('a\\\\b');
    expect(escapeEntry('\\p')).toBe('\\\\p');
  });

  it('leaves everything else alone', () => {
    expect(escapeEntry('≥ 18 years; "alive",\nwell')).toBe('≥ 18 years; "alive",\nwell');
  });

  it('never leaves a separator inside an entry, so that any tool may split', () => {
    fc.assert(fc.property(text, (value) => !escapeEntry(value).includes(entrySeparator)));
  });

  it('comes back as it was', () => {
    fc.assert(fc.property(text, (value) => unescapeEntry(escapeEntry(value)) === value));
    fc.assert(fc.property(text, (value) => unescapeEntry(escapeNested(value)) === value));
  });
});

describe('reading a cell back', () => {
  it('gives lists with null where an item has no value', () => {
    expect(readCell('EXPERIMENTAL||OTHER', 'list', 'code')).toEqual(['EXPERIMENTAL', null, 'OTHER']);
  });

  it('gives lists of lists', () => {
    expect(readCell('a;b\\sc||d\\pe', 'lists', 'text')).toEqual([['a', 'b;c'], null, ['d|e']]);
  });

  it('gives numbers, booleans and objects by their type', () => {
    expect(readCell('25', 'value', 'integer')).toBe(25);
    expect(readCell('-6.2|106.8', 'list', 'number')).toEqual([-6.2, 106.8]);
    expect(readCell('false', 'value', 'boolean')).toBe(false);
    expect(readCell('{"/phases/0":"Phase I"}', 'object', 'text')).toEqual({ '/phases/0': 'Phase I' });
  });

  it('gives nothing for an empty cell', () => expect(readCell('', 'list', 'text')).toBeUndefined());
});

const text = fc.string({ unit: fc.constantFrom('\\', '|', ';', 'p', 's', 'a', '\n', '"', '🧪') });
