import { describe, expect, it } from 'vitest';
import { checkJsonBounds } from './json-bounds.js';

const check = (text: string): void => checkJsonBounds(Buffer.from(text));
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

describe('the number of values in JSON', () => {
  it('may be 4,000,000 and no more', () => {
    expect(() => check(`[${'1,'.repeat(3_999_999)}1]`)).not.toThrow();
    expect(() => check(`[${'1,'.repeat(4_000_000)}1]`)).toThrow(
      'The record holds 4,000,001 values; 4,000,000 are read at most.',
    );
    expect(() => check(`["${','.repeat(5_000_000)}"]`)).not.toThrow();
  });
});

describe('the depth of JSON', () => {
  it('may be 1,000 and no more', () => {
    expect(() => check(nested(1000))).not.toThrow();
    expect(() => check(nested(1001))).toThrow('The record is nested deeper than 1000 levels.');
    expect(() => check('{"a":'.repeat(1001))).toThrow('nested deeper');
  });

  it('is not that of brackets in texts, short or long, with escaped quotes and backslashes', () => {
    const brackets = '[{'.repeat(600);
    expect(() => check(`{"a":"${brackets}"}`)).not.toThrow();
    expect(() => check(`{"a":"\\"${brackets}","b":"\\\\","c":"${'x'.repeat(40)}\\\\\\"${brackets}"}`)).not.toThrow();
  });

  it('counts behind a text that ends in backslashes', () => {
    expect(() => check(`["${'x'.repeat(40)}\\\\",${nested(1000)}]`)).toThrow('nested deeper');
    expect(() => check(`["\\\\",${nested(1000)}]`)).toThrow('nested deeper');
  });

  it('is that of lists one after another, not of all of them', () => {
    expect(() => check(`[${nested(900)},${nested(900)},"]",${nested(900)}]`)).not.toThrow();
  });

  it('is measured in time that grows with the length, whatever the text holds', () => {
    const took = (text: string): number => {
      const begun = performance.now();
      check(text);
      return performance.now() - begun;
    };
    const hostile = (size: number): string => `["${'\\'.repeat(size)}`;
    took(hostile(1_000_000));
    expect(took(hostile(8_000_000))).toBeLessThan(500);
    expect(took(`["${'\\"'.repeat(4_000_000)}`)).toBeLessThan(2000);
  });
});
