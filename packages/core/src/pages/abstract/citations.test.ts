import { describe, expect, it } from 'vitest';
import { type ReadResult, readTrials } from '../../convert.js';
import { pageReaders } from '../index.js';

const read = (source: string): ReadResult => readTrials(source, pageReaders);

it('leaves out the degrees between the names of a journal, and the marks behind them', () => {
  const of = (authors: string): readonly string[] | undefined =>
    read(
      `Tea in Patients with Gout and Other Diseases of Joints\nAuthors: ${authors}\nAbstract\nBACKGROUND: Tea.\nMETHODS: We randomly assigned 40 patients in this trial.\n`,
    ).citations[0]?.authors;
  expect(of('Ann Lee, M.D., Bob Ray, M.D., Ph.D., Cy Doe, MPH')).toEqual(['Ann Lee', 'Bob Ray', 'Cy Doe']);
  expect(of('Emery P(1), Hsia EC(2).')).toEqual(['Emery P', 'Hsia EC']);
});

describe('the line of a journal in the head of a page', () => {
  const title = 'Tea in Adults with Gout: A Randomized Clinical Trial';
  const rest = 'Abstract\nMethods: In this trial, 120 adults were randomised to tea or water.\n';
  it.each([
    ['JAMA. 2019;321(7):654-664.', { journal: 'JAMA', year: '2019', volume: '321', issue: '7', pages: '654-664' }],
    ['N Engl J Med 2018;378:797-808', { journal: 'N Engl J Med', year: '2018', volume: '378', pages: '797-808' }],
    ['BMJ 2019; 364 : l4567', { journal: 'BMJ', year: '2019', volume: '364', pages: 'l4567' }],
    ['Lancet 2016; 388: 1281-1290', { journal: 'Lancet', year: '2016', volume: '388', pages: '1281-1290' }],
    [
      'J Am Coll Cardiol. 2021 Mar 2;77(8):1073-1088. doi: 10.1016/j.jacc.2020.12.050',
      { journal: 'J Am Coll Cardiol', year: '2021', pages: '1073-1088', doi: '10.1016/j.jacc.2020.12.050' },
    ],
  ])('%j is read above the title and below it', (line, expected) => {
    const authors = 'Ann Doe, PhD, MPH; Bob Roe, MD; Cy van Doe, MS';
    for (const text of [`${line}\n${title}\n${authors}\n${rest}`, `${title}\n${authors}\n${line}\n${rest}`]) {
      const [found] = read(text).citations;
      expect(found).toMatchObject({ ...expected, title, authors: ['Ann Doe', 'Bob Roe', 'Cy van Doe'] });
    }
  });

  it('names no author short of initials that look like degrees', () => {
    const { citations } = read(`${title}\nAuthors: Doe, MA; Roe, BS; Poe, MD\n${rest}`);
    expect(citations[0]?.authors).toEqual(['Doe, MA', 'Roe, BS', 'Poe, MD']);
  });
});

describe('a list of results in another layout', () => {
  it('gives nothing, since nothing says what belongs together', () => {
    const entry = (number: number): string =>
      `${number}\nTea for gout: a randomised trial.\nDoe J.\nLancet. 2019 Mar 1;39:${number}-9. doi: 10.1000/x.${number}.\nPMID: ${number}\nMETHODS: 40 adults (NCT0111111${number}).\n`;
    expect(read(`Search results\n${entry(1)}${entry(2)}`)).toMatchObject({
      kind: 'narrative',
      trials: [],
      citations: [],
    });
  });
});

describe('the tagged form of MEDLINE', () => {
  const source = `PMID- 1
OWN - NLM
DP  - 2020 Dec 31
TI  - Tea in adults with gout: a randomized,
      double-blind trial.
PG  - 26-31
LID - 10.1000/x.1 [doi]
AB  - BACKGROUND: Gout hurts. METHODS: In this trial, 120
      patients were enrolled.
FAU - Doe, Ann P
AU  - Doe AP
CN  - Tea Group
SI  - ClinicalTrials.gov/NCT03333333
SI  - GENBANK/AB123456
PT  - Clinical Trial, Phase II
JT  - The journal of tea
TA  - J Tea

PMID- 2
TI  - Tea: a meta-analysis.
AB  - We pooled trials (NCT04444444).
PT  - Meta-Analysis
`;
  const { citations, trials, mentions } = read(source);

  it('gives the citations', () => {
    expect(citations).toEqual([
      {
        pmid: '1',
        title: 'Tea in adults with gout: a randomized, double-blind trial.',
        year: '2020',
        pages: '26-31',
        doi: '10.1000/x.1',
        authors: ['Doe, Ann P', 'Tea Group'],
        journal: 'The journal of tea',
      },
      { pmid: '2', title: 'Tea: a meta-analysis.' },
    ]);
  });

  it('gives the trial of a record with what its tags say, and keeps the others', () => {
    expect(trials).toMatchObject([
      {
        id: 'NCT03333333',
        phases: [{ code: 'PHASE2' }],
        enrollment: { count: 120 },
        design: { masking: { masking: { code: 'DOUBLE' } } },
      },
    ]);
    expect(trials[0]?.unmapped?.map(({ path, value }) => [path, value])).toEqual([
      ['/OWN', 'NLM'],
      ['/DP', '2020 Dec 31'],
    ]);
    expect(mentions.map(({ value }) => value)).toEqual(['NCT04444444']);
  });

  it('is read up to 200,000 tags of a citation, and says so', () => {
    const long = `PMID- 1\nTI  - Tea.\n${'MH  - Gout\n'.repeat(200_000)}PMID- 2\nTI  - Coffee.\n`;
    const reading = readTrials(long, pageReaders);
    expect(reading.citations).toEqual([
      { pmid: '1', title: 'Tea.' },
      { pmid: '2', title: 'Coffee.' },
    ]);
    expect(reading.issues.filter(({ code }) => code === 'unreadable-value')).toMatchObject([{ at: '200001:7' }]);
  });

  it('gives the place of each stated value', () => {
    const said = (pointer: string): string[] =>
      trials[0]?.evidence?.[pointer]?.spans?.map(({ start, end }) => source.slice(start, end)) ?? [];
    expect(said('/references/0/pmid')).toEqual(['1']);
    expect(said('/references/0/authors/1')).toEqual(['Tea Group']);
    expect(said('/unmapped/1')).toEqual(['2020 Dec 31']);
    expect(said('/enrollment/count')).toEqual(['120']);
  });
});

describe('the head of a page', () => {
  it('names the journal above the line of the citation, and a group behind the authors', () => {
    const { citations } = read(`Randomized Controlled Trial
N Engl J Tea
. 2020 Dec 31;383(27):2603-2615. doi: 10.1000/NEJM1. Epub 2020 Dec 10.
Tea in Gout
Fernando P Doe 1, Nicholas Roe 1; Tea Trial Group
PMID: 33301246 PMCID: PMC7745181 DOI: 10.1000/NEJM1
Abstract
Methods: In this trial, persons drank.
`);
    expect(citations).toEqual([
      {
        journal: 'N Engl J Tea',
        year: '2020',
        volume: '383',
        issue: '27',
        pages: '2603-2615',
        doi: '10.1000/NEJM1',
        title: 'Tea in Gout',
        authors: ['Fernando P Doe', 'Nicholas Roe', 'Tea Trial Group'],
        pmid: '33301246',
        pmcid: 'PMC7745181',
      },
    ]);
  });

  it('may say where a manuscript was published', () => {
    const { citations } =
      read(`Published in final edited form as: N Engl J Tea. 2014 Sep 25;371(13):1189\u20131197. doi: 10.1000/x

Tea in Gout

Danny F Doe 1,*, John G Roe 2
PMCID: PMC4444444  PMID: 25268516

Abstract

We drank.
`);
    expect(citations).toMatchObject([
      {
        journal: 'N Engl J Tea',
        volume: '371',
        pages: '1189\u20131197',
        title: 'Tea in Gout',
        authors: ['Danny F Doe', 'John G Roe'],
      },
    ]);
  });

  it('has a short title above the names, and labels that are kept', () => {
    const { citations, trials } = read(`Original Article
Tea for Gout
Anna Doe, Bernd Roe, Carla Van Doe
Published online: 3 May 2021
DOI: 10.1000/xyz

Document Type
Article
Publication Date
6-23-2021
Keywords
tea; gout

Abstract
Methods: 120 adults were randomised in this open-label trial.
`);
    expect(citations).toEqual([
      { title: 'Tea for Gout', authors: ['Anna Doe', 'Bernd Roe', 'Carla Van Doe'], year: '2021', doi: '10.1000/xyz' },
    ]);
    expect(trials[0]?.unmapped?.map(({ path, value }) => [path, value])).toEqual([
      ['/Published online', '3 May 2021'],
      ['/Document Type', 'Article'],
      ['/Publication Date', '6-23-2021'],
      ['/Keywords', 'tea; gout'],
    ]);
  });
});

describe('the mirror form', () => {
  const mirror = (title: string, text: string, authors: string): ReadResult =>
    read(`${title}\n${text}\nAuthors\n${authors}\nView on Pubmed`);

  it('has a group by its name', () => {
    const { citations } = mirror(
      'Tea: a randomised trial.',
      '40 adults.',
      'Ann Doe, Bob Roe, et al., on behalf of the TEA Investigators',
    );
    expect(citations[0]).toMatchObject({
      authors: ['Ann Doe', 'Bob Roe', 'TEA Investigators'],
      authorsTruncated: true,
    });
  });

  it('takes no DOI of another publication, and no author where none is listed', () => {
    const notice = mirror(
      'Retraction: Tea: a trial.',
      '[This retracts the article DOI: 10.1000/x.1a.].',
      '[No authors listed]',
    );
    expect(notice).toMatchObject({ trials: [], citations: [{ title: 'Retraction: Tea: a trial.' }] });
    expect(Object.keys(notice.citations[0] ?? {})).toEqual(['title']);
    const cited = mirror('Tea: a randomized trial.', 'Methods: 60 adults were enrolled (doi:10.1000/x.2).', 'Ann Doe');
    expect(cited.citations[0]).not.toHaveProperty('doi');
  });
});
