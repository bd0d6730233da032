import type { Trial } from '@trialbridge/core';
import { readTrials, trialJsonWriter, writeTrial } from '@trialbridge/core';
import { trialJsonReader } from '@trialbridge/core/trial-json';
import { ctgovXmlReader, ctgovXmlWriter } from '@trialbridge/ctgov';
import { describe, expect, it } from 'vitest';
import { corpus, publicXml } from './ctgov-corpus.js';
import { differences, xmlLeaves } from './ctgov-leaves.js';

describe.skipIf(!corpus)('public XML of the corpus', () => {
  it('comes back leaf for leaf, through trial-json', () => {
    const failures: string[] = [];
    let count = 0;
    for (const { name, text } of publicXml()) {
      count += 1;
      const [trial] = readTrials(text, [ctgovXmlReader]).trials;
      const [again] = readTrials(trialJsonWriter.toText(trial as Trial), [trialJsonReader]).trials;
      const written = writeTrial(again as Trial, ctgovXmlWriter);
      const lines = differences(xmlLeaves(text), xmlLeaves(written.document));
      lines.push(...[...written.loss.dropped, ...written.loss.changed].map(({ path, why }) => `${path} lost: ${why}`));
      if (lines.length > 0) failures.push(`${name}: ${lines.slice(0, 3).join('; ')}`);
    }
    console.log(
      `${count - failures.length} of ${count} files come back leaf for leaf, with nothing in the loss report`,
    );
    expect(failures).toEqual([]);
    expect(count).toBeGreaterThan(4000);
  }, 600_000);
});
