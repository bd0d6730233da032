import { describe, expect, it } from 'vitest';
import { type ReadResult, readTrials } from '../../convert.js';
import { pageReaders } from '../index.js';

const read = (source: string): ReadResult => readTrials(source, pageReaders);

describe('the heads of journals', () => {
  it('have degrees with the marks of footnotes, and headings set off by blanks', () => {
    const { citations, trials } = read(`Original Investigation
December 4, 2018
Effect of Oral Tea on Clinical Outcomes in Patients With Gout
The TEA Randomized Clinical Trial
Ann Doe, MD1; Bob J. Roe, PhD2; et al Cy Poe, MD, MPH1,2; for the TEA Study Group
JAMA. 2017;318(5):432-442. doi:10.1001/jama.2017.1
Key Points
Question  Does tea help patients with gout?
Findings  In this randomized clinical trial that included 262 patients with gout, tea helped.
Importance  A phase 2 trial of coffee enrolled 40 patients.
Design, Setting, and Participants  The TEA study was a double-blind, randomized clinical trial.
Results  Among 262 participants randomized (mean age, 67 years), 200 completed the trial.
Trial Registration  ClinicalTrials.gov Identifier: NCT01684722
`);
    expect(citations).toEqual([
      {
        title: 'Effect of Oral Tea on Clinical Outcomes in Patients With Gout',
        authors: ['Ann Doe', 'Bob J. Roe', 'Cy Poe', 'TEA Study Group'],
        journal: 'JAMA',
        year: '2017',
        volume: '318',
        issue: '5',
        pages: '432-442',
        doi: '10.1001/jama.2017.1',
      },
    ]);
    expect(trials).toMatchObject([
      {
        id: 'NCT01684722',
        enrollment: { count: 262 },
        design: { allocation: { code: 'RANDOMIZED' }, masking: { masking: { code: 'DOUBLE' } } },
      },
    ]);
    expect(trials[0]).not.toHaveProperty('phases');
  });

  it('have titles with words that dates and degrees are written with', () => {
    const { citations } = read(`Journal of Tea
Quality of life in relapsing MS, in patients who received tea: a randomised trial
Ann Doe, Bob Roe, Cy Poe
Received 4 May 2018
Abstract
Background
Little is known.
Methods
This trial enrolled adults. It is registered with ClinicalTrials.gov, number NCT01704105.
`);
    expect(citations).toMatchObject([
      {
        title: 'Quality of life in relapsing MS, in patients who received tea: a randomised trial',
        authors: ['Ann Doe', 'Bob Roe', 'Cy Poe'],
      },
    ]);
  });

  it('have their volume above the title, and points between the names', () => {
    const { citations } = read(`Articles | Volume 6, Issue 3, e316-e329, March 2018
Effects of tea on growth in rural Nowhere: a cluster-randomised controlled trial
Ann Doe, PhD \u2219 Prof Bob M Roe Jr, MD
DOI: 10.1016/S2214-109X(18)30005-6

Summary
Background
Nutrition was poor.
Methods
This trial enrolled children. It is registered with ClinicalTrials.gov, number NCT01704105.
`);
    expect(citations).toEqual([
      {
        title: 'Effects of tea on growth in rural Nowhere: a cluster-randomised controlled trial',
        authors: ['Ann Doe', 'Bob M Roe Jr'],
        year: '2018',
        volume: '6',
        issue: '3',
        pages: 'e316-e329',
        doi: '10.1016/S2214-109X(18)30005-6',
      },
    ]);
  });

  it('have names with the marks of footnotes right behind them, and a counter for those not shown', () => {
    const of = (authors: string): object | undefined =>
      read(`Tea in Patients with Gout and Other Diseases of Joints
Authors: ${authors}
Abstract
Methods: In this trial, 40 patients drank.
`).citations[0];
    expect(of('Elena Rossi1*\u2020, Marco Bianchi2\u2020 and Lucia Verdi1,3')).toMatchObject({
      authors: ['Elena Rossi', 'Marco Bianchi', 'Lucia Verdi'],
    });
    expect(of('Ann Doe, M.D., D.M.Sc., Bob Roe, M.D., +21, for the TEA Committees and Investigators')).toMatchObject({
      authors: ['Ann Doe', 'Bob Roe', 'TEA Committees and Investigators'],
      authorsTruncated: true,
    });
  });
});

describe('lines of a head that only look like others', () => {
  const page = (head: string): string =>
    `${head}\nAbstract\nMethods: In this trial, 40 adults were randomised to tea or water (NCT01111111).\n`;
  const title = 'Oral tea in adults with gout and other diseases of the joints';
  const names = 'Ann Doe, Bob Roe';
  const department = 'Department of Tea Medicine, The Great Hospital of Somewhere, City';

  it.each([
    [
      'Volume 397, Issue 10285, 1\u20137 May 2021, Pages 1637-1645',
      { volume: '397', pages: '1637-1645', year: '2021' },
    ],
    ['Volume 75, Issue 4, 4 February 2020, Pages 381-391', { volume: '75', issue: '4', pages: '381-391' }],
    ['Source: Lancet. 2020 Mar 7;395(10226):785-794.', { journal: 'Lancet', pages: '785-794' }],
  ])('%j is below the title what it is', (line, expected) => {
    const { citations } = read(page(`${title}\n${names}\n${line}\n${department}\ndoi:10.1000/x`));
    expect(citations).toEqual([expect.objectContaining({ ...expected, title, authors: ['Ann Doe', 'Bob Roe'] })]);
  });

  it.each([
    'Please cite this article as BMJ 2019;365:l1800',
    'Citation: Doe A, Roe B. 2019. Effects of tea.',
    'Reprinted from N Engl J Med 2018;378:797-808',
  ])('%j names no journal', (line) => {
    const [found] = read(page(`${title}\n${names}\n${line}\ndoi:10.1000/x`)).citations;
    expect(found).toMatchObject({ title, authors: ['Ann Doe', 'Bob Roe'] });
    expect(found).not.toHaveProperty('journal');
  });

  it('a short title above the names is not the line behind the journal', () => {
    const short = 'Oral tea in adults with gout and pain';
    const { citations } = read(page(`${short}\n${names}\nJ Foo. 2020;3(2):12-19.\n${department}\ndoi:10.1000/x`));
    expect(citations).toMatchObject([{ title: short, journal: 'J Foo', authors: ['Ann Doe', 'Bob Roe'] }]);
  });

  it('a title in capitals that speaks of results is one', () => {
    const results = 'EARLY RESULTS OF A RANDOMIZED PHASE II TRIAL OF TEA IN GOUT';
    const { citations, trials } = read(page(`${results}\n${names}\n${department}\ndoi:10.1000/x`));
    expect(citations).toMatchObject([{ title: results }]);
    expect(trials).toMatchObject([{ phases: [{ code: 'PHASE2' }] }]);
  });

  it('an institute with "and" in its name is one author', () => {
    const authors = 'Ann Doe, National Heart and Lung Institute, Bob Roe';
    const { citations } = read(page(`${title}\nAuthors: ${authors}\ndoi:10.1000/x`));
    expect(citations).toMatchObject([{ authors: ['Ann Doe', 'National Heart and Lung Institute', 'Bob Roe'] }]);
  });

  it('tabs and the menu above the title begin no part and say no type', () => {
    const { trials } = read(page(`Review\nEditorial\nAbstract\nReferences\n${title}\n${names}\ndoi:10.1000/x`));
    expect(trials.map(({ id }) => id)).toEqual(['NCT01111111']);
  });
});

describe('a text of one line', () => {
  it('has headings that stand out by their capitals alone', () => {
    const { trials } = read(
      'Tea after Gout. Doe A, Roe B, et al. BACKGROUND A phase 2 trial of tea enrolled 20 patients. METHODS We performed a randomized, double-blind trial. RESULTS A total of 4745 patients were enrolled. CONCLUSIONS Tea helped. (ClinicalTrials.gov number, NCT02551094.)',
    );
    expect(trials).toMatchObject([
      { id: 'NCT02551094', enrollment: { count: 4745 }, design: { masking: { masking: { code: 'DOUBLE' } } } },
    ]);
    expect(trials[0]).not.toHaveProperty('phases');
  });
});

describe('parts of a page that list other publications', () => {
  const page = (behind: string): string => `Tea in adults with gout and other diseases: a randomised trial
Ann Doe, Bob Roe
PMID: 12345678
Abstract
Methods: 60 patients were randomised to tea or water.
Trial registration: NCT01111111.
${behind}
`;
  it.each([
    'Similar articles\nCoffee: a randomised trial. Clinical Trial. (NCT03333333)',
    'References\n1. Foo A. In this trial, 40 patients were enrolled. NCT03333333.',
    'Comment in\nA phase 3 trial of coffee enrolled 40 patients (NCT03333333).',
  ])('give no trial: %j', (behind) => {
    const { trials, mentions } = read(page(behind));
    expect(trials.map(({ id, enrollment, phases }) => [id, enrollment?.count, phases])).toEqual([
      ['NCT01111111', 60, undefined],
    ]);
    expect(mentions.map(({ value }) => value)).toEqual(['NCT03333333']);
  });

  it('end where the page goes on about itself', () => {
    const { trials } = read(page('Similar articles\nCoffee (NCT03333333)\nAssociated data\nISRCTN50189673'));
    expect(trials[0]?.identifiers?.map(({ value }) => value)).toEqual(['NCT01111111', 'ISRCTN50189673']);
  });
});

describe('a type above the title', () => {
  it('says that a publication is no report of a trial', () => {
    const page = (type: string): string =>
      `${type}\nNat Rev Tea\n. 2022 Feb;19(2):100-116. doi: 10.1038/x.\nTea and gout: insights from large trials\nAnn Doe, Bob Roe\nPMID: 12345678\nAbstract\nIn HOT (NCT03036124), 40 patients were randomized to tea or water.\n`;
    expect(read(page('Review'))).toMatchObject({ trials: [], citations: [{ pmid: '12345678' }] });
    expect(read(page('Randomized Controlled Trial')).trials).toHaveLength(1);
  });
});
