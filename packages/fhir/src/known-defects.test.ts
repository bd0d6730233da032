import { describe, expect, it } from 'vitest';
import { fhirR4Writer, fhirR5Writer } from './index.js';
import { see } from './test-trial.js';

const registry = 'https://clinicaltrials.gov/data-about-studies/study-data-structure#enum-';

/** Faults that published converters were seen with, each shown not to be ours. */
describe('a converter to R4 that others use', () => {
  const study = {
    overallStatus: { code: 'ACTIVE_NOT_RECRUITING' as const },
    phases: [{ code: 'PHASE1' as const }, { code: 'PHASE2' as const }],
    officialTitle: 'A Study of the Title That Was Lost',
    briefTitle: 'Brief Title',
    identifiers: [
      {
        value: 'NCT01234567',
        role: { code: 'PRIMARY' as const },
        registry: 'ClinicalTrials.gov',
      },
      { value: 'ABC-1', role: { code: 'ORGANIZATION' as const }, issuer: 'Sponsor Inc.' },
      { value: '2020-000000-00', role: { code: 'SECONDARY' as const }, type: { code: 'EUDRACT_NUMBER' as const } },
    ],
    leadSponsor: { name: 'Sponsor Inc.', class: { code: 'INDUSTRY' as const } },
    collaborators: [{ name: 'Partner University', class: { code: 'OTHER' as const } }],
    officials: [{ name: 'Jane Doe', role: { code: 'STUDY_CHAIR' as const }, affiliation: 'Partner University' }],
    arms: [
      { label: 'One', type: { code: 'EXPERIMENTAL' as const }, interventionNames: ['Drug: A', 'Drug: B'] },
      { label: 'Two', type: { code: 'ACTIVE_COMPARATOR' as const }, interventionNames: ['Drug: B'] },
    ],
    interventions: [
      { name: 'A', type: { code: 'DRUG' as const }, otherNames: ['first', 'second'], armLabels: ['One'] },
      { name: 'B', type: { code: 'DRUG' as const }, armLabels: ['One', 'Two'] },
    ],
    primaryOutcomes: [{ measure: 'Survival', timeFrame: '1 year' }],
    secondaryOutcomes: [{ measure: 'Pain' }],
    eligibility: {
      criteria: 'Inclusion Criteria:\n\n* adults',
      minimumAge: { value: 6, unit: 'MONTHS' as const },
      sex: { code: 'FEMALE' as const },
      healthyVolunteers: false,
    },
    enrollment: { count: 40, type: { code: 'ESTIMATED' as const } },
    references: [{ pmid: '12345678', citation: 'Doe J. A paper.' }],
    ipdSharing: { plan: { code: 'NO' as const } },
    conditionBrowse: { terms: [{ id: 'D009369', term: 'Neoplasms' }] },
  };
  const r4 = see(fhirR4Writer, study);

  it('took the last known status for the status, and "active" where there was none', () => {
    expect(r4.study.status).toBe('closed-to-accrual');
    expect(
      see(fhirR4Writer, { overallStatus: { code: 'UNKNOWN' }, lastKnownStatus: { code: 'RECRUITING' } }).study.status,
    ).toBe('active');
  });

  it('wrote "in-review" for a status that nobody knows', () => {
    const unknown = see(fhirR4Writer, { overallStatus: { code: 'UNKNOWN' } });
    expect(unknown.study.status).toBeUndefined();
    expect(unknown.study._status).toEqual({
      extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }],
    });
    expect(unknown.issues).toMatchObject([{ code: 'not-valid', at: '/overallStatus', rule: 'status-absent' }]);
  });

  it('kept the first phase only', () => {
    expect(r4.study.phase.coding).toEqual([
      {
        system: 'http://terminology.hl7.org/CodeSystem/research-study-phase',
        code: 'phase-1-phase-2',
        display: 'Phase 1/Phase 2',
      },
      { system: `${registry}Phase`, code: 'PHASE1' },
      { system: `${registry}Phase`, code: 'PHASE2' },
    ]);
  });

  it('kept the phases of a source that lists the later one first apart', () => {
    const [hl7, first, second] = see(fhirR4Writer, { phases: [{ code: 'PHASE3' }, { code: 'PHASE2' }] }).study.phase
      .coding;
    expect([hl7.code, first.code, second.code]).toEqual(['phase-2-phase-3', 'PHASE3', 'PHASE2']);
  });

  it('dropped why a terminated trial stopped', () => {
    const stopped = see(fhirR4Writer, { overallStatus: { code: 'TERMINATED' }, whyStopped: 'Lack of funds' });
    expect(stopped.study.status).toBe('administratively-completed');
    expect(stopped.study.reasonStopped).toEqual({ text: 'Lack of funds' });
  });

  it('lost the official title beside a brief one', () => {
    expect(r4.study.title).toBe('Brief Title');
    expect(r4.r5('label')).toMatchObject([{ value: ['A Study of the Title That Was Lost'] }]);
  });

  it('left the eligibility group empty, its id broken and its text in a display', () => {
    const [group] = r4.of('Group');
    expect(group.id).toBe('NCT01234567-eligibility');
    expect(group.extension).toEqual([
      {
        url: 'http://hl7.org/fhir/5.0/StructureDefinition/extension-Group.description',
        valueMarkdown: 'Inclusion Criteria:\n\n* adults',
      },
    ]);
    expect(r4.study.enrollment[0].display).toBeUndefined();
    expect(r4.study.enrollment[0].reference).toBe(r4.bundle.entry[1].fullUrl);
  });

  it('had no ages, sex, or healthy volunteers, or turned months into a fraction of a year', () => {
    const [group] = r4.of('Group');
    expect(group.characteristic).toMatchObject([
      { valueRange: { low: { value: 6, unit: 'months', system: 'http://unitsofmeasure.org', code: 'mo' } } },
      { valueCodeableConcept: { coding: [{ code: 'female' }, { system: `${registry}Sex`, code: 'FEMALE' }] } },
      { valueBoolean: false },
    ]);
    for (const { code, exclude } of group.characteristic) {
      expect(code.coding ?? code.text).toBeTruthy();
      expect(exclude).toBe(false);
    }
  });

  it('had no secondary ids, sponsors, collaborators, officials, outcomes, enrollment, references, IPD plan or MeSH', () => {
    expect(r4.study.identifier.map((identifier: { value: string }) => identifier.value)).toEqual([
      'NCT01234567',
      'ABC-1',
      '2020-000000-00',
    ]);
    expect(r4.study.sponsor.display).toBe('Sponsor Inc.');
    expect(r4.r5('associatedParty').map((party) => party.name[0])).toEqual([
      'Sponsor Inc.',
      'Partner University',
      'Jane Doe',
    ]);
    expect(r4.r5('outcomeMeasure').map((outcome) => outcome.name[0])).toEqual(['Survival', 'Pain']);
    expect(r4.study.objective.map((objective: { name: string }) => objective.name)).toEqual(['Survival', 'Pain']);
    expect(r4.r5('recruitment')).toMatchObject([{ targetNumber: [40] }]);
    expect(r4.study.relatedArtifact[1]).toEqual({
      type: 'citation',
      citation: 'Doe J. A paper.',
      url: 'https://pubmed.ncbi.nlm.nih.gov/12345678/',
    });
    expect(r4.r5('classifier').map((concept) => concept.coding?.[0]?.code)).toContain('NO');
    expect(r4.study.condition).toEqual([
      {
        coding: [
          { system: 'https://www.nlm.nih.gov/mesh', code: 'D009369', display: 'Neoplasms', userSelected: false },
        ],
      },
    ]);
  });

  it('wrote the identifier of the registry in a system of its own', () => {
    expect(r4.study.identifier[0]).toEqual({
      use: 'official',
      system: 'http://clinicaltrials.gov',
      value: 'NCT01234567',
    });
  });

  it('coded the types of arms without a system', () => {
    expect(r4.study.arm[0].type.coding).toEqual([
      { system: 'http://hl7.org/fhir/research-study-arm-type', code: 'experimental', display: 'Experimental' },
      { system: `${registry}ArmGroupType`, code: 'EXPERIMENTAL' },
    ]);
  });

  it('made a PlanDefinition for each intervention of each arm, with the first other name', () => {
    expect(r4.of('PlanDefinition')).toHaveLength(1);
    expect(r4.of('PlanDefinition')[0].action).toEqual([
      {
        prefix: 'Arm',
        title: 'One',
        code: [r4.study.arm[0].type],
        action: [
          { prefix: 'Intervention', title: 'Drug: A' },
          { prefix: 'Intervention', title: 'Drug: B' },
        ],
      },
      {
        prefix: 'Arm',
        title: 'Two',
        code: [r4.study.arm[1].type],
        action: [{ prefix: 'Intervention', title: 'Drug: B' }],
      },
      {
        prefix: 'Intervention',
        title: 'A',
        code: [
          { coding: [{ system: `${registry}InterventionType`, code: 'DRUG' }] },
          { text: 'Other name: first' },
          { text: 'Other name: second' },
        ],
        action: [{ prefix: 'Arm', title: 'One' }],
      },
      {
        prefix: 'Intervention',
        title: 'B',
        code: [{ coding: [{ system: `${registry}InterventionType`, code: 'DRUG' }] }],
        action: [
          { prefix: 'Arm', title: 'One' },
          { prefix: 'Arm', title: 'Two' },
        ],
      },
    ]);
  });
});

describe('dates', () => {
  it.each(['2015', '2015-08', '2015-08-31'])('%s was made more precise than it was', (date) => {
    expect(see(fhirR4Writer, { startDate: { date } }).study.period).toEqual({ start: date });
    expect(see(fhirR5Writer, { startDate: { date } }).study.period).toEqual({ start: date });
  });

  it('lost whether they had happened', () => {
    const dates = {
      startDate: { date: '2015-08', type: { code: 'ACTUAL' as const } },
      completionDate: { date: '2017', type: { code: 'ESTIMATED' as const } },
    };
    expect(see(fhirR5Writer, dates).study.progressStatus.slice(1)).toMatchObject([
      { state: { coding: [{ code: 'overall-study' }] }, actual: true, period: { start: '2015-08' } },
      { state: { coding: [{ code: 'overall-study' }] }, actual: false, period: { end: '2017' } },
    ]);
  });

  it('gave a period that ends before it starts', () => {
    const seen = see(fhirR4Writer, { startDate: { date: '2016-03' }, completionDate: { date: '2015-12-31' } });
    expect(seen.study.period).toEqual({ start: '2016-03' });
    expect(seen.r5('progressStatus').slice(1)).toMatchObject([{ period: [{ end: '2015-12-31' }] }]);
    expect(seen.issues).toMatchObject([{ code: 'changed', at: '/completionDate', rule: 'inverted-period' }]);
  });

  it('were compared beyond their precision', () => {
    const dates = { startDate: { date: '2016-03-15' }, completionDate: { date: '2016-03' } };
    expect(see(fhirR5Writer, dates).study.period).toEqual({ start: '2016-03-15', end: '2016-03' });
  });
});

describe('serialisers', () => {
  const document = { documents: [{ filename: 'Prot_000.pdf', size: 1234 }] };

  it('wrote the size of an attachment as R4 wants it, in R5', () => {
    expect(see(fhirR4Writer, document).study.relatedArtifact[1].document.size).toBe(1234);
    expect(see(fhirR5Writer, document).study.relatedArtifact[1].document.size).toBe('1234');
  });

  it('wrote RelatedArtifact.url in R5, which has none', () => {
    const link = { links: [{ url: 'https://example.org/' }] };
    expect(see(fhirR4Writer, link).study.relatedArtifact[1].url).toBe('https://example.org/');
    expect(see(fhirR5Writer, link).study.relatedArtifact[1]).toEqual({
      type: 'documentation',
      label: 'Link',
      document: { url: 'https://example.org/' },
    });
  });

  it('left the escapes of CommonMark in a plain string', () => {
    const arms = { arms: [{ label: 'One', description: 'Aged \\> 18 years' }] };
    expect(see(fhirR4Writer, arms).study.arm[0]).toEqual({
      name: 'One',
      description: 'Aged > 18 years',
      _description: {
        extension: [
          {
            url: 'http://hl7.org/fhir/StructureDefinition/rendering-markdown',
            valueMarkdown: 'Aged \\> 18 years',
          },
        ],
      },
    });
    expect(see(fhirR5Writer, arms).study.comparisonGroup[0].description).toBe('Aged \\> 18 years');
  });

  it('took an address with a blank for a URI', () => {
    const [, link] = see(fhirR4Writer, { links: [{ url: 'see our page' }] }).study.relatedArtifact;
    expect(link.url).toBeUndefined();
    expect(link._url.extension).toEqual([
      { url: 'http://hl7.org/fhir/StructureDefinition/originalText', valueString: 'see our page' },
    ]);
  });

  it('gave an age range whose ends cannot be compared', () => {
    const [group] = see(fhirR4Writer, {
      eligibility: { minimumAge: { value: 18, unit: 'MONTHS' }, maximumAge: { value: 5, unit: 'YEARS' } },
    }).of('Group');
    expect(group.characteristic).toMatchObject([
      { valueRange: { low: { value: 18, code: 'mo' } } },
      { valueRange: { high: { value: 5, code: 'a' } } },
    ]);
  });

  it('joined keywords with commas', () => {
    expect(see(fhirR5Writer, { keywords: ['a', 'b, c'] }).study.keyword).toEqual([{ text: 'a' }, { text: 'b, c' }]);
  });

  it('gave R5 the code systems of R4', () => {
    const outcomes = { primaryOutcomes: [{ measure: 'Pain' }] };
    expect(see(fhirR5Writer, outcomes).study.outcomeMeasure[0].type[0].coding[0].system).toBe(
      'http://hl7.org/fhir/research-study-objective-type',
    );
    expect(see(fhirR4Writer, outcomes).study.objective[0].type.coding[0].system).toBe(
      'http://terminology.hl7.org/CodeSystem/research-study-objective-type',
    );
  });

  it('took other outcomes for exploratory ones', () => {
    expect(see(fhirR5Writer, { otherOutcomes: [{ measure: 'Mood' }] }).study.outcomeMeasure[0].type).toEqual([
      { text: 'Other pre-specified' },
    ]);
  });

  it('took a masked investigator for a blinded analyst, and a sequential model for a crossover', () => {
    const design = {
      design: {
        interventionModel: { code: 'SEQUENTIAL' as const },
        masking: { roles: [{ code: 'INVESTIGATOR' as const }] },
      },
    };
    expect(see(fhirR5Writer, design).study.studyDesign).toEqual([
      { coding: [{ system: `${registry}InterventionalAssignment`, code: 'SEQUENTIAL' }] },
      { coding: [{ system: `${registry}WhoMasked`, code: 'INVESTIGATOR' }] },
    ]);
  });

  it('used a clock and random ids', () => {
    const now = Date.now;
    const random = Math.random;
    try {
      Date.now = Math.random = () => {
        throw new Error('a conversion has no clock and no chance');
      };
      expect(see(fhirR4Writer).bundle).toEqual(see(fhirR4Writer).bundle);
    } finally {
      Date.now = now;
      Math.random = random;
    }
  });
});

describe('a status with a misspelling', () => {
  it('is kept as text, and never coded', () => {
    const fields = { overallStatus: { verbatim: 'RECRUTING' } };
    expect(see(fhirR5Writer, fields).study.progressStatus).toEqual([{ state: { text: 'RECRUTING' } }]);
    const r4 = see(fhirR4Writer, fields);
    expect(r4.r5('progressStatus')).toEqual([{ state: [{ text: 'RECRUTING' }] }]);
    expect(r4.study.status).toBeUndefined();
  });
});
