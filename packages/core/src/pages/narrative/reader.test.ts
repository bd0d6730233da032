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

describe('a page of the registry of EU trials', () => {
  it('is a registry page that is not known', () => {
    const page =
      'EU Clinical Trials Information System\n\nTrial title\nTea in Gout\nEU CT number\n2023-505555-12-00\nOverall trial status\nOngoing\nTrial phase\nTherapeutic exploratory (Phase II)\n';
    const { kind, issues, mentions } = readTrials(page, pageReaders);
    expect([kind, issues[0]?.code]).toEqual(['narrative', 'unrecognized-layout']);
    expect(mentions.map(({ value }) => value)).toEqual(['2023-505555-12-00']);
  });
});

describe('an e-mail about a trial', () => {
  it('is no page of a registry', () => {
    const letter =
      'From: Ann Lee\nTo: Bo Xu\nSubject: our trial\n\nStatus: Recruiting\nPhase: 3\nSponsor: Example Trust\nCondition: Gout\nNCT01234567\n';
    const { kind, issues, mentions } = readTrials(letter, pageReaders);
    expect([kind, issues, mentions.length]).toEqual(['narrative', [], 1]);
    const page = letter.slice(letter.indexOf('Status'));
    expect(readTrials(page, pageReaders).issues[0]?.code).toBe('unrecognized-layout');
  });
});

describe('a page of a site that is no record', () => {
  it.each([
    [
      'a list of one site',
      'ClinicalTrials.Veeva\nMenu\nStatus\nCompleted\nConditions\nAsthma\nTreatments\nDrug: Tea\nA NCT01111111\nStatus\nCompleted\nConditions\nGout\nTreatments\nDrug: Mint\nB NCT02222222\n',
    ],
    [
      'a list of the other',
      'MedPath\nTea in Asthma\nConditions\nAsthma\nRegistration Number\nNCT01111111\nLead Sponsor\nA\nTea in Gout\nConditions\nGout\nRegistration Number\nNCT02222222\nLead Sponsor\nB\n',
    ],
    [
      'a page about a drug',
      'MedPath\n\nTea\n\nConditions\nGout\nNCT01111111\nNCT02222222\nPhase 3\nRecruiting\nRegistration Number\nBLA1\n\u00a9 Copyright 2025. All Rights Reserved by MedPath\n',
    ],
  ])('yields no field, and says so: %s', (_, page) => {
    const { kind, trials, issues, mentions } = readTrials(page, pageReaders);
    expect([kind, trials]).toEqual(['narrative', []]);
    expect(issues[0]?.message).toContain('unrecognized registry page');
    expect(mentions.map(({ value }) => value)).toEqual(['NCT01111111', 'NCT02222222']);
  });
});

describe('a text about a trial that is no publication', () => {
  const said = 'In a randomized, double-blind trial (NCT01234567), 120 adults were enrolled.';
  it.each([
    ['a page of a shop', `Tea, 60 bags\nAdd to cart\nAbstract\n${said}\ndoi: 10.1000/xyz PMID: 12345678`],
    ['a blog', `Posted on May 4, 2021 by admin\nBackground: why.\nMethods: ${said}\nResults: what.\nConclusion: so.`],
    [
      'a text with references',
      `Tea\nStatus\nRx only\nStudies: ${said}\nReferences\n1. Doe J. Tea. 2010. doi: 10.1000/x PMID: 1`,
    ],
  ])('holds no trial: %s', (_, text) => {
    const { kind, trials } = readTrials(text, pageReaders);
    expect([kind, trials]).toEqual(['narrative', []]);
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
