import type { Trial } from '@trialbridge/core';
import { describe, expect, it } from 'vitest';
import { Overview } from './overview.js';

const trial = (facts: Partial<Trial>): Trial => ({
  schemaVersion: '1.0',
  id: 'NCT00000001',
  source: { format: 'ctgov-json', kind: 'registration' },
  ...facts,
});

describe('the overview of many records', () => {
  it('counts the trials that have a field; that no results are posted is no result', () => {
    const overview = new Overview();
    const trials = [trial({ hasResults: false, briefTitle: 'Tea' }), trial({ hasResults: true }), trial({})];
    overview.addRecord('ctgov-json', 'registration', trials, [], 'record 1');
    expect(overview.toJson()).toMatchObject({ records: 1, trials: 3, fields: { Title: 1, Results: 1, Acronym: 0 } });
  });
});
