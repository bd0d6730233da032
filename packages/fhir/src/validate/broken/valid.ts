import type { FhirVersion } from '../check-fhir.js';

// biome-ignore lint/suspicious/noExplicitAny: a mutation reaches anywhere into a document on purpose.
export type Loose = any;

const urn = (number: number): string => `urn:uuid:00000000-0000-4000-8000-00000000000${number}`;
const text = (words: string) => ({
  status: 'generated',
  div: `<div xmlns="http://www.w3.org/1999/xhtml"><p>${words}</p></div>`,
});
const crossVersion = (path: string): string => `http://hl7.org/fhir/5.0/StructureDefinition/extension-${path}`;
const registration = 'http://hl7.org/fhir/StructureDefinition/researchStudy-studyRegistration';
const age = (value: number) => ({ value, unit: 'years', system: 'http://unitsofmeasure.org', code: 'a' });

/** A small bundle that HL7's validator accepts, with something of every kind that can be broken. */
export function validBundle(version: FhirVersion): Loose {
  const isR5 = version === 'r5';
  const resources = [
    isR5 ? studyR5 : studyR4,
    isR5 ? { ...group, membership: 'definitional' } : { ...group, actual: false },
    organization,
    location,
    practitioner,
    role,
    isR5 ? evidenceVariable : plan,
    isR5 ? { ...provenance, entity: [{ role: 'source', what: source }] } : provenance,
    isR5 ? { ...document, relatesTo: [{ code: { text: 'appends' }, target: { reference: urn(9) } }] } : document,
  ];
  return structuredClone({
    resourceType: 'Bundle',
    type: 'collection',
    identifier: { system: 'http://clinicaltrials.gov', value: 'NCT99999999' },
    timestamp: '2024-03-01T00:00:00Z',
    entry: resources.map((resource, index) => ({ fullUrl: urn(index + 1), resource })),
  });
}

const title = 'Example tablets in example disease';

const common = {
  resourceType: 'ResearchStudy',
  id: 'NCT99999999',
  text: text(title),
  contained: [{ resourceType: 'Location', id: 'ward', name: 'Ward 1' }],
  identifier: [{ use: 'official', system: 'http://clinicaltrials.gov', value: 'NCT99999999' }],
  title,
  condition: [{ text: 'Example disease', coding: [{ system: 'https://www.nlm.nih.gov/mesh', code: 'D000001' }] }],
  keyword: [{ text: 'example' }],
  description: 'A study that does not exist.',
  period: { start: '2020-01', end: '2021-06-30' },
  site: [{ reference: urn(4) }, { reference: '#ward' }],
  note: [{ text: 'Not a real study.' }],
};

const studyR4 = {
  ...common,
  extension: [
    {
      url: crossVersion('ResearchStudy.label'),
      extension: [
        {
          url: 'type',
          valueCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/title-type', code: 'acronym' }] },
        },
        { url: 'value', valueString: 'EXAMPLE' },
      ],
    },
    {
      url: crossVersion('ResearchStudy.recruitment'),
      extension: [
        { url: 'targetNumber', valueUnsignedInt: 120 },
        { url: 'eligibility', valueReference: { reference: urn(2) } },
      ],
    },
    {
      url: registration,
      extension: [
        {
          url: 'activity',
          valueCodeableConcept: {
            coding: [
              { system: 'http://hl7.org/fhir/research-study-registration-activity', code: 'registration-posting' },
            ],
          },
        },
        { url: 'actual', valueBoolean: true },
        { url: 'period', valuePeriod: { start: '2019-12-10' } },
      ],
    },
  ],
  status: 'completed',
  phase: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/research-study-phase', code: 'phase-3' }] },
  primaryPurposeType: {
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/research-study-prim-purp-type', code: 'treatment' }],
  },
  protocol: [{ reference: urn(7) }],
  enrollment: [{ reference: urn(2) }],
  sponsor: { reference: urn(3) },
  principalInvestigator: { reference: urn(6) },
  location: [{ text: 'Norway', coding: [{ system: 'urn:iso:std:iso:3166', code: 'NO' }] }],
  contact: [{ name: 'Trial office', telecom: [{ system: 'phone', value: '+47 00 00 00 00' }] }],
  relatedArtifact: [
    {
      type: 'documentation',
      url: 'https://example.org/protocol',
      document: {
        contentType: 'application/pdf',
        url: 'https://example.org/protocol.pdf',
        size: 1024,
        creation: '2020-01-01',
      },
    },
  ],
  arm: [{ name: 'Tablets', type: { text: 'Experimental' }, description: 'One tablet a day.' }],
  objective: [{ name: 'Recovery', type: { text: 'primary' } }],
};

const studyR5 = {
  ...common,
  extension: [
    {
      url: registration,
      extension: [
        {
          url: 'activity',
          valueCodeableConcept: {
            coding: [
              { system: 'http://hl7.org/fhir/research-study-registration-activity', code: 'registration-posting' },
            ],
          },
        },
      ],
    },
  ],
  url: 'https://clinicaltrials.gov/study/NCT99999999',
  version: '2024-03-01',
  status: 'active',
  label: [{ type: { coding: [{ system: 'http://hl7.org/fhir/title-type', code: 'acronym' }] }, value: 'EXAMPLE' }],
  phase: { coding: [{ system: 'http://hl7.org/fhir/research-study-phase', code: 'phase-3' }] },
  focus: [{ concept: { text: 'Example tablets' } }],
  region: [{ text: 'Norway', coding: [{ system: 'urn:iso:std:iso:3166', code: 'NO' }] }],
  relatedArtifact: [
    {
      type: 'documentation',
      document: {
        contentType: 'application/pdf',
        url: 'https://example.org/protocol.pdf',
        size: '1024',
        creation: '2020-01-01',
      },
    },
  ],
  associatedParty: [
    {
      name: 'Example Hospital',
      role: { coding: [{ system: 'http://hl7.org/fhir/research-study-party-role', code: 'lead-sponsor' }] },
      party: { reference: urn(3) },
    },
  ],
  progressStatus: [
    { state: { coding: [{ system: 'http://hl7.org/fhir/research-study-status', code: 'completed' }] }, actual: true },
  ],
  recruitment: { targetNumber: 120, eligibility: { reference: urn(2) } },
  comparisonGroup: [{ linkId: 'tablets', name: 'Tablets', intendedExposure: [{ reference: urn(7) }] }],
  outcomeMeasure: [{ name: 'Recovery', type: [{ text: 'primary' }], reference: { reference: urn(7) } }],
};

const group = {
  resourceType: 'Group',
  id: 'NCT99999999-eligibility',
  text: text('Adults with example disease'),
  type: 'person',
  characteristic: [
    {
      code: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/usage-context-type', code: 'age' }] },
      valueRange: { low: age(18), high: age(65) },
      exclude: false,
    },
    {
      code: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/usage-context-type', code: 'gender' }] },
      valueCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/administrative-gender', code: 'female' }] },
      exclude: false,
    },
  ],
};

const organization = {
  resourceType: 'Organization',
  id: 'org-1',
  text: text('Example Hospital'),
  name: 'Example Hospital',
};

const location = {
  resourceType: 'Location',
  id: 'NCT99999999-loc-1',
  text: text('Example Hospital, Oslo'),
  name: 'Example Hospital, Oslo',
  address: { city: 'Oslo', postalCode: '0150', country: 'Norway' },
  position: { longitude: 10.75, latitude: 59.91 },
};

const practitioner = {
  resourceType: 'Practitioner',
  id: 'person-1',
  text: text('Kari Nordmann'),
  name: [{ text: 'Kari Nordmann', family: 'Nordmann', given: ['Kari'] }],
};

const role = {
  resourceType: 'PractitionerRole',
  id: 'role-1',
  text: text('Kari Nordmann, Example Hospital'),
  practitioner: { reference: urn(5) },
  organization: { reference: urn(3) },
  code: [{ text: 'Principal Investigator' }],
};

const plan = {
  resourceType: 'PlanDefinition',
  id: 'NCT99999999-plan',
  text: text('Arms and interventions'),
  url: 'https://example.org/PlanDefinition/NCT99999999-plan',
  name: 'NCT99999999Plan',
  title: 'Arms and interventions',
  status: 'active',
  type: {
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/plan-definition-type', code: 'clinical-protocol' }],
  },
  action: [{ title: 'Tablets', code: [{ text: 'Experimental' }], action: [{ title: 'Example tablets' }] }],
};

const evidenceVariable = {
  resourceType: 'EvidenceVariable',
  id: 'NCT99999999-exposure-1',
  text: text('Example tablets'),
  title: 'Example tablets',
  status: 'active',
  characteristic: [{ description: 'Taken daily', definitionCodeableConcept: { text: 'Example tablets' } }],
};

const source = { identifier: { system: 'http://clinicaltrials.gov', value: 'NCT99999999' } };

const provenance = {
  resourceType: 'Provenance',
  id: 'NCT99999999-provenance',
  text: text('Made from the registry record'),
  target: [{ reference: urn(1) }],
  recorded: '2024-03-01T00:00:00Z',
  agent: [{ who: { display: 'Trialbridge' } }],
  entity: [{ role: 'source', what: source }],
};

const document = {
  resourceType: 'DocumentReference',
  id: 'NCT99999999-doc-1',
  text: text('Protocol'),
  status: 'current',
  content: [{ attachment: { contentType: 'application/pdf', url: 'https://example.org/protocol.pdf' } }],
};
