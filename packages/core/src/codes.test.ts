import { describe, expect, it } from 'vitest';
import { codeTable, fold } from './codes.js';

type Status = 'RECRUITING' | 'COMPLETED' | 'UNKNOWN';
const statuses = codeTable<Status>(
  { RECRUITING: 'Recruiting', COMPLETED: 'Completed', UNKNOWN: 'Unknown status' },
  { 'open to accrual': 'RECRUITING' },
);

describe('a code table', () => {
  it("reads the format's own spelling as the code alone", () => {
    expect(statuses.read('Recruiting')).toEqual({ code: 'RECRUITING' });
  });

  it('finds other spellings folded, and keeps their wording', () => {
    expect(statuses.read('RECRUITING')).toEqual({ code: 'RECRUITING', verbatim: 'RECRUITING' });
    expect(statuses.read('Open to_Accrual')).toEqual({ code: 'RECRUITING', verbatim: 'Open to_Accrual' });
  });

  it('keeps an unknown wording verbatim, without a code', () => {
    expect(statuses.read('RECRUTING')).toEqual({ verbatim: 'RECRUTING' });
    expect(statuses.read('constructor')).toEqual({ verbatim: 'constructor' });
  });

  it("writes the format's own spelling", () => expect(statuses.write('UNKNOWN')).toBe('Unknown status'));

  it("knows the format's own spellings", () => {
    expect(statuses.has('Completed')).toBe(true);
    expect(statuses.has('completed')).toBe(false);
  });

  it('shares what it returns for own spellings, frozen', () => {
    expect(statuses.read('Completed')).toBe(statuses.read('Completed'));
    expect(Object.isFrozen(statuses.read('Completed'))).toBe(true);
  });
});

describe('folding', () => {
  it('ignores case, white space, hyphens, slashes and underscores', () => {
    expect(fold(' Phase-1/Phase_2\u00a0 (N/A) ')).toBe('phase 1 phase 2 (n a)');
  });
});
