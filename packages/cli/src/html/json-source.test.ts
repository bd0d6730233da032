import { describe, expect, it } from 'vitest';
import { jsonValues, readableJson } from './json-source.js';

const source = '\ufeff{"a": [1, "two", {"b/c": null}], "d": {"e": "f\\"g"}, "a~": "" }';
const found = (pointer: string): string | undefined => {
  const place = jsonValues(source, new Set([pointer])).places.get(pointer);
  return place && source.slice(place.start, place.end);
};

describe('values of a JSON text', () => {
  it.each([
    ['/a', '[1, "two", {"b/c": null}]'],
    ['/a/0', '1'],
    ['/a/1', 'two'],
    ['/a/2/b~1c', 'null'],
    ['/d', '{"e": "f\\"g"}'],
    ['/d/e', 'f\\"g'],
    ['/a~0', '""'],
    ['/x', undefined],
  ])('are found at their place: %s', (pointer, text) => expect(found(pointer)).toBe(text));

  it('are counted without keys', () => expect(jsonValues(source, new Set()).scalars).toHaveLength(5));

  it('end where the text is no JSON', () => expect(jsonValues('{"a": "b', new Set(['/a'])).places.size).toBe(0));
});

describe('a JSON text', () => {
  it('with line breaks is shown as it stands', () => expect(readableJson('{\n "a": 1\n}')).toBe('{\n "a": 1\n}'));

  it('on one line gets line breaks and keeps the spelling of its values', () => {
    const long = `{"a":["${'x, {'.repeat(100)}",1.50,{}],"b":{"c":"\\u0041:"}}`;
    const text = readableJson(long);
    expect(JSON.parse(text)).toEqual(JSON.parse(long));
    expect(text).toContain('\n    1.50,\n');
    expect(text).toContain('"c": "\\u0041:"');
  });

  it('is found in and broken into lines in time that grows with its size', () => {
    const many = `[${'{"key":"value \\" ,","n":1},'.repeat(200_000)}1]`;
    const started = process.cpuUsage().user;
    expect(jsonValues(readableJson(many), new Set(['/200000'])).scalars).toHaveLength(400_001);
    expect(process.cpuUsage().user - started).toBeLessThan(10_000_000);
  });
});
