import { readFileSync } from 'node:fs';
import { checkAgainst } from '@trialbridge/core/validate';
import { describe, expect, it } from 'vitest';
import { fhirR4Writer, fhirR5Writer, fhirR6Ballot5Writer } from './index.js';
import { see } from './test-trial.js';

const writers = [
  ['fhir-r4-bundle', fhirR4Writer],
  ['fhir-r5-bundle', fhirR5Writer],
  ['fhir-r6-ballot5-bundle', fhirR6Ballot5Writer],
] as const;

it.each(writers)('schemas/%s.schema.json is the schema of the writer', (name, writer) => {
  const file = new URL(`../../../schemas/${name}.schema.json`, import.meta.url);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(writer.schema);
});

/** A bundle as the writer makes it, with something else in the study. */
function withStudy(writer: (typeof writers)[number][1], fields: Record<string, unknown>): unknown {
  const { bundle } = see(writer as typeof fhirR5Writer, { briefTitle: 'A title' });
  bundle.entry[0].resource = { ...bundle.entry[0].resource, ...fields };
  return bundle;
}

describe('the mixture of versions that types allow', () => {
  it.each([
    ['label', [{ value: 'A title' }]],
    ['classifier', [{ text: 'Has results: true' }]],
    ['associatedParty', [{ role: { text: 'sponsor' } }]],
    ['progressStatus', [{ state: { text: 'recruiting' } }]],
    ['recruitment', { targetNumber: 1 }],
    ['comparisonGroup', [{ linkId: 'arm-1', name: 'One' }]],
    ['outcomeMeasure', [{ type: [{ text: 'primary' }] }]],
    ['whyStopped', { text: 'Lack of funds' }],
    ['region', [{ text: 'Finland' }]],
    ['descriptionSummary', 'A summary'],
    ['url', 'https://example.org/'],
    ['relatesTo', [{ type: { text: 'Link' }, targetUri: 'https://example.org/' }]],
  ])('R4 refuses %s', (name, value) => {
    const issues = checkAgainst(fhirR4Writer.schema, withStudy(fhirR4Writer, { [name]: value }));
    expect(issues.map(({ message }) => message)).toContain(`must NOT have additional properties: ${name}`);
  });

  it.each([
    ['category', [{ text: 'a' }]],
    ['contact', [{ name: 'A' }]],
    ['enrollment', [{ display: 'a' }]],
    ['sponsor', { display: 'A' }],
    ['principalInvestigator', { display: 'A' }],
    ['reasonStopped', { text: 'a' }],
    ['arm', [{ name: 'One' }]],
    ['location', [{ text: 'Finland' }]],
    ['relatesTo', [{ type: { text: 'Link' }, targetUri: 'https://example.org/' }]],
    ['purposeType', [{ text: 'a' }]],
  ])('R5 refuses %s', (name, value) => {
    const issues = checkAgainst(fhirR5Writer.schema, withStudy(fhirR5Writer, { [name]: value }));
    expect(issues.map(({ message }) => message)).toContain(`must NOT have additional properties: ${name}`);
  });

  it.each([
    ['relatedArtifact', [{ type: 'documentation' }]],
    ['primaryPurposeType', { text: 'a' }],
    ['outcomeMeasure', [{ type: [{ text: 'primary' }] }]],
  ])('R6 refuses %s', (name, value) => {
    const issues = checkAgainst(fhirR6Ballot5Writer.schema, withStudy(fhirR6Ballot5Writer, { [name]: value }));
    expect(issues.map(({ message }) => message)).toContain(`must NOT have additional properties: ${name}`);
  });
});

describe('what R4 forbids', () => {
  it.each([
    ['a status of R5', { status: 'recruiting' }],
    ['no status and no reason', { status: undefined }],
    ['an empty list', { condition: [] }],
    ['an empty object', { phase: {} }],
    ['an empty text', { title: '' }],
    ['null', { title: null }],
    ['an id with a blank', { id: 'NCT 1' }],
    ['a date that is none', { period: { start: '2015-13' } }],
    ['an extension of nobody', { extension: [{ url: 'https://example.org/mine', valueString: 'a' }] }],
    [
      'two values in one extension',
      {
        extension: [
          {
            url: 'http://hl7.org/fhir/5.0/StructureDefinition/extension-ResearchStudy.descriptionSummary',
            valueMarkdown: 'a',
            valueString: 'a',
          },
        ],
      },
    ],
    [
      'a size as text',
      { relatedArtifact: [{ type: 'documentation', document: { url: 'https://example.org/', size: '1' } }] },
    ],
    ['an object where a list belongs', { keyword: { text: 'a' } }],
  ])('%s', (_name, fields) => {
    expect(checkAgainst(fhirR4Writer.schema, JSON.parse(JSON.stringify(withStudy(fhirR4Writer, fields))))).not.toEqual(
      [],
    );
  });
});
