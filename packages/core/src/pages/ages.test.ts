import { describe, expect, it } from 'vitest';
import { readAges } from './ages.js';

describe('limits of age', () => {
  it.each([
    ['25 to 75 years old', { minimum: { value: 25, unit: 'YEARS' }, maximum: { value: 75, unit: 'YEARS' } }],
    ['6 months to 5 years old', { minimum: { value: 6, unit: 'MONTHS' }, maximum: { value: 5, unit: 'YEARS' } }],
    ['18+ years old', { minimum: { value: 18, unit: 'YEARS' } }],
    ['18 years and older', { minimum: { value: 18, unit: 'YEARS' } }],
    ['Under 14 days old', { maximum: { value: 14, unit: 'DAYS' } }],
    ['Up to 1 year', { maximum: { value: 1, unit: 'YEARS' } }],
  ])('%j', (text, ages) => expect(readAges(text)).toEqual(ages));

  it.each(['', 'All ages', '25 years', 'over 18', '25 to 75', 'adults'])('%j are none', (text) => {
    expect(readAges(text)).toBeUndefined();
  });
});
