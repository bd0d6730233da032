import { describe, expect, it } from 'vitest';
import { otherKind } from './publication-kind.js';

describe('a title tells the kind', () => {
  it.each([
    ['Retraction: Tea for gout: a randomized trial.', 'notice'],
    ['Correction to: Tea for gout: a randomised, double-blind trial.', 'notice'],
    ['Erratum: Tea for gout.', 'notice'],
    ['Publisher Correction: Tea for gout: a phase 3 trial.', 'notice'],
    ['Comment on: Tea for gout: a randomised trial.', 'letter'],
    ['Tea in patients with gout: concerns.', 'letter'],
    ['Editorial: Tea at last.', 'editorial'],
    ['News: FDA approves tea after phase III trial in patients.', 'news'],
    ['Tea for gout: a systematic review and meta-analysis of randomized trials.', 'review'],
    ['Tea for gout: individual patient data meta-analysis.', 'review'],
    ['Tea for gout: an updated review.', 'review'],
    ['Tea and gout: analysis of individual patient data from randomised trials.', 'review'],
    ['Tea for burns: a case series.', 'cases'],
    ['Successful treatment with tea in a patient: a case report.', 'cases'],
    ['An in silico trial of stents in 100 virtual patients.', 'simulation'],
    ['Tea and gout in claims data: a target trial emulation.', 'emulation'],
  ])('%s', (title, kind) => expect(otherKind(title, [])).toBe(kind));

  it.each([
    'Correction of anaemia with tea in patients with kidney disease: a randomised trial.',
    'Withdrawal of tea in adults with asthma: a randomised trial.',
    'Response to tea in adults with gout: a randomised trial.',
    'Tea for gout: a randomised trial and updated meta-analysis.',
    'Tea after case report training in students: a randomised, controlled phase 2 trial.',
    'Horse antithymocyte globulin with tea in aplastic anaemia: a randomized trial.',
    'Immunotherapy in adults allergic to cats: a phase 3 trial.',
    'Therapy dogs in the emergency department: a randomized trial.',
    'Tea with swine flu vaccine: a randomized trial.',
    "Cow's milk in infants: a randomised trial.",
  ])('%s is a report of research', (title) => expect(otherKind(title, [])).toBeUndefined());
});

describe('a sentence tells the kind', () => {
  it.each([
    ['[This retracts the article DOI: 10.1000/x.].', 'notice'],
    ['To the Editor: We read with interest the report of the trial of tea (NCT01234567).', 'letter'],
    ['To the Editor: In the TEA trial (NCT01234567), 400 patients were randomly assigned.', 'letter'],
    ['Comment on\n    N Engl J Med. 2021 Feb 25;384(8):693-704.', 'letter'],
    ['In this issue, Doe and colleagues report a randomized trial (NCT01234567).', 'editorial'],
    ['METHODS: We searched MEDLINE and Embase.', 'review'],
    ['The protocol was registered in PROSPERO (CRD42019123456).', 'review'],
    ['This systematic review covers 12 trials.', 'review'],
    ['A 54-year-old man was enrolled in an expanded access programme.', 'cases'],
    ['We report an 8-month-old girl with gout.', 'cases'],
    ['Virtual patients were randomised by computer.', 'simulation'],
    ['METHODS: We emulated a target trial of the effect of tea in records of 20,000 patients.', 'emulation'],
  ])('%s', (sentence, kind) => expect(otherKind('Tea for gout.', [sentence])).toBe(kind));

  it.each([
    'We randomly assigned 40 patients.',
    'A previous meta-analysis of tea was inconclusive.',
    'We read the radiographs of 40 patients.',
    'A total of 40 patients with a 10-year-old lesion were enrolled.',
  ])('%s does not', (sentence) => expect(otherKind('Tea for gout.', [sentence])).toBeUndefined());
});

describe('animals', () => {
  it.each([
    ['Tea in a randomized, blinded, placebo-controlled study in pigs.', ''],
    ['Tea protects rhesus macaques: a randomized, blinded trial.', ''],
    ['Stem cells in lame horses: a randomized double-blind trial.', ''],
    ['Tea in a hamster model.', ''],
    ['Tea for lameness: a randomized trial.', 'Forty horses were randomized.'],
    ['Tea for cough: a randomised trial.', 'Thirty subjects (ferrets) were randomised.'],
    ['Tea for itch: a randomized trial.', 'Owners of 120 client-owned pets took part.'],
  ])('are the subjects of: %s %s', (title, sentence) => expect(otherKind(title, [sentence])).toBe('animals'));

  it.each([
    ['Tea from bench to bedside: a phase 1 trial.', ['Mice were treated.', 'In all, 24 volunteers were enrolled.']],
    ['Tea for allergy to cats: a randomized trial.', ['Forty adults were randomized.']],
  ])('are not the subjects of: %s', (title, sentences) => expect(otherKind(title, sentences)).toBeUndefined());
});
