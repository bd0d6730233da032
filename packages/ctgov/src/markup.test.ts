import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCommonMark, toPlainText } from './markup.js';

describe('CommonMark as plain text', () => {
  it.each([
    ['plain', 'plain'],
    ['p \\<0.05, x\\_y, \\[a\\], 5 \\* 6, C:\\\\dir', 'p <0.05, x_y, [a], 5 * 6, C:\\dir'],
    ['p &lt; 0.05 &amp; q &#8804; 1 &#x2265; 0', 'p < 0.05 & q ≤ 1 ≥ 0'],
    ['AT\\&amp;T, R&D, &unknown;', 'AT&amp;T, R&D, &unknown;'],
    ['Inclusion:\n\n* a\n* b\n\n  * c', 'Inclusion:\n\n-  a\n-  b\n\n  -  c'],
    ['\\- no item', '- no item'],
    ['&#0; &#xd800;', '&#0; &#xd800;'],
  ])('%j', (marked, plain) => {
    expect(toPlainText(marked)).toBe(plain);
  });
});

describe('plain text as CommonMark', () => {
  it.each([
    ['plain', 'plain'],
    [
      'p <0.05 [a] x_y 5 * 6 ~1 10^9 C:\\dir AT&T `x`',
      'p \\<0.05 \\[a\\] x\\_y 5 \\* 6 \\~1 10\\^9 C:\\\\dir AT\\&T \\`x\\`',
    ],
    ['one\ntwo\n\nthree', 'one\n\ntwo\n\nthree'],
    ['# of patients', '\\# of patients'],
    ['#1 is first', '#1 is first'],
    ['+ one', '\\+ one'],
    ['---', '\\---'],
    ['- - -', '\\- - -'],
    ['* * *', '\\* \\* \\*'],
  ])('%j', (plain, marked) => {
    expect(toCommonMark(plain, 'registry')).toBe(marked);
  });

  it('lays out the lists of the registry as API v2 does', () => {
    const plain = [
      'Inclusion Criteria:',
      '',
      '  -  Age >= 18',
      '',
      '  -  Any of',
      '',
      '       -  one',
      '',
      '       -  two',
      '',
      '  -  Consent',
      '',
      'Exclusion Criteria:',
      '',
      '  1. First',
      '',
      '       -  inner',
      '',
      ' 10. Tenth',
    ].join('\n');
    expect(toCommonMark(plain, 'registry')).toBe(
      [
        'Inclusion Criteria:',
        '',
        '* Age \\>= 18',
        '* Any of',
        '',
        '  * one',
        '  * two',
        '* Consent',
        '',
        'Exclusion Criteria:',
        '',
        '1. First',
        '',
        '   * inner',
        '10. Tenth',
      ].join('\n'),
    );
  });

  it('takes a dash with one space for an item of a list, but for the registry, which writes two', () => {
    expect(toCommonMark('- a\n- b')).toBe('* a\n* b');
    expect(toCommonMark('- a\n- b', 'registry')).toBe('\\- a\n\n\\- b');
  });

  it('shows the same characters, and comes back from plain text as it was', () => {
    const words = fc.string({
      unit: fc.constantFrom(...'ab1 .-*#+<>_[]\\&;~^`)('.split('')),
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 6 }), (lines) => {
        const marked = toCommonMark(lines.join('\n'), 'registry');
        const visible = (text: string): string => text.replace(/\s+/g, '');
        expect(visible(toPlainText(marked))).toBe(visible(lines.join('\n')));
        expect(toCommonMark(toPlainText(marked), 'registry')).toBe(marked);
      }),
      { numRuns: 5000 },
    );
  });

  it('takes time linear in the length of a text', () => {
    const seconds = (text: string): number => {
      const begin = performance.now();
      toCommonMark(text);
      toPlainText(text);
      return performance.now() - begin;
    };
    for (const piece of ['- ', '  - a\n', '#', '-', '1. ', '\\', '&', '* ', ' '])
      expect(seconds(piece.repeat(400_000)), piece).toBeLessThan(2000);
  });
});
