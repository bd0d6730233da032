import { checkTrial } from '@trialbridge/core/validate';
import { describe, expect, it } from 'vitest';
import { corpus } from './ctgov-corpus.js';
import { readOthers } from './fhir-others.js';

describe.skipIf(corpus === '')('FHIR of others', () => {
  const files = corpus === '' ? [] : readOthers(corpus);

  it('is read, every file of it', () => {
    expect(files).toHaveLength(29);
    expect(files.filter(({ trials }) => trials.length === 0).map(({ name }) => name)).toEqual([]);
  });

  it('gives trials of the model', () => {
    const faults = files.flatMap(({ name, trials }) =>
      trials.flatMap((trial) => checkTrial(trial).map(({ at, message }) => `${name}: ${at} ${message}`)),
    );
    expect(faults).toEqual([]);
  });

  it('is of the version that its shape has', () => {
    const formats = new Map<string, number>();
    for (const { format } of files) formats.set(format, (formats.get(format) ?? 0) + 1);
    expect(Object.fromEntries(formats)).toEqual({ 'fhir-r4': 14, 'fhir-r5': 11, 'fhir-r6-ballot5': 4 });
  });

  it('holds as many trials as studies', () => {
    const counts = files.filter(({ trials }) => trials.length > 1).map(({ name, trials }) => [name, trials.length]);
    expect(counts).toEqual([
      ['ansforge+essais-cliniques__ig__sd-examples__Bundle-ECLAIRE-bundle-example-lastupdated.json', 20],
      ['ansforge+essais-cliniques__ig__sd-examples__Bundle-ECLAIRE-bundle-example-lastupdated.xml', 20],
      ['mcode+clinical-trial-matching-app__src____mocks____resultBundle.json', 6],
      ['miracum+registry-on-fhir__multi-site-merger__tests__e2e__studies.fhirbundle.json', 3],
      ['miracum+registry-on-fhir__web__frontend__tests__e2e__studies.fhirbundle.json', 7],
    ]);
  });

  it('reads the same from XML as from JSON', () => {
    const [json, xml] = files.filter(({ name }) => name.includes('Bundle-ECLAIRE')).map(({ trials }) => trials);
    const bare = (trials = json) => trials?.map(({ unmapped: _kept, evidence: _evidence, id: _id, ...rest }) => rest);
    expect(bare(xml)).toEqual(bare());
  });

  it('raises a bounded number of issues about parts that are kept', () => {
    for (const { trials, issues } of files) {
      const kept = issues.filter(
        ({ code }) => code === 'unknown-path' || code === 'placeholder' || code === 'wrong-type',
      );
      expect(kept.length).toBeLessThanOrEqual(trials.length * 51);
    }
  });
});
