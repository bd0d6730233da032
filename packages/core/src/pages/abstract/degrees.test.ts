import { describe, expect, it } from 'vitest';
import { hasDegrees, isClearDegree, isDegree } from './degrees.js';

describe('degrees behind names', () => {
  it.each(['MD', 'M.D.', 'PhD', 'Ph.D', 'MBChB', 'M.B.Ch.B.', 'DrPH', 'MSc', 'MS', 'BSc'])('%s is one', (part) =>
    expect(isDegree(part)).toBe(true),
  );
  it.each(['Doe', 'PhDs', 'MDA', ''])('"%s" is none', (part) => expect(isDegree(part)).toBe(false));

  it('may be the initials of a person', () => {
    expect(isClearDegree(' PhD2')).toBe(true);
    expect(isClearDegree(' MA')).toBe(false);
  });

  it('are found in a line of names with their marks', () => {
    expect(hasDegrees('Ann Doe, MD1; Bob J. Roe, PhD2')).toBe(true);
    expect(hasDegrees('Ann Doe PhD, Bob Roe PhD')).toBe(true);
  });

  it('are not found in a title that names a disease', () => {
    expect(hasDegrees('Tea in relapsing MS, a double-blind trial')).toBe(false);
    expect(hasDegrees('Duchenne MD, tea and coffee')).toBe(false);
  });
});
