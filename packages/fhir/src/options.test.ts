import { type Trial, TrialError, writeTrial } from '@trialbridge/core';
import { sampleTrials } from '@trialbridge/core/testing';
import { checkDocument } from '@trialbridge/core/validate';
import { describe, expect, it } from 'vitest';
import {
  createFhirR4Writer,
  createFhirR5Writer,
  createFhirR6Ballot5Writer,
  type FhirWriterOptions,
  fhirR4Writer,
} from './index.js';
import { extensionsOf, see, trialWith } from './test-trial.js';

const [maximal] = sampleTrials();

const study: Partial<Trial> = {
  identifiers: [{ value: 'NCT01234567', role: { code: 'PRIMARY' }, registry: 'ClinicalTrials.gov' }],
  leadSponsor: { name: 'A University' },
  sites: [
    { facility: 'City Hospital', status: { code: 'COMPLETED' }, contacts: [{ name: 'Ann Lee', phone: '1 23' }] },
    { facility: 'Town Hospital' },
  ],
  contacts: [{ name: 'Study Office', email: 'office@example.org' }],
  officials: [{ name: 'Jane Doe', role: { code: 'PRINCIPAL_INVESTIGATOR' }, email: 'jane@example.org' }],
  eligibility: { criteria: 'Adults <b>only</b>\n\nNo & never' },
};

const fullUrls = (bundle: { entry: { fullUrl: string }[] }) => bundle.entry.map(({ fullUrl }) => fullUrl);

const references = (value: unknown): string[] =>
  [...JSON.stringify(value).matchAll(/"reference":"([^"]+)"/g)].map(([, reference = '']) => reference);

describe('by default', () => {
  const { bundle } = see(fhirR4Writer, study);

  it('a bundle is a collection without requests or a timestamp', () => {
    expect(bundle.type).toBe('collection');
    expect(bundle.timestamp).toBeUndefined();
    expect(JSON.stringify(bundle)).not.toContain('"request"');
  });

  it('every reference is to an entry of the bundle, and no two entries have one address', () => {
    const urls = fullUrls(bundle);
    expect(new Set(urls).size).toBe(urls.length);
    expect(references(bundle).filter((reference) => !urls.includes(reference))).toEqual([]);
  });

  it('addresses are UUIDs of version 8 that derive from the id of the trial alone', () => {
    const form = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    for (const url of fullUrls(bundle)) expect(url).toMatch(form);
    expect(fullUrls(see(fhirR4Writer, { briefTitle: 'Another title' }).bundle)[0]).toBe(fullUrls(bundle)[0]);
    expect(fullUrls(see(fhirR4Writer, { id: 'NCT01234568' }).bundle)[0]).not.toBe(fullUrls(bundle)[0]);
  });
});

describe('bundle: transaction', () => {
  const { bundle } = see(createFhirR4Writer({ bundle: 'transaction' }), study);

  it('finds the study by its registry id, so that posting it twice stores it once', () => {
    expect(bundle.type).toBe('transaction');
    expect(bundle.entry[0].request).toEqual({
      method: 'PUT',
      url: 'ResearchStudy?identifier=http://clinicaltrials.gov|NCT01234567',
    });
    expect(bundle.entry[0].resource.id).toBeUndefined();
  });

  it('puts each companion under its own id', () => {
    for (const { resource, request } of bundle.entry.slice(1)) {
      expect(request).toEqual({ method: 'PUT', url: `${resource.resourceType}/${resource.id}` });
    }
  });

  it('puts a study without a registry id, or that others name by its id, under that id', () => {
    const bare = see(createFhirR4Writer({ bundle: 'transaction' }), { identifiers: [{ value: 'A-1' }] }).bundle;
    expect(bare.entry[0].request.url).toBe('ResearchStudy/NCT01234567');
    expect(bare.entry[0].resource.id).toBe('NCT01234567');
    const relative = see(createFhirR4Writer({ bundle: 'transaction', references: 'relative' }), study).bundle;
    expect(relative.entry[0].request.url).toBe('ResearchStudy/NCT01234567');
  });
});

describe('contained', () => {
  it('leaves one entry, in which every contained resource is referred to', () => {
    const { bundle, study: written } = see(createFhirR4Writer({ contained: true, siteDetail: 'substudy' }), study);
    expect(bundle.entry).toHaveLength(1);
    const named = references(written);
    for (const { id } of written.contained.filter((one: { partOf?: unknown }) => !one.partOf)) {
      expect(named).toContain(`#${id}`);
    }
    for (const one of written.contained.filter((other: { partOf?: unknown }) => other.partOf)) {
      expect(one.partOf).toEqual([{ reference: '#' }]);
    }
    expect(named.every((reference) => reference.startsWith('#'))).toBe(true);
  });
});

describe('baseUrl', () => {
  it('gives addresses on that server, and references of type and id', () => {
    const { bundle } = see(createFhirR4Writer({ baseUrl: 'https://example.org/fhir' }), study);
    expect(fullUrls(bundle)[0]).toBe('https://example.org/fhir/ResearchStudy/NCT01234567');
    expect(references(bundle).every((reference) => /^[A-Z][A-Za-z]+\/[A-Za-z0-9.-]+$/.test(reference))).toBe(true);
  });
});

describe('narrative', () => {
  it('is XHTML in which the text of the record is text', () => {
    const [group] = see(createFhirR4Writer({ narrative: true }), study).of('Group');
    expect(group.text).toEqual({
      status: 'generated',
      div: '<div xmlns="http://www.w3.org/1999/xhtml"><p>Adults &lt;b&gt;only&lt;/b&gt;</p><p>No &amp; never</p></div>',
    });
  });
});

describe('provenance', () => {
  const evidence = {
    '/briefTitle': { kind: 'stated' as const, spans: [{ start: 0, end: 12 }] },
    '/phases': { kind: 'inferred' as const, rule: 'phase-in-prose', spans: [{ start: 40, end: 47 }] },
    '/enrollment': { kind: 'absent' as const, reason: 'no-value' as const, verbatim: 'Volunteers' },
  };

  it('says how values were obtained, and where they stand in the source', () => {
    const records = see(createFhirR4Writer({ provenance: true }), { evidence }).of('Provenance');
    expect(records.map(({ activity, entity }) => [activity.text, entity[0].what])).toEqual([
      ['assembled from the record', { display: 'Record of NCT01234567' }],
      ['stated', { identifier: { value: '/briefTitle' }, display: '0-12' }],
      ['inferred: phase-in-prose', { identifier: { value: '/phases' }, display: '40-47' }],
      ['absent: no-value', { identifier: { value: '/enrollment' }, display: '"Volunteers"' }],
    ]);
  });

  it('takes its time from the caller only', () => {
    const [without] = see(createFhirR4Writer({ provenance: true })).of('Provenance');
    expect(without.recorded).toBeUndefined();
    const at = see(createFhirR4Writer({ provenance: true, recorded: '2026-03-01T12:00:00Z' }));
    expect(at.of('Provenance')[0].recorded).toBe('2026-03-01T12:00:00Z');
    expect(at.bundle.timestamp).toBe('2026-03-01T12:00:00Z');
  });
});

describe('withoutContacts', () => {
  it.each([
    ['R4', createFhirR4Writer],
    ['R5', createFhirR5Writer],
    ['R6', createFhirR6Ballot5Writer],
  ] as const)('leaves no way to reach a person in %s, and says what it left out', (_version, create) => {
    const { bundle, issues } = see(create({ withoutContacts: true }) as typeof fhirR4Writer, study);
    const text = JSON.stringify(bundle);
    for (const secret of ['Ann Lee', '1 23', 'Study Office', 'office@example.org', 'jane@example.org']) {
      expect(text).not.toContain(secret);
    }
    expect(text).toContain('Jane Doe');
    expect(issues.map(({ code, at, rule }) => [code, at, rule])).toEqual([
      ['dropped', '/officials/0/email', 'without-contacts'],
      ['dropped', '/contacts/0', 'without-contacts'],
      ['dropped', '/sites/0/contacts', 'without-contacts'],
    ]);
  });

  it('counts what it left out in the loss report', () => {
    const { loss } = writeTrial(trialWith(study), createFhirR4Writer({ withoutContacts: true }));
    expect(loss.dropped.filter(({ why }) => why === 'without-contacts')).toEqual([
      { path: '/officials/*/email', why: 'without-contacts', count: 1 },
      { path: '/contacts/*', why: 'without-contacts', count: 2 },
      { path: '/sites/*/contacts', why: 'without-contacts', count: 2 },
    ]);
  });
});

describe('siteDetail', () => {
  it('location has the status of a site as words', () => {
    const locations = see(fhirR4Writer, study).of('Location');
    expect(locations.map(({ name, description }) => [name, description])).toEqual([
      ['City Hospital', 'Recruitment status: COMPLETED'],
      ['Town Hospital', undefined],
    ]);
  });

  it('substudy makes a study of each site that has a status', () => {
    const r4 = see(createFhirR4Writer({ siteDetail: 'substudy' }), study);
    expect(r4.of('ResearchStudy')).toHaveLength(1);
    expect(r4.of('ResearchStudy')[0]).toMatchObject({ id: 'NCT01234567-site-0001', status: 'completed' });
    const r5 = see(createFhirR5Writer({ siteDetail: 'substudy' }), study);
    const [site] = r5.of('ResearchStudy');
    expect(site.progressStatus[0].state.coding[0].code).toBe('completed');
    expect(site.partOf).toEqual([{ reference: r5.bundle.entry[0].fullUrl }]);
    expect(r5.study.site).toHaveLength(3);
  });
});

describe('statusWhenUnknown', () => {
  it('is the status of a study that has none, and of no other', () => {
    const writer = createFhirR4Writer({ statusWhenUnknown: 'in-review' });
    const without = see(writer, { overallStatus: { verbatim: 'Something else' } });
    expect(without.study.status).toBe('in-review');
    expect(without.issues).toEqual([]);
    expect(see(writer).study.status).toBe('active');
  });
});

describe('an option that does not exist', () => {
  it.each([
    [{ bundles: 'collection' }, 'No option "bundles".'],
    [{ bundle: 'batch' }, 'bundle cannot be "batch". It is one of "collection", "transaction".'],
    [{ baseUrl: 'example.org/' }, 'baseUrl cannot be "example.org/".'],
    [{ recorded: '2026-03-01' }, 'recorded cannot be "2026-03-01".'],
  ])('%j is refused, with what would do', (options, message) => {
    let caught: unknown;
    try {
      createFhirR4Writer(options as FhirWriterOptions);
    } catch (error) {
      caught = error;
    }
    expect(TrialError.is(caught) && caught.code).toBe('option-unknown');
    expect((caught as Error).message).toContain(message);
  });
});

describe('every combination of options', () => {
  const combinations = [true, false].flatMap((flag) =>
    (['collection', 'transaction'] as const).flatMap((bundle) =>
      (['urn', 'relative'] as const).map(
        (links): FhirWriterOptions => ({
          bundle,
          references: links,
          contained: flag,
          narrative: flag,
          provenance: true,
          siteDetail: flag ? 'location' : 'substudy',
          withoutContacts: !flag,
        }),
      ),
    ),
  );

  it.each(combinations)('gives bundles that the schemas accept: %j', (options) => {
    for (const create of [createFhirR4Writer, createFhirR5Writer, createFhirR6Ballot5Writer]) {
      const writer = create(options) as typeof fhirR4Writer;
      expect(checkDocument(writer, writer.write(maximal, { report() {} }))).toEqual([]);
    }
  });
});

it('the extension of a phone number has its place', () => {
  const [person] = see(fhirR4Writer, { contacts: [{ name: 'A', phone: '1', phoneExtension: '9' }] }).of('Practitioner');
  expect(extensionsOf(person.telecom[0], 'http://hl7.org/fhir/StructureDefinition/contactpoint-extension')).toEqual([
    '9',
  ]);
});
