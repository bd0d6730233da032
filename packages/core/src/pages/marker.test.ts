import { describe, expect, it } from 'vitest';
import { readMarker } from './marker.js';

describe('bullets and numbers', () => {
  it.each([
    ['\u2022 Age', '\u2022', 2],
    ['\u202218 years', '\u2022', 1],
    ['- age', '-', 2],
    ['* age', '*', 2],
    ['-- age', '--', 3],
    ['1. Age', '1.', 3],
    ['1.Age', '1.', 2],
    ['12) Age', '12)', 4],
    ['(3) Age', '(3)', 4],
    ['1.2. Age', '1.2.', 5],
    ['a) Age', 'a)', 3],
    ['a. Age', 'a.', 3],
  ])('%j begins with %j', (line, text, length) => expect(readMarker(line)).toEqual({ text, length }));

  it.each(['Age', '1.5 mg/dL', '-5 degrees', 'E. coli infection', '18 years', '3 or more'])(
    '%j begins with none',
    (line) => {
      expect(readMarker(line)).toBeUndefined();
    },
  );

  it('takes a letter for a number of a list behind the letter before it', () => {
    expect(readMarker('E. other', 'D.')).toEqual({ text: 'E.', length: 3 });
    expect(readMarker('e. other', 'd.')).toEqual({ text: 'e.', length: 3 });
  });
});
