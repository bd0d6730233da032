import { describe, expect, it } from 'vitest';
import { readTrials } from '../../convert.js';
import type { Enrollment } from '../../generated/trial.js';
import { pageReaders } from '../index.js';

function enrollmentIn(text: string, title = 'Tea for gout: a randomised trial.'): Enrollment | undefined {
  const source = `${title}\n${text}\nTRIAL REGISTRATION: ClinicalTrials.gov NCT01234567.\nAuthors\nAnn Doe, Bob Roe\nView on Pubmed\n`;
  return readTrials(source, pageReaders, { infer: true }).trials[0]?.enrollment;
}

describe('enrolment out of an abstract', () => {
  it('is the number that its own sentences agree on', () => {
    expect(enrollmentIn('METHODS: We enrolled 60 adults.\nRESULTS: The 60 adults were followed.')).toEqual({
      count: 60,
    });
    expect(enrollmentIn('100 adults were enrolled. In the tea group, 48 patients were analysed.')).toEqual({
      count: 100,
    });
    expect(enrollmentIn('In the RED trial, 60 adults were enrolled.', 'Tea for gout: the RED trial.')).toEqual({
      count: 60,
    });
  });

  it.each([
    ['other numbers of the same', '60 adults were enrolled. In all, 70 patients were enrolled.'],
    ['a greater number that is no total', 'In the 8-week run-in 300 patients were enrolled. 211 patients were randomised to tea or water.'],
    ['a greater number that is not exact', 'About 300 patients were enrolled. 211 patients were randomised to tea or water.'],
    ['arms in two sentences', 'A total of 50 patients were randomized to tea. Fifty patients were randomized to water.'],
  ])('is absent where it is contradicted by %s', (_, text) => expect(enrollmentIn(text)).toBeUndefined()); // biome-ignore format: a table

  it.each([
    'BACKGROUND: In one trial, 6190 patients were randomised.\nMETHODS: Adults got tea.',
    'BACKGROUND: Gout hurts. In a large trial, 6190 patients were randomised.\nMETHODS: Adults got tea.',
    'In the RED trial, 6190 patients were randomised.',
    'In a previous trial, 40 patients were enrolled.',
    'METHODS: Ten men drank tea.\nCONCLUSIONS: In a trial, 400 patients will be randomised.',
    'METHODS: Ten men drank tea. A trial in which 400 patients will be randomised is planned.',
    'METHODS: Ten men were treated with tea. Next, 400 patients will be randomised.',
  ])('is not that of another study: %j', (text) => expect(enrollmentIn(text)).toBeUndefined());

  it('is planned where the text is a protocol', () =>
    expect(enrollmentIn('METHODS: 400 patients will be randomised.', 'Tea for gout: protocol of a trial.')).toEqual({
      count: 400,
      type: { code: 'ESTIMATED' },
    }));
});

describe('people who were randomized', () => {
  const allocationIn = (text: string): unknown => {
    const source = `Tea for gout: a comparison.\nMETHODS: ${text}\nTRIAL REGISTRATION: ClinicalTrials.gov NCT01234567.\nAuthors\nAnn Doe, Bob Roe\nView on Pubmed\n`;
    return readTrials(source, pageReaders, { infer: true }).trials[0]?.design?.allocation?.code;
  };

  it.each([
    'We randomly assigned patients to receive tea or water.',
    'Eligible patients were randomly assigned to tea or water.',
    'Patients with gout were randomized to tea or water.',
  ])('tell the allocation: %s', (text) => expect(allocationIn(text)).toBe('RANDOMIZED'));

  it.each([
    'The patients charts were randomly assigned to two reviewers.',
    'Images from patients were randomized to readers.',
    'Blood of patients and of controls were randomly assigned to batches.',
    'No patients were randomized to tea.',
  ])('are not in: %s', (text) => expect(allocationIn(text)).toBeUndefined());
});
