import { describe, expect, it } from 'vitest';
import { numbersIn, readNumber } from './numbers.js';

describe('a number', () => {
  it.each([
    ['12', 12],
    ['1,204', 1204],
    ['1 204', 1204],
    ['twelve', 12],
    ['Twenty-one', 21],
    ['thirty two', 32],
    ['a hundred', 100],
    ['Two hundred and twelve', 212],
    ['three hundred forty-five', 345],
    ['one thousand, two hundred and six', 1206],
    ['twelve thousand', 12_000],
  ])('is read from %j', (text, value) => expect(readNumber(text)).toBe(value));

  it.each(['hundred', 'one and two', 'one, two', 'two million', 'two dozen', 'one hundred two hundred', '1,2', ''])(
    'is not read from %j',
    (text) => expect(readNumber(text)).toBeUndefined(),
  );

  const values = (text: string): unknown[] => numbersIn(text).map(({ value }) => value);
  it('stands alone in a text', () => {
    expect(values('Of 21 550 adults, one, two or 12 (n=40) were 2010.')).toEqual([21_550, undefined, 12, 40, 2010]);
  });
  it.each(['COVID-19', 'HIV-1', '18-65', '2:1', '1.5', '50%', '\u226518', 'x2', 'two-arm', '3/4'])(
    'is not a part of %j',
    (text) => expect(values(text)).toEqual([]),
  );
});
