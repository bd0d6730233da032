import { describe, expect, it } from 'vitest';
import { allocationRule } from './allocation.js';
import { centersRule } from './centers.js';
import { maskingRule } from './masking.js';
import { modelRule } from './model.js';
import { phaseRule } from './phase.js';
import { isDenied, leadsToStudy, speaksOfOtherStudies, speaksOfWantedStudy } from './study-noun.js';

const all = (sentence: string): unknown[] =>
  [phaseRule, allocationRule, modelRule, maskingRule, centersRule].flatMap((rule) =>
    rule.find(sentence).map(({ value }) => value),
  );

describe('a sentence on another study', () => {
  it.each([
    'This Phase 2 study follows the randomized, double-blind Phase 3 study TEA-301.',
    'This drug was previously tested in a large double-blind placebo-controlled trial.',
    'All patients had previously participated in a randomized, double-blind trial.',
    'This is a single-center study that will be followed by a randomized trial.',
    'This open-label study confirms the results of the phase 3 double-blind TEA-1 trial.',
    'This study used baseline samples of the randomized, double-blind, phase 3 TEA trial.',
    'This open-label study enrolled 120 patients from a randomized double-blind phase 3 study.',
    'Patients in the phase 3 study TEA were offered open-label drug.',
    'This study will enroll patients with pain from the double-blind study TEA.',
    'A randomized, double-blind, multicenter phase III trial is warranted.',
    'Larger randomized, double-blind phase III trials are now needed in a multicenter study.',
  ])('says nothing of the own one: %j', (sentence) => {
    expect(speaksOfOtherStudies(sentence)).toBe(true);
    expect(all(sentence)).toEqual([]);
  });

  it.each([
    'Results from a randomized phase 2 trial of tea.',
    'Safety from the TEA 3 study.',
    'A large, open-label study of tea in adults following a 6 month schedule.',
    'This randomized trial enrolled patients from three countries.',
    'Informed consent is required in this trial.',
  ])('is not %j', (sentence) => expect(speaksOfOtherStudies(sentence)).toBe(false));

  it('may be one on a study that is wanted', () => {
    expect(speaksOfWantedStudy('This warrants further study.')).toBe(true);
    expect(speaksOfWantedStudy('A phase III trial was done.')).toBe(false);
  });
});

describe('a word of design', () => {
  it.each([
    ['In this open-label study, crossover from placebo to study drug was allowed.', ['NONE']],
    ['Treatment after progression was by crossover.', []],
    ['In parallel, a kinetic study was done.', []],
    ['A quasi-randomized trial', []],
    ['A Mendelian randomized study', []],
    ['The study is neither randomized nor double-blind.', []],
    ['A trial that is not double-blind', []],
    ['The single-site hysterectomy trial', []],
    ['A single-site, randomized, open-label pilot study', ['RANDOMIZED', 'NONE', 'SINGLE']],
    ['Cells in phase 2 got the study drug', []],
  ])('counts where it is said of the study: %j', (sentence, values) => expect(all(sentence)).toEqual(values));

  it('leads to the word for a study, not for its drug', () => {
    expect(leadsToStudy('randomized clinical trial', 10)).toBe(true);
    expect(leadsToStudy('randomized to study drug', 10)).toBe(false);
  });

  it('may be denied', () => {
    expect(isDenied('not double-blind', 4)).toBe(true);
    expect(isDenied('notable double-blind', 8)).toBe(false);
  });
});
