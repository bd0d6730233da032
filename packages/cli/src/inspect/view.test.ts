import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pageReaders, readTrials, type Trial } from '@trialbridge/core';
import { describe, expect, it } from 'vitest';
import { fields } from './fields.js';
import { inspectTrial } from './inspection.js';
import { viewOf } from './view.js';

const seedFolder = fileURLToPath(new URL('../../../../seeds/', import.meta.url));

function view(name: string): string {
  const text = readFileSync(`${seedFolder}${name}.txt`, 'utf8');
  const { trials, format, kind, issues } = readTrials(text, pageReaders);
  const inspected = trials.map((trial) => inspectTrial(trial, text));
  const inspection = { source: name, format, kind, trials: inspected, citations: [], mentions: [], issues };
  return viewOf(inspection, (_style, shown) => shown, 100);
}

describe('the view of an inspection', () => {
  it('sets what has no value in columns, a long line of the page among them', () => {
    const lines = view('000_1c766716c831392b').split('\n');
    expect(lines).toContain('  Nothing stands under the heading');
    expect(lines).toContain('    line 12   Enrollment                           enrollment');
    expect(lines).toContain('    line 24   25 participants in 2 patient groups  arms');
  });

  it('claims no reason where none is recorded', () => {
    const shown = view('000_1c766716c831392b');
    expect(shown).toContain('  Not found\n    title,');
    expect(shown).not.toContain('Not stated in the source\n    title');
  });

  it('counts in words that agree with the number', () => {
    expect(view('000_1c766716c831392b')).toContain('1 criterion\n');
    expect(view('001_b087d68130d6e372')).toContain('11 criteria\n');
  });

  it('takes the countries from the sites where they are not listed', () => {
    const countries = fields.find(({ label }) => label === 'Countries');
    const sites = [{ country: 'Belarus' }, { country: 'Belarus' }, { city: 'Minsk' }];
    expect(countries?.read({ sites } as unknown as Trial)).toBe('Belarus');
    expect(countries?.read({ sites, countries: ['Poland'] } as unknown as Trial)).toBe('Poland');
    expect(countries?.read({ sites: [{ city: 'Minsk' }] } as unknown as Trial)).toBeUndefined();
  });
});
