import { describe, expect, it } from 'vitest';
import { scanLines } from './lines.js';

const textsOf = (source: string): string[] => [...scanLines(source)].map(({ start, end }) => source.slice(start, end));

describe('scanning lines', () => {
  it.each(['a\nb', 'a\r\nb', 'a\rb', 'a\u2028b', '\uFEFFa \n\u00a0b\u200b'])('finds two lines in %j', (source) => {
    expect(textsOf(source)).toEqual(['a', 'b']);
  });

  it('gives offsets, indentation and blank lines', () => {
    expect([...scanLines('a\r\n\r\n  b')]).toEqual([
      { start: 0, end: 1, indent: 0, afterBlank: false },
      { start: 7, end: 8, indent: 2, afterBlank: true },
    ]);
  });

  it('stays inside the stretch that it is given', () => {
    expect([...scanLines('one\ntwo\nthree', 4, 9)].map(({ start, end }) => [start, end])).toEqual([
      [4, 7],
      [8, 9],
    ]);
  });
});
