import { describe, expect, it } from 'vitest';
import { xmlValues } from './xml-source.js';

const source = `<?xml version="1.0"?>
<!DOCTYPE study>
<study rank="7">
  <!-- <title>no title</title> -->
  <title>
    Tea &amp; cough
  </title>
  <site><name lang='en > de'>One</name></site>
  <site><name><![CDATA[</name>Two]]></name><closed/></site>
  <empty></empty>
</study>`;

const found = (path: string): string | undefined => {
  const place = xmlValues(source, new Set([path])).places.get(path);
  return place && source.slice(place.start, place.end);
};

describe('values of an XML text', () => {
  it.each([
    ['/study/@rank', '7'],
    ['/study/title/0', 'Tea &amp; cough'],
    ['/study/title/1', undefined],
    ['/study/site/0/name/0', 'One'],
    ['/study/site/0/name/0/@lang', 'en > de'],
    ['/study/site/1/name/0', '<![CDATA[</name>Two]]>'],
    ['/study/site/1', '<name><![CDATA[</name>Two]]></name><closed/>'],
    ['/study/site/1/closed/0', '<closed/>'],
    ['/study/empty/0', '<empty>'],
  ])('are found at their place: %s', (path, text) => expect(found(path)).toBe(text));

  it('are counted without names, comments and elements that hold others', () => {
    const { scalars } = xmlValues(source, new Set());
    const texts = scalars.map(({ start, end }) => source.slice(start, end));
    expect(texts).toEqual(['7', 'Tea &amp; cough', 'en > de', 'One', '<![CDATA[</name>Two]]>']);
  });

  it('end where the text is no XML', () => expect(xmlValues('<a><b', new Set(['/a'])).places.size).toBe(0));

  it('are found in time that grows with the text', () => {
    const many = `<a>${'<b c="d">e</b>'.repeat(200_000)}</a>`;
    const started = process.cpuUsage().user;
    expect(xmlValues(many, new Set(['/a/b/199999'])).places.size).toBe(1);
    expect(xmlValues('<a '.repeat(100_000), new Set()).scalars).toHaveLength(0);
    expect(process.cpuUsage().user - started).toBeLessThan(10_000_000);
  });
});
