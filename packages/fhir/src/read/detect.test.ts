import { pageReaders } from '@trialbridge/core';
import { trialJsonReader } from '@trialbridge/core/trial-json';
import { describe, expect, it } from 'vitest';
import { versionOf } from './detect.js';
import { fhirReaders } from './index.js';

const study = { resourceType: 'ResearchStudy', status: 'active' };
const versionOfStudy = (more: object) => versionOf(JSON.stringify({ ...study, ...more }));

describe('the version of a study', () => {
  it.each([
    ['enrollment', { enrollment: [] }],
    ['sponsor', { sponsor: {} }],
    ['arm', { arm: [{ name: 'A' }] }],
    ['a status that no publication has', { status: 'completed', label: [] }],
    ['nothing that says it', {}],
    [
      'elements of R5 in extensions',
      { extension: [{ url: 'http://hl7.org/fhir/5.0/StructureDefinition/extension-ResearchStudy.label' }] },
    ],
  ])('is R4 by %s', (_name, more) => expect(versionOfStudy(more)).toBe('R4'));

  it.each([
    ['progressStatus', { progressStatus: [] }],
    ['a status that no study has', { status: 'retired' }],
    ['outcomeMeasure beside relatesTo', { outcomeMeasure: [{}], relatesTo: [{}], comparisonGroup: [{ linkId: 'a' }] }],
    ['comparisonGroup with a type', { comparisonGroup: [{ name: 'A', type: {} }] }],
  ])('is R5 by %s', (_name, more) => expect(versionOfStudy(more)).toBe('R5'));

  it.each([
    ['relatesTo', { label: [], relatesTo: [] }],
    ['outcome measures of objectives', { label: [], objective: [{ type: {}, outcomeMeasure: [{}] }] }],
    ['comparisonGroup with eligibility', { comparisonGroup: [{ name: 'A', eligibility: {} }] }],
  ])('is R6 by %s', (_name, more) => expect(versionOfStudy(more)).toBe('R6'));

  it('is not what it claims', () => {
    expect(
      versionOfStudy({ fhirVersion: '4.0.1', meta: { profile: ['http://hl7.org/fhir/4.0'] }, associatedParty: [] }),
    ).toBe('R5');
  });

  it('is found wherever the study stands in its bundle, and wherever its type stands in it', () => {
    const { resourceType, ...rest } = { ...study, region: [] };
    const locations = Array.from({ length: 500 }, () => ({ resource: { resourceType: 'Location', name: '"}]' } }));
    const entry = [...locations, { fullUrl: 'x', resource: { ...rest, resourceType } }];
    expect(versionOf(JSON.stringify({ type: 'collection', entry, resourceType: 'Bundle' }))).toBe('R5');
    expect(versionOf(`\uFEFF\n [ ${JSON.stringify({ ...rest, resourceType })} ]`)).toBe('R5');
  });

  it('is seen in companions where the study does not say it', () => {
    const bundle = (companion: object) =>
      versionOf(
        JSON.stringify({
          resourceType: 'Bundle',
          entry: [{ resource: { ...study, label: [] } }, { resource: companion }],
        }),
      );
    expect(bundle({ resourceType: 'Group', combinationMethod: 'all-of' })).toBe('R6');
    expect(bundle({ resourceType: 'EvidenceVariable', characteristic: [] })).toBe('R5');
  });
});

describe('a source that is no FHIR', () => {
  it.each([
    ['a study of the API', '{"protocolSection":{"x":"\\"resourceType\\""}}'],
    ['the model', '{"schemaVersion":"1.0","unmapped":[{"value":{"resourceType":"ResearchStudy"}}]}'],
    ['XML of the registry', '<clinical_study><x>{"resourceType":"ResearchStudy"}</x></clinical_study>'],
    ['a page that quotes some', 'Trial\n{"resourceType":"ResearchStudy"}'],
    ['a type that is no text', '{"resourceType":5}'],
    ['nothing', ''],
    ['half a brace', '{"resourceType"'],
  ])('is not accepted: %s', (_name, source) => expect(versionOf(source)).toBeUndefined());

  it('and FHIR is not accepted by the readers of others', () => {
    const source = JSON.stringify({ ...study, title: 'A trial', description: 'NCT90000001 "protocolSection":' });
    expect([trialJsonReader, ...pageReaders].filter((reader) => reader.accepts(source))).toEqual([]);
    expect(fhirReaders.filter((reader) => reader.accepts(source)).map(({ format }) => format)).toEqual(['fhir-r4']);
  });
});
