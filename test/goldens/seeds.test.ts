import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { pageReaders, readTrials } from '../../packages/core/src/index.js';
import { expectGolden } from '../golden.js';

const seeds = fileURLToPath(new URL('../../seeds/', import.meta.url));
const names = readdirSync(seeds).filter((name) => name.endsWith('.txt'));

describe('the reading of the seeds', () => {
  it('is of five texts with four trials', () => {
    expect(names).toHaveLength(5);
    const trials = names.map((name) => readTrials(readFileSync(`${seeds}${name}`, 'utf8'), pageReaders).trials.length);
    expect(trials).toEqual([1, 1, 0, 1, 1]);
  });

  it.each(names)('%s is the one that was reviewed', (name) => {
    const reading = readTrials(readFileSync(`${seeds}${name}`, 'utf8'), pageReaders);
    expectGolden(`seeds/${name.replace(/\.txt$/, '.json')}`, `${JSON.stringify(reading, null, 2)}\n`);
  });
});
