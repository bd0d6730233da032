import { readTrials } from '@trialbridge/core';
import { ctgovJsonReader, ctgovXmlReader } from '@trialbridge/ctgov';
import { describe, expect, it } from 'vitest';
import { Drift } from './drift.js';

const readers = [ctgovJsonReader, ctgovXmlReader];

function driftOf(...sources: string[]): Drift {
  const drift = new Drift();
  for (const [index, source] of sources.entries()) {
    const { format, issues, trials } = readTrials(source, readers);
    drift.add(format, issues, trials, `record ${index + 1}`);
  }
  return drift;
}

const study = (protocolSection: object): string => JSON.stringify({ protocolSection });

describe('the drift of a registry', () => {
  it('counts unknown codes by their wording, and gives the wording as the example', () => {
    const identificationModule = { nctId: 'NCT00000001' };
    const paused = study({ identificationModule, statusModule: { overallStatus: 'PAUSED' } });
    const frozen = study({ identificationModule, statusModule: { overallStatus: 'FROZEN' } });
    const at = '/protocolSection/statusModule/overallStatus';
    expect(driftOf(paused, frozen, paused).toJson().entries).toEqual([
      {
        format: 'ctgov-json',
        code: 'unknown-code',
        path: at,
        message: '"PAUSED" is no value of this field that we know.',
        count: 2,
        examples: [
          { place: 'record 1', at, value: 'PAUSED' },
          { place: 'record 3', at, value: 'PAUSED' },
        ],
      },
      {
        format: 'ctgov-json',
        code: 'unknown-code',
        path: at,
        message: '"FROZEN" is no value of this field that we know.',
        count: 1,
        examples: [{ place: 'record 2', at, value: 'FROZEN' }],
      },
    ]);
  });

  it('gives what stands in unknown fields, and numbers where texts belong', () => {
    const identificationModule = { nctId: 'NCT00000001', briefTitle: 7, moon: { phase: 'full' } };
    expect(driftOf(study({ identificationModule })).toJson().entries).toMatchObject([
      { code: 'wrong-type', path: '/protocolSection/identificationModule/briefTitle', examples: [{ value: 7 }] },
      {
        code: 'unknown-path',
        path: '/protocolSection/identificationModule/moon',
        examples: [{ value: { phase: 'full' } }],
      },
    ]);
  });

  it('is told of public XML as well', () => {
    const source =
      '<clinical_study><id_info><nct_id>NCT00000001</nct_id></id_info><overall_status>Paused</overall_status><moon>full</moon></clinical_study>';
    expect(driftOf(source).toJson().entries).toMatchObject([
      { code: 'unknown-path', path: '/clinical_study/moon/*', examples: [{ value: 'full' }] },
      { code: 'unknown-code', path: '/clinical_study/overall_status/*', examples: [{ value: 'Paused' }] },
    ]);
  });
});
