import { describe, expect, it } from 'vitest';
import { type ReadResult, readTrials } from '../../convert.js';
import { pageReaders } from '../index.js';

const read = (source: string): ReadResult => readTrials(source, pageReaders);

const record = (
  number: number,
  pmid: string,
  abstract: string,
): string => `${number}. Lancet Tea. 2021 Mar 4;3(3):e189-e198. doi:
10.1016/S2665-9913(20)${pmid}-2. Epub 2021 Jan 12.

Tea in patients with gout: a multicentre,
randomised trial.

M\u00fcller-Doe G(1), O'Roe K(2), van der Berg JW(1)(3),
Li X(4); TEA Study Group.

Author information:
(1)Department of Tea, University of Somewhere, City, Country.
(2)Institute of Tea, City, Country.

Comment in
    Lancet Tea. 2021 Mar;3(3):e160. doi: 10.1000/other.

${abstract}

Copyright \u00a9 2021 Tea Ltd. All rights reserved.

DOI: 10.1016/S2665-9913(20)${pmid}-2
PMID: ${pmid} [Indexed for MEDLINE]

Conflict of interest statement: None.
`;

const citation = (pmid: string): object => ({
  journal: 'Lancet Tea',
  year: '2021',
  volume: '3',
  issue: '3',
  pages: 'e189-e198',
  doi: `10.1016/S2665-9913(20)${pmid}-2`,
  title: 'Tea in patients with gout: a multicentre, randomised trial.',
  authors: ['M\u00fcller-Doe G', "O'Roe K", 'van der Berg JW', 'Li X', 'TEA Study Group'],
  pmid,
});

describe('an export of PubMed as text', () => {
  it('gives the citation, and the trial of the abstract', () => {
    const { citations, trials } = read(record(1, '38279361', 'METHODS: 40 patients were randomised (ISRCTN88244364).'));
    expect(citations).toEqual([citation('38279361')]);
    expect(trials).toMatchObject([{ id: 'ISRCTN88244364', references: [{ pmid: '38279361' }] }]);
  });

  it('keeps several records apart, with their places in the whole', () => {
    const source = [
      record(1, '11111111', 'METHODS: 40 patients were randomised. Registration: NCT01111111.'),
      record(2, '22222222', 'METHODS: 50 patients were randomised. Registration: NCT02222222.'),
    ].join('\n\n');
    const { citations, trials } = read(source);
    expect(citations).toEqual([citation('11111111'), citation('22222222')]);
    expect(trials.map(({ id, enrollment, references }) => [id, enrollment?.count, references?.[0]?.pmid])).toEqual([
      ['NCT01111111', 40, '11111111'],
      ['NCT02222222', 50, '22222222'],
    ]);
    for (const { id, evidence } of trials) {
      const [span] = evidence?.['/identifiers/0']?.spans ?? [];
      expect(source.slice(span?.start, span?.end)).toBe(id);
    }
  });

  it('may have a short title, and no authors', () => {
    const source =
      '1. Gut. 2021;80:350. doi: 10.1000/x.\n\nTea: a trial.\n\nMETHODS: 40 adults drank.\n\nPMID: 33333333\n';
    expect(read(source).citations).toEqual([
      {
        journal: 'Gut',
        year: '2021',
        volume: '80',
        pages: '350',
        doi: '10.1000/x',
        title: 'Tea: a trial.',
        pmid: '33333333',
      },
    ]);
  });

  it('of a review has its citation, and no trial', () => {
    const { kind, trials, citations } = read(record(7, '1', 'This review covers trials (NCT01111111).'));
    expect([kind, trials]).toEqual(['publication', []]);
    expect(citations).toEqual([citation('1')]);
  });
});

describe('a record of an export without its number', () => {
  const plain = record(1, '38279361', 'METHODS: 40 patients were randomised (ISRCTN88244364).').slice('1. '.length);

  it('has its citation', () => {
    const { citations, trials } = read(plain);
    expect(citations).toEqual([citation('38279361')]);
    expect(trials).toMatchObject([{ id: 'ISRCTN88244364', references: [{ pmid: '38279361' }] }]);
  });

  it('is kept apart from the next', () => {
    const next = plain.replaceAll('38279361', '11111111').replace('ISRCTN88244364', 'NCT01111111');
    expect(read(`${plain}\n\n${next}`).trials.map(({ id, references }) => [id, references?.[0]?.pmid])).toEqual([
      ['ISRCTN88244364', '38279361'],
      ['NCT01111111', '11111111'],
    ]);
  });

  it('may not have its pages yet, and begin its authors with a group', () => {
    const early = `Lancet. 2022 Dec 1:S0140-6736(22)01645-9. doi: 10.1016/x. Online ahead of print.

Tea in adults with gout: a randomised trial.

TEA Research Group; Wright JT Jr, Doe A(1), Roe B.

METHODS: 40 adults were randomised to tea or water.

DOI: 10.1016/x
PMID: 33333333
`;
    expect(read(early).citations).toEqual([
      {
        journal: 'Lancet',
        year: '2022',
        doi: '10.1016/x',
        title: 'Tea in adults with gout: a randomised trial.',
        authors: ['TEA Research Group', 'Wright JT Jr', 'Doe A', 'Roe B'],
        pmid: '33333333',
      },
    ]);
  });
});

it('goes on in the next line where an export wraps its sentences', () => {
  const { trials } = read(
    record(
      1,
      '38279361',
      'METHODS: In this open-label,\nphase 3 trial, we randomly assigned 40\npatients with gout to tea or water.\nRESULTS: Tea won. ISRCTN88244364.',
    ),
  );
  expect(trials).toMatchObject([
    {
      phases: [{ code: 'PHASE3' }],
      enrollment: { count: 40 },
      design: { allocation: { code: 'RANDOMIZED' }, masking: { masking: { code: 'NONE' } } },
    },
  ]);
});
