import type { Trial } from '@trialbridge/core';
import { readTrials, trialJsonWriter, writeTrial } from '@trialbridge/core';
import { trialJsonReader } from '@trialbridge/core/trial-json';
import { ctgovJsonReader, ctgovJsonWriter } from '@trialbridge/ctgov';
import { describe, expect, it } from 'vitest';
import { corpus, studies } from './ctgov-corpus.js';
import { differences, jsonLeaves } from './ctgov-leaves.js';

describe.skipIf(!corpus)('API v2 JSON of the corpus', () => {
  it('comes back leaf for leaf, through trial-json', () => {
    const failures: string[] = [];
    let count = 0;
    for (const text of studies()) {
      const [trial] = readTrials(text, [ctgovJsonReader]).trials;
      const stored = trialJsonWriter.toText(trial as Trial);
      const [again] = readTrials(stored, [trialJsonReader]).trials;
      const written = writeTrial(again as Trial, ctgovJsonWriter);
      const lines = differences(
        jsonLeaves(JSON.parse(text)),
        jsonLeaves(JSON.parse(ctgovJsonWriter.toText(written.document))),
      );
      lines.push(...[...written.loss.dropped, ...written.loss.changed].map(({ path, why }) => `${path} lost: ${why}`));
      if (lines.length > 0) failures.push(`${again?.id}: ${lines.slice(0, 3).join('; ')}`);
      count += 1;
    }
    console.log(
      `${count - failures.length} of ${count} studies come back leaf for leaf, with nothing in the loss report`,
    );
    expect(failures).toEqual([]);
    expect(count).toBeGreaterThan(1000);
  });
});
