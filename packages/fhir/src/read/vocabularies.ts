import type {
  AgeGroupCode,
  AgencyClassCode,
  AgreementRestrictionCode,
  AllocationCode,
  ArmTypeCode,
  BiospecimenRetentionCode,
  CentersCode,
  ContactPurposeCode,
  ContactRoleCode,
  DateTypeCode,
  IdentifierTypeCode,
  InterventionModelCode,
  InterventionTypeCode,
  IpdInfoTypeCode,
  IpdSharingCode,
  MaskedRoleCode,
  MaskingCode,
  ObservationalModelCode,
  OverallStatusCode,
  PhaseCode,
  PrimaryPurposeCode,
  ReferenceTypeCode,
  ResponsiblePartyTypeCode,
  SamplingMethodCode,
  SexCode,
  StudyTypeCode,
  TimePerspectiveCode,
  UnpostedEventTypeCode,
  ViolationEventTypeCode,
} from '@trialbridge/core';
import type { Hl7Code } from '../codes/concept.js';
import * as tables from '../codes/tables.js';
import { registryEnum } from '../systems.js';
import { table } from './table.js';
import { type Vocabulary, vocabulary } from './vocabulary.js';

// Every coded field as it can be read: the name of the registry's enumeration, HL7's codes, and wordings beyond the code's
// own. A wording is compared without case and punctuation, so `Single Group` is SINGLE_GROUP by itself.

/**
 * States of a study whose HL7 code says what the registry's says. `active` and `approved` do not: the first is also said
 * of studies that enrol by invitation or are not yet open, the second says nothing about recruiting.
 */
const states: Readonly<Record<OverallStatusCode, Hl7Code>> = {
  ...tables.progressState,
  SUSPENDED: undefined,
  AVAILABLE: undefined,
  NO_LONGER_AVAILABLE: undefined,
  TEMPORARILY_NOT_AVAILABLE: undefined,
  APPROVED_FOR_MARKETING: undefined,
};

/** States whose definitions agree, although their names do not; the HL7 word is kept beside the code. */
export const statesByDefinition = table<OverallStatusCode>({
  'closed-to-accrual': 'ACTIVE_NOT_RECRUITING',
  'administratively-completed': 'TERMINATED',
  'temporarily-closed-to-accrual-and-intervention': 'SUSPENDED',
});

export const statusVocabulary: Vocabulary<OverallStatusCode> = vocabulary(
  'Status',
  {
    ACTIVE_NOT_RECRUITING: ['active but not recruiting', 'not recruiting'],
    COMPLETED: [],
    ENROLLING_BY_INVITATION: [],
    NOT_YET_RECRUITING: [],
    RECRUITING: [],
    SUSPENDED: [],
    TERMINATED: [],
    WITHDRAWN: [],
    AVAILABLE: [],
    NO_LONGER_AVAILABLE: [],
    TEMPORARILY_NOT_AVAILABLE: [],
    APPROVED_FOR_MARKETING: [],
    UNKNOWN: ['unknown status'],
    WITHHELD: [],
  },
  states,
);

export const siteStatusVocabulary: Vocabulary<OverallStatusCode> = {
  ...statusVocabulary,
  system: `${registryEnum}RecruitmentStatus`,
};

export const expandedAccessStatusVocabulary: Vocabulary<OverallStatusCode> = {
  ...statusVocabulary,
  system: `${registryEnum}ExpandedAccessStatus`,
};

export const phaseVocabulary = vocabulary<PhaseCode>('Phase', {
  NA: ['N/A', 'not applicable'],
  EARLY_PHASE1: ['early phase 1', 'early phase I', 'phase 0'],
  PHASE1: ['phase 1', 'phase I', 'phase 1 trial', 'phase I trial'],
  PHASE2: ['phase 2', 'phase II', 'phase 2 trial', 'phase II trial'],
  PHASE3: ['phase 3', 'phase III', 'phase 3 trial', 'phase III trial'],
  PHASE4: ['phase 4', 'phase IV', 'phase 4 trial', 'phase IV trial'],
});

export const purposeVocabulary = vocabulary<PrimaryPurposeCode>(
  'PrimaryPurpose',
  {
    TREATMENT: [],
    PREVENTION: [],
    DIAGNOSTIC: [],
    ECT: ['educational/counseling/training'],
    SUPPORTIVE_CARE: [],
    SCREENING: [],
    HEALTH_SERVICES_RESEARCH: [],
    BASIC_SCIENCE: [],
    DEVICE_FEASIBILITY: [],
    OTHER: [],
  },
  tables.purposeCodes,
);

export const studyTypeVocabulary = vocabulary<StudyTypeCode>(
  'StudyType',
  { INTERVENTIONAL: ['interventional study'], OBSERVATIONAL: ['observational study'], EXPANDED_ACCESS: [] },
  tables.studyTypeCodes,
);

export const allocationVocabulary = vocabulary<AllocationCode>(
  'DesignAllocation',
  { RANDOMIZED: [], NON_RANDOMIZED: [], NA: ['N/A'] },
  tables.allocationCodes,
);

export const interventionModelVocabulary = vocabulary<InterventionModelCode>(
  'InterventionalAssignment',
  {
    SINGLE_GROUP: ['single group assignment'],
    PARALLEL: ['parallel assignment'],
    CROSSOVER: ['crossover assignment'],
    FACTORIAL: ['factorial assignment'],
    SEQUENTIAL: ['sequential assignment'],
  },
  tables.interventionModelCodes,
);

export const observationalModelVocabulary = vocabulary<ObservationalModelCode>(
  'ObservationalModel',
  {
    COHORT: [],
    CASE_CONTROL: [],
    CASE_ONLY: [],
    CASE_CROSSOVER: [],
    ECOLOGIC_OR_COMMUNITY: [],
    FAMILY_BASED: [],
    DEFINED_POPULATION: [],
    NATURAL_HISTORY: [],
    OTHER: [],
  },
  tables.observationalModelCodes,
);

export const timePerspectiveVocabulary = vocabulary<TimePerspectiveCode>(
  'DesignTimePerspective',
  { RETROSPECTIVE: [], PROSPECTIVE: [], CROSS_SECTIONAL: [], OTHER: [] },
  tables.timePerspectiveCodes,
);

export const maskingVocabulary = vocabulary<MaskingCode>('DesignMasking', {
  NONE: ['none (open label)', 'open label'],
  SINGLE: [],
  DOUBLE: [],
  TRIPLE: [],
  QUADRUPLE: [],
});

export const maskedRoleVocabulary = vocabulary<MaskedRoleCode>(
  'WhoMasked',
  { PARTICIPANT: [], CARE_PROVIDER: [], INVESTIGATOR: [], OUTCOMES_ASSESSOR: [] },
  tables.maskedRoleCodes,
);

export const retentionVocabulary = vocabulary<BiospecimenRetentionCode>('BioSpecRetention', {
  NONE_RETAINED: [],
  SAMPLES_WITH_DNA: [],
  SAMPLES_WITHOUT_DNA: [],
});

export const samplingVocabulary = vocabulary<SamplingMethodCode>('SamplingMethod', {
  PROBABILITY_SAMPLE: [],
  NON_PROBABILITY_SAMPLE: [],
});

export const centersVocabulary = vocabulary<CentersCode>(undefined, { SINGLE: [], MULTIPLE: [] });

export const armTypeVocabulary = vocabulary<ArmTypeCode>(
  'ArmGroupType',
  {
    EXPERIMENTAL: [],
    ACTIVE_COMPARATOR: [],
    PLACEBO_COMPARATOR: [],
    SHAM_COMPARATOR: [],
    NO_INTERVENTION: [],
    OTHER: [],
  },
  tables.armTypeCodes,
);

export const interventionTypeVocabulary = vocabulary<InterventionTypeCode>('InterventionType', {
  BEHAVIORAL: [],
  BIOLOGICAL: [],
  COMBINATION_PRODUCT: [],
  DEVICE: [],
  DIAGNOSTIC_TEST: [],
  DIETARY_SUPPLEMENT: [],
  DRUG: [],
  GENETIC: [],
  PROCEDURE: [],
  RADIATION: [],
  OTHER: [],
});

export const sexVocabulary = vocabulary<SexCode>('Sex', { FEMALE: [], MALE: [], ALL: ['both'] }, tables.sexCodes);

export const ageGroupVocabulary = vocabulary<AgeGroupCode>('StandardAge', { CHILD: [], ADULT: [], OLDER_ADULT: [] });

export const agencyClassVocabulary = vocabulary<AgencyClassCode>(
  'AgencyClass',
  { NIH: [], FED: [], OTHER_GOV: [], INDIV: [], INDUSTRY: [], NETWORK: [], AMBIG: [], OTHER: [], UNKNOWN: [] },
  tables.organizationTypeCodes,
);

const contactRoles = {
  STUDY_CHAIR: [],
  STUDY_DIRECTOR: [],
  PRINCIPAL_INVESTIGATOR: [],
  SUB_INVESTIGATOR: [],
  CONTACT: [],
} as const;

export const contactRoleVocabulary = vocabulary<ContactRoleCode>('ContactRole', contactRoles, tables.contactRoleCodes);

export const officialRoleVocabulary = vocabulary<ContactRoleCode>(
  'OfficialRole',
  contactRoles,
  tables.contactRoleCodes,
);

export const contactPurposeVocabulary = vocabulary<ContactPurposeCode>(undefined, {
  PUBLIC: ['public contact', 'publique / public'],
  SCIENTIFIC: ['scientific contact', 'scientifique / scientific'],
});

export const responsiblePartyVocabulary = vocabulary<ResponsiblePartyTypeCode>('ResponsiblePartyType', {
  SPONSOR: [],
  PRINCIPAL_INVESTIGATOR: [],
  SPONSOR_INVESTIGATOR: [],
});

export const ipdSharingVocabulary = vocabulary<IpdSharingCode>('IpdSharing', { YES: [], NO: [], UNDECIDED: [] });

export const ipdInfoTypeVocabulary = vocabulary<IpdInfoTypeCode>('IpdSharingInfoType', {
  STUDY_PROTOCOL: [],
  SAP: ['statistical analysis plan (SAP)', 'statistical analysis plan'],
  ICF: ['informed consent form (ICF)', 'informed consent form'],
  CSR: ['clinical study report (CSR)', 'clinical study report'],
  ANALYTIC_CODE: [],
});

export const restrictionVocabulary = vocabulary<AgreementRestrictionCode>('AgreementRestrictionType', {
  LTE60: [],
  GT60: [],
  OTHER: [],
});

export const dateTypeVocabulary = vocabulary<DateTypeCode>(undefined, { ACTUAL: [], ESTIMATED: [] });

export const referenceTypeVocabulary = vocabulary<ReferenceTypeCode>('ReferenceType', {
  BACKGROUND: [],
  RESULT: [],
  DERIVED: [],
});

export const unpostedEventVocabulary = vocabulary<UnpostedEventTypeCode>(undefined, {
  RESET: [],
  RELEASE: [],
  UNRELEASE: [],
});

export const violationEventVocabulary = vocabulary<ViolationEventTypeCode>(undefined, {
  VIOLATION_IDENTIFIED: [],
  CORRECTION_CONFIRMED: [],
  PENALTY_IMPOSED: [],
  ISSUES_IN_LETTER_ADDRESSED_CONFIRMED: [],
});

/** Kinds of issuer by the text of `identifier.type`. */
export const identifierTypes: ReadonlyMap<string, IdentifierTypeCode> = new Map(
  Object.entries(tables.identifierTypeTexts).map(([code, text]) => [text, code as IdentifierTypeCode]),
);
