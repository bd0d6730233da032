import type {
  AgencyClassCode,
  AllocationCode,
  ArmTypeCode,
  ContactRoleCode,
  IdentifierTypeCode,
  InterventionModelCode,
  MaskedRoleCode,
  ObservationalModelCode,
  OverallStatusCode,
  PhaseCode,
  PrimaryPurposeCode,
  ResponsiblePartyTypeCode,
  SexCode,
  StudyTypeCode,
  TimePerspectiveCode,
} from '@trialbridge/core';
import type { R4Status } from '../options.js';
import type { Hl7Code } from './concept.js';

/**
 * Status of an R4 study, by comparing the definitions of the codes: there is no official map. `undefined`: R4 has no
 * code that means it.
 */
export const r4Status = {
  NOT_YET_RECRUITING: 'approved',
  RECRUITING: 'active',
  ENROLLING_BY_INVITATION: 'active',
  ACTIVE_NOT_RECRUITING: 'closed-to-accrual',
  SUSPENDED: 'temporarily-closed-to-accrual-and-intervention',
  TERMINATED: 'administratively-completed',
  COMPLETED: 'completed',
  WITHDRAWN: 'withdrawn',
  AVAILABLE: 'active',
  NO_LONGER_AVAILABLE: 'closed-to-accrual-and-intervention',
  TEMPORARILY_NOT_AVAILABLE: 'temporarily-closed-to-accrual',
  APPROVED_FOR_MARKETING: 'completed',
  UNKNOWN: undefined,
  WITHHELD: undefined,
} as const satisfies Record<OverallStatusCode, R4Status | undefined>;

/** State of progress in R5 and R6. */
export const progressState: Readonly<Record<OverallStatusCode, Hl7Code>> = {
  NOT_YET_RECRUITING: ['not-yet-recruiting', 'Not yet recruiting'],
  RECRUITING: ['recruiting', 'Recruiting'],
  ENROLLING_BY_INVITATION: ['enrolling-by-invitation', 'Enrolling by invitation'],
  ACTIVE_NOT_RECRUITING: ['active-but-not-recruiting', 'Active, not recruiting'],
  SUSPENDED: ['temporarily-closed-to-accrual-and-intervention', 'Temporarily Closed to Accrual and Intervention'],
  TERMINATED: ['terminated', 'Terminated'],
  COMPLETED: ['completed', 'Completed'],
  WITHDRAWN: ['withdrawn', 'Withdrawn'],
  AVAILABLE: ['active', 'Active'],
  NO_LONGER_AVAILABLE: ['closed-to-accrual-and-intervention', 'Closed to Accrual and Intervention'],
  TEMPORARILY_NOT_AVAILABLE: ['temporarily-closed-to-accrual', 'Temporarily Closed to Accrual'],
  APPROVED_FOR_MARKETING: ['completed', 'Completed'],
  UNKNOWN: undefined,
  WITHHELD: undefined,
};

/** Both phases of a trial in two phases are one code in HL7's system; a pair that it lacks has none. */
export const phaseCodes: Readonly<Record<string, Hl7Code>> = {
  NA: ['n-a', 'N/A'],
  EARLY_PHASE1: ['early-phase-1', 'Early Phase 1'],
  PHASE1: ['phase-1', 'Phase 1'],
  PHASE2: ['phase-2', 'Phase 2'],
  PHASE3: ['phase-3', 'Phase 3'],
  PHASE4: ['phase-4', 'Phase 4'],
  'PHASE1 PHASE2': ['phase-1-phase-2', 'Phase 1/Phase 2'],
  'PHASE2 PHASE3': ['phase-2-phase-3', 'Phase 2/Phase 3'],
} satisfies Record<PhaseCode, Hl7Code> & Record<string, Hl7Code>;

/** HL7 has no code for educational, counselling and training studies, nor for other purposes. */
export const purposeCodes: Readonly<Record<PrimaryPurposeCode, Hl7Code>> = {
  TREATMENT: ['treatment', 'Treatment'],
  PREVENTION: ['prevention', 'Prevention'],
  DIAGNOSTIC: ['diagnostic', 'Diagnostic'],
  ECT: undefined,
  SUPPORTIVE_CARE: ['supportive-care', 'Supportive Care'],
  SCREENING: ['screening', 'Screening'],
  HEALTH_SERVICES_RESEARCH: ['health-services-research', 'Health Services Research'],
  BASIC_SCIENCE: ['basic-science', 'Basic Science'],
  DEVICE_FEASIBILITY: ['device-feasibility', 'Device Feasibility'],
  OTHER: undefined,
};

// Codes of the Scientific Evidence Code System, as far as they mean what the registry's codes mean.

export const studyTypeCodes: Readonly<Record<StudyTypeCode, Hl7Code>> = {
  INTERVENTIONAL: ['SEVCO:01001', 'Interventional research'],
  OBSERVATIONAL: ['SEVCO:01002', 'Observational research'],
  EXPANDED_ACCESS: ['SEVCO:01038', 'Expanded Access study'],
};

export const allocationCodes: Readonly<Record<AllocationCode, Hl7Code>> = {
  RANDOMIZED: ['SEVCO:01003', 'randomized assignment'],
  NON_RANDOMIZED: ['SEVCO:01005', 'Non-randomized assignment'],
  NA: undefined,
};

export const interventionModelCodes: Readonly<Record<InterventionModelCode, Hl7Code>> = {
  SINGLE_GROUP: ['SEVCO:01016', 'Uncontrolled cohort design'],
  PARALLEL: ['SEVCO:01011', 'Parallel cohort design'],
  CROSSOVER: ['SEVCO:01012', 'Crossover cohort design'],
  FACTORIAL: undefined,
  SEQUENTIAL: undefined,
};

export const observationalModelCodes: Readonly<Record<ObservationalModelCode, Hl7Code>> = {
  COHORT: undefined,
  CASE_CONTROL: ['SEVCO:01013', 'Case control design'],
  CASE_ONLY: undefined,
  CASE_CROSSOVER: undefined,
  ECOLOGIC_OR_COMMUNITY: ['SEVCO:01044', 'Ecological design'],
  FAMILY_BASED: ['SEVCO:01020', 'Family study design'],
  DEFINED_POPULATION: undefined,
  NATURAL_HISTORY: undefined,
  OTHER: undefined,
};

export const timePerspectiveCodes: Readonly<Record<TimePerspectiveCode, Hl7Code>> = {
  // Without its display: the code system's own ends in a blank.
  CROSS_SECTIONAL: ['SEVCO:01027'],
  RETROSPECTIVE: undefined,
  PROSPECTIVE: undefined,
  OTHER: undefined,
};

/** "Blinding of data analysts" is not the registry's investigator. */
export const maskedRoleCodes: Readonly<Record<MaskedRoleCode, Hl7Code>> = {
  PARTICIPANT: ['SEVCO:01060', 'Blinding of study participants'],
  CARE_PROVIDER: ['SEVCO:01061', 'Blinding of intervention providers'],
  OUTCOMES_ASSESSOR: ['SEVCO:01062', 'Blinding of outcome assessors'],
  INVESTIGATOR: undefined,
};

export const organizationTypeCodes: Readonly<Record<AgencyClassCode, Hl7Code>> = {
  NIH: ['nih', 'NIH'],
  FED: ['government', 'Government'],
  OTHER_GOV: ['government', 'Government'],
  INDUSTRY: ['industry', 'Industry'],
  INDIV: undefined,
  NETWORK: undefined,
  AMBIG: undefined,
  OTHER: undefined,
  UNKNOWN: undefined,
};

export const armTypeCodes: Readonly<Record<ArmTypeCode, Hl7Code>> = {
  EXPERIMENTAL: ['experimental', 'Experimental'],
  ACTIVE_COMPARATOR: ['active-comparator', 'Active Comparator'],
  PLACEBO_COMPARATOR: ['placebo-comparator', 'Placebo Comparator'],
  SHAM_COMPARATOR: ['sham-comparator', 'Sham Comparator'],
  NO_INTERVENTION: ['no-intervention', 'No Intervention'],
  OTHER: ['other-arm-type', 'Other Arm Type'],
};

/** The role code is its own display in this system. */
export const contactRoleCodes: Readonly<Record<ContactRoleCode, Hl7Code>> = {
  PRINCIPAL_INVESTIGATOR: ['primary-investigator', 'primary-investigator'],
  SUB_INVESTIGATOR: ['sub-investigator', 'sub-investigator'],
  STUDY_CHAIR: ['study-chair', 'study-chair'],
  STUDY_DIRECTOR: ['study-director', 'study-director'],
  CONTACT: ['recruitment-contact', 'recruitment-contact'],
};

export const responsibleRoleCodes: Readonly<Record<ResponsiblePartyTypeCode, Hl7Code>> = {
  SPONSOR: ['sponsor', 'sponsor'],
  PRINCIPAL_INVESTIGATOR: ['primary-investigator', 'primary-investigator'],
  SPONSOR_INVESTIGATOR: ['sponsor-investigator', 'sponsor-investigator'],
};

export const sexCodes: Readonly<Record<SexCode, Hl7Code>> = {
  FEMALE: ['female', 'Female'],
  MALE: ['male', 'Male'],
  ALL: undefined,
};

/** Kinds of issuer in words: `identifier.type` is bound to HL7's own list, in which these are not. */
export const identifierTypeTexts = {
  NIH: 'U.S. NIH grant or contract',
  FDA: 'U.S. FDA grant or contract',
  VA: 'U.S. VA grant or contract',
  CDC: 'U.S. CDC grant or contract',
  AHRQ: 'U.S. AHRQ grant or contract',
  SAMHSA: 'U.S. SAMHSA grant or contract',
  OTHER_GRANT: 'Other grant or funding number',
  EUDRACT_NUMBER: 'EudraCT number',
  CTIS: 'EU trial (CTIS) number',
  REGISTRY: 'Registry identifier',
  OTHER: 'Other identifier',
} as const satisfies Record<IdentifierTypeCode, string>;
