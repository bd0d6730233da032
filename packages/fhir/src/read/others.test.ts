import { describe, expect, it } from 'vitest';
import { readFhir } from './testing.js';

const nct = { use: 'official', system: 'http://clinicaltrials.gov', value: 'NCT90000011' };

describe('a study as the converter of mCODE writes it', () => {
  const study = {
    resourceType: 'ResearchStudy',
    id: 'NCT90000011',
    identifier: [nct],
    title: 'Walking after Surgery',
    status: 'closed-to-accrual',
    phase: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/research-study-phase', code: 'phase-1-phase-2', display: 'Phase 1/Phase 2' }], text: 'Phase 1/Phase 2' },
    category: [
      { text: 'Study Type: Interventional' },
      { text: 'Primary Purpose: Supportive Care' },
      { text: 'Masking: None (Open Label)' },
      { text: 'Allocation: N/A' },
      { text: 'Intervention Model: Single Group Assignment' },
    ],
    condition: [{ text: 'Postoperative Pain' }],
    keyword: [{ text: 'walking' }],
    contact: [{ name: 'Ana Prati', telecom: [{ system: 'phone', value: '555-0100', use: 'work' }, { system: 'email', value: 'a@example.org', use: 'work' }] }],
    location: [{ text: 'Italy' }],
    description: 'Walks of ten minutes.',
    objective: [{ name: 'To see whether walking helps.' }],
    arm: [{ name: 'Walkers', type: { coding: [{ code: 'Experimental', display: 'Experimental' }], text: 'Experimental' }, description: 'Walk twice a day' }],
    protocol: [{ reference: '#plan-0', type: 'PlanDefinition' }, { reference: '#plan-1', type: 'PlanDefinition' }],
    sponsor: { reference: '#org', type: 'Organization' },
    enrollment: [{ reference: '#group', type: 'Group', display: 'Inclusion Criteria:\n\n- Adults' }],
    site: [{ reference: '#location-0', type: 'Location' }, { reference: '#location-0', type: 'Location' }],
    contained: [
      { resourceType: 'Organization', id: 'org', name: 'Example Hospital' },
      { resourceType: 'Group', id: 'group', type: 'person', actual: false },
      { resourceType: 'PlanDefinition', id: 'plan-0', status: 'unknown', title: 'Walk', subtitle: 'Stroll', type: { text: 'Behavioral' }, subjectCodeableConcept: { text: 'Walkers' } },
      { resourceType: 'PlanDefinition', id: 'plan-1', status: 'unknown', title: 'Walk', subtitle: 'Stroll', type: { text: 'Behavioral' }, subjectCodeableConcept: { text: 'Others' } },
      { resourceType: 'Location', id: 'location-0', name: 'Example Hospital', telecom: [{ system: 'phone', value: '555-0101', use: 'work' }], address: { use: 'work', city: 'Turin', country: 'Italy' }, position: { latitude: 45.07, longitude: 7.68 } },
    ],
  }; // biome-ignore format: a study

  it('gives all but its objective, which is no outcome measure', () => {
    const { format, trial, kept } = readFhir(study);
    const { unmapped: _kept, ...rest } = trial;
    expect(format).toBe('fhir-r4');
    expect(rest).toEqual({
      schemaVersion: '1.0',
      id: 'NCT90000011',
      source: { format: 'fhir-r4', kind: 'registration' },
      identifiers: [{ value: 'NCT90000011', registry: 'ClinicalTrials.gov', role: { code: 'PRIMARY' } }],
      briefTitle: 'Walking after Surgery',
      overallStatus: { code: 'ACTIVE_NOT_RECRUITING', verbatim: 'closed-to-accrual' },
      phases: [{ code: 'PHASE1' }, { code: 'PHASE2' }],
      studyType: { code: 'INTERVENTIONAL', verbatim: 'Interventional' },
      design: {
        primaryPurpose: { code: 'SUPPORTIVE_CARE', verbatim: 'Supportive Care' },
        masking: { masking: { code: 'NONE', verbatim: 'None (Open Label)' } },
        allocation: { code: 'NA', verbatim: 'N/A' },
        interventionModel: { code: 'SINGLE_GROUP', verbatim: 'Single Group Assignment' },
      },
      conditions: ['Postoperative Pain'],
      keywords: ['walking'],
      countries: ['Italy'],
      detailedDescription: 'Walks of ten minutes.',
      arms: [
        {
          label: 'Walkers',
          type: { code: 'EXPERIMENTAL', verbatim: 'Experimental' },
          description: 'Walk twice a day',
        },
      ],
      interventions: [
        {
          name: 'Walk',
          type: { code: 'BEHAVIORAL', verbatim: 'Behavioral' },
          otherNames: ['Stroll'],
          armLabels: ['Walkers', 'Others'],
        },
      ],
      leadSponsor: { name: 'Example Hospital' },
      eligibility: { criteria: 'Inclusion Criteria:\n\n- Adults' },
      contacts: [{ name: 'Ana Prati', phone: '555-0100', email: 'a@example.org' }],
      sites: [
        {
          facility: 'Example Hospital',
          city: 'Turin',
          country: 'Italy',
          geoPoint: { latitude: 45.07, longitude: 7.68 },
          contacts: [{ phone: '555-0101' }],
        },
      ],
    });
    expect(kept).toEqual({ '/objective': [{ name: 'To see whether walking helps.' }] });
  });
});

describe('a study as the converter of FEvIR writes it in R6', () => {
  const role = (code: string) => ({
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/research-study-party-role', code }],
  });
  const type = (code: string) => ({
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/research-study-objective-type', code }],
  });
  const study = {
    id: '345',
    url: 'https://fevir.example/ResearchStudy/345',
    identifier: [
      { system: 'https://fevir.example/FOI', value: '345' },
      { use: 'official', system: 'https://clinicaltrials.gov/nctid', value: 'NCT90000012' },
    ],
    label: [{ type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/title-type', code: 'scientific' }] }, value: 'A Trial of Tea' }],
    title: 'Tea',
    status: 'active',
    phase: { coding: [{ system: 'https://fevir.net/sevco', code: 'SEVCO:01035', display: 'phase 3 trial' }], text: 'Therapeutic confirmatory (Phase III)' },
    purposeType: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/research-study-prim-purp-type', code: 'prevention' }] }],
    studyDesign: [
      { coding: [{ system: 'https://fevir.net/sevco', code: 'SEVCO:01001' }] },
      { coding: [{ system: 'https://fevir.net/sevco', code: 'SEVCO:01003' }] },
      { coding: [{ system: 'https://fevir.net/sevco', code: 'SEVCO:01011' }] },
      { coding: [{ system: 'https://fevir.net/sevco', code: 'SEVCO:01060' }] },
      { text: 'Design Masking: Double' },
    ],
    classifier: [
      { text: 'IPDSharing: Yes' },
      { text: 'Minimum Age: 18 Years' },
      { text: 'Oversight Classifier: oversightHasDmc True' },
      { coding: [{ system: 'https://fevir.net/resources/CodeSystem/419455', code: 'includes-females' }] },
      { coding: [{ system: 'https://fevir.net/resources/CodeSystem/419455', code: 'includes-males' }] },
      { text: 'Trial scope Therapy' },
    ],
    associatedParty: [
      { name: 'Example University', role: role('lead-sponsor') },
      { name: 'Ministry of Tea', role: role('funding-source') },
      { name: 'Bo Lind', role: { ...role('general-contact'), text: 'public contact' }, party: { reference: '#bo', type: 'PractitionerRole' } },
    ],
    progressStatus: [
      { state: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/research-study-status', code: 'overall-study' }] }, actual: true, period: { start: '2020-01' } },
      { state: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/research-study-status', code: 'overall-study' }] }, actual: false, period: { end: '2030' } },
      { state: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/research-study-status', code: 'recruiting' }] } },
      { state: { coding: [{ system: 'http://hl7.org/fhir/research-study-registration-activity', code: 'registration-posting' }] }, actual: true, period: { start: '2019-12-24' } },
    ],
    recruitment: { targetNumber: 120 },
    comparisonGroup: [{ name: 'Tea', eligibility: { reference: '#tea-group' } }],
    objective: [
      { type: type('primary'), outcomeMeasure: [{ name: 'Thirst', type: type('primary'), endpoint: { reference: 'EvidenceVariable/9', display: 'Thirst' } }] },
      { type: type('exploratory'), outcomeMeasure: [{ name: 'Sleep', description: 'Hours of sleep' }] },
    ],
    relatesTo: [
      { type: { coding: [{ code: 'transforms' }] }, targetUri: 'https://registry.example/NCT90000012' },
      { type: { coding: [{ code: 'cites' }] }, targetReference: { identifier: { system: 'https://pubmed.ncbi.nlm.nih.gov', value: '12345' }, display: 'Lind B. Tea. 2018.' } },
    ],
    contained: [
      { resourceType: 'PractitionerRole', id: 'bo', contact: [{ name: [{ text: 'Bo Lind' }], telecom: [{ system: 'email', value: 'bo@example.org' }] }], organization: { display: 'Example University' } },
      { resourceType: 'EvidenceVariable', id: 'tea', status: 'active', title: 'Green tea', classifier: [{ text: 'Intervention Type: DIETARY_SUPPLEMENT' }] },
      { resourceType: 'Group', id: 'tea-group', membership: 'conceptual', code: { text: 'Experimental' }, characteristic: [{ code: { text: 'Exposed to' }, valueReference: { reference: '#tea', display: 'Dietary Supplement: Green tea' }, exclude: false }] },
    ],
    resourceType: 'ResearchStudy',
  }; // biome-ignore format: a study

  it('gives what it says', () => {
    const { format, trial } = readFhir(study);
    const { unmapped: _kept, ...rest } = trial;
    expect(format).toBe('fhir-r6-ballot5');
    expect(rest).toEqual({
      schemaVersion: '1.0',
      id: 'NCT90000012',
      source: { format: 'fhir-r6-ballot5', kind: 'registration', url: 'https://registry.example/NCT90000012' },
      identifiers: [
        { value: '345' },
        { value: 'NCT90000012', registry: 'ClinicalTrials.gov', role: { code: 'PRIMARY' } },
      ],
      briefTitle: 'Tea',
      officialTitle: 'A Trial of Tea',
      overallStatus: { code: 'RECRUITING' },
      startDate: { date: '2020-01', type: { code: 'ACTUAL' } },
      completionDate: { date: '2030', type: { code: 'ESTIMATED' } },
      registration: { firstPosted: { date: '2019-12-24', type: { code: 'ACTUAL' } } },
      phases: [{ code: 'PHASE3', verbatim: 'Therapeutic confirmatory (Phase III)' }],
      studyType: { code: 'INTERVENTIONAL' },
      design: {
        primaryPurpose: { code: 'PREVENTION' },
        allocation: { code: 'RANDOMIZED' },
        interventionModel: { code: 'PARALLEL' },
        masking: { masking: { code: 'DOUBLE', verbatim: 'Double' }, roles: [{ code: 'PARTICIPANT' }] },
      },
      ipdSharing: { plan: { code: 'YES', verbatim: 'Yes' } },
      eligibility: { minimumAge: { value: 18, unit: 'YEARS' }, sex: { code: 'ALL' } },
      oversight: { hasDataMonitoringCommittee: true },
      leadSponsor: { name: 'Example University' },
      supportSources: ['Ministry of Tea'],
      contacts: [
        {
          name: 'Bo Lind',
          purpose: { code: 'PUBLIC', verbatim: 'public contact' },
          affiliation: 'Example University',
          email: 'bo@example.org',
        },
      ],
      enrollment: { count: 120, type: { code: 'ESTIMATED' } },
      arms: [
        {
          label: 'Tea',
          type: { code: 'EXPERIMENTAL', verbatim: 'Experimental' },
          interventionNames: ['Dietary Supplement: Green tea'],
        },
      ],
      interventions: [{ name: 'Green tea', type: { code: 'DIETARY_SUPPLEMENT' } }],
      primaryOutcomes: [{ measure: 'Thirst' }],
      otherOutcomes: [{ measure: 'Sleep', description: 'Hours of sleep' }],
      references: [{ pmid: '12345', citation: 'Lind B. Tea. 2018.' }],
    });
  });

  it('keeps what the model has no place for', () => {
    expect(readFhir(study).kept).toEqual({
      '/identifier/0/system': 'https://fevir.example/FOI',
      '/classifier/5': { text: 'Trial scope Therapy' },
      '/objective/0/outcomeMeasure/0/endpoint/reference': 'EvidenceVariable/9',
      '/objective/1/type': type('exploratory'),
      '/url': 'https://fevir.example/ResearchStudy/345',
    });
  });
});
