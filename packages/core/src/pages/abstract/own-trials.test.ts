import { describe, expect, it } from 'vitest';
import { findIdentifiers } from '../../identifiers.js';
import { ownTrials } from './own-trials.js';

const own = (text: string): string[][] =>
  ownTrials(text, { start: 0, end: text.length }, findIdentifiers(text)).map(({ ids }) =>
    ids.map(({ value }) => value),
  );

describe('the own id of a study stands', () => {
  it.each([
    ['Flares fell. CLINICAL TRIAL INFORMATION: UMIN000012345.', 'UMIN000012345'],
    ['Flares fell. (jRCTs031180123)', 'jRCTs031180123'],
    ['Flares fell. (UMIN-CTR number, UMIN000012345)', 'UMIN000012345'],
    ['Flares fell. German Clinical Trials Register (DRKS00011583).', 'DRKS00011583'],
    ['Flares fell.\nClinical Trials Registry - India: CTRI/2018/05/013990.', 'CTRI/2018/05/013990'],
    ['Fine. (Funded by Tea; Chinese Clinical Trial Register number, ChiCTR2000029308.)', 'ChiCTR2000029308'],
    ['Fine. (Funded by Tea; HOT-2 Current Controlled Trials number, ISRCTN88244364.)', 'ISRCTN88244364'],
    ['Fine.\n\nTrial registration\n\nClinicalTrials.gov NCT03004248', 'NCT03004248'],
    ['Fine.\n\nTrial registration number\n\nNCT03345678; Pre-results.', 'NCT03345678'],
    ['Fine.\nTrial registration\nBrazilian Registry (ReBEC): RBR-6f2k7t. Registered on 3 May 2019.', 'RBR-6f2k7t'],
    ['The trial is registered with ISRCTN (50189673).', 'ISRCTN50189673'],
  ])('in: %s', (text, id) => expect(own(text)).toEqual([[id]]));

  it('beside that of another registry', () => {
    expect(own('Fine. EU CT number: 2022-501234-12-00; NCT05415137.')).toEqual([['2022-501234-12-00', 'NCT05415137']]);
    expect(own('Trial registration: Netherlands Trial Register NTR3156 (NL3021).')).toEqual([['NTR3156', 'NL3021']]);
  });
});

describe('an id of another study stands', () => {
  it.each([
    'Tea was effective in HOT (NCT02551094).',
    'A previous trial (NCT00112233) was inconclusive.',
    'Trials such as HOT (NCT00979121) were negative.',
    'The effectiveness was similar to that of the randomized trial (NCT04368728).',
    'Our estimate is in line with the randomized trial HOT (ClinicalTrials.gov number, NCT02099123).',
    'Outcomes agree with the HOT trial (NCT02551094).',
    'This cohort study compared care after the COLCOT randomized trial (NCT02551094).',
    'A Markov model was built with data from HOT-067 (NCT01844505).',
  ])('in: %s', (text) => expect(own(text)).toEqual([]));
});

describe('several ids', () => {
  it('of two registries, two each, are of two trials', () => {
    const text =
      'A and B were trials registered with ClinicalTrials.gov, NCT01111111 and NCT01222222, and EudraCT, 2012-000001-11 and 2012-000002-22.';
    expect(own(text)).toEqual([['NCT01111111'], ['NCT01222222']]);
  });

  it('of an extension and of the trials that its people came from are of the extension', () => {
    const text =
      'Patients from two phase 3 trials (NCT01111111 and NCT01222222) could enter this open-label extension (NCT02222222).';
    expect(own(text)).toEqual([['NCT02222222']]);
    const completers = 'We enrolled patients who completed the parent study (NCT01111111). Registration: NCT02222222.';
    expect(own(completers)).toEqual([['NCT02222222']]);
  });

  it('of a publication of two trials are of both', () => {
    const text =
      'In HOT-1 (NCT01111111), patients from Asia were enrolled; in HOT-2 (NCT01222222), others were included.';
    expect(own(text.replace('others', 'adults'))).toEqual([['NCT01111111'], ['NCT01222222']]);
  });
});
