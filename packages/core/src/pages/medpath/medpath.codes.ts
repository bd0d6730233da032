import { codeTable, fold } from '../../codes.js';
import type {
  InterventionModelCode,
  ObservationalModelCode,
  OverallStatusCode,
  StudyTypeCode,
} from '../../generated/trial.js';

/** The site repeats the codes of ClinicalTrials.gov, and the words of other registries. */
export const statusTable = codeTable<OverallStatusCode>(
  {
    ACTIVE_NOT_RECRUITING: 'ACTIVE_NOT_RECRUITING',
    COMPLETED: 'COMPLETED',
    ENROLLING_BY_INVITATION: 'ENROLLING_BY_INVITATION',
    NOT_YET_RECRUITING: 'NOT_YET_RECRUITING',
    RECRUITING: 'RECRUITING',
    SUSPENDED: 'SUSPENDED',
    TERMINATED: 'TERMINATED',
    WITHDRAWN: 'WITHDRAWN',
    AVAILABLE: 'AVAILABLE',
    NO_LONGER_AVAILABLE: 'NO_LONGER_AVAILABLE',
    TEMPORARILY_NOT_AVAILABLE: 'TEMPORARILY_NOT_AVAILABLE',
    APPROVED_FOR_MARKETING: 'APPROVED_FOR_MARKETING',
    WITHHELD: 'WITHHELD',
    UNKNOWN: 'UNKNOWN',
  },
  {
    'Active, not recruiting': 'ACTIVE_NOT_RECRUITING',
    'Enrolling by invitation': 'ENROLLING_BY_INVITATION',
    'Unknown status': 'UNKNOWN',
    // The first letter is lost on pages of trials from EU-CTR and CTRI. "ot Recruiting" is repaired by none of these:
    // "Not Recruiting" itself does not say which of the registry's states is meant.
    'ot Yet Recruiting': 'NOT_YET_RECRUITING',
    ompleted: 'COMPLETED',
    ecruiting: 'RECRUITING',
    erminated: 'TERMINATED',
    uspended: 'SUSPENDED',
    ithdrawn: 'WITHDRAWN',
  },
);

/** Codes of ClinicalTrials.gov, and the words of other registries. */
export const studyTypeTable = codeTable<StudyTypeCode>(
  { EXPANDED_ACCESS: 'EXPANDED_ACCESS', INTERVENTIONAL: 'INTERVENTIONAL', OBSERVATIONAL: 'OBSERVATIONAL' },
  {
    Interventional: 'INTERVENTIONAL',
    'Interventional clinical trial of medicinal product': 'INTERVENTIONAL',
    'Interventional study': 'INTERVENTIONAL',
    Observational: 'OBSERVATIONAL',
    'Observational study': 'OBSERVATIONAL',
    'Observational non invasive': 'OBSERVATIONAL',
  },
);

/** Wordings of other registries that name no single state, folded. They are known, so nobody needs to look at them. */
const broadStatuses: ReadonlySet<string> = new Set(
  [
    'Not Recruiting',
    'ot Recruiting',
    'Ongoing',
    'Authorised-recruitment may be ongoing or finished',
    'uthorised-recruitment may be ongoing or finished',
    'Pending',
    'Other',
  ].map(fold),
);

/** Whether a status is a known wording that covers several states: "Not Recruiting". */
export function isBroadStatus(text: string): boolean {
  return broadStatuses.has(fold(text));
}

export const modelTable = codeTable<InterventionModelCode>(
  {
    SINGLE_GROUP: 'SINGLE_GROUP',
    PARALLEL: 'PARALLEL',
    CROSSOVER: 'CROSSOVER',
    FACTORIAL: 'FACTORIAL',
    SEQUENTIAL: 'SEQUENTIAL',
  },
  {
    'Single Group Assignment': 'SINGLE_GROUP',
    'Parallel Assignment': 'PARALLEL',
    'Crossover Assignment': 'CROSSOVER',
    'Factorial Assignment': 'FACTORIAL',
    'Sequential Assignment': 'SEQUENTIAL',
  },
);

/** What stands in the same place for an observational study. */
export const observationalModelTable = codeTable<ObservationalModelCode>({
  COHORT: 'COHORT',
  CASE_CONTROL: 'CASE_CONTROL',
  CASE_ONLY: 'CASE_ONLY',
  CASE_CROSSOVER: 'CASE_CROSSOVER',
  ECOLOGIC_OR_COMMUNITY: 'ECOLOGIC_OR_COMMUNITY',
  FAMILY_BASED: 'FAMILY_BASED',
  DEFINED_POPULATION: 'DEFINED_POPULATION',
  NATURAL_HISTORY: 'NATURAL_HISTORY',
  OTHER: 'OTHER',
});
