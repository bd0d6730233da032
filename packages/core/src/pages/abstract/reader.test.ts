import { describe, expect, it } from 'vitest';
import { type ReadResult, readTrials } from '../../convert.js';
import { pageReaders } from '../index.js';

const read = (source: string, infer = true): ReadResult => readTrials(source, pageReaders, { infer });

const mirror = `Tea for made-up disease: a phase 2 randomized trial.
BACKGROUND: In a previous phase III trial (NCT00000001), tea was weak.
METHODS: In this single-center, open-label trial, 40 patients were enrolled (NCT01234567).
RESULTS: 38 patients were analyzed. Another study (NCT00000002) is ongoing.
Authors
Ann Doe, Bob Roe
View on Pubmed
`;

describe('an abstract of one trial', () => {
  const { trials, citations, mentions, kind, format } = read(mirror);

  it('is a publication with its citation', () => {
    expect([kind, format]).toEqual(['publication', 'pubmed-abstract']);
    expect(citations).toEqual([
      { title: 'Tea for made-up disease: a phase 2 randomized trial.', authors: ['Ann Doe', 'Bob Roe'] },
    ]);
    expect(trials[0]?.references).toEqual(citations);
  });

  it('gives a trial with what it says of it, people enrolled and analysed apart', () => {
    expect(trials).toHaveLength(1);
    expect(trials[0]).toMatchObject({
      id: 'NCT01234567',
      phases: [{ code: 'PHASE2' }],
      design: {
        allocation: { code: 'RANDOMIZED' },
        masking: { masking: { code: 'NONE' } },
        centers: { code: 'SINGLE' },
      },
      enrollment: { count: 40, analyzed: 38 },
    });
    for (const field of ['overallStatus', 'leadSponsor', 'briefTitle', 'conditions'])
      expect(trials[0]).not.toHaveProperty(field);
  });

  it('takes other trials for mentions', () => {
    expect(mentions.map(({ value }) => value)).toEqual(['NCT00000001', 'NCT00000002']);
  });

  it('states no more than the id and the citation', () => {
    const [trial] = read(mirror, false).trials;
    expect(Object.keys(trial ?? {}).sort()).toEqual([
      'evidence',
      'id',
      'identifiers',
      'references',
      'schemaVersion',
      'source',
      'textMarkup',
    ]);
  });
});

describe('an abstract of several trials', () => {
  it('keeps them apart and gives each what is said of all', () => {
    const source = mirror.replace(
      /METHODS[\s\S]*ongoing\./,
      'METHODS: These two double-blind trials [NCT01234567/NCT01234568] enrolled 40 patients.\nRESULTS: None.',
    );
    const { trials } = read(source);
    expect(trials.map(({ id }) => id)).toEqual(['NCT01234567', 'NCT01234568']);
    expect(trials.map(({ design }) => design?.masking?.masking?.code)).toEqual(['DOUBLE', 'DOUBLE']);
    expect(trials.map(({ enrollment }) => enrollment)).toEqual([undefined, undefined]);
  });

  it('takes ids of two registries for one trial', () => {
    const source = mirror.replace('(NCT01234567)', '(NCT01234567; EudraCT 2010-012345-67)');
    expect(read(source).trials.map(({ identifiers }) => identifiers?.map(({ value }) => value))).toEqual([
      ['NCT01234567', 'EUCTR2010-012345-67'],
    ]);
  });
});

describe('other abstracts', () => {
  it('without an id of their trial are still of one', () => {
    const [trial, second] = read(mirror.replace(' (NCT01234567)', '')).trials;
    expect(second).toBeUndefined();
    expect(trial?.identifiers).toBeUndefined();
    expect(trial?.id).toMatch(/^sha256-/);
  });

  it('that are reviews hold no trial', () => {
    const { kind, trials } = read(
      'Tea\nABSTRACT\nThis review covers trials (NCT01234567) of tea.\nKeywords: tea\nPMID: 1',
    );
    expect([kind, trials]).toEqual(['narrative', []]);
  });

  it('of animals hold no trial', () => {
    const source =
      'Tea in mice.\nA randomized study of mice, with doses for patients.\nAuthors\nAnn Doe\nView on Pubmed';
    expect(read(source).trials).toEqual([]);
  });

  it('from a dump of one line have their citation', () => {
    const dump =
      'key: cord-1-a authors: Doe, A; Roe, B title: A study protocol for a randomised trial date: 2020-07-14 journal: Trials DOI: 10.1000/x.1 doc_id: 1 cord_uid: a METHODS: 40 patients will be enrolled.';
    const { citations, trials } = read(dump);
    expect(citations).toEqual([
      {
        authors: ['Doe, A', 'Roe, B'],
        title: 'A study protocol for a randomised trial',
        year: '2020',
        journal: 'Trials',
        doi: '10.1000/x.1',
      },
    ]);
    expect(trials[0]?.enrollment).toEqual({ count: 40, type: { code: 'ESTIMATED' } });
  });

  it('from an archive have title, authors and place', () => {
    const source = `Skip to main content
. 2019 Jun 14;14(1):64\u201370. doi: 10.1000/jcc/x1

A Randomized Trial of Tea

A Doe 1, B Roe 2
PMCID: PMC123  PMID: 456

Abstract

Methods

We enrolled 20 patients (ISRCTN12345678).
`;
    const { citations, trials } = read(source);
    expect(citations).toEqual([
      {
        title: 'A Randomized Trial of Tea',
        authors: ['A Doe', 'B Roe'],
        year: '2019',
        volume: '14',
        issue: '1',
        pages: '64\u201370',
        doi: '10.1000/jcc/x1',
        pmcid: 'PMC123',
        pmid: '456',
      },
    ]);
    expect(trials[0]).toMatchObject({ id: 'ISRCTN12345678', enrollment: { count: 20 } });
  });
});

describe('the design of a trial', () => {
  const tea = (text: string): ReadResult =>
    read(`Tea for gout: a pilot study.\n${text}\nAuthors\nAnn Doe\nView on Pubmed\n`);
  it('is not that of one that is wanted', () => {
    const { trials } = tea(
      'METHODS: In this single-arm trial (NCT01234567), tea was given.\nCONCLUSIONS: A randomized, double-blind phase III trial could tell more. A multicenter phase II trial is warranted.',
    );
    expect(trials[0]).toMatchObject({ id: 'NCT01234567', design: { interventionModel: { code: 'SINGLE_GROUP' } } });
    expect(Object.keys(trials[0]?.design ?? {})).toEqual(['interventionModel']);
    expect(trials[0]?.phases).toBeUndefined();
  });
});
