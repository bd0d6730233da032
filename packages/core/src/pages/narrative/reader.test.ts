import { describe, expect, it } from 'vitest';
import { readTrials } from '../../convert.js';
import { narrativeReader, pageReaders } from '../index.js';

describe('a text that is no record', () => {
  it('holds no trial; trials named in passing are mentions, each once', () => {
    const { kind, trials, mentions } = readTrials('Tea helps. See NCT01234567, and NCT 01234567.', pageReaders);
    expect([kind, trials]).toEqual(['narrative', []]);
    expect(mentions).toEqual([{ value: 'NCT01234567', registry: 'ClinicalTrials.gov', start: 15 }]);
  });

  it('has its reference lists as citations', () => {
    const text = 'Tea helps.\n  1. Doe J. One. J Test. 2011;1:2-3.\n  2. Roe J. Two, 2012.\nCall us.';
    expect(readTrials(text, pageReaders).citations.map(({ year }) => year)).toEqual(['2011', '2012']);
  });
});

describe('a registry page in a layout that is not known', () => {
  it('says so, names its ids and yields no field', () => {
    const page =
      'Tea trial\nRecruitment Status : Completed\nStudy Type : Interventional\nSponsor:\nX\nNCT Number\nNCT01234567\n';
    const { kind, trials, issues, mentions } = readTrials(page, pageReaders);
    expect([kind, trials]).toEqual(['narrative', []]);
    expect(issues).toMatchObject([{ code: 'unrecognized-layout' }]);
    expect(issues[0]?.message).toContain('unrecognized registry page');
    expect(issues[0]?.message).toContain('NCT01234567');
    expect(mentions).toHaveLength(1);
  });
});

describe('what is no text', () => {
  it.each([
    '{"a": 1}',
    '[{"a": 1}]',
    '<html><body>text</body></html>',
    'id,title,phase,status\n1,Tea,2,Done\n',
    'a\tb\tc\td\n1\t2\t3\t4',
    'text \u0000 bytes',
    '',
    '12345',
  ])('is not accepted: %j', (source) => expect(pageReaders.some((reader) => reader.accepts(source))).toBe(false));

  it('may begin with a bracket all the same', () => {
    expect(narrativeReader.accepts('[Tea in translation.] It is drunk.')).toBe(true);
  });
});
