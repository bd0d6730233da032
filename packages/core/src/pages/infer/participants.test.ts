import { describe, expect, it } from 'vitest';
import { findParticipants, greatestCount } from './participants.js';

const countIn = (sentence: string): (string | number)[][] =>
  findParticipants(sentence).map(({ count, verb, start, end }) => {
    expect(sentence.slice(start, end)).not.toBe('');
    return [verb, count];
  });

describe('the number of all participants', () => {
  it.each([
    ['Two hundred and twelve patients were enrolled.', 'enrolled', 212],
    ['Three hundred adults were randomized to drug or placebo.', 'randomized', 300],
    ['1 204 women were recruited at 12 hospitals.', 'enrolled', 1204],
    ['A total of 84 type 2 diabetes patients were enrolled.', 'enrolled', 84],
    ['Between May 6, 2020, and March 12, 2021, 237 patients were enrolled.', 'enrolled', 237],
    ['A total of 2022 patients were randomized.', 'randomized', 2022],
    ['120 patients between 18 and 65 years were enrolled.', 'enrolled', 120],
    ['Thirty-six volunteers were enrolled and 34 completed.', 'enrolled', 36],
    ['Thirty-five patients were enrolled, and 31 patients were treated.', 'enrolled', 35],
    ['212 adults were randomly assigned: 107 to drug and 105 to placebo.', 'randomized', 212],
    ['The study recruited 540 men, with 259 men assigned to drug and 281 to placebo.', 'enrolled', 540],
    ['Forty patients were randomized to tea (n = 20) and water (n = 20).', 'randomized', 40],
    ['The trial enrolled 50 adults, including 30 women and 20 men.', 'enrolled', 50],
    ['We randomized 60 adults to tea or water.', 'randomized', 60],
    ['100 adults were enrolled, including 40 men and 60 women.', 'enrolled', 100],
    ['In this single-arm study, 20 patients were enrolled.', 'enrolled', 20],
    ['In a parallel-group trial, 20 patients were enrolled.', 'enrolled', 20],
    [
      'We randomly assigned 9361 persons with a systolic pressure of 130 mm Hg or higher to one of two targets.',
      'randomized',
      9361,
    ],
    ['We randomly assigned 4744 patients with gout to receive either tea or placebo.', 'randomized', 4744],
    ['In this trial, we randomly allocated 60 adults to tea or water.', 'randomized', 60],
    ['A total of 4745 patients underwent randomization.', 'randomized', 4745],
    [
      'A total of 8179 patients underwent randomization: 4089 were assigned to tea and 4090 to water.',
      'randomized',
      8179,
    ],
    ['Of the 805 patients who underwent randomization, 800 received tea.', 'randomized', 805],
    ['Among 1000 patients who underwent randomization, 5 died.', 'randomized', 1000],
    ['Between May 2010 and June 2012, 237 patients with gout underwent randomization.', 'randomized', 237],
    ['We enrolled 123 patients, of whom 119 received one or more doses.', 'enrolled', 123],
    ['Among 1312 participants randomized (mean age, 67.6 years), 934 completed the trial.', 'randomized', 1312],
    ['Among 479 patients who were randomized, 400 drank.', 'randomized', 479],
    ['In this randomized clinical trial that included 262 patients, tea was better.', 'included', 262],
    ['In this double-blind, randomized clinical trial of 1312 adults, tea was better.', 'included', 1312],
    [
      'In this phase 3 trial, we randomly assigned 4744 patients with class II gout to tea or water.',
      'randomized',
      4744,
    ],
    ['57 patients were accrued.', 'enrolled', 57],
    ['300 patients were screened, of whom 40 were enrolled to drink.', 'enrolled', 40],
    ['A sample size of 750 adults will be randomised 1:1.', 'randomized', 750],
    ['The trial will enroll 200 veterans with gout.', 'enrolled', 200],
  ])('stands in %j', (sentence, verb, count) => expect(countIn(sentence)).toEqual([[verb, count]]));

  it('and of those analysed stand beside each other', () => {
    expect(countIn('Of 120 women randomised, 118 were included in the analysis.')).toEqual([
      ['analyzed', 118],
      ['randomized', 120],
    ]);
  });
});

describe('other numbers are not the number of participants:', () => {
  it.each([
    ['a part of a name', 'Hospitalized COVID-19 patients were randomized to tea or water.'],
    ['a part of a name', 'HIV-1 infected adults were enrolled.'],
    ['a type', 'Type 2 diabetic patients were randomized to tea or water.'],
    ['a stage', 'Stage 3 kidney disease patients were enrolled.'],
    ['a class', '60 ASA physical status 1 and 2 patients were randomized.'],
    ['an age', 'Consecutive 18 to 65 year old patients were enrolled.'],
    ['an age', 'At least 18 years old adults were recruited.'],
    ['a year', 'Between 2010 and 2012 patients with gout were recruited.'],
    ['a year', 'From May 2013 to April 2015 consecutive patients were enrolled.'],
    ['a time', 'Over 24 months patients were enrolled at 3 hospitals.'],
    ['about so many', 'About 300 patients were enrolled.'],
    ['many more', 'Two million people were enrolled.'],
    ['eyes', '120 eyes from patients with edema were randomized.'],
    ['pairs', 'Thirty mother-infant pairs were enrolled, and 30 infants were randomized.'],
    ['villages', '24 villages were randomly assigned to tea or water.'],
    ['a share', '4116 adults of 21 550 patients enrolled into the trial were included.'],
    ['a share', 'Half of 300 patients were included.'],
    ['a share', 'Of 40 patients treated, 12 with pain were enrolled.'],
  ])('%s in %j', (_, sentence) => expect(countIn(sentence)).toEqual([]));

  it.each([
    ['Of those screened, 40 were randomized to tea and 20 were randomized to water.'],
    ['In total, 50 patients were randomized to tea and 52 to water.'],
    ['Fifty patients were randomized to tea and the rest to water.'],
    ['50 patients were randomized to tea.'],
    ['2094 patients were allocated to tea; 2022 patients were randomly allocated to water.'],
    ['12 patients were enrolled in cohort A and 14 in cohort B.'],
    ['Twelve patients were recruited in B.'],
    ['Thirty patients with gout and 30 healthy controls were enrolled.'],
    ['Thirty children and their parents were enrolled.'],
    ['Twelve healthy men were included as a comparison.'],
    ['Three to six patients were enrolled per cohort.'],
    ['We enrolled 30 adults with gout and 30 without gout.'],
    ['We enrolled 30 adults with gout and 20 healthy adults.'],
    ['We enrolled 30 women and 20 men.'],
    ['Thirty patients were recruited for tea and 30 for water.'],
    ['Sixty patients were randomly assigned to tea and all completed.'],
    ['In Japan, 40 patients were enrolled.'],
    ['At the time of analysis, 40 patients were enrolled.'],
    ['For the pharmacokinetic study, 12 patients were enrolled.'],
    ['In the Japanese study, 40 patients were enrolled.'],
    ['Next, 20 patients were enrolled.'],
    ['Study 1: 40 patients were enrolled.'],
    ['Recruitment stopped when 40 patients were enrolled.'],
    ['The first 20 patients were enrolled.'],
    ['Two patients were enrolled at 20 mg.'],
    ['We randomly assigned 40 patients to tea and 38 to water.'],
    ['We randomly assigned 40 patients to tea.'],
    ['We randomly assigned 30 women and 20 men to tea or water.'],
    ['In the tea group, 40 patients underwent randomization.'],
    ['Of 500 patients, 40 with pain underwent randomization.'],
    ['Twenty patients took part in semi-structured interviews.'],
    ['30 participants took part in semi-structured telephone or face to face interviews.'],
    ['The second stage will include 40 patients.'],
    ['The extension study will include 30 patients.'],
    ['Data came from this trial of 80 patients and another of 90 patients.'],
    ['Nurses randomly assigned 50 patients.'],
    ['Health workers (n=120) were randomised to tea or water, and 2400 patients were enrolled.'],
    ['In this trial of 30 women and 20 men, tea was better.'],
    ['Among 500 patients with gout, 300 underwent surgery and 40 underwent randomization.'],
    ['40 patients underwent surgery and 30 patients underwent randomization.'],
    ['In the phase 1 portion, 12 patients were enrolled.'],
    ['In phase 2, 12 patients were enrolled.'],
    ['In the 8-week run-in period, 300 patients were enrolled.'],
  ])('those of a part in %j', (sentence) => expect(countIn(sentence)).toEqual([]));

  it.each([
    'Twelve patients were analysed for kinetics.',
    'In the per-protocol population, 95 patients were analyzed.',
    'In the tea group, 48 patients were analysed.',
  ])('those of a part of the analysis in %j', (sentence) => expect(countIn(sentence)).toEqual([]));
});

describe('the greatest number of people that may have joined', () => {
  it('is one that is no total, too', () => {
    expect(greatestCount('In the 8-week run-in 300 patients were enrolled.')).toBe(300);
    expect(greatestCount('Of 500 patients screened, some were enrolled.')).toBe(0);
    expect(greatestCount('300 patients had pain.')).toBe(0);
  });
});
