import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pageReaders, readTrials } from '../../packages/core/src/index.js';
import { type ReaderSample, readerChecks } from '../../packages/core/src/testing/index.js';
import { renderMedpath } from './render-medpath.js';
import { renderVeeva } from './render-veeva.js';
import { studiesIn } from './studies.js';

const corpus = process.env.TRIALBRIDGE_CORPUS;

function sourcesIn(folder: string): ReaderSample[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => /\.(?:txt|xml)$/.test(name));
  return names.map((name) => ({ name, source: readFileSync(join(folder, name), 'utf8') }));
}

function drawnPages(folder: string): ReaderSample[] {
  const studies = studiesIn(folder).filter((_, index) => index % 100 === 0);
  return studies.flatMap((study, index) => [
    { name: `Veeva page ${index}`, source: renderVeeva(study).text },
    { name: `plain MedPath page ${index}`, source: renderMedpath(study, 'plain').text },
    { name: `MedPath page ${index} with dashes`, source: renderMedpath(study, 'dash').text },
  ]);
}

const sources =
  corpus === undefined
    ? []
    : [...sourcesIn(join(corpus, 'pages')), ...sourcesIn(join(corpus, 'pubmed')), ...drawnPages(corpus)];

describe.skipIf(corpus === undefined)('every page of the corpus', () => {
  for (const reader of pageReaders) {
    const samples = sources.filter(({ source }) => reader.accepts(source));
    for (const check of readerChecks(reader, samples)) it(`${reader.format} ${check.name}`, check.run, 120_000);
  }

  it('gives nothing out of prose where that is switched off', () => {
    const inferred = sources.flatMap(({ name, source }) =>
      readTrials(source, pageReaders, { infer: false }).trials.flatMap((trial) =>
        Object.entries(trial.evidence ?? {})
          .filter(([, { kind }]) => kind === 'inferred')
          .map(([pointer]) => `${name} ${pointer}`),
      ),
    );
    expect(inferred).toEqual([]);
  });
});
