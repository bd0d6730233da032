import type { TrialPath } from '@trialbridge/core';
import { classifierLabels, designLabels } from '../labels.js';
import { readLabelled, readLabelledCode } from './labelled.js';
import type { Part } from './part.js';
import { type Found, found } from './place.js';
import { setField } from './set-field.js';
import type { StudyReading } from './study-reading.js';
import * as words from './vocabularies.js';
import { bare, codingsOf, readCode, readWording, type Vocabulary } from './vocabulary.js';

/** How the value of a labelled fact is read. */
type Kind =
  | 'text'
  | 'boolean'
  | 'count'
  /** One of the words of the model. */
  | { readonly oneOf: readonly string[] }
  /** The code stands in the text. */
  | { readonly inText: Vocabulary<string> }
  | Vocabulary<string>;

interface Fact {
  readonly path: TrialPath;
  readonly label: string;
  readonly kind: Kind;
}

type ClassifierPath = keyof typeof classifierLabels;
type DesignPath = keyof typeof designLabels;

/** Total: a label that the writers get needs its kind here. */
const classifierKinds: Readonly<Record<ClassifierPath, Kind>> = {
  '/source/kind': { oneOf: ['registration', 'publication'] },
  '/textMarkup': { oneOf: ['commonmark', 'plain'] },
  '/delayedPosting': 'boolean',
  '/registration/resultsWaived': 'boolean',
  '/expandedAccess/available': 'boolean',
  '/expandedAccess/status': words.expandedAccessStatusVocabulary,
  '/expandedAccessTypes/individual': 'boolean',
  '/expandedAccessTypes/intermediate': 'boolean',
  '/expandedAccessTypes/treatment': 'boolean',
  '/expandedAccessPointerCount': 'count',
  '/responsibleParty/type': words.responsiblePartyVocabulary,
  '/responsibleParty/oldNameTitle': 'text',
  '/responsibleParty/oldOrganization': 'text',
  '/oversight/hasDataMonitoringCommittee': 'boolean',
  '/oversight/isFdaRegulatedDrug': 'boolean',
  '/oversight/isFdaRegulatedDevice': 'boolean',
  '/oversight/isUnapprovedDevice': 'boolean',
  '/oversight/isPediatricPostmarketSurveillance': 'boolean',
  '/oversight/isUsExport': 'boolean',
  '/oversight/fdaaa801Violation': 'boolean',
  '/oversight/isFdaRegulated': 'boolean',
  '/oversight/isSection801': 'boolean',
  '/oversight/authorities/*': 'text',
  '/phases/*': words.phaseVocabulary,
  '/enrollment/count': 'count',
  '/enrollment/type': { inText: words.dateTypeVocabulary },
  '/enrollment/analyzed': 'count',
  '/enrollment/bySex/male': 'count',
  '/enrollment/bySex/female': 'count',
  '/enrollment/verbatim': 'text',
  '/patientRegistry': 'boolean',
  '/targetDuration': 'text',
  '/eligibility/sex': words.sexVocabulary,
  '/eligibility/genderBased': 'boolean',
  '/eligibility/ageGroups/*': words.ageGroupVocabulary,
  '/siteCount': 'count',
  '/removedCountries/*': 'text',
  '/ipdSharing/plan': words.ipdSharingVocabulary,
  '/ipdSharing/infoTypes/*': words.ipdInfoTypeVocabulary,
  '/noStatisticalAnalysisPlan': 'boolean',
  '/hasResults': 'boolean',
  '/results/certainAgreement/isSponsorEmployee': 'boolean',
  '/results/certainAgreement/isRestrictive': 'boolean',
  '/results/certainAgreement/restriction': words.restrictionVocabulary,
};

const designKinds: Readonly<Record<DesignPath, Kind>> = {
  '/studyType': words.studyTypeVocabulary,
  '/design/allocation': words.allocationVocabulary,
  '/design/interventionModel': words.interventionModelVocabulary,
  '/design/observationalModel': words.observationalModelVocabulary,
  '/design/timePerspective': words.timePerspectiveVocabulary,
  '/design/masking/masking': words.maskingVocabulary,
  '/design/masking/roles/*': words.maskedRoleVocabulary,
  '/design/centers': { inText: words.centersVocabulary },
  '/design/armCount': 'count',
  '/design/groupCount': 'count',
  '/design/hasPlaceboGroup': 'boolean',
  '/design/verbatim': 'text',
  '/biospecimens/retention': words.retentionVocabulary,
  '/eligibility/samplingMethod': words.samplingVocabulary,
};

/** Labels that others use: the converter of FEvIR, after ClinicalTrials.gov's own names, and that of mCODE. */
const othersLabels: Readonly<Record<string, TrialPath>> = {
  IPDSharing: '/ipdSharing/plan',
  IPDSharingDescription: '/ipdSharing/description',
  IPDSharingInfoType: '/ipdSharing/infoTypes/*',
  IPDSharingTimeFrame: '/ipdSharing/timeFrame',
  IPDSharingAccessCriteria: '/ipdSharing/accessCriteria',
  'Has Results': '/hasResults',
  'Age Group': '/eligibility/ageGroups/*',
  AgreementPISponsorEmployee: '/results/certainAgreement/isSponsorEmployee',
  AgreementRestrictiveAgreement: '/results/certainAgreement/isRestrictive',
  AgreementRestrictionType: '/results/certainAgreement/restriction',
  AgreementOtherDetails: '/results/certainAgreement/otherDetails',
  'Design Masking': '/design/masking/masking',
  'Study Type': '/studyType',
  'Primary Purpose': '/design/primaryPurpose',
  Masking: '/design/masking/masking',
  Allocation: '/design/allocation',
  'Intervention Model': '/design/interventionModel',
  'Observational Model': '/design/observationalModel',
  'Time Perspective': '/design/timePerspective',
};

const kinds = new Map<string, Kind>([
  ...Object.entries(classifierKinds),
  ...Object.entries(designKinds),
  ['/design/primaryPurpose', words.purposeVocabulary],
]);

function factsOf(labels: Readonly<Record<string, string>>): Map<string, Fact> {
  return new Map(
    Object.entries(labels).map(([path, label]) => {
      return [label, { path: path as TrialPath, label, kind: kinds.get(path) ?? 'text' }];
    }),
  );
}

const classifierFacts = factsOf(classifierLabels);
const designFacts = factsOf(designLabels);
const othersFacts = new Map(
  Object.entries(othersLabels).map(([label, path]) => [label, { path, label, kind: kinds.get(path) ?? 'text' }]),
);

/** Facts by the system of their enumeration. */
const codedFacts = new Map<string, Fact>();
for (const fact of [...classifierFacts.values(), ...designFacts.values()]) {
  if (isVocabulary(fact.kind) && fact.kind.system !== undefined) {
    codedFacts.set(fact.kind.system, fact);
  }
}

/** Reads one concept of `classifier`. */
export function readClassifier(reading: StudyReading, concept: Part): boolean {
  return readFact(reading, concept, classifierFacts);
}

/** Reads one concept of `category` (R4) or `studyDesign` (R5, R6). */
export function readDesignFact(reading: StudyReading, concept: Part): boolean {
  return readFact(reading, concept, designFacts);
}

/** Reads a concept that is a registry's code or `Label: value`; `false` when it is neither, and nothing was taken. */
function readFact(reading: StudyReading, concept: Part, facts: ReadonlyMap<string, Fact>): boolean {
  for (const { system } of codingsOf(concept)) {
    const fact = system === undefined ? undefined : codedFacts.get(system);
    const code = fact && isVocabulary(fact.kind) ? readCode(concept, fact.kind) : undefined;
    if (!fact || !code) continue;
    const text = concept.text('text');
    setField(reading, fact.path, found(code, text ? { code: code.value, verbatim: text.value } : { code: code.value }));
    return true;
  }
  const place = concept.place('text');
  const wording = concept.peek('text');
  if (!place || wording === undefined) return false;
  const text = found(place, wording);
  const labelled = readLabelled(text, facts) ?? (reading.isOurs ? undefined : readLabelled(text, othersFacts));
  if (labelled) {
    const { field: fact } = labelled;
    if (typeof fact.kind === 'object' && 'inText' in fact.kind) {
      return setInText(reading, concept, text, fact, fact.kind.inText);
    }
    return setValue(reading, concept, labelled.text, fact.path, fact.kind);
  }
  const fact = facts.get(wording);
  if (fact && typeof fact.kind === 'object' && 'inText' in fact.kind) {
    return setInText(reading, concept, text, fact, fact.kind.inText);
  }
  return false;
}

function setInText(
  reading: StudyReading,
  concept: Part,
  text: Found<string>,
  { label, path }: Fact,
  vocabulary: Vocabulary<string>,
): boolean {
  const coded = readLabelledCode(reading, concept, text, label, vocabulary);
  if (!coded || !setField(reading, path, coded)) return false;
  concept.take('text');
  return true;
}

/** Sets a labelled value of a kind, and takes it, with HL7's coding of the same fact. */
function setValue(reading: StudyReading, concept: Part, text: Found<string>, path: TrialPath, kind: Kind): boolean {
  if (path === '/source/kind' && text.value === reading.trial.source.kind) {
    // It was looked for before anything else.
    concept.takeAll();
    return true;
  }
  const value = toValue(reading, text, kind);
  if (value === undefined || !setField(reading, path, found(text, value))) return false;
  concept.take('text');
  if (reading.isOurs) concept.take('coding');
  return true;
}

function toValue(reading: StudyReading, text: Found<string>, kind: Kind): unknown {
  if (kind === 'text') return text.value;
  if (kind === 'boolean') {
    const word = bare(text.value);
    return word === 'true' || word === 'yes' ? true : word === 'false' || word === 'no' ? false : undefined;
  }
  if (kind === 'count') return /^\d{1,15}$/.test(text.value) ? Number(text.value) : undefined;
  if (!isVocabulary(kind)) return 'oneOf' in kind && kind.oneOf.includes(text.value) ? text.value : undefined;
  return readWording(reading, text, kind).value;
}

function isVocabulary(kind: Kind): kind is Vocabulary<string> {
  return typeof kind === 'object' && 'ofWording' in kind;
}
