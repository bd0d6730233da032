import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineAndColumn, parseJson } from './json.js';
import { jsonFault } from './json-fault.js';

describe('parsing JSON', () => {
  it('takes a byte order mark', () => expect(parseJson('\uFEFF{"a":1}')).toEqual({ a: 1 }));

  it.each([
    ['{"a":1,\n"b": x}', 'unexpected "x"', '2:6'],
    ['{"a":1', 'it ends too early', '1:7'],
    ['', 'it ends too early', '1:1'],
    ['{"a":"\n"}', 'unexpected "\\n"', '1:7'],
    ['{"a":"\\x"}', 'unexpected "\\\\"', '1:7'],
    ['["open', 'it ends too early', '1:7'],
    ['[1,]', 'unexpected "]"', '1:4'],
    ['{"a":1,}', 'unexpected "}"', '1:8'],
    ['{"a" 1}', 'unexpected "1"', '1:6'],
    ['[1 2]', 'unexpected "2"', '1:4'],
    ['[01]', 'unexpected "0"', '1:2'],
    ['[{}, [], {"a":[]}}', 'unexpected "}"', '1:18'],
    ['{"a":1}\n{"a":2}', 'unexpected "{"', '2:1'],
    ["{'a':1}", 'unexpected "\'"', '1:2'],
    ['\uFEFF{"a":\u00a01}', 'unexpected "\u00a0"', '1:7'],
  ])('names fault and place in %j', (source, found, at) => {
    expect(() => parseJson(source)).toThrow(
      expect.objectContaining({ code: 'source-unreadable', at, message: `Not JSON: ${found} at ${at}.` }),
    );
  });

  it('finds a fault wherever the engine finds one, and none elsewhere', () => {
    const text = fc
      .json()
      .chain((json) =>
        fc.tuple(fc.constant(json), fc.nat(json.length), fc.constantFrom('', ',', '"', '}', '\\', 'x', '\n', '-')),
      );
    fc.assert(
      fc.property(text, ([json, at, piece]) => {
        const damaged = json.slice(0, at) + piece + json.slice(at + 1);
        const fault = jsonFault(damaged);
        try {
          JSON.parse(damaged);
          return fault === damaged.length;
        } catch {
          return fault <= damaged.length;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('finds the fault behind a million open brackets and in a string of ten million characters', () => {
    for (const damaged of ['['.repeat(1_000_000), `["${'a'.repeat(10_000_000)}`, `["${'\\n'.repeat(1_000_000)}`]) {
      expect(jsonFault(damaged)).toBe(damaged.length);
    }
  });
});

describe('a place in a text', () => {
  it('has line and column from 1', () => {
    expect(lineAndColumn('ab\ncd', 0)).toBe('1:1');
    expect(lineAndColumn('ab\ncd', 3)).toBe('2:1');
    expect(lineAndColumn('ab\ncd', 5)).toBe('2:3');
  });
});
