import { describe, expect, it } from 'vitest';
import { findDoi } from './doi.js';

describe('a DOI in a text', () => {
  it.each([
    ['doi: 10.1000/x.1.', '10.1000/x.1'],
    ['(doi:10.1186/s13063-020-04577-8).', '10.1186/s13063-020-04577-8'],
    ['[This corrects the article DOI: 10.1212/01.wnl.0000250336.28240.5a.].', '10.1212/01.wnl.0000250336.28240.5a'],
    ['doi: 10.1016/S2665-9913(20)30388-2. Epub 2021 Jan 12.', '10.1016/S2665-9913(20)30388-2'],
    ['https://doi.org/10.1000/jcc/x1', '10.1000/jcc/x1'],
    ['(10.1016/S0140-6736(18)31111-1) https://doi.org/10.1000/a(b)c)', '10.1000/a(b)c'],
  ])('%j', (text, name) => {
    const span = findDoi(text);
    expect(text.slice(span?.start, span?.end)).toBe(name);
  });

  it.each(['10.1000/x alone', 'doi: none', 'no'])('%j has none', (text) => expect(findDoi(text)).toBeUndefined());
});
