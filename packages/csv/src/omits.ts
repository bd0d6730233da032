import type { Omission } from '@trialbridge/core';

const noTypeOfDate = 'this date happened when it is stated; registries type only start, completion and posting';
const history = 'a history is a table of its own';
const derived = 'derived by the registry from its thesaurus; the table keeps the terms themselves';

// biome-ignore format: a table
/** What one row per trial does not hold. */
export const omits: readonly Omission[] = [
  { path: '/results', why: 'participant flow, baseline, outcome data and adverse events are tables of their own' },
  { path: '/annotations', why: history },
  { path: '/submissionTracking', why: history },
  { path: '/conditionBrowse/ancestors', why: derived },
  { path: '/conditionBrowse/leaves', why: derived },
  { path: '/conditionBrowse/branches', why: derived },
  { path: '/interventionBrowse/ancestors', why: derived },
  { path: '/interventionBrowse/leaves', why: derived },
  { path: '/interventionBrowse/branches', why: derived },
  { path: '/source/version/type', why: noTypeOfDate },
  { path: '/source/processed/type', why: noTypeOfDate },
  { path: '/registration/registered/type', why: noTypeOfDate },
  { path: '/registration/firstSubmitted/type', why: noTypeOfDate },
  { path: '/registration/firstSubmittedQc/type', why: noTypeOfDate },
  { path: '/registration/resultsFirstSubmitted/type', why: noTypeOfDate },
  { path: '/registration/resultsFirstSubmittedQc/type', why: noTypeOfDate },
  { path: '/registration/dispositionFirstSubmitted/type', why: noTypeOfDate },
  { path: '/registration/dispositionFirstSubmittedQc/type', why: noTypeOfDate },
  { path: '/registration/lastUpdateSubmitted/type', why: noTypeOfDate },
  { path: '/registration/lastUpdateSubmittedQc/type', why: noTypeOfDate },
  { path: '/registration/verified/type', why: noTypeOfDate },
  { path: '/ethicsReviews/*/date/type', why: noTypeOfDate },
  { path: '/documents/*/date/type', why: noTypeOfDate },
  { path: '/resultsSummary/date/type', why: noTypeOfDate },
];

/** Whether a path lies in an omitted part. */
export function isOmitted(path: string, omissions: readonly Omission[]): boolean {
  return omissions.some((omission) => path === omission.path || path.startsWith(`${omission.path}/`));
}
