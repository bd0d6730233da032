import { readTrials, type Trial } from '@trialbridge/core';
import { ctgovJsonReader, ctgovXmlReader } from '@trialbridge/ctgov';
import { fhirR4Writer, fhirR5Writer } from '@trialbridge/fhir';
import { fhirChecker } from '@trialbridge/fhir/validate';
import { describe, expect, it } from 'vitest';
import { corpus, publicXml, studies } from './ctgov-corpus.js';

const versions = [
  ['r4', fhirR4Writer],
  ['r4b', fhirR4Writer],
  ['r5', fhirR5Writer],
] as const;

function* records(): Generator<Trial> {
  for (const text of studies()) yield* readTrials(text, [ctgovJsonReader]).trials;
  for (const { text } of publicXml()) yield* readTrials(text, [ctgovXmlReader]).trials;
}

describe.skipIf(!corpus).each(versions)('every record of the corpus, checked as %s', (version, writer) => {
  it('breaks no rule', { timeout: 600_000 }, async () => {
    const check = await fhirChecker(version);
    const broken: string[] = [];
    let count = 0;
    for (const trial of records()) {
      count += 1;
      const issues = check(writer.write(trial, { report: () => {} }));
      for (const { severity, expression, message } of issues)
        if (severity === 'error') broken.push(`${trial.id} ${expression}: ${message}`);
    }
    console.log(`${count} bundles, ${broken.length} errors`);
    expect(broken).toEqual([]);
    expect(count).toBeGreaterThan(5000);
  });
});
