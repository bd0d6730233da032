import type {
  AllocationCode,
  ArmTypeCode,
  BiospecimenRetentionCode,
  InterventionModelCode,
  InterventionTypeCode,
  MaskedRoleCode,
  MaskingCode,
  ObservationalModelCode,
  PhaseCode,
  PrimaryPurposeCode,
  SamplingMethodCode,
  SexCode,
  StudyTypeCode,
  TimePerspectiveCode,
} from '@trialbridge/core';
import { vocabulary } from './vocabulary.js';

/** The XML has a further wording, for a patient registry: see `patientRegistryWording`. */
export const studyType = vocabulary<StudyTypeCode>({
  EXPANDED_ACCESS: 'Expanded Access',
  INTERVENTIONAL: 'Interventional',
  OBSERVATIONAL: 'Observational',
});

/** How the XML writes an observational study that is a patient registry. */
export const patientRegistryWording = 'Observational [Patient Registry]';

/** What the XML writes where a withheld record says no study type. */
export const noStudyTypeWording = 'N/A';

/** The XML joins two phases with a slash. */
export const phase = vocabulary<PhaseCode>({
  NA: 'N/A',
  EARLY_PHASE1: 'Early Phase 1',
  PHASE1: 'Phase 1',
  PHASE2: 'Phase 2',
  PHASE3: 'Phase 3',
  PHASE4: 'Phase 4',
}, { 'Phase 0': 'EARLY_PHASE1' }); // biome-ignore format: a table

export const allocation = vocabulary<AllocationCode>({
  RANDOMIZED: 'Randomized',
  NON_RANDOMIZED: 'Non-Randomized',
  NA: 'N/A',
}, { 'Non Randomized Trial': 'NON_RANDOMIZED', 'Randomized Controlled Trial': 'RANDOMIZED' }); // biome-ignore format: a table

export const interventionModel = vocabulary<InterventionModelCode>({
  SINGLE_GROUP: 'Single Group Assignment',
  PARALLEL: 'Parallel Assignment',
  CROSSOVER: 'Crossover Assignment',
  FACTORIAL: 'Factorial Assignment',
  SEQUENTIAL: 'Sequential Assignment',
});

export const primaryPurpose = vocabulary<PrimaryPurposeCode>({
  TREATMENT: 'Treatment',
  PREVENTION: 'Prevention',
  DIAGNOSTIC: 'Diagnostic',
  ECT: 'Educational/Counseling/Training',
  SUPPORTIVE_CARE: 'Supportive Care',
  SCREENING: 'Screening',
  HEALTH_SERVICES_RESEARCH: 'Health Services Research',
  BASIC_SCIENCE: 'Basic Science',
  DEVICE_FEASIBILITY: 'Device Feasibility',
  OTHER: 'Other',
});

export const observationalModel = vocabulary<ObservationalModelCode>({
  COHORT: 'Cohort',
  CASE_CONTROL: 'Case-Control',
  CASE_ONLY: 'Case-Only',
  CASE_CROSSOVER: 'Case-Crossover',
  ECOLOGIC_OR_COMMUNITY: 'Ecologic or Community',
  FAMILY_BASED: 'Family-Based',
  DEFINED_POPULATION: 'Defined Population',
  NATURAL_HISTORY: 'Natural History',
  OTHER: 'Other',
}, { 'Ecologic or Community Studies': 'ECOLOGIC_OR_COMMUNITY' }); // biome-ignore format: a table

export const timePerspective = vocabulary<TimePerspectiveCode>({
  RETROSPECTIVE: 'Retrospective',
  PROSPECTIVE: 'Prospective',
  CROSS_SECTIONAL: 'Cross-Sectional',
  OTHER: 'Other',
});

/** The XML writes the masked roles behind the level, in brackets. */
export const masking = vocabulary<MaskingCode>({
  NONE: 'None (Open Label)',
  SINGLE: 'Single',
  DOUBLE: 'Double',
  TRIPLE: 'Triple',
  QUADRUPLE: 'Quadruple',
}, { 'Open Label': 'NONE', 'No masking': 'NONE', None: 'NONE', 'Single Blind': 'SINGLE', 'Double Blind': 'DOUBLE', 'Triple Blind': 'TRIPLE', 'Single Masked': 'SINGLE', 'Double Masked': 'DOUBLE' }); // biome-ignore format: a table

export const maskedRole = vocabulary<MaskedRoleCode>({
  PARTICIPANT: 'Participant',
  CARE_PROVIDER: 'Care Provider',
  INVESTIGATOR: 'Investigator',
  OUTCOMES_ASSESSOR: 'Outcomes Assessor',
}, { Subject: 'PARTICIPANT', Caregiver: 'CARE_PROVIDER' }); // biome-ignore format: a table

export const biospecimenRetention = vocabulary<BiospecimenRetentionCode>({
  NONE_RETAINED: 'None Retained',
  SAMPLES_WITH_DNA: 'Samples With DNA',
  SAMPLES_WITHOUT_DNA: 'Samples Without DNA',
});

export const armType = vocabulary<ArmTypeCode>({
  EXPERIMENTAL: 'Experimental',
  ACTIVE_COMPARATOR: 'Active Comparator',
  PLACEBO_COMPARATOR: 'Placebo Comparator',
  SHAM_COMPARATOR: 'Sham Comparator',
  NO_INTERVENTION: 'No Intervention',
  OTHER: 'Other',
});

export const interventionType = vocabulary<InterventionTypeCode>({
  BEHAVIORAL: 'Behavioral',
  BIOLOGICAL: 'Biological',
  COMBINATION_PRODUCT: 'Combination Product',
  DEVICE: 'Device',
  DIAGNOSTIC_TEST: 'Diagnostic Test',
  DIETARY_SUPPLEMENT: 'Dietary Supplement',
  DRUG: 'Drug',
  GENETIC: 'Genetic',
  PROCEDURE: 'Procedure',
  RADIATION: 'Radiation',
  OTHER: 'Other',
}, { 'Biological/Vaccine': 'BIOLOGICAL', 'Procedure/Surgery': 'PROCEDURE' }); // biome-ignore format: a table

export const sex = vocabulary<SexCode>({ ALL: 'All', FEMALE: 'Female', MALE: 'Male' }, { Both: 'ALL' });

export const samplingMethod = vocabulary<SamplingMethodCode>({
  PROBABILITY_SAMPLE: 'Probability Sample',
  NON_PROBABILITY_SAMPLE: 'Non-Probability Sample',
});
