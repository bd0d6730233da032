import { readTrials, writeTrial } from '@trialbridge/core';
import { checkDocument } from '@trialbridge/core/validate';
import { csvLines, csvWriter } from '@trialbridge/csv';
import { ctgovJsonReader } from '@trialbridge/ctgov';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { corpus, studies } from './ctgov-corpus.js';

describe.skipIf(!corpus)('real records as CSV', () => {
  const trials = corpus ? studies().flatMap((line) => readTrials(line, [ctgovJsonReader]).trials) : [];

  it('follow the schema of a row', () => {
    const failing = trials.filter(
      (trial) => checkDocument(csvWriter, writeTrial(trial, csvWriter).document).length > 0,
    );
    expect(failing.map(({ id }) => id)).toEqual([]);
  });

  it('are read back cell for cell by a CSV parser', () => {
    const [head, ...rows] = parse([...csvLines(trials)].join(''), { record_delimiter: '\r\n' }) as string[][];
    expect(rows).toHaveLength(trials.length);
    expect(head).toHaveLength(244);
    const differing = trials.filter((trial, index) => {
      return JSON.stringify(rows[index]) !== JSON.stringify(writeTrial(trial, csvWriter).document);
    });
    expect(differing.map(({ id }) => id)).toEqual([]);
  });
});
