import { describe, expect, it } from 'vitest';
import { innerKind } from './criteria-headings.js';

describe('a heading inside the criteria', () => {
  it.each([
    ['Inclusion Criteria', 'INCLUSION'],
    ['Main exclusion criteria:', 'EXCLUSION'],
    ['Inclusion Criteria for controls:', 'INCLUSION'],
    ['Inclusion Criteria for healthy controls', 'INCLUSION'],
    ['Caregiver Inclusion Criteria:', 'INCLUSION'],
    ['Inclusion criteria (controls):', 'INCLUSION'],
    ['Healthy volunteer exclusion criteria:', 'EXCLUSION'],
    ['Part A - Exclusion criteria:', 'EXCLUSION'],
    ['The main exclusion criteria include but are not limited to:', 'EXCLUSION'],
    ['Key exclusion criteria are the following:', 'EXCLUSION'],
    ['Exclusion criteria are as follows:', 'EXCLUSION'],
    ['Inclusion:', 'INCLUSION'],
    ['EXCLUSION :', 'EXCLUSION'],
  ])('%j says what stands below', (text, kind) => expect(innerKind(text)).toBe(kind));

  it.each([
    'Controls:',
    'Inclusion and exclusion criteria:',
    'Exclusion criteria other than inclusion criteria:',
    'Meets any of the exclusion criteria:',
    'No exclusion criteria:',
    'All of the inclusion criteria must be met:',
    'Must fulfil the inclusion criteria:',
    'Exclusion criteria were reviewed by a doctor',
    'Patients who meet inclusion criteria',
    'Exclusion of pregnancy:',
    'Exclusion',
    'Exclusion: pregnancy',
  ])('%j does not', (text) => expect(innerKind(text)).toBeUndefined());
});
