import { describe, expect, it } from 'vitest';
import { partNumbered } from './numbered-lines.js';

const parts = (text: string): string[] =>
  partNumbered(text, { start: 0, end: text.length, indent: 0, afterBlank: false }).map(({ start, end }) =>
    text.slice(start, end),
  );

describe('a line of numbered items', () => {
  it('is parted at numbers that follow each other', () => {
    expect(parts('1) Pregnancy 2) HIV')).toEqual(['1) Pregnancy', '2) HIV']);
    expect(parts('(1) Age 18 (2) Gout (3) No fever')).toEqual(['(1) Age 18', '(2) Gout', '(3) No fever']);
    expect(parts('1) Pregnancy  2) HIV')).toEqual(['1) Pregnancy', '2) HIV']);
  });

  it.each([
    '1) Pregnancy',
    '2) HIV 3) Gout',
    '1) Gout of grade 1) or 2) only',
    '1) Gout (see 2) below)',
    '1) Gout, stage 2) or more',
    '1) A 3) B',
    '1) A 2) B 2) C',
    '1. Pregnancy 2. HIV',
    '1)2) A',
  ])('is one item where it could be another thing: %j', (text) => expect(parts(text)).toEqual([text]));
});
