import { describe, expect, it } from 'vitest';
import { allocationRule } from './allocation.js';
import { centersRule } from './centers.js';
import { conditionRule } from './condition.js';
import { interventionRule } from './intervention.js';
import { maskingRule } from './masking.js';
import { modelRule } from './model.js';
import { findParticipants } from './participants.js';
import { phaseRule } from './phase.js';
import type { InferenceRule } from './rule.js';
import { findSexes } from './sexes.js';

function found<Value>(rule: InferenceRule<Value>, sentence: string): unknown[] {
  for (const { start, end } of rule.find(sentence)) expect(sentence.slice(start, end)).not.toBe('');
  return rule.find(sentence).map(({ value }) => value);
}

describe('phase-of-study', () => {
  it.each([
    ['This Phase I/II randomized clinical trial investigates X.', ['PHASE1', 'PHASE2']],
    ['A phase IV, randomized, observer-blinded study of children.', ['PHASE4']],
    ['Multi-centers, Open-Label, Phase 2 Study of X', ['PHASE2']],
    ['A phase 1b open-label trial', ['PHASE1']],
    ['a phase 2-3 trial', ['PHASE2', 'PHASE3']],
  ])('reads %j', (sentence, codes) => {
    expect(phaseRule.find(sentence).flatMap(({ value }) => value.map(({ code }) => code))).toEqual(codes);
  });

  it.each([
    'Two study phases are planned; the pilot phase is split into two parts.',
    'In Phase 1A each subject takes one dose.',
    'Other: Phase 2- Arm 3 Infant Formula',
    'Follow-up of a previous phase III trial.',
    'A phase III trials unit',
  ])('says nothing of %j', (sentence) => expect(found(phaseRule, sentence)).toEqual([]));
});

describe('randomized-study', () => {
  it.each([
    ['In this randomized controlled trial, X is given.', ['RANDOMIZED']],
    ['A Prospective Randomised Controlled Trial', ['RANDOMIZED']],
    ['A single-visit, non-randomized, cross-sectional study.', ['NON_RANDOMIZED']],
  ])('reads %j', (sentence, codes) => expect(found(allocationRule, sentence)).toEqual(codes));

  it.each([
    'Patients will be randomized by the booking office.',
    'Randomized trials are few.',
    'A not randomized study',
  ])('says nothing of %j', (sentence) => expect(found(allocationRule, sentence)).toEqual([]));
});

describe('masking-term and model-term', () => {
  it('read the fixed terms', () => {
    expect(found(maskingRule, 'An open-label study')).toEqual(['NONE']);
    expect(found(maskingRule, 'double-blind and placebo-controlled')).toEqual(['DOUBLE']);
    expect(found(modelRule, 'A parallel-group trial')).toEqual(['PARALLEL']);
    expect(found(modelRule, 'A randomized 3x3 crossover study')).toEqual(['CROSSOVER']);
    expect(found(modelRule, 'single-arm, open-label')).toEqual(['SINGLE_GROUP']);
  });

  it.each([
    'An unblinded pharmacist prepared the infusions.',
    'The radiologist was unblinded.',
    'Open-label rescue medication was allowed.',
    'Patients crossed over to open-label tea after week 12.',
    'Samples were analysed in a double-blind fashion.',
    'A phase III double-blind trial of tea enrolled 445 patients (8).',
    'Results of a double-blind trial were promising.',
    'This qualitative study was nested within a double-blind trial.',
  ])('say nothing of the masking of the trial in %j', (sentence) => expect(found(maskingRule, sentence)).toEqual([]));

  it.each([
    ['In this open-label, phase 3 trial, previously untreated patients drank.', 'NONE'],
    ['The trial was unblinded.', 'NONE'],
    ['Adults were randomised, open-label, to tea or water.', 'NONE'],
    ['Patients were randomised in a double-blind fashion.', 'DOUBLE'],
  ])('read the masking of the trial in %j', (sentence, code) => expect(found(maskingRule, sentence)).toEqual([code]));

  it('say nothing of a group of people, and of analyses', () => {
    expect(found(modelRule, 'The single group of patients was compared with norms.')).toEqual([]);
    expect(found(modelRule, 'Single-arm analyses were performed.')).toEqual([]);
  });

  it('say nothing of masking of a single party in other words', () => {
    expect(found(maskingRule, 'an observer-blinded study')).toEqual([]);
    expect(found(maskingRule, 'a subject-masked study')).toEqual([]);
  });

  it('take the custom of saying double-blind for no disagreement with a count of the parties', () => {
    expect(maskingRule.agrees('QUADRUPLE', 'DOUBLE')).toBe(true);
    expect(maskingRule.agrees('NONE', 'DOUBLE')).toBe(false);
  });
});

describe('center-term', () => {
  it.each([
    ['In this single-center, phase I/II, open-label clinical trial', ['SINGLE']],
    ['a multicentre study', ['MULTIPLE']],
    ['24 patients at a single center got one dose', ['SINGLE']],
    ['a multisite trial', ['MULTIPLE']],
  ])('reads %j', (sentence, codes) => expect(found(centersRule, sentence)).toEqual(codes));
  it('says nothing of a place', () => expect(found(centersRule, 'Health Sciences single center')).toEqual([]));
});

describe('people-with-condition', () => {
  it.each([
    ['X in patients with knee osteoarthritis (KOA).', ['knee osteoarthritis']],
    ['This trial tests whether tea lowers pain in patients with stroke.', ['stroke']],
    ['Tea in adults with carcinoma of unknown primary tumor', ['carcinoma of unknown primary tumor']],
    ['Growth Response in Girls With Turner Syndrome', ['Turner Syndrome']],
    ['Efficacy of X in Adult Patients With Type 2 Diabetes treated with Y', ['Type 2 Diabetes']],
  ])('reads %j', (sentence, names) => expect(found(conditionRule, sentence)).toEqual(names));

  it.each([
    'in patients with a history of falls',
    'in subjects with no symptoms',
    'patients with diabetes',
    'in people with high risk of X',
    'in men with mild to moderate erectile dysfunction',
    'in adults with relapsed or refractory multiple myeloma',
    'in patients with locally advanced, unresectable disease',
    'in patients with 3 different types of cancers',
    'in patients with EGFR mutation',
    'Aspirin lowers mortality in patients with stroke.',
    'in women with family history of breast cancer',
    'in women with a strong genetic predisposition of breast cancer',
    'in patients with risk of stroke',
    'in people with fear of cancer',
    'in adults with suspected stroke',
    'This study follows the study TEA-1 of tea in patients with lupus.',
    'Erectile dysfunction is common and is found frequently in men with hyperlipidemia',
  ])('says nothing of %j', (sentence) => expect(found(conditionRule, sentence)).toEqual([]));
});

describe('administration-of', () => {
  it('reads what is given to people', () => {
    expect(
      found(interventionRule, 'intra-articular administration of plasma Rich in Growth Factors in patients with X'),
    ).toEqual(['plasma Rich in Growth Factors']);
  });
  it.each([
    'administration of the drug in patients',
    'administration of X to cells',
    'dasatinib during the first month following infusion of brexucabtagene in adults',
    'injection of stem cells for the treatment of ulcers in diabetic patients',
    'administration of X, Y in patients',
    'administration of pain questionnaires in patients',
  ])('says nothing of %j', (sentence) => expect(found(interventionRule, sentence)).toEqual([]));
});

describe('numbers of participants', () => {
  it.each([
    [
      'In this trial, ten adult patients (7 males, 3 females; mean age: 52.2 years) with type 2 diabetes were enrolled.',
      10,
      'enrolled',
    ],
    ['Seven subjects were enrolled, with a mean age of 49.3 years.', 7, 'enrolled'],
    ['A total of 119 outpatients were randomized to receive X.', 119, 'randomized'],
    ['Of 188 enrolled patients, 72.3% were female.', 188, 'enrolled'],
    ['The study included 1950 children.', 1950, 'included'],
    ['People aged 15 (n = 810) were randomized 1:1 (n = 403).', 810, 'randomized'],
    ['Of the 233 adults screened, 109 were eligible and 78 randomized.', 78, 'randomized'],
    ['A total of 81 children joined, early (n=41) and late (n=40).', 81, 'included'],
  ])('stand in %j', (sentence, count, verb) => {
    expect(findParticipants(sentence)).toMatchObject([{ count, verb, isPlanned: false }]);
  });

  it('are planned where the sentence speaks of the future', () => {
    expect(findParticipants('120 patients will be enrolled.')).toMatchObject([{ count: 120, isPlanned: true }]);
  });

  it('are those analysed apart from those who took part', () => {
    expect(findParticipants('95 patients were analyzed.')).toMatchObject([{ count: 95, verb: 'analyzed' }]);
    expect(findParticipants('In all, 95 were included in the final analysis.')).toMatchObject([{ verb: 'analyzed' }]);
  });

  it.each([
    '61 patients in the routine group and 58 patients in the on-demand group were included in the study.',
    'Of 500 patients screened, most were enrolled.',
    '30 subjects in each group will be treated.',
    'The mean age of 24 patients was 40 years.',
  ])('do not stand in %j', (sentence) => expect(findParticipants(sentence)).toEqual([]));

  it('are parted by sex where the sentence has one number of each', () => {
    expect(findSexes('ten patients (7 males, 3 females)')).toMatchObject({ male: { count: 7 }, female: { count: 3 } });
    expect(findSexes('7 males and 3 females; 2 males left')).toBeUndefined();
  });
});
