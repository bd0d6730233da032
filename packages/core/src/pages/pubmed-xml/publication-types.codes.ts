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

/** Types of reports of trials: a letter that is a "Clinical Trial" too reports one. */
export const trialTypes =
  /^(?:Adaptive |Pragmatic |Controlled |Equivalence |Randomized Controlled )?(?:Clinical )?Trial(?:, Phase (?:I|II|III|IV)| Protocol)?$/;

/** Types of trials on animals: `Randomized Controlled Trial, Veterinary`. */
export const animalTypes = /, Veterinary$/;

/** Publications that report no trial of their own, whatever words they use, unless they are of a type of trials too. */
export const otherTypes: ReadonlySet<string> = new Set([
  'Review',
  'Systematic Review',
  'Scoping Review',
  'Meta-Analysis',
  'Network Meta-Analysis',
  'Editorial',
  'Comment',
  'Letter',
  'News',
  'Newspaper Article',
  'Introductory Journal Article',
  'Interview',
  'Practice Guideline',
  'Guideline',
  'Consensus Development Conference',
  'Case Reports',
  'Biography',
  'Portrait',
  'Personal Narrative',
  'Patient Education Handout',
  'Retraction of Publication',
  'Retraction Notice',
  'Published Erratum',
  'Expression of Concern',
]);
