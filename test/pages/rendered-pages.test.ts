import { describe, expect, it } from 'vitest';
import { pageReaders, readTrials } from '../../packages/core/src/index.js';
import { type Facts, factsOf } from './page-facts.js';
import { type Layout, renderMedpath } from './render-medpath.js';
import { renderVeeva } from './render-veeva.js';
import { studiesIn } from './studies.js';

const corpus = process.env.TRIALBRIDGE_CORPUS;

// Real records drawn as full-length pages: the pages at hand are few and short, records are many and long. What a page
// shows is known from the record, so every value can be compared.
describe.skipIf(corpus === undefined)('real records drawn as pages of ClinicalTrials.Veeva', () => {
  const studies = corpus === undefined ? [] : studiesIn(corpus);

  it('are read back with every value that the page shows, and no other', () => {
    const differences: string[] = [];
    for (const study of studies) {
      const { text, facts } = renderVeeva(study);
      const { format, trials } = readTrials(text, pageReaders, { infer: false });
      expect(format).toBe('veeva-page');
      const found = factsOf(trials[0]);
      for (const key of new Set([...Object.keys(facts), ...Object.keys(found)])) {
        const [wanted, got] = [plain(facts[key]), plain(found[key])];
        if (wanted !== got)
          differences.push(`${facts['/id']} ${key}: ${wanted?.slice(0, 200)} / ${got?.slice(0, 200)}`);
      }
    }
    expect(studies.length).toBeGreaterThan(1000);
    expect(differences).toEqual([]);
  }, 120_000);
});

describe.skipIf(corpus === undefined)('real records drawn as pages of MedPath', () => {
  const studies = corpus === undefined ? [] : studiesIn(corpus);
  // Every fifth record: each is drawn and read in three layouts.
  const some = studies.filter((_, index) => index % 5 === 0);

  it.each<Layout>(['plain', 'dash', 'nested'])(
    'are read back with every value of a %s page',
    (layout) => {
      const differences: string[] = [];
      let glued = 0;
      for (const study of some) {
        const { text, facts } = renderMedpath(study, layout);
        const { format, trials } = readTrials(text, pageReaders, { infer: false });
        expect(format).toBe('medpath-page');
        const found: Facts = { ...factsOf(trials[0]), '/sites': trials[0]?.sites };
        for (const key of Object.keys(facts).filter((one) => one.startsWith('/') || one === 'treatments')) {
          if (plain(facts[key]) === plain(found[key])) continue;
          // Conditions that stand glued: no sign shows where they end.
          if (key === '/conditions' && layout !== 'plain') glued += 1;
          else if (key !== '/sites' || !isSameAddress(facts[key], found[key]))
            differences.push(`${facts['/id']} ${key}: ${plain(facts[key])} / ${plain(found[key])}`);
        }
      }
      expect(differences).toEqual([]);
      expect(glued / some.length).toBeLessThan(0.02);
    },
    120_000,
  );

  it.each<Layout>(['plain', 'dash', 'nested'])(
    'give no cell of a table other words on a %s page',
    (layout) => {
      let right = 0;
      const wrong: string[] = [];
      for (const study of studies) {
        const { text, rows } = renderMedpath(study, layout);
        const [trial] = readTrials(text, pageReaders, { infer: false }).trials;
        const shown = new Set([...rows.arms, ...rows.outcomes].map(plain));
        const arms = (trial?.arms ?? []).map(({ label, description }) => ({ label, description }));
        for (const row of [...arms, ...(trial?.primaryOutcomes ?? []), ...(trial?.secondaryOutcomes ?? [])]) {
          if (shown.has(plain(row))) right += 1;
          else wrong.push(`${trial?.id}: ${plain(row)}`);
        }
      }
      // Rows whose cells have lost their borders are mostly left alone; of those that are read, a record with a
      // misprint at the border of two cells may be wrong, and nothing else.
      expect(right).toBeGreaterThan(minimum[layout]);
      expect(wrong.length / right, wrong.join('\n')).toBeLessThan(0.001);
    },
    240_000,
  );
});

/** Rows of the tables that are read at least, of some 12,000: the less borders a layout leaves, the fewer. */
const minimum: Readonly<Record<Layout, number>> = { plain: 5000, dash: 1500, nested: 200 };

/** A comma in the name of a city makes a part of it the state, or leaves both out: no sign shows where the name ends. */
function isSameAddress(shown: unknown, found: unknown): boolean {
  const addresses = (sites: unknown): string[] =>
    (sites as { city?: string; state?: string; country?: string }[]).map(({ city, state, country }) =>
      [city, state, country].filter(Boolean).join(', '),
    );
  const [wanted, got] = [addresses(shown), addresses(found)];
  return wanted.every((address, index) => address === got[index] || address.endsWith(`, ${got[index]}`));
}

/** A value with its white space made single, since pages break lines where they like. */
function plain(value: unknown): string | undefined {
  return JSON.stringify(value)?.replace(/(?:\\n|\s)+/g, ' ');
}
