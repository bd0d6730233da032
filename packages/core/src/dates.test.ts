import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { englishDate, readDate } from './dates.js';

describe('reading a date', () => {
  it.each([
    ['2015', '2015'],
    ['2015-08', '2015-08'],
    ['2015-08-31', '2015-08-31'],
    ['August 2015', '2015-08'],
    ['Aug 2015', '2015-08'],
    ['Aug. 2015', '2015-08'],
    ['sept 2015', '2015-09'],
    ['August 3, 2015', '2015-08-03'],
    ['August 03 2015', '2015-08-03'],
    ['3 August 2015', '2015-08-03'],
    ['  May\u00a0 2015 ', '2015-05'],
    ['February 29, 2016', '2016-02-29'],
  ])('reads %j as %s, no more and no less precise', (text, date) => expect(readDate(text)).toBe(date));

  it.each([
    '',
    'unknown',
    '03/04/2015',
    '2015-13',
    '2015-8',
    'Smarch 2015',
    'February 30, 2015',
    '2015-02-29',
    'August 2015 (estimated)',
    'N/A',
    '15',
  ])('takes %j for no date', (text) => expect(readDate(text)).toBeUndefined());
});

describe('writing a date', () => {
  it('spells the month, as precisely as it is held', () => {
    expect(englishDate('2015')).toBe('2015');
    expect(englishDate('2015-08')).toBe('August 2015');
    expect(englishDate('2015-08-03')).toBe('August 3, 2015');
  });

  it('can be read back', () => {
    const days = fc.tuple(
      fc.integer({ min: 1900, max: 2099 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    );
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 3 }), ([year, month, day], parts) => {
        const date = [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')]
          .slice(0, parts)
          .join('-');
        return readDate(englishDate(date)) === date;
      }),
    );
  });
});
