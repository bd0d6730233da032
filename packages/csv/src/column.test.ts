import type { Trial } from '@trialbridge/core';
import { describe, expect, it } from 'vitest';
import { column } from './column.js';

const trial: Trial = {
  schemaVersion: '1.0',
  id: 'NCT00000000',
  source: { format: 'ctgov-json', kind: 'registration' },
  hasResults: false,
  conditions: ['Asthma', 'Cough | Cold'],
  enrollment: { count: 0 },
  arms: [
    { label: 'A', interventionNames: ['Drug: x; y', 'Drug: z'] },
    { label: 'B', description: 'Second' },
    { label: 'C', interventionNames: ['Drug: z'] },
  ],
};

describe('a column', () => {
  it('holds false and zero', () => {
    expect(column('boolean', 'has_results', '/hasResults', '').read(trial)).toBe('false');
    expect(column('integer', 'enrollment', '/enrollment/count', '').read(trial)).toBe('0');
  });

  it('is empty where the trial has no value', () => {
    expect(column('date', 'start_date', '/startDate/date', '').read(trial)).toBe('');
    expect(column('text', 'arm_types', '/arms/*/type/code', '').read(trial)).toBe('');
    expect(column('text', 'site_cities', '/sites/*/city', '').read(trial)).toBe('');
  });

  it('holds a list with escaped separators', () => {
    expect(column('text', 'conditions', '/conditions/*', '').read(trial)).toBe('Asthma|Cough \\p Cold');
  });

  it('keeps the place of an item that lacks the value, so that columns of one list agree', () => {
    expect(column('text', 'arm_descriptions', '/arms/*/description', '').read(trial)).toBe('|Second|');
  });

  it('holds a list of lists', () => {
    expect(column('text', 'arm_interventions', '/arms/*/interventionNames/*', '').read(trial)).toBe(
      'Drug: x\\s y;Drug: z||Drug: z',
    );
  });
});
