import { describe, expect, it } from 'vitest';
import { isUnit } from './ucum.js';

describe('isUnit', () => {
  it.each([
    'a',
    'mo',
    'wk',
    'd',
    'h',
    'min',
    '1',
    '%',
    'mg',
    'ug/kg',
    'mL/min',
    'mm[Hg]',
    '10*3/uL',
    '{score}',
    'kg/m2',
    '[IU]/mL',
    'm/s2',
    '/min',
    '(mg.h)/L',
  ])('accepts %s', (code) => expect(isUnit(code)).toBe(true));
  it.each(['years', 'foo', 'mg kg', '', 'mg/', 'mg//kg', '(mg', 'Months', 'kk'])('refuses %s', (code) =>
    expect(isUnit(code)).toBe(false),
  );
});
