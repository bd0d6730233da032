import { trialPaths } from '@trialbridge/core';
import { expect, it } from 'vitest';
import { labelOf, sectionOfPointer } from './label.js';

it.each([
  ['/briefTitle', 'Brief title'],
  ['/leadSponsor/name', 'Lead sponsor'],
  ['/leadSponsor/class', 'Lead sponsor · class'],
  ['/design/allocation', 'Allocation'],
  ['/design/masking/masking', 'Masking'],
  ['/eligibility/minimumAge', 'Minimum age'],
  ['/eligibility/items/2', 'Criterion 3'],
  ['/phases/1', 'Phase'],
  ['/arms/0/label', 'Arm 1'],
  ['/arms/0/interventionNames/1', 'Arm 1 · intervention 2'],
  ['/identifiers/0/registry', 'Identifier 1 · registry'],
  ['/registration/firstPosted', 'First posted'],
])('names %s', (pointer, label) => expect(labelOf(pointer)).toBe(label));

it('has a name and a section for every path of the model', () => {
  for (const path of trialPaths) {
    const pointer = path.replaceAll('*', '0');
    expect(labelOf(pointer)).toMatch(/^[A-Z0-9]\S*/);
    expect(sectionOfPointer(pointer)).toMatch(/^[A-Z]/);
  }
});
