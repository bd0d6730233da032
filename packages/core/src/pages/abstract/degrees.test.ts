import { describe, expect, it } from 'vitest';
import { isClearDegree, isDegree, splitDegree } from './degrees.js';

describe('degrees behind names', () => {
  it.each(['MD', 'M.D.', 'PhD', 'Ph.D', 'MBChB', 'M.B.Ch.B.', 'DrPH', 'MSc', 'MS', 'BSc'])('%s is one', (part) =>
    expect(isDegree(part)).toBe(true),
  );
  it.each(['Doe', 'PhDs', 'MDA', ''])('"%s" is none', (part) => expect(isDegree(part)).toBe(false));

  it('may be the initials of a person', () => {
    expect(isClearDegree(' PhD2')).toBe(true);
    expect(isClearDegree(' MA')).toBe(false);
  });

  it('are split from what stands before them', () => {
    expect(splitDegree('Ann Doe MD')).toEqual({ before: 'Ann Doe', isClear: false });
    expect(splitDegree('Ann Doe Ph.D.')).toEqual({ before: 'Ann Doe', isClear: true });
    expect(splitDegree('Ann Doe')).toBeUndefined();
  });
});
