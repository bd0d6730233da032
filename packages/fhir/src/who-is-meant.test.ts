import type { Trial, TrialWriter } from '@trialbridge/core';
import { describe, expect, it } from 'vitest';
import { createFhirR4Writer, createFhirR5Writer, fhirR4Writer, fhirR5Writer } from './index.js';
import { see } from './test-trial.js';
import { checkFhir } from './validate/index.js';

const primary = { value: 'NCT01234567', role: { code: 'PRIMARY' }, registry: 'ClinicalTrials.gov' } as const;

const study: Partial<Trial> = {
  identifiers: [primary],
  leadSponsor: { name: 'A University' },
  sites: [{ facility: 'City Hospital' }],
  eligibility: { criteria: 'Adults' },
  interventions: [{ name: 'Tea', type: { code: 'DRUG' } }],
};

describe('a reference', () => {
  it.each([
    ['r4', createFhirR4Writer],
    ['r5', createFhirR5Writer],
  ] as const)('of a study in a transaction leads to what the study contains, in %s', async (version, create) => {
    const { bundle } = see<unknown>(create({ bundle: 'transaction', contained: true }) as TrialWriter<unknown>, study);
    expect(bundle.entry).toHaveLength(1);
    expect(bundle.entry[0].resource.contained.length).toBeGreaterThan(2);
    const errors = (await checkFhir(bundle, version)).filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([]);
  });

  it('cannot be a UUID where resources have addresses', () => {
    expect(() => createFhirR4Writer({ baseUrl: 'https://example.org', references: 'urn' })).toThrow(
      'With baseUrl the resources have addresses: references cannot be "urn" there.',
    );
  });

  it('leads from the focus to each intervention, also where no arm names one', () => {
    const seen = see(fhirR5Writer, study);
    const variable = seen.bundle.entry.find(
      (entry: { resource: { title?: string } }) => entry.resource.title === 'Tea',
    );
    expect(seen.study.focus).toEqual([{ concept: { text: 'Tea' }, reference: { reference: variable.fullUrl } }]);
  });

  it('leads from an arm to the intervention of the type that it names, or else of its own label', () => {
    const arms: Trial['arms'] = [
      { label: 'High', interventionNames: ['Drug: Vitamin D'] },
      { label: 'Low', interventionNames: ['Dietary Supplement: Vitamin D', 'Other: Walk'] },
    ];
    const interventions: Trial['interventions'] = [
      { name: 'Vitamin D', type: { code: 'DIETARY_SUPPLEMENT' } },
      { name: 'Vitamin D', type: { code: 'DRUG' } },
      { name: 'Walk', type: { code: 'OTHER' }, armLabels: ['High'] },
      { name: 'Walk', type: { code: 'OTHER' }, armLabels: ['Low'] },
    ];
    const seen = see(fhirR5Writer, { arms, interventions });
    const idOf = (reference: string): string =>
      seen.bundle.entry.find((entry: { fullUrl: string }) => entry.fullUrl === reference).resource.id;
    const exposures = seen.study.comparisonGroup.map((group: { intendedExposure: { reference: string }[] }) =>
      group.intendedExposure.map(({ reference }) => idOf(reference)),
    );
    expect(exposures).toEqual([
      ['NCT01234567-intervention-0002'],
      ['NCT01234567-intervention-0001', 'NCT01234567-intervention-0004'],
    ]);
  });
});

describe('the id of another study', () => {
  it('has no system by which a server would find this one', () => {
    const other = { value: 'NCT09999999', role: { code: 'SECONDARY' }, registry: 'ClinicalTrials.gov' } as const;
    const { study: made } = see(fhirR4Writer, { identifiers: [primary, other] });
    expect(made.identifier).toEqual([
      { use: 'official', system: 'http://clinicaltrials.gov', value: 'NCT01234567' },
      { use: 'secondary', value: 'NCT09999999', assigner: { identifier: { value: 'ClinicalTrials.gov' } } },
    ]);
  });
});

describe("the organisation's own id", () => {
  it('is told apart by the organisation that gave it', () => {
    const own = { value: 'TB-1', role: { code: 'ORGANIZATION' } } as const;
    const seen = see(fhirR4Writer, { identifiers: [own], organization: { name: 'City Hospital' } });
    const [hospital] = seen.bundle.entry.filter(
      (entry: { resource: { name?: string } }) => entry.resource.name === 'City Hospital',
    );
    expect(seen.study.identifier[0].assigner).toEqual({ reference: hospital.fullUrl });
  });
});

describe('what is said of others', () => {
  it('a retracted paper does not retract the study', () => {
    const references = [{ citation: 'Doe 2015', retractions: [{ pmid: '123', source: 'Notice' }] }];
    for (const writer of [fhirR4Writer, fhirR5Writer] as TrialWriter<unknown>[])
      expect(JSON.stringify(see(writer, { references }).study)).not.toContain('retracted-by');
  });

  it('a sponsor is no principal investigator', () => {
    const responsibleParty = { type: { code: 'SPONSOR' }, name: 'An Office' } as const;
    expect(see(fhirR4Writer, { responsibleParty }).study.principalInvestigator).toBeUndefined();
    const investigator = { type: { code: 'PRINCIPAL_INVESTIGATOR' }, name: 'Ann Lee' } as const;
    expect(see(fhirR4Writer, { responsibleParty: investigator }).study.principalInvestigator).toBeDefined();
  });

  it('contacts that are dropped stand in no provenance', () => {
    const fields: Partial<Trial> = {
      contacts: [{ name: 'Jane Roe', phone: '555 1234' }],
      evidence: {
        '/contacts/0/phone': { kind: 'normalized', verbatim: '(555) 1234 Jane Roe' },
        '/overallStatus': { kind: 'stated', path: '/status' },
      },
    };
    const text = JSON.stringify(see(createFhirR4Writer({ provenance: true, withoutContacts: true }), fields).bundle);
    expect(text).not.toMatch(/Jane|555|\/contacts/);
    expect(text).toContain('/overallStatus');
  });
});

describe('the primary completion date', () => {
  it('is the end of its activity', () => {
    const activity = see(fhirR4Writer, { primaryCompletionDate: { date: '2016-06-07' } }).study.extension.at(-1);
    expect(activity.extension).toContainEqual({ url: 'period', valuePeriod: { end: '2016-06-07' } });
  });
});

describe("a status that is R4's own", () => {
  it('stays in R4, though it says less than a code of the registry', () => {
    const source = { format: 'fhir-r4', kind: 'registration' } as const;
    const { study: made, issues } = see(fhirR4Writer, { source, overallStatus: { verbatim: 'active' } });
    expect(made.status).toBe('active');
    expect(issues).toEqual([]);
    expect(see(fhirR4Writer, { overallStatus: { verbatim: 'active' } }).study.status).toBeUndefined();
  });
});

describe('the time of recording', () => {
  it('is a day of the calendar', () => {
    expect(() => createFhirR4Writer({ recorded: '2026-02-30T12:00:00Z' })).toThrow('no calendar has it');
  });
});

describe('a study of one site whose status R4 has no code for', () => {
  it('is reported like the study itself', () => {
    const { issues } = see(createFhirR4Writer({ siteDetail: 'substudy' }), {
      sites: [{ facility: 'A', status: { verbatim: 'Paused' } }],
    });
    expect(issues).toMatchObject([{ code: 'not-valid', at: '/sites/0/status', rule: 'status-absent' }]);
  });
});
