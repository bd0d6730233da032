import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pageReaders, readTrials } from '../../packages/core/src/index.js';
import { factsOf } from './page-facts.js';
import { isComplete, renderVeeva, type Study } from './render-veeva.js';

const corpus = process.env.TRIALBRIDGE_CORPUS;

function studiesIn(folder: string): Study[] {
  const lines = gunzipSync(readFileSync(join(folder, 'ctgov-v2.ndjson.gz')))
    .toString('utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as Study).filter(isComplete);
}

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

/** A value with its white space made single, since pages break lines where they like. */
function plain(value: unknown): string | undefined {
  return JSON.stringify(value)?.replace(/(?:\\n|\s)+/g, ' ');
}
