import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { medpathPageReader, pageReaders, readTrials, veevaPageReader } from '../../packages/core/src/index.js';
import { faultsOfCut } from './cut-faults.js';
import { renderMedpath } from './render-medpath.js';
import { renderVeeva } from './render-veeva.js';
import { studiesIn } from './studies.js';

const seedFolder = fileURLToPath(new URL('../../seeds/', import.meta.url));
const corpus = process.env.TRIALBRIDGE_CORPUS;
const cutsPerPage = Number(process.env.TRIALBRIDGE_CUTS ?? 200);

interface Page {
  readonly name: string;
  readonly source: string;
}

function textsIn(folder: string): Page[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return names.map((name): Page => ({ name, source: readFileSync(join(folder, name), 'utf8').trimEnd() }));
}

const texts = [...textsIn(seedFolder), ...(corpus === undefined ? [] : textsIn(join(corpus, 'pages')))];
const isRecord = ({ source }: Page): boolean => veevaPageReader.accepts(source) || medpathPageReader.accepts(source);

/** Real records drawn as pages to their very end, which few of the pages at hand reach. */
function drawnPages(): Page[] {
  if (corpus === undefined) return [];
  const studies = studiesIn(corpus).filter((_, index) => index % 100 === 0);
  return studies.flatMap((study) => [
    { name: `${study.protocolSection.identificationModule.nctId} as a Veeva page`, source: renderVeeva(study).text },
    ...(['plain', 'dash', 'nested'] as const).map(
      (layout): Page => ({
        name: `${study.protocolSection.identificationModule.nctId} as a ${layout} MedPath page`,
        source: renderMedpath(study, layout).text,
      }),
    ),
  ]);
}

const records = [...texts.filter(isRecord), ...drawnPages()];

describe.each(records)('$name, cut', ({ source }) => {
  it(`at ${cutsPerPage} places keeps what stands before the cut and says nothing of what stands behind it`, () => {
    const [whole] = readTrials(source, pageReaders, { infer: false }).trials;
    if (!whole) throw new Error('The whole page holds no trial.');
    const property = fc.property(fc.integer({ min: 0, max: source.length - 1 }), (cut) => {
      expect(faultsOfCut(whole, source, cut)).toEqual([]);
    });
    fc.assert(property, { numRuns: cutsPerPage });
  });
});

describe.each(texts.filter((page) => !isRecord(page)))('$name, cut', ({ source }) => {
  it(`at ${cutsPerPage} places is read, and nothing is called not stated`, () => {
    const property = fc.property(fc.integer({ min: 0, max: source.length - 1 }), (cut) => {
      const part = source.slice(0, cut);
      // A few signs without a letter are no text.
      if (!/\p{L}/u.test(part)) return;
      const { trials } = readTrials(part, pageReaders);
      const reasons = trials.flatMap((trial) => Object.values(trial.evidence ?? {}).map(({ reason }) => reason));
      expect(reasons).not.toContain('not-stated');
    });
    fc.assert(property, { numRuns: cutsPerPage });
  });
});
