import { type Issue, type Trial, writeTrial } from '@trialbridge/core';
import { checkDocument } from '@trialbridge/core/validate';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { createCsvWriter, csvLines, csvWriter } from './writer.js';

const trial: Trial = {
  schemaVersion: '1.0',
  id: 'NCT01234567',
  source: { format: 'veeva-page', kind: 'registration' },
  briefTitle: 'Tea, "black" or green',
  overallStatus: { verbatim: 'RECRUTING' },
  startDate: { date: '2015-08', type: { code: 'ACTUAL' } },
  phases: [{ code: 'PHASE1' }, { code: 'PHASE2', verbatim: 'Phase II' }],
  eligibility: { criteria: '- adults\n- no | pipes', minimumAge: { value: 6, unit: 'MONTHS' } },
  sites: [{ city: 'Jakarta', country: 'Indonesia' }, { facility: 'Clinic; West' }],
  evidence: { '/briefSummary': { kind: 'absent', reason: 'no-value' } },
};

describe('the CSV writer', () => {
  it('writes a row that a CSV parser reads back under the header', () => {
    const [row] = parse([...csvLines([trial])].join(''), { columns: true, record_delimiter: '\r\n' }) as Row[];
    const filled = Object.fromEntries(Object.entries(row ?? {}).filter(([, cell]) => cell !== ''));
    expect(filled).toEqual({
      id: 'NCT01234567',
      source_format: 'veeva-page',
      source_kind: 'registration',
      brief_title: 'Tea, "black" or green',
      start_date: '2015-08',
      start_date_type: 'ACTUAL',
      phases: 'PHASE1|PHASE2',
      eligibility_criteria: '- adults\n- no | pipes',
      minimum_age: '6',
      minimum_age_unit: 'MONTHS',
      site_facilities: '|Clinic; West',
      site_cities: 'Jakarta|',
      site_countries: 'Indonesia|',
      source_wordings: '{"/overallStatus/verbatim":"RECRUTING","/phases/1/verbatim":"Phase II"}',
    });
  });

  it('gives a row as plain data that follows its schema', () => {
    const document = csvWriter.write(trial, { report: () => {} });
    expect(checkDocument(csvWriter, document)).toEqual([]);
    expect(csvWriter.toJson(document)).toMatchObject({
      phases: ['PHASE1', 'PHASE2'],
      minimum_age: 6,
      site_cities: ['Jakarta', null],
    });
  });

  it('has no byte order mark unless asked for', () => {
    expect(csvWriter.head?.().startsWith('id,source_format,')).toBe(true);
    expect(createCsvWriter({ bom: true }).head?.().startsWith('\uFEFFid,source_format,')).toBe(true);
  });

  it('ends every row of a file with CRLF', () => {
    const text = [...csvLines([trial, trial])].join('');
    expect(text.match(/\r\n/g)).toHaveLength(3);
    expect(text.endsWith('\r\n')).toBe(true);
  });

  it('writes the header alone when there are no trials', () => {
    expect([...csvLines([])]).toEqual([`${csvWriter.head?.()}\r\n`]);
  });

  it('leaves formulas alone unless asked, and then reports each cell it changed', () => {
    const writer = createCsvWriter({ escapeFormulas: true, columns: ['id', 'eligibility_criteria', 'site_latitudes'] });
    const south: Trial = { ...trial, sites: [{ geoPoint: { latitude: -6.2, longitude: 106.8 } }] };
    const { document, issues, loss } = writeTrial(south, writer);
    expect(document).toEqual(['NCT01234567', "'- adults\n- no | pipes", "'-6.2"]);
    expect(issues.map(({ code, at, rule }: Issue) => [code, at, rule])).toEqual([
      ['changed', '/eligibility/criteria', 'formula-escaped'],
      ['changed', '/sites/0/geoPoint/latitude', 'formula-escaped'],
    ]);
    expect(loss.changed.map(({ path }) => path)).toEqual(['/eligibility/criteria', '/sites/*/geoPoint/latitude']);
    expect(writer.toJson(document)).toEqual({
      id: 'NCT01234567',
      eligibility_criteria: '- adults\n- no | pipes',
      site_latitudes: [-6.2],
    });
  });

  it('adds the reasons of absence when asked', () => {
    const writer = createCsvWriter({ columns: ['id'], absence: true });
    expect(writer.head?.()).toBe('id,absence_reasons');
    const document = writer.write(trial, { report: () => {} });
    expect(writer.toText(document)).toBe('NCT01234567,"{""/briefSummary"":""no-value""}"');
    expect(checkDocument(writer, document)).toEqual([]);
  });

  it('counts what a choice of columns leaves out as dropped', () => {
    const { loss } = writeTrial(trial, createCsvWriter({ columns: ['id', 'brief_title'] }));
    const dropped = loss.dropped.map(({ path, why }) => `${path}: ${why}`);
    expect(dropped).toContain('/startDate/date: its column was not chosen');
    expect(dropped).toContain('/overallStatus/verbatim: its column was not chosen');
  });

  it('refuses a column that it does not have', () => {
    const make = (): unknown => createCsvWriter({ columns: ['id', 'titel'] });
    expect(make).toThrow('No column is called "titel".');
    expect(make).toThrow(expect.objectContaining({ name: 'TrialError', code: 'option-unknown' }));
  });
});

type Row = Record<string, string>;
