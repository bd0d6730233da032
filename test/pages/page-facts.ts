import type { Trial } from '../../packages/core/src/index.js';

/** What the page of a study shows and a reader should find, by pointer. */
export type Facts = Record<string, unknown>;

/** What was read, in the form of the facts of a page. */
export function factsOf(trial: Trial | undefined): Facts {
  const facts: Facts = {};
  for (const pointer of pointers) {
    let value: unknown = trial;
    for (const step of pointer.slice(1).split('/')) value = (value as Record<string, unknown> | undefined)?.[step];
    facts[pointer] = value;
  }
  facts.phases = trial?.phases?.map(({ code, verbatim }) => code ?? verbatim);
  facts.treatments = trial?.interventions?.map(({ type, name }) => ({ type: type?.code, name }));
  facts.funders = trial?.funderTypes?.map(({ code, verbatim }) => code ?? verbatim);
  facts.ids = trial?.identifiers?.map(({ value, verbatim, type }) => ({
    value: verbatim ?? value,
    type: type?.code,
  }));
  facts.arms = trial?.arms?.map(({ label, type, description, interventionNames }) => ({
    label,
    type: type?.code,
    description,
    interventionNames,
  }));
  return facts;
}

const pointers = [
  '/id',
  '/briefTitle',
  '/leadSponsor/name',
  '/overallStatus/code',
  '/conditions',
  '/studyType/code',
  '/briefSummary',
  '/detailedDescription',
  '/enrollment/count',
  '/enrollment/type/code',
  '/eligibility/sex/code',
  '/eligibility/minimumAge',
  '/eligibility/maximumAge',
  '/eligibility/healthyVolunteers',
  '/eligibility/criteria',
  '/design/primaryPurpose/code',
  '/design/allocation/code',
  '/design/interventionModel/code',
  '/design/masking/masking/code',
  '/siteCount',
];
