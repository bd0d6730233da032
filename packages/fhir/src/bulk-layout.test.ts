import { TrialError } from '@trialbridge/core';
import { describe, expect, it } from 'vitest';
import { createBulkLayout, createFhirR4Writer, type fhirR4Writer, toBulkLines } from './index.js';

const relative = createFhirR4Writer({ references: 'relative' });

function bundle(id: string, sponsor: string, writer: typeof fhirR4Writer = relative) {
  return writer.write(
    {
      schemaVersion: '1.0',
      id,
      source: { format: 'sample', kind: 'registration' },
      overallStatus: { code: 'COMPLETED' },
      leadSponsor: { name: sponsor },
      sites: [{ facility: 'City Hospital' }],
    },
    { report() {} },
  );
}

const types = (lines: readonly { type: string }[]) => lines.map(({ type }) => type);

describe('bulk layout', () => {
  it('gives each resource as a line of its type', () => {
    const lines = createBulkLayout().add(bundle('NCT00000001', 'A University'));
    expect(types(lines)).toEqual(['ResearchStudy', 'Organization', 'Location']);
    expect(lines[1]?.line).toBe(
      '{"resourceType":"Organization","id":"org-9ca1a8395c35c0f1edd6a4be54124085","name":"A University"}',
    );
  });

  it('writes an organisation of two studies once', () => {
    const layout = createBulkLayout();
    layout.add(bundle('NCT00000001', 'A University'));
    expect(types(layout.add(bundle('NCT00000002', 'A University')))).toEqual(['ResearchStudy', 'Location']);
    expect(types(layout.add(bundle('NCT00000003', 'B University')))).toEqual([
      'ResearchStudy',
      'Organization',
      'Location',
    ]);
  });

  it('takes lines that another thread has made', () => {
    const layout = createBulkLayout();
    layout.add(toBulkLines(bundle('NCT00000001', 'A University')));
    expect(types(layout.add(toBulkLines(bundle('NCT00000002', 'A University'))))).toEqual([
      'ResearchStudy',
      'Location',
    ]);
  });

  it('describes the files as an export response, without a clock', () => {
    const layout = createBulkLayout();
    layout.add(bundle('NCT00000001', 'A University'));
    layout.add(bundle('NCT00000002', 'A University'));
    const output = [
      { type: 'Location', url: 'Location.ndjson', count: 2 },
      { type: 'Organization', url: 'Organization.ndjson', count: 1 },
      { type: 'ResearchStudy', url: 'ResearchStudy.ndjson', count: 2 },
    ];
    expect(layout.manifest()).toEqual({ requiresAccessToken: false, output, error: [] });
    expect(
      layout.manifest({
        transactionTime: '2026-03-01T12:00:00Z',
        request: 'https://example.org/fhir/$export',
        url: (type) => `https://example.org/files/${type}.ndjson`,
      }),
    ).toMatchObject({
      transactionTime: '2026-03-01T12:00:00Z',
      request: 'https://example.org/fhir/$export',
      output: [{ url: 'https://example.org/files/Location.ndjson' }, {}, {}],
    });
  });

  it('refuses bundles whose references end at the bundle', () => {
    const byUuid = bundle('NCT00000001', 'A University', createFhirR4Writer());
    let caught: unknown;
    try {
      toBulkLines(byUuid);
    } catch (error) {
      caught = error;
    }
    expect(TrialError.is(caught) && caught.code).toBe('option-unknown');
  });

  it('stops remembering at its limit, and then writes again what it forgot', () => {
    const layout = createBulkLayout({ sharedLimit: 1 });
    layout.add(bundle('NCT00000001', 'A University'));
    layout.add(bundle('NCT00000002', 'B University'));
    expect(types(layout.add(bundle('NCT00000003', 'A University')))).not.toContain('Organization');
    expect(types(layout.add(bundle('NCT00000004', 'B University')))).toContain('Organization');
  });
});
