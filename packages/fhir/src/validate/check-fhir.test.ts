import { describe, expect, it } from 'vitest';
import { validBundle } from './broken/valid.js';
import { checkFhir, fhirChecker } from './check-fhir.js';
import { r4Tables } from './generated/r4-tables.js';
import { r4bTables } from './generated/r4b-tables.js';
import { r5Tables } from './generated/r5-tables.js';
import { invariants, notInvariants } from './invariants/index.js';

const study = { resourceType: 'ResearchStudy', id: 'NCT99999999', status: 'completed' };
const r4 = await fhirChecker('r4');
const r5 = await fhirChecker('r5');
const rules = (issues: ReturnType<typeof r4>) => issues.map(({ severity, rule }) => `${severity} ${rule}`);

describe('fhirChecker', () => {
  it('says what is wrong, where, by which rule, and what would do', () => {
    expect(r4({ ...study, status: 'recruiting' })).toEqual([
      {
        severity: 'error',
        code: 'code-invalid',
        rule: 'not-in-value-set',
        expression: 'ResearchStudy.status',
        message: '"recruiting" is not in the value set research-study-status, from which a code is required.',
      },
    ]);
  });

  it('names the entry of a bundle and the item of a list', () => {
    const bundle = validBundle('r4');
    bundle.entry[0].resource.keyword[0].text = 7;
    expect(r4(bundle).map(({ expression }) => expression)).toEqual(['Bundle.entry[0].resource.keyword[0].text']);
  });

  it('takes a single resource, whose references outside of it are not looked up', () => {
    expect(
      r4({ ...study, site: [{ reference: 'Location/1' }, { reference: 'https://example.org/Location/2' }] }),
    ).toEqual([]);
    expect(rules(r4({ ...study, site: [{ reference: 'Group/1' }] }))).toEqual(['error reference-target']);
  });

  it('refuses what is no resource without throwing', () => {
    for (const value of [null, undefined, 7, 'text', [], true])
      expect(rules(r4(value))).toEqual(['error not-an-object']);
    expect(rules(r4({}))).toEqual(['error unknown-type']);
    expect(rules(r4({ resourceType: ['Bundle'] }))).toEqual(['error unknown-type']);
  });

  it('is not led astray by names of the language', () => {
    expect(rules(r4({ ...study, constructor: 1, toString: 'x' }))).toEqual([
      'error unknown-property',
      'error unknown-property',
    ]);
    expect(rules(r4(JSON.parse('{"resourceType":"ResearchStudy","status":"active","__proto__":{"x":1}}')))).toEqual([
      'error unknown-property',
    ]);
    expect(rules(r4({ ...study, extension: [{ url: 'urn:constructor', valueString: 'x' }] }))).toEqual([
      'information unknown-extension',
    ]);
  });

  it('says when a resource type is not looked into', () => {
    expect(rules(r4({ resourceType: 'Patient', id: 'x', nonsense: 1 }))).toEqual(['information not-checked']);
    expect(rules(r4({ resourceType: 'Citation' }))).toEqual(['error unknown-type']);
  });

  it('warns where a code beside an extensible value set may be right', () => {
    const primaryPurposeType = { coding: [{ system: 'https://example.org/purposes', code: 'ECT' }] };
    expect(rules(r4({ ...study, primaryPurposeType }))).toEqual(['warning not-in-value-set']);
    expect(r4({ ...study, primaryPurposeType: { text: 'ECT' } })).toEqual([]);
  });

  it('compares the ends of a period as far as they are given', () => {
    const period = (start: string, end: string) => ({ ...study, period: { start, end } });
    const r5Period = (start: string, end: string) => ({ ...period(start, end), status: 'active' });
    expect(r4(period('2015-08', '2016-01-15'))).toEqual([]);
    expect(rules(r4(period('2016', '2015-08')))).toEqual(['error per-1']);
    expect(rules(r4(period('2015-08', '2015-08-15')))).toEqual(['error per-1']);
    expect(r5(r5Period('2015-08', '2015-08-15'))).toEqual([]);
    expect(rules(r5(r5Period('2015-09', '2015-08-15')))).toEqual(['error per-1']);
  });

  it('takes extensions in the place of a value', () => {
    const reason = { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' };
    expect(r4({ ...study, _title: { extension: [reason] } })).toEqual([]);
    const given = ['Kari', null];
    const twin = [null, { extension: [reason] }];
    expect(r4({ resourceType: 'Practitioner', name: [{ given, _given: twin }] })).toEqual([]);
    expect(rules(r4({ resourceType: 'Practitioner', name: [{ given }] }))).toEqual(['error null-value']);
  });

  it('resolves relative references against the address of their entry', () => {
    const bundle = (base: string, reference: string) => ({
      resourceType: 'Bundle',
      type: 'collection',
      entry: [
        { fullUrl: `${base}ResearchStudy/NCT99999999`, resource: { ...study, site: [{ reference }] } },
        { fullUrl: 'https://example.org/fhir/Location/1', resource: { resourceType: 'Location', id: '1', name: 'A' } },
      ],
    });
    expect(r4(bundle('https://example.org/fhir/', 'Location/1'))).toEqual([]);
    expect(rules(r4(bundle('https://example.com/', 'Location/1')))).toEqual(['error unresolved-reference']);
    expect(r4(bundle('https://example.com/', 'https://example.org/fhir/Location/1'))).toEqual([]);
  });

  it('lets a transaction refer to what the server has, and find it by search', () => {
    const site = [{ reference: 'Location/on-the-server' }, { reference: 'Location?name=Oslo' }];
    const request = { method: 'PUT', url: 'ResearchStudy?identifier=http://clinicaltrials.gov|NCT99999999' };
    const transaction = {
      resourceType: 'Bundle',
      type: 'transaction',
      entry: [{ resource: { ...study, site }, request }],
    };
    expect(r4(transaction)).toEqual([]);
    const unknown = [{ reference: 'urn:uuid:00000000-0000-4000-8000-000000000001' }];
    const entry = [{ resource: { ...study, site: unknown }, request }];
    expect(rules(r4({ ...transaction, entry }))).toEqual(['error unresolved-reference']);
  });

  it('knows that contained resources may point back', () => {
    const contained = [
      {
        resourceType: 'Provenance',
        id: 'p',
        target: [{ reference: '#' }],
        recorded: '2024-01-01T00:00:00Z',
        agent: [{ who: { display: 'x' } }],
      },
    ];
    expect(r4({ ...study, contained })).toEqual([]);
  });

  it('warns of a status that is not said in R4, which has no code for it, and of no other absence', () => {
    const absent = (reason: string) => ({
      extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: reason }],
    });
    const { status, ...unsaid } = study;
    expect(status).toBe('completed');
    expect(rules(r4({ ...unsaid, _status: absent('unknown') }))).toEqual(['warning r4-status-not-said']);
    expect(rules(r4({ ...unsaid, _status: absent('error') }))).toEqual(['error not-in-value-set']);
    expect(rules(r5({ ...unsaid, _status: absent('unknown') }))).toEqual(['error not-in-value-set']);
  });

  it('refuses in every version what only another version has', async () => {
    const inR5 = { ...study, status: 'active', progressStatus: [{ state: { text: 'recruiting' } }] };
    expect(await checkFhir(inR5, 'r5')).toEqual([]);
    expect(rules(await checkFhir(inR5, 'r4'))).toEqual(['error unknown-property']);
    expect(rules(await checkFhir(inR5, 'r4b'))).toEqual(['error unknown-property']);
  });
});

describe('the generated tables', () => {
  it.each([
    ['R4', r4Tables],
    ['R4B', r4bTables],
    ['R5', r5Tables],
  ])('name no invariant of %s that is neither checked nor declared', (_title, tables) => {
    const keys = Object.values(tables.types).flatMap(([, text]) => text.split(' ').filter(Boolean));
    const open = keys
      .map((key) => key.replace('?', ''))
      .filter((key) => !(key in invariants) && !(key in notInvariants));
    expect(open).toEqual([]);
  });

  it('hold every value set and type that they refer to', () => {
    for (const tables of [r4Tables, r4bTables, r5Tables]) {
      const texts = Object.values(tables.types).flatMap(([, , elements]) => Object.values(elements));
      const sets = texts.flatMap((text) => / [!~](\S+)$/.exec(text)?.[1] ?? []);
      expect(sets.filter((name) => !(name in tables.valueSets))).toEqual([]);
      const backbones = texts.flatMap((text) => / @(\S+)/.exec(text)?.[1] ?? []);
      expect(backbones.filter((name) => !(name in tables.types))).toEqual([]);
    }
  });
});
