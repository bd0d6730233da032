import { describe, expect, it } from 'vitest';
import { readFhir } from '../testing.js';

describe('a bundle of the German university hospitals', () => {
  const bundle = {
    resourceType: 'Bundle',
    type: 'transaction',
    entry: [
      { fullUrl: '1', resource: { resourceType: 'Location', name: 'Klinik A', address: { line: ['Weg 1'], city: 'Ulm', country: 'DE' } }, request: { method: 'POST', url: 'Location' } },
      {
        fullUrl: '2',
        resource: {
          resourceType: 'ResearchStudy',
          contained: [
            {
              resourceType: 'Group', id: '1', type: 'person', actual: false,
              characteristic: [{ code: { coding: [{ code: 'age' }] }, valueRange: { low: { value: 18, code: 'a' } }, exclude: false }],
            },
          ],
          identifier: [{ use: 'secondary', system: 'https://klinik.example/id', value: 'abc' }],
          extension: [{ url: 'https://fhir.miracum.org/uc1/StructureDefinition/studyAcronym', valueString: 'WEG' }],
          title: 'Wege', status: 'active',
          enrollment: [{ reference: '#1' }],
          site: [
            {
              reference: 'Location/1',
              extension: [
                { url: 'https://fhir.miracum.org/uc1/StructureDefinition/siteRecruitmentStatus', valueCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/research-study-status', code: 'completed' }] } },
                { url: 'https://fhir.miracum.org/uc1/StructureDefinition/siteContact', valueContactDetail: { name: 'Zentrale', telecom: [{ system: 'phone', value: '0000' }] } },
              ],
            },
          ],
        },
        request: { method: 'PUT', url: 'ResearchStudy?identifier=abc' },
      },
    ],
  }; // biome-ignore format: a bundle

  it('names its entries by numbers, and refers to them as ids', () => {
    const { trial, kept } = readFhir(bundle);
    expect(trial.acronym).toBe('WEG');
    expect(trial.eligibility).toEqual({ minimumAge: { value: 18, unit: 'YEARS' } });
    expect(trial.sites).toEqual([
      {
        facility: 'Klinik A',
        city: 'Ulm',
        country: 'DE',
        status: { code: 'COMPLETED' },
        contacts: [{ name: 'Zentrale', phone: '0000' }],
      },
    ]);
    expect(kept).toEqual({
      '/entry/0/resource/address/line': ['Weg 1'],
      '/entry/1/resource/identifier/0/system': 'https://klinik.example/id',
    });
  });

  it('has the hash of its study for an id: what a server or a hospital gave is none of a registry', () => {
    expect(readFhir(bundle).trial.id).toMatch(/^sha256-[0-9a-f]{32}$/);
  });
});

describe('a study of the French registry', () => {
  const eclaire = 'https://interop.esante.gouv.fr/ig/fhir/eclaire/StructureDefinition/eclaire-';
  const study = {
    resourceType: 'ResearchStudy',
    extension: [
      { url: `${eclaire}secondary-sponsor`, valueReference: { reference: 'Organization/2', display: 'Reference to secondary sponsor' } },
      { url: `${eclaire}recruitment-period`, valuePeriod: { start: '2022-06-01T00:00:00.000Z' } },
      { url: `${eclaire}recruitment-status`, valueCodeableConcept: { coding: [{ system: `${eclaire}status`, code: 'recruiting' }] } },
    ],
    identifier: [{ use: 'official', value: 'INDISPONIBLE' }, { use: 'secondary', value: '2022-500299-71-00' }],
    status: 'active',
    phase: { coding: [{ code: 'phase-3' }], text: 'Research Study Phase' },
    condition: [{ coding: [{ display: 'Kidney transplant' }], text: 'diseaseCondition' }],
    contact: [{ extension: [{ url: `${eclaire}contact-name`, valueHumanName: { family: 'Exemple', given: ['Anne'] } }, { url: `${eclaire}contact-affiliation`, valueString: 'CHU' }] }],
    location: [{ coding: [{ system: 'urn:iso:std:iso:3166', code: 'FR', display: 'France' }], text: 'Countries of recruitment' }],
    description: 'INDISPONIBLE',
    sponsor: { reference: 'Organization/1', display: 'Reference to primary sponsor' },
  }; // biome-ignore format: a study

  it('gives values where its texts name the slot, and no value where it says that there is none', () => {
    const { trial, issues } = readFhir(study);
    const { unmapped: _kept, ...rest } = trial;
    expect(rest).toEqual({
      schemaVersion: '1.0',
      id: '2022-500299-71-00',
      source: { format: 'fhir-r4', kind: 'registration' },
      identifiers: [{ value: '2022-500299-71-00', registry: 'CTIS', role: { code: 'SECONDARY' } }],
      overallStatus: { code: 'RECRUITING' },
      startDate: { date: '2022-06-01', verbatim: '2022-06-01T00:00:00.000Z' },
      phases: [{ code: 'PHASE3' }],
      conditions: ['Kidney transplant'],
      countries: ['France'],
      contacts: [{ nameParts: { first: 'Anne', last: 'Exemple' }, affiliation: 'CHU' }],
    });
    expect(issues.filter(({ code }) => code === 'placeholder').map(({ at }) => at)).toEqual([
      '/extension/0',
      '/identifier/0',
      '/description',
      '/sponsor',
    ]);
  });
});
