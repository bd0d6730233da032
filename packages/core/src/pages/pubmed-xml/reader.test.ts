import { describe, expect, it } from 'vitest';
import { readTrials } from '../../convert.js';
import { TrialError } from '../../errors.js';
import { readerChecks } from '../../testing/index.js';
import { pageReaders, pubmedXmlReader } from '../index.js';

function article(pmid: string, inner: { abstract?: string; banks?: string; types?: string; notices?: string }): string {
  return `<PubmedArticle><MedlineCitation Status="MEDLINE"><PMID Version="1">${pmid}</PMID><Article>
<Journal><JournalIssue><Volume>8</Volume><Issue>3</Issue><PubDate><MedlineDate>2012 Mar-Apr</MedlineDate></PubDate></JournalIssue>
<Title>Tea &amp; trials</Title></Journal><ArticleTitle>Tea for <i>made-up</i> disease: a trial.</ArticleTitle>
<Pagination><MedlinePgn>323-7</MedlinePgn></Pagination><ELocationID EIdType="doi" ValidYN="Y">10.1000/x.${pmid}</ELocationID>
<Abstract>${inner.abstract ?? ''}</Abstract>
<AuthorList CompleteYN="N"><Author><LastName>Van Doe</LastName><ForeName>Ann</ForeName><Initials>A</Initials></Author>
<Author><CollectiveName>Tea Group</CollectiveName></Author></AuthorList>
<DataBankList>${inner.banks ?? ''}</DataBankList><PublicationTypeList>${inner.types ?? ''}</PublicationTypeList>
</Article>${inner.notices ?? ''}</MedlineCitation></PubmedArticle>`;
}

const bank = (name: string, ...ids: string[]): string =>
  `<DataBank><DataBankName>${name}</DataBankName><AccessionNumberList>${ids.map((id) => `<AccessionNumber>${id}</AccessionNumber>`).join('')}</AccessionNumberList></DataBank>`;
const types = (...names: string[]): string =>
  names.map((name) => `<PublicationType UI="D">${name}</PublicationType>`).join('');
const set = (...articles: string[]): string =>
  `<?xml version="1.0"?>\n<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD" "https://example.org/a.dtd">\n<PubmedArticleSet>\n${articles.join('\n')}\n</PubmedArticleSet>\n`;

const one = set(
  article('1', {
    abstract:
      '<AbstractText Label="METHODS">In this open-label study, 40 patients (age &lt; 60) were enrolled.</AbstractText>',
    banks: bank('ClinicalTrials.gov', 'NCT01234567') + bank('GENBANK', 'AB123456'),
    types: types('Journal Article', 'Clinical Trial, Phase II', 'Randomized Controlled Trial', 'Multicenter Study'),
  }),
);

describe('one article', () => {
  it('gives its citation', () => {
    expect(readTrials(one, pageReaders).citations).toEqual([
      {
        pmid: '1',
        title: 'Tea for made-up disease: a trial.',
        authors: ['Ann Van Doe', 'Tea Group'],
        authorsTruncated: true,
        journal: 'Tea & trials',
        year: '2012',
        volume: '8',
        issue: '3',
        pages: '323-7',
        doi: '10.1000/x.1',
      },
    ]);
  });

  it('gives the trial of its data bank, with what its types and its prose say', () => {
    const [trial] = readTrials(one, pageReaders, { evidence: true }).trials;
    expect(trial).toMatchObject({
      id: 'NCT01234567',
      phases: [{ code: 'PHASE2', verbatim: 'Clinical Trial, Phase II' }],
      design: {
        allocation: { code: 'RANDOMIZED' },
        centers: { code: 'MULTIPLE' },
        masking: { masking: { code: 'NONE' } },
      },
      enrollment: { count: 40 },
    });
    const [span] = trial?.evidence?.['/enrollment/count']?.spans ?? [];
    expect(one.slice(span?.start, span?.end)).toBe('40');
    expect(trial?.evidence?.['/design/masking/masking/code']).toMatchObject({ kind: 'inferred', rule: 'masking-term' });
  });

  it('gives the place of each stated value in the article, wherever that stands', () => {
    const places = (source: string): (string | undefined)[] => {
      const evidence = readTrials(source, pageReaders, { evidence: true }).trials.at(-1)?.evidence;
      return ['/identifiers/0', '/phases/0', '/references/0/authors/0', '/enrollment/count'].map(
        (pointer) => evidence?.[pointer]?.path,
      );
    };
    const citation = '/PubmedArticle/MedlineCitation/0/Article/0';
    const expected = [
      `${citation}/DataBankList/0/DataBank/0/AccessionNumberList/0/AccessionNumber/0`,
      `${citation}/PublicationTypeList/0/PublicationType/1`,
      `${citation}/AuthorList/0/Author/0`,
      `${citation}/Abstract/0/AbstractText/0`,
    ];
    expect(places(one)).toEqual(expected);
    expect(places(one.replace('<PubmedArticle>', `${article('9', {})}<PubmedArticle>`))).toEqual(expected);
  });

  it('says what was inferred even where nobody asks for evidence', () => {
    const [trial] = readTrials(one, pageReaders).trials;
    expect(Object.values(trial?.evidence ?? {}).every(({ kind }) => kind === 'inferred')).toBe(true);
    expect(readTrials(one, pageReaders, { infer: false }).trials[0]?.evidence).toBeUndefined();
  });

  it('may be a review, which has no trial', () => {
    const review = set(
      article('2', {
        abstract: '<AbstractText>A randomized trial of patients.</AbstractText>',
        types: types('Review'),
      }),
    );
    expect(readTrials(review, pageReaders).trials).toEqual([]);
  });

  it.each([
    ['Meta-Analysis', 'Three trials (NCT01234567, NCT02345678) with 500 randomized patients were included.'],
    ['Letter', 'We read the trial (NCT01234567) in which 4744 patients were randomized (NCT02345678).'],
    ['Case Reports', 'A man was enrolled in expanded access (NCT01234567; EudraCT 2010-012345-67).'],
    ['Randomized Controlled Trial, Veterinary', 'We enrolled 40 patients (NCT01234567, NCT02345678).'],
  ])('of the type %s names trials of others', (type, abstract) => {
    const other = set(article('2', { abstract: `<AbstractText>${abstract}</AbstractText>`, types: types(type) }));
    const { trials, mentions } = readTrials(other, pageReaders);
    expect([trials, mentions.length]).toEqual([[], 2]);
  });

  it('that is a letter may report a trial', () => {
    const abstract = '<AbstractText>We enrolled 40 patients (NCT01234567).</AbstractText>';
    const letter = set(article('2', { abstract, types: types('Letter', 'Clinical Trial, Phase II') }));
    expect(readTrials(letter, pageReaders).trials.map(({ id }) => id)).toEqual(['NCT01234567']);
  });

  it('with numbers of sequences and no words of a trial of its own has none', () => {
    const genome = set(article('2', { banks: bank('GENBANK', 'NC_045512'), types: types('Journal Article') }));
    const title = genome.replace(
      'Tea for <i>made-up</i> disease: a trial.',
      'Genome of a virus from patients in a trial.',
    );
    expect(readTrials(title, pageReaders)).toMatchObject({ trials: [], mentions: [] });
  });

  it('may be retracted', () => {
    const notices =
      '<CommentsCorrectionsList><CommentsCorrections RefType="RetractionIn"><RefSource>Tea. 2013</RefSource><PMID>9</PMID></CommentsCorrections></CommentsCorrectionsList>';
    expect(readTrials(set(article('3', { notices })), pageReaders).citations[0]?.retractions).toEqual([
      { source: 'Tea. 2013', pmid: '9' },
    ]);
  });
});

describe('a set', () => {
  it('keeps articles and their trials apart', () => {
    const several = set(
      article('1', { banks: bank('ClinicalTrials.gov', 'NCT00000001', 'NCT00000002') }),
      article('2', { banks: bank('ISRCTN', 'ISRCTN12345678') }),
    );
    const { trials, citations } = readTrials(several, pageReaders);
    expect(trials.map(({ id, references }) => [id, references?.[0]?.pmid])).toEqual([
      ['NCT00000001', '1'],
      ['NCT00000002', '1'],
      ['ISRCTN12345678', '2'],
    ]);
    expect(citations).toHaveLength(2);
  });
});

describe('what is not well-formed', () => {
  it.each([
    ['cut', one.slice(0, 900)],
    ['tags that cross', set('<PubmedArticle><a></b></PubmedArticle>')],
    ['entities of its own', '<!DOCTYPE PubmedArticleSet [<!ENTITY a "b">]><PubmedArticleSet>&a;</PubmedArticleSet>'],
    ['an unknown entity', set('<PubmedArticle>&unknown;</PubmedArticle>')],
    ['a second root', `${set()}<PubmedArticleSet/>`],
  ])('is refused: %s', (_, source) => {
    const context = { report: () => undefined, infer: true, evidence: false };
    expect(() => pubmedXmlReader.read(source, context)).toThrow(TrialError);
  });
});

describe('the reader', () => {
  const others = pageReaders.filter((reader) => reader !== pubmedXmlReader);
  for (const check of readerChecks(pubmedXmlReader, [{ name: 'one', source: one }], { others }))
    it(check.name, check.run);
});
