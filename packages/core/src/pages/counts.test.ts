import { describe, expect, it } from 'vitest';
import { beginsParticipants, readCount, readEnrollment, readParticipants } from './counts.js';

describe('counts', () => {
  it.each([
    ['0', 0],
    ['1667', 1667],
    ['1,667', 1667],
    ['1,234,567', 1234567],
  ])('%j is %d', (text, count) => expect(readCount(text)).toBe(count));
  it.each(['', '1,6', '16,67', '1.667', '-1', '12 people', '99999999999'])('%j is none', (text) => {
    expect(readCount(text)).toBeUndefined();
  });
});

describe('the number under Enrollment', () => {
  it('says that it is an estimate where the page says so', () => {
    expect(readEnrollment('138 estimated patients')).toEqual({ count: 138, isEstimated: true, isActual: false });
    expect(readEnrollment('1,667 patients')).toEqual({ count: 1667, isEstimated: false, isActual: false });
  });
  it('is nothing else', () => expect(readEnrollment('about 24 patients')).toBeUndefined());
});

describe('the line of participants', () => {
  it('gives people, groups and whether one gets a placebo', () => {
    expect(readParticipants('2,071 participants in 2 patient groups, including a placebo group')).toEqual({
      count: 2071,
      groups: 2,
      hasPlaceboGroup: true,
    });
    expect(readParticipants('367 participants in 1 patient group')).toEqual({
      count: 367,
      groups: 1,
      hasPlaceboGroup: false,
    });
  });
  it.each([
    '29 participa',
    '1 participant in 1 patient gro',
    '1,234 participants in 12 patient groups, including a pl',
  ])('may be cut: %j', (text) => expect(beginsParticipants(text)).toBe(true));
  it.each(['29', '29 par', '29 participants with gout', 'participants in 2'])('is not begun by %j', (text) =>
    expect(beginsParticipants(text)).toBe(false),
  );
  it('is nothing else', () => expect(readParticipants('29 participants in several groups')).toBeUndefined());
});
