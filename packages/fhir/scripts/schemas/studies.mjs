import { complexExtension, constant, extension, list, object, oneOf, ref, union, withTwin } from './build.mjs';

const concept = ref('CodeableConcept');
const concepts = list(concept);
const reference = ref('Reference');

/** What all versions have. The study of a transaction has no id: the server finds it by its identifier. */
const common = {
  resourceType: constant('ResearchStudy'),
  id: ref('id'),
  text: ref('Narrative'),
  contained: list(ref('Companion')),
  identifier: list(ref('Identifier')),
  title: ref('text'),
  partOf: list(reference),
  phase: concept,
  condition: concepts,
  keyword: concepts,
  description: ref('text'),
  period: ref('Period'),
  site: list(reference),
  note: list(ref('Annotation')),
};

const r5 = (name) => `http://hl7.org/fhir/5.0/StructureDefinition/extension-ResearchStudy.${name}`;

/** R5 elements in R4: those of HL7's package hl7.fhir.uv.xver-r5.r4 that we write, and no others. */
const r4Extensions = {
  LabelExtension: complexExtension(r5('label'), [
    extension('type', 'valueCodeableConcept', concept),
    extension('value', 'valueString', ref('text')),
  ]),
  VersionExtension: extension(r5('version'), 'valueString', ref('text'), { twin: true }),
  SummaryExtension: extension(r5('descriptionSummary'), 'valueMarkdown', ref('text')),
  ClassifierExtension: extension(r5('classifier'), 'valueCodeableConcept', concept),
  PartyExtension: complexExtension(r5('associatedParty'), [
    extension('name', 'valueString', ref('text')),
    extension('role', 'valueCodeableConcept', concept),
    extension('period', 'valuePeriod', ref('Period')),
    extension('classifier', 'valueCodeableConcept', concept),
    extension('party', 'valueReference', reference),
  ]),
  ProgressExtension: complexExtension(r5('progressStatus'), [
    extension('state', 'valueCodeableConcept', concept),
    extension('actual', 'valueBoolean', { type: 'boolean' }, { twin: true }),
    extension('period', 'valuePeriod', ref('Period')),
  ]),
  RecruitmentExtension: complexExtension(r5('recruitment'), [
    extension('targetNumber', 'valueUnsignedInt', ref('unsignedInt'), { twin: true }),
    extension('actualNumber', 'valueUnsignedInt', ref('unsignedInt'), { twin: true }),
    extension('eligibility', 'valueReference', reference),
  ]),
  OutcomeExtension: complexExtension(r5('outcomeMeasure'), [
    extension('name', 'valueString', ref('text'), { twin: true }),
    extension('type', 'valueCodeableConcept', concept),
    extension('description', 'valueMarkdown', ref('text')),
    extension('reference', 'valueReference', reference),
  ]),
};

const r4Artifact = object(
  {
    type: oneOf('citation', 'documentation', 'derived-from'),
    ...withTwin('label', ref('text')),
    display: ref('text'),
    citation: ref('text'),
    ...withTwin('url', ref('uri')),
    document: ref('Attachment'),
  },
  ['type'],
);

const r4 = {
  ...r4Extensions,
  ResearchStudy: object(
    {
      ...common,
      extension: list(union('url', [...Object.keys(r4Extensions), 'Registration'].map(ref))),
      protocol: list(reference),
      ...withTwin(
        'status',
        oneOf(
          'active',
          'administratively-completed',
          'approved',
          'closed-to-accrual',
          'closed-to-accrual-and-intervention',
          'completed',
          'disapproved',
          'in-review',
          'temporarily-closed-to-accrual',
          'temporarily-closed-to-accrual-and-intervention',
          'withdrawn',
        ),
      ),
      primaryPurposeType: concept,
      category: concepts,
      focus: concepts,
      contact: list(object({ name: ref('text'), telecom: list(ref('ContactPoint')) })),
      relatedArtifact: list(r4Artifact),
      location: concepts,
      enrollment: list(reference),
      sponsor: reference,
      principalInvestigator: reference,
      reasonStopped: concept,
      arm: list(
        object({ ...withTwin('name', ref('text')), type: concept, ...withTwin('description', ref('text')) }, [
          'name|_name',
        ]),
      ),
      objective: list(object({ ...withTwin('name', ref('text')), type: concept }, ['type'])),
    },
    ['resourceType', 'status|_status'],
  ),
};

const later = {
  ...common,
  extension: list(ref('Registration')),
  url: ref('uri'),
  ...withTwin('version', ref('text')),
  label: list(ref('Label')),
  date: ref('dateTime'),
  status: oneOf('active', 'unknown'),
  studyDesign: concepts,
  focus: list(object({ concept, reference: ref('Reference') }, ['concept|reference'])),
  region: concepts,
  descriptionSummary: ref('text'),
  classifier: concepts,
  associatedParty: list(ref('Party')),
  progressStatus: list(ref('Progress')),
  whyStopped: concept,
  recruitment: ref('Recruitment'),
};

const r5Artifact = object(
  {
    type: oneOf('cites', 'citation', 'documentation', 'supported-with', 'derived-from', 'retracted-by'),
    classifier: concepts,
    ...withTwin('label', ref('text')),
    display: ref('text'),
    citation: ref('text'),
    document: ref('Attachment'),
  },
  ['type'],
);

const r5Outcome = object(
  {
    ...withTwin('name', ref('text')),
    type: concepts,
    description: ref('text'),
    reference,
  },
  ['type'],
);

const r5Arm = object(
  {
    linkId: ref('id'),
    ...withTwin('name', ref('text')),
    type: concept,
    description: ref('text'),
    intendedExposure: list(reference),
  },
  ['linkId', 'name|_name'],
);

const r5Study = object(
  {
    ...later,
    relatedArtifact: list(r5Artifact),
    primaryPurposeType: concept,
    comparisonGroup: list(r5Arm),
    outcomeMeasure: list(r5Outcome),
  },
  ['resourceType', 'status'],
);

const relatesTo = object(
  {
    type: concept,
    targetUri: ref('uri'),
    targetAttachment: ref('Attachment'),
    targetReference: reference,
    targetMarkdown: { type: 'string' },
  },
  ['type', 'targetUri|targetAttachment|targetReference|targetMarkdown'],
);

const r6Outcome = object({ ...withTwin('name', ref('text')), description: ref('text'), endpoint: reference }, [
  'endpoint',
]);

const r6Study = object(
  {
    ...later,
    relatesTo: list(relatesTo),
    purposeType: concepts,
    comparisonGroup: list(object({ eligibility: reference, name: ref('text'), description: ref('text') })),
    objective: list(object({ type: concept, outcomeMeasure: list(r6Outcome) }, ['type', 'outcomeMeasure'])),
  },
  ['resourceType', 'status'],
);

/** The study of a version, and the extensions that only it has. */
export const studies = { R4: r4, R5: { ResearchStudy: r5Study }, R6: { ResearchStudy: r6Study } };
