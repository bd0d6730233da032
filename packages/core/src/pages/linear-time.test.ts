import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { pageReaders } from './index.js';

const seedFolder = fileURLToPath(new URL('../../../../seeds/', import.meta.url));
const seed = (name: string): string => readFileSync(`${seedFolder}${name}.txt`, 'utf8');
const stripped = seed('000_1c766716c831392b');
const medpath = seed('001_b087d68130d6e372');
const blog = seed('002_d4399accb086885d');
const abstract = seed('003_55f7d1e5fd12cbec');
const veeva = seed('004_be195e707c4d5161');

/** Sizes in characters; the long run asks for more by number. */
const size = Number(process.env.TRIALBRIDGE_PAGE_SIZE ?? 200_000);

function behind(text: string, mark: string, inserted: string): string {
  const at = text.indexOf(mark) + mark.length;
  return text.slice(0, at) + inserted + text.slice(at);
}

const fill = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length));

/** Sources made to be slow: each grows with its length in one way. */
const hostile: readonly (readonly [string, (length: number) => string])[] = [
  [
    'bullets',
    (length) => behind(veeva, 'Inclusion criteria\n\n', fill('  \u2022 a criterion of some words 12\n', length)),
  ],
  ['repeated headings', (length) => behind(veeva, 'Full description\n\n', fill('Sex\n\nAll\n\nEnrollment\n', length))],
  [
    'one long line',
    (length) => behind(veeva, 'About\n\n', `${fill('abc (def) [x] phase in patients with ', length)}\n`),
  ],
  [
    'arms',
    (length) => behind(veeva, 'a placebo group\n\n', fill('Arm\nExperimental group\nTreatment:\nDrug: x\n', length)),
  ],
  ['a long line in a stripped page', (length) => behind(stripped, 'About\n', fill('phase I/II randomized ', length))],
  ['glued conditions', (length) => behind(medpath, '- Conditions\n- ', fill('DiseaseOther', length))],
  ['rows', (length) => behind(medpath, 'Name Time Method ', fill('Pain 1 year Baseline\n', length))],
  [
    'sites',
    (length) => behind(medpath, '- Locations (1)\n', fill('Hospital\n\u{1f1e7}\u{1f1fe}Minsk, Belarus\n', length)),
  ],
  [
    'sentences',
    (length) => behind(abstract, 'trial.\n', fill('In this trial (NCT06825884), ten men were enrolled. ', length)),
  ],
  ['authors', (length) => behind(abstract, 'Authors\n', fill('Jane Doe, ', length))],
  ['brackets', (length) => blog + fill('([{<', length)],
  ['blanks', (length) => `${blog}${fill(' ', length)}x`],
  ['short lines', (length) => blog + fill('a\n', length)],
  ['ids and what begins like one', (length) => blog + fill('NCT06825884 NCT 2004-0004 CTRI/20 ', length)],
  [
    'articles',
    (length) =>
      `<PubmedArticleSet>${fill('<PubmedArticle><MedlineCitation><PMID>1</PMID></MedlineCitation></PubmedArticle>', length)}</PubmedArticleSet>`,
  ],
];

function secondsFor(source: string): number {
  const context = { report: () => undefined, infer: true, evidence: false };
  const start = performance.now();
  const [reader, second] = pageReaders.filter(({ accepts }) => accepts(source));
  expect(second).toBeUndefined();
  expect(reader?.read(source, context)).toBeDefined();
  return (performance.now() - start) / 1000;
}

describe('time', () => {
  it.each(hostile)('is no more than proportional to the length: %s', (_, make) => {
    secondsFor(make(size / 4));
    const once = secondsFor(make(size));
    const fourfold = secondsFor(make(size * 4));
    // A quadratic reader takes sixteen times as long; a busy computer makes either of the two slower.
    expect(fourfold).toBeLessThan(10 * once + 2);
  });
});
