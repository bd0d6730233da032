import { readTrials, type Trial, writeTrial } from '@trialbridge/core';
import { describe, expect, it } from 'vitest';
import { ctgovXmlReader } from './reader.js';
import { ctgovXmlWriter } from './writer.js';

function read(part: string): Trial {
  const source = `<clinical_study><brief_title>T</brief_title>${part}</clinical_study>`;
  return readTrials(source, [ctgovXmlReader]).trials[0] as Trial;
}

function written(part: string): string {
  return writeTrial(read(part), ctgovXmlWriter).document;
}

describe('what the format does not know', () => {
  it('leaves the lines of the texts beside it as they are', () => {
    const text = 'One.\n\n  - Two\n  - Three';
    expect(written(`<brief_summary><textblock>${text}</textblock></brief_summary><foo/>`)).toContain(
      '<textblock>One.\n\n  - Two\n  - Three</textblock>',
    );
  });

  it('comes back in its order where elements of one name stand apart', () => {
    const part = '<foo><a>1</a><b>2</b><a>3</a></foo>';
    expect(read(part).unmapped?.[0]?.value).toEqual({ '#': [{ a: '1' }, { b: '2' }, { a: '3' }] });
    expect(written(part).replace(/\n\s*/g, '')).toContain(part);
  });

  it('comes back in its order where texts stand among elements, with the spaces between them', () => {
    const part = '<foo zz="q">one <b>two <i>three</i></b>, four</foo>';
    expect(read(part).unmapped?.[0]?.value).toEqual({
      '@zz': 'q',
      '#': ['one ', { b: { '#': 'two', i: 'three' } }, ', four'],
    });
    expect(written('<foo>a<b>c</b>d</foo>')).toContain('<foo>a<b>c</b>d</foo>');
    expect(written(part)).toContain('<foo zz="q">one <b>two<i>three</i></b>, four</foo>');
  });

  it('is one text where comments and sections of characters part it', () => {
    expect(read('<foo>a<!-- x -->b <![CDATA[<c>]]> d</foo>').unmapped?.[0]?.value).toBe('ab <c> d');
    expect(read('<foo>\n <a/> <!-- x --> <b/> </foo>').unmapped?.[0]?.value).toEqual({ a: '', b: '' });
  });

  it('goes back among its known siblings by position, and by the order of the format', () => {
    const part =
      '<acronym zz="q">A</acronym><keyword/><keyword>one</keyword><keyword><b/></keyword><keyword>two</keyword><keyword/><foo>1</foo><foo>2</foo>';
    expect(written(part).replace(/\n\s*/g, '').split('<brief_title>T</brief_title>')[1]).toBe(
      '<acronym zz="q">A</acronym><keyword></keyword><keyword>one</keyword><keyword><b></b></keyword><keyword>two</keyword><keyword></keyword><foo>1</foo><foo>2</foo></clinical_study>',
    );
  });

  it('goes back where nothing else of its parent was written', () => {
    const part =
      '<eligibility><healthy_volunteers>Perhaps</healthy_volunteers></eligibility><target_duration/><enrollment type="Actual"/>';
    expect(written(part).replace(/\n\s*/g, '').split('<brief_title>T</brief_title>')[1]).toBe(
      '<target_duration></target_duration><enrollment type="Actual"></enrollment><eligibility><healthy_volunteers>Perhaps</healthy_volunteers></eligibility></clinical_study>',
    );
  });
});
