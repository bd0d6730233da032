import type { CentersCode, PhaseCode } from '../../generated/trial.js';

/** What the indexing of PubMed says of the trial that a publication reports, by its publication types. */
export const phaseOfType: ReadonlyMap<string, PhaseCode> = new Map([
  ['Clinical Trial, Phase I', 'PHASE1'],
  ['Clinical Trial, Phase II', 'PHASE2'],
  ['Clinical Trial, Phase III', 'PHASE3'],
  ['Clinical Trial, Phase IV', 'PHASE4'],
]);

export const centersOfType: ReadonlyMap<string, CentersCode> = new Map([['Multicenter Study', 'MULTIPLE']]);

export const randomizedType = 'Randomized Controlled Trial';

/** Publications that report no trial of their own, whatever words they use. */
export const otherTypes: ReadonlySet<string> = new Set([
  'Review',
  'Systematic Review',
  'Meta-Analysis',
  'Editorial',
  'Comment',
  'Letter',
  'News',
  'Practice Guideline',
  'Guideline',
  'Case Reports',
  'Biography',
  'Retraction of Publication',
]);
