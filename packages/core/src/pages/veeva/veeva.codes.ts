import { codeTable } from '../../codes.js';
import type {
  AgencyClassCode,
  AllocationCode,
  ArmTypeCode,
  InterventionModelCode,
  MaskingCode,
  OverallStatusCode,
  PrimaryPurposeCode,
} from '../../generated/trial.js';

/** The site has its own words for some of the registry's states: "enrolling" for "recruiting". */
export const statusTable = codeTable<OverallStatusCode>(
  {
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
  },
  {
    'Active, not enrolling': 'ACTIVE_NOT_RECRUITING',
    'Active not recruiting': 'ACTIVE_NOT_RECRUITING',
    'Active not enrolling': 'ACTIVE_NOT_RECRUITING',
    'Not yet recruiting': 'NOT_YET_RECRUITING',
    Recruiting: 'RECRUITING',
    'Invitation only': 'ENROLLING_BY_INVITATION',
    'Recruiting by invitation': 'ENROLLING_BY_INVITATION',
    'Unknown status': 'UNKNOWN',
    'Suspended, enrolling': 'SUSPENDED',
  },
);

export const funderTable = codeTable<AgencyClassCode>(
  {
    NIH: 'NIH',
    FED: 'U.S. Fed',
    OTHER_GOV: 'Other Government',
    INDIV: 'Individual',
    INDUSTRY: 'Industry',
    NETWORK: 'Network',
    AMBIG: 'Ambiguous',
    OTHER: 'Other',
    UNKNOWN: 'Unknown',
  },
  {
    'Other U.S. Federal Agency': 'FED',
    'U.S. Federal': 'FED',
    'U.S. Federal Government': 'FED',
    'Other Gov': 'OTHER_GOV',
  },
);

export const purposeTable = codeTable<PrimaryPurposeCode>({
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

export const allocationTable = codeTable<AllocationCode>(
  { RANDOMIZED: 'Randomized', NON_RANDOMIZED: 'Non-Randomized', NA: 'N/A' },
  {
    Randomised: 'RANDOMIZED',
    'Non-randomised': 'NON_RANDOMIZED',
    Nonrandomized: 'NON_RANDOMIZED',
    'Not applicable': 'NA',
    NA: 'NA',
  },
);

export const modelTable = codeTable<InterventionModelCode>(
  {
    SINGLE_GROUP: 'Single Group Assignment',
    PARALLEL: 'Parallel Assignment',
    CROSSOVER: 'Crossover Assignment',
    FACTORIAL: 'Factorial Assignment',
    SEQUENTIAL: 'Sequential Assignment',
  },
  {
    'Single Group': 'SINGLE_GROUP',
    Parallel: 'PARALLEL',
    Crossover: 'CROSSOVER',
    'Cross-over Assignment': 'CROSSOVER',
    Factorial: 'FACTORIAL',
    Sequential: 'SEQUENTIAL',
  },
);

export const maskingTable = codeTable<MaskingCode>(
  {
    NONE: 'None (Open label)',
    SINGLE: 'Single Blind',
    DOUBLE: 'Double Blind',
    TRIPLE: 'Triple Blind',
    QUADRUPLE: 'Quadruple Blind',
  },
  { None: 'NONE', 'Open label': 'NONE', Single: 'SINGLE', Double: 'DOUBLE', Triple: 'TRIPLE', Quadruple: 'QUADRUPLE' },
);

const armTypes: Readonly<Record<ArmTypeCode, string>> = {
  EXPERIMENTAL: 'Experimental group',
  ACTIVE_COMPARATOR: 'Active Comparator group',
  PLACEBO_COMPARATOR: 'Placebo Comparator group',
  SHAM_COMPARATOR: 'Sham Comparator group',
  NO_INTERVENTION: 'No Intervention group',
  OTHER: 'Other group',
};

/** The line under the name of an arm. */
export const armTypeTable = codeTable<ArmTypeCode>(armTypes);

export const armTypeWordings: readonly string[] = Object.values(armTypes);
