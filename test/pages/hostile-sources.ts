import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const seedFolder = fileURLToPath(new URL('../../seeds/', import.meta.url));
const seed = (name: string): string => readFileSync(`${seedFolder}${name}.txt`, 'utf8');
const stripped = seed('000_1c766716c831392b');
const medpath = seed('001_b087d68130d6e372');
const blog = seed('002_d4399accb086885d');
const abstract = seed('003_55f7d1e5fd12cbec');
const veeva = seed('004_be195e707c4d5161');
const unrecognized =
  'Public title: A trial\nScientific title: A trial of a drug\nRecruitment status: Completed\nStudy type: x\nPhase: 2\n';

const exported =
  '1. Gut. 2021;80:350. doi: 10.1000/x.\n\nTea: a trial.\n\nDoe J(1).\n\nWe enrolled 40 adults.\n\nPMID: 1\n';
const tagged = 'PMID- 1\nTI  - Tea: a trial.\nAB  - We enrolled 40 adults.\nSI  - ClinicalTrials.gov/NCT06825884\n';

/** A source made to be slow: it grows with its length in one way. */
export interface HostileSource {
  /** Format of the reader that accepts it. */
  readonly format: string;
  readonly name: string;
  /** Makes it, about so many characters long. */
  readonly make: (length: number) => string;
}

const fill = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length));

function behind(text: string, mark: string, inserted: string): string {
  const at = text.indexOf(mark);
  if (at < 0) throw new Error(`The page has no ${JSON.stringify(mark)}.`);
  return text.slice(0, at + mark.length) + inserted + text.slice(at + mark.length);
}

/** Stretches that any text can hold. */
const stretches: Readonly<Record<string, (length: number) => string>> = {
  'one long line': (length) => `${fill('abc (def) [x] 10 patients with phase I/II diabetes, ', length)}\n`,
  'one long word': (length) => `${fill('a', length)}\n`,
  bullets: (length) => fill('  \u2022 a criterion of some words 12\n', length),
  'one-letter lines': (length) => fill('a\n', length),
  'nested brackets': (length) => `${fill('([{<', length / 2)}${fill('>}])', length / 2)}\n`,
  'open brackets in lines': (length) => fill('((((((((((((((((((((( [[[[[[[[[[ "x\n', length),
  'blank lines': (length) => fill(' \n', length),
  blanks: (length) => `${fill(' ', length)}x\n`,
  'different registry ids': (length) =>
    Array.from({ length: Math.ceil(length / 13) }, (_, index) => `NCT${String(index).padStart(8, '0')}, `).join(''),
  'registry ids and half ones': (length) => fill('NCT06825884 NCT 2004-0004 CTRI/20 ', length),
};

const places: readonly (readonly [format: string, place: string, make: (inserted: string) => string])[] = [
  ['veeva-page', 'summary', (inserted) => behind(veeva, 'About\n\n', inserted)],
  ['veeva-page', 'criteria', (inserted) => behind(veeva, 'Inclusion criteria\n\n', inserted)],
  ['veeva-page', 'arms', (inserted) => behind(veeva, 'a placebo group\n\n', inserted)],
  ['veeva-page', 'criteria of a stripped page', (inserted) => behind(stripped, 'Inclusion criteria\n', inserted)],
  ['medpath-page', 'conditions', (inserted) => behind(medpath, '- Conditions\n- ', inserted)],
  ['medpath-page', 'criteria', (inserted) => behind(medpath, '- Target Recruitment\n- 20\n', inserted)],
  ['medpath-page', 'outcomes', (inserted) => behind(medpath, 'Name Time Method ', inserted)],
  ['medpath-page', 'sites', (inserted) => behind(medpath, '- Locations (1)\n', inserted)],
  ['pubmed-abstract', 'text', (inserted) => behind(abstract, 'trial.\n', inserted)],
  ['pubmed-abstract', 'authors', (inserted) => behind(abstract, 'Authors\n', inserted)],
  ['pubmed-abstract', 'text of an export', (inserted) => behind(exported, 'adults.\n', inserted)],
  ['pubmed-abstract', 'authors of an export', (inserted) => behind(exported, 'trial.\n\n', inserted)],
  ['pubmed-abstract', 'tags', (inserted) => behind(tagged, 'AB  - ', inserted)],
  ['narrative', 'text', (inserted) => blog + inserted],
  ['narrative', 'text of an unrecognized registry page', (inserted) => unrecognized + inserted],
  [
    'pubmed-xml',
    'abstract',
    (inserted) =>
      `<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>A trial</ArticleTitle><Abstract><AbstractText>${inserted.replaceAll('<', '(')}</AbstractText></Abstract></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>`,
  ],
];

/** What only one kind of source can hold. */
const own: readonly HostileSource[] = [
  {
    format: 'veeva-page',
    name: 'repeated headings',
    make: (length) => behind(veeva, 'Full description\n\n', fill('Sex\n\nAll\n\nEnrollment\n', length)),
  },
  {
    format: 'veeva-page',
    name: 'repeated headings of criteria',
    make: (length) =>
      behind(veeva, 'Inclusion criteria\n\n', fill('Inclusion Criteria:\nExclusion criteria\n', length)),
  },
  {
    format: 'veeva-page',
    name: 'repeated arms',
    make: (length) =>
      behind(veeva, 'a placebo group\n\n', fill('Arm\nExperimental group\nTreatment:\nDrug: x\n', length)),
  },
  {
    format: 'veeva-page',
    name: 'criteria nested ever deeper',
    make: (length) => {
      const lines: string[] = [];
      for (let total = 0, depth = 1; total < length; depth = (depth % 2000) + 2) {
        const line = `${' '.repeat(depth)}- x\n`;
        total += line.length;
        lines.push(line);
      }
      return behind(veeva, 'Inclusion criteria\n\n', lines.join(''));
    },
  },
  {
    format: 'medpath-page',
    name: 'repeated headings',
    make: (length) => behind(medpath, '- Brief Summary\n', fill('- Sex\n- All\n- Status\n- COMPLETED\n', length)),
  },
  {
    format: 'medpath-page',
    name: 'glued conditions',
    make: (length) => behind(medpath, '- Conditions\n- ', `${fill('DiseaseOther', length)}\n- `),
  },
  {
    format: 'medpath-page',
    name: 'rows of outcomes',
    make: (length) => behind(medpath, 'Name Time Method ', fill('Pain 1 year Baseline\n', length)),
  },
  {
    format: 'medpath-page',
    name: 'sites',
    make: (length) =>
      behind(medpath, '- Locations (1)\n', fill('Hospital\n\u{1f1e7}\u{1f1fe}Minsk, Belarus\n', length)),
  },
  {
    format: 'pubmed-abstract',
    name: 'repeated headings',
    make: (length) => behind(abstract, 'trial.\n', fill('BACKGROUND: x. METHODS: y. RESULTS: z.\n', length)),
  },
  {
    format: 'pubmed-abstract',
    name: 'sentences with facts',
    make: (length) =>
      behind(abstract, 'trial.\n', fill('In this trial (NCT06825884), ten men were enrolled. ', length)),
  },
  {
    format: 'pubmed-abstract',
    name: 'author names',
    make: (length) => behind(abstract, 'Authors\n', fill('Jane Doe, ', length)),
  },
  {
    format: 'pubmed-abstract',
    name: 'records of an export',
    make: (length) => {
      const count = Math.ceil(length / exported.length);
      return Array.from({ length: count }, (_, index) => exported.replace('1', String(index + 1))).join('\n');
    },
  },
  {
    format: 'pubmed-abstract',
    name: 'tagged records',
    make: (length) => fill(tagged, length),
  },
  {
    format: 'pubmed-abstract',
    name: 'tags that are not read',
    make: (length) => tagged + fill('MH  - Tea\n', length),
  },
  {
    format: 'narrative',
    name: 'repeated headings of references',
    make: (length) => blog + fill('References\n1. Doe J. A title. Lancet. 2016;388:1281-90.\n', length),
  },
  {
    format: 'narrative',
    name: 'repeated headings of an unrecognized registry page',
    make: (length) => unrecognized + fill('Inclusion criteria\nStudy type: x\nPhase: 2\n', length),
  },
  {
    format: 'pubmed-xml',
    name: 'articles',
    make: (length) =>
      `<PubmedArticleSet>${fill('<PubmedArticle><MedlineCitation><PMID>1</PMID></MedlineCitation></PubmedArticle>', length)}</PubmedArticleSet>`,
  },
  {
    format: 'pubmed-xml',
    name: 'parts of an abstract',
    make: (length) =>
      `<PubmedArticleSet><PubmedArticle><MedlineCitation><Article><ArticleTitle>A</ArticleTitle><Abstract>${fill('<AbstractText Label="METHODS">We enrolled ten.</AbstractText>', length)}</Abstract></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>`,
  },
  {
    format: 'pubmed-xml',
    name: 'ids of data banks',
    make: (length) => {
      const ids = Array.from({ length: Math.ceil(length / 46) }, (_, index) => `NCT${String(index).padStart(8, '0')}`);
      return `<PubmedArticleSet><PubmedArticle><MedlineCitation><Article><ArticleTitle>A</ArticleTitle><DataBankList><DataBank><AccessionNumberList><AccessionNumber>${ids.join('</AccessionNumber><AccessionNumber>')}</AccessionNumber></AccessionNumberList></DataBank></DataBankList></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>`;
    },
  },
  {
    format: 'pubmed-xml',
    name: 'author names',
    make: (length) =>
      `<PubmedArticleSet><PubmedArticle><MedlineCitation><Article><ArticleTitle>A</ArticleTitle><AuthorList>${fill('<Author><LastName>Doe</LastName></Author>', length)}</AuthorList></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>`,
  },
  {
    format: 'pubmed-xml',
    name: 'references of characters',
    make: (length) =>
      `<PubmedArticleSet><PubmedArticle><MedlineCitation><Article><ArticleTitle>${fill('&#98; ', length)}</ArticleTitle></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>`,
  },
  {
    format: 'pubmed-xml',
    name: 'attributes',
    make: (length) => {
      const attributes: string[] = [];
      for (let total = 0; total < length; total += 12) attributes.push(`a${attributes.length}="x"`);
      return `<PubmedArticleSet ${attributes.join(' ')}><PubmedArticle/></PubmedArticleSet>`;
    },
  },
];

export const hostileSources: readonly HostileSource[] = [
  ...places.flatMap(([format, place, make]) =>
    Object.entries(stretches).map(
      ([name, stretch]): HostileSource => ({
        format,
        name: `${name} in the ${place}`,
        make: (length) => make(stretch(length)),
      }),
    ),
  ),
  ...own,
];
