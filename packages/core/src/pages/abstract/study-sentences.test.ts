import { describe, expect, it } from 'vitest';
import { describesStudy, reportsTrial } from './study-sentences.js';

describe('a trial is reported by', () => {
  it.each([
    ['Yoga for sleep in nurses: a randomised controlled trial.', ''],
    ['Exercise for residents of nursing homes: protocol of a cluster randomised controlled trial', ''],
    ['Tea in gout: a trial.', '40 patients drank tea.'],
    ['Tea in gout (HOT-1 and HOT-2): two randomised phase 3 trials.', 'Adults drank tea.'],
    ['Tea in gout: a randomised trial with an economic evaluation.', 'Adults drank tea.'],
    ['Tea in gout', 'We randomly assigned 540 patients in this multicenter, double-blind trial.'],
    ['Tea in gout', 'A prospective nonrandomized open-label cohort study of 24 patients.'],
    ['Tea in gout: a randomised trial.', 'Tea helped mice, and 40 patients were enrolled.'],
    ['Tea in gout', 'METHODS: In an open-label trial, 40 patients drank tea.'],
  ])('%s %s', (title, sentence) => expect(reportsTrial(title, [sentence])).toBe(true));
});

describe('no trial is reported by', () => {
  it.each([
    ['Barriers to clinical trial participation in older adults: a qualitative interview study.', ''],
    [
      'Outcomes of trial of labor after cesarean: a retrospective cohort study.',
      'Of 412 women, 180 had a trial of labor.',
    ],
    ['Reporting quality of randomized trials in surgery: a cross-sectional study.', 'Reports on 14,000 patients.'],
    ['Attitudes of physicians to placebo-controlled trials: an online survey.', ''],
    ['Attitudes of physicians to placebo-controlled trials.', ''],
    ['Cost-effectiveness of tea in patients: a model based on a phase 3 trial.', ''],
    ['Prognosis of patients.', 'We performed a retrospective study of 300 patients treated in a phase 1 trial unit.'],
    ['Risk of stroke: a nationwide cohort study.', 'METHODS: We emulated a randomised trial in 20,000 patients.'],
    ['Cost of gout in patients.', 'A randomized open-label trial would be useful.'],
    ['Tea for burns in patients.', 'A randomized controlled trial is needed.'],
    ['Genome of a virus from patients in a trial.', 'We sequenced samples.'],
    ['A non-interventional, post-marketing phase IV study of tea: HOT', 'Patients drank tea.'],
    ['Tea in gout: a randomised trial.', 'Tea helped mice, which may benefit patients.'],
    ['Tea in mice: a randomized trial.', 'Patients may benefit.'],
  ])('%s %s', (title, sentence) => expect(reportsTrial(title, [sentence])).toBe(false));
});

describe('the own study is described by', () => {
  it.each([
    ['TEAM-2 is a phase III, multicentre randomised controlled trial.', 'Tea in gout (TEAM-2)'],
    ['Sixteen women took part in a randomized crossover study.', ''],
    ['METHODS We performed a randomized trial.', ''],
    ['Design, Setting, and Participants  The TEA study was a randomized trial.', ''],
  ])('%s', (sentence, title) => expect(describesStudy(sentence, title)).toBe(true));
});

describe('another study, or none, is described by', () => {
  it.each([
    ['Despite a double-blind, placebo-controlled crossover trial in Finland, the dose is unknown.', ''],
    ['Although a phase 3 double-blind trial was run in Japan, data are few.', ''],
    ['All sites participated in a phase 3 crossover trial of coffee.', ''],
    ['IL-6 is a target that was explored in one double-blind trial.', 'Tea and IL-6'],
    ['BACKGROUND A phase 2 trial of tea enrolled 20 patients.', ''],
  ])('%s', (sentence, title) => expect(describesStudy(sentence, title)).toBe(false));
});
