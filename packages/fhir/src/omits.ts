import type { Omission } from '@trialbridge/core';

/** What no version of our FHIR holds, and why. */
export const omits: readonly Omission[] = [
  { path: '/source/format', why: 'names the format that was read; the bundle is a source of its own' },
  { path: '/source/processed', why: 'about the file that was read, not the trial' },
  { path: '/source/processedText', why: 'about the file that was read, not the trial' },
  { path: '/source/linkText', why: 'about the file that was read, not the trial' },
  { path: '/source/rank', why: 'about the search that found the record, not the trial' },
  { path: '/source/dialect', why: 'about the file that was read, not the trial' },
  { path: '/source/version/type', why: 'the version of a record is never expected' },
  { path: '/conditionBrowse/ancestors', why: 'follows from the MeSH terms, which are carried' },
  { path: '/conditionBrowse/leaves', why: "the registry's own navigation" },
  { path: '/conditionBrowse/branches', why: "the registry's own navigation" },
  { path: '/interventionBrowse/ancestors', why: 'follows from the MeSH terms, which are carried' },
  { path: '/interventionBrowse/leaves', why: "the registry's own navigation" },
  { path: '/interventionBrowse/branches', why: "the registry's own navigation" },
  { path: '/eligibility/items', why: 'the same text as /eligibility/criteria, which is carried whole' },
  { path: '/results/participantFlow', why: 'FHIR carries results at summary level' },
  { path: '/results/baseline', why: 'FHIR carries results at summary level' },
  { path: '/results/outcomeMeasures', why: 'FHIR carries results at summary level' },
  { path: '/results/adverseEvents', why: 'FHIR carries results at summary level' },
  { path: '/submissionTracking', why: "workflow of the registry's staff" },
];
