import { describe, expect, it } from 'vitest';
import { tableSeparatorOf } from './tables.js';

describe('a table of values', () => {
  it.each([
    ['NCT Number,Title,Status,Phases\nNCT01234567,"A, B",COMPLETED,\n', 'commas'],
    ['id;title\n1;a\n2;b\n', 'semicolons'],
    ['id\ttitle\r\n1\ta\r\n2\tb\r\n', 'tabs'],
    ['a|b|c|d\n1|2|3|4\n', 'bars'],
    ['"last, first",age\n"Doe, Jo",40\n"Roe, Jane",41\n', 'commas'],
  ])('is known by its header: %j', (text, separator) => expect(tableSeparatorOf(text)).toBe(separator));

  it.each([
    'Hello, world\nThis, too, is prose, with commas\n',
    'Number |\nCTRI/2025/06/088610 |\nStatus |\nOpen |\n',
    'Authors\nJo Doe, Jane Roe\n',
    'one,two\n',
    'First, we say:\nsecond, we do.\nthird, we stop.\n',
  ])('is no text of lines: %j', (text) => expect(tableSeparatorOf(text)).toBeUndefined());
});
