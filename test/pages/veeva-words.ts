/** The words that the pages of ClinicalTrials.Veeva print for the codes of API v2. Written from pages, not from the reader's tables. */
export const statusWords: Readonly<Record<string, string>> = {
  ACTIVE_NOT_RECRUITING: 'Active, not recruiting',
  COMPLETED: 'Completed',
  ENROLLING_BY_INVITATION: 'Enrolling by invitation',
  NOT_YET_RECRUITING: 'Not yet enrolling',
  RECRUITING: 'Enrolling',
  SUSPENDED: 'Suspended',
  TERMINATED: 'Terminated',
  WITHDRAWN: 'Withdrawn',
  AVAILABLE: 'Available',
  NO_LONGER_AVAILABLE: 'No longer available',
  TEMPORARILY_NOT_AVAILABLE: 'Temporarily not available',
  APPROVED_FOR_MARKETING: 'Approved for marketing',
  WITHHELD: 'Withheld',
  UNKNOWN: 'Unknown',
};
export const phaseWords: Readonly<Record<string, string>> = {
  EARLY_PHASE1: 'Early Phase 1',
  PHASE1: 'Phase 1',
  PHASE2: 'Phase 2',
  PHASE3: 'Phase 3',
  PHASE4: 'Phase 4',
};
export const funderWords: Readonly<Record<string, string>> = {
  NIH: 'NIH',
  FED: 'U.S. Fed',
  OTHER_GOV: 'Other Government',
  INDIV: 'Individual',
  INDUSTRY: 'Industry',
  NETWORK: 'Network',
  OTHER: 'Other',
  UNKNOWN: 'Unknown',
};
export const idTypeWords: Readonly<Record<string, string>> = {
  NIH: 'U.S. NIH Grant/Contract',
  FDA: 'U.S. FDA Grant/Contract',
  VA: 'U.S. VA Grant/Contract',
  CDC: 'U.S. CDC Grant/Contract',
  AHRQ: 'U.S. AHRQ Grant/Contract',
  SAMHSA: 'U.S. SAMHSA Grant/Contract',
  OTHER_GRANT: 'Other Grant/Funding Number',
  EUDRACT_NUMBER: 'EudraCT Number',
  CTIS: 'EU Trial (CTIS) Number',
  REGISTRY: 'Registry Identifier',
  OTHER: 'Other Identifier',
};
export const purposeWords: Readonly<Record<string, string>> = {
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
};
export const allocationWords: Readonly<Record<string, string>> = {
  RANDOMIZED: 'Randomized',
  NON_RANDOMIZED: 'Non-Randomized',
  NA: 'N/A',
};
export const modelWords: Readonly<Record<string, string>> = {
  SINGLE_GROUP: 'Single Group Assignment',
  PARALLEL: 'Parallel Assignment',
  CROSSOVER: 'Crossover Assignment',
  FACTORIAL: 'Factorial Assignment',
  SEQUENTIAL: 'Sequential Assignment',
};
export const maskingWords: Readonly<Record<string, string>> = {
  NONE: 'None (Open label)',
  SINGLE: 'Single Blind',
  DOUBLE: 'Double Blind',
  TRIPLE: 'Triple Blind',
  QUADRUPLE: 'Quadruple Blind',
};
export const armWords: Readonly<Record<string, string>> = {
  EXPERIMENTAL: 'Experimental group',
  ACTIVE_COMPARATOR: 'Active Comparator group',
  PLACEBO_COMPARATOR: 'Placebo Comparator group',
  SHAM_COMPARATOR: 'Sham Comparator group',
  NO_INTERVENTION: 'No Intervention group',
  OTHER: 'Other group',
};
