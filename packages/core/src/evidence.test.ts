import { describe, expect, it } from 'vitest';
import { EvidenceMap, evidenceFor } from './evidence.js';
import type { Trial } from './generated/trial.js';
import { checkTrial } from './validate/index.js';

describe('evidence', () => {
  it('is collected by pointer', () => {
    const evidence = new EvidenceMap();
    evidence.stated('/briefTitle', { start: 0, end: 3 });
    evidence.normalized('/startDate', 'month-name', { start: 4, end: 9 });
    evidence.inferred('/phases', 'phase-in-title', { start: 0, end: 3 }, { start: 5, end: 6 });
    evidence.absent('/overallStatus', 'not-provided', 'none', { start: 10, end: 14 });
    evidence.absent('/keywords', 'not-stated');
    expect(evidence.entries).toEqual({
      '/briefTitle': { kind: 'stated', spans: [{ start: 0, end: 3 }] },
      '/startDate': { kind: 'normalized', rule: 'month-name', spans: [{ start: 4, end: 9 }] },
      '/phases': {
        kind: 'inferred',
        rule: 'phase-in-title',
        spans: [
          { start: 0, end: 3 },
          { start: 5, end: 6 },
        ],
      },
      '/overallStatus': { kind: 'absent', reason: 'not-provided', verbatim: 'none', spans: [{ start: 10, end: 14 }] },
      '/keywords': { kind: 'absent', reason: 'not-stated' },
    });
    const trial = {
      schemaVersion: '1.0',
      id: 'x',
      source: { format: 'f', kind: 'registration' },
      evidence: evidence.entries,
    };
    expect(checkTrial(trial)).toEqual([]);
  });
});

describe('the evidence that speaks for a pointer', () => {
  const trial: Trial = {
    schemaVersion: '1.0',
    id: 'x',
    source: { format: 'f', kind: 'registration' },
    evidence: {
      '/sites': { kind: 'stated' },
      '/sites/0/country': { kind: 'normalized', rule: 'flag' },
      '/contacts': { kind: 'absent', reason: 'no-value' },
    },
  };

  it('is its own entry, else that of the nearest value above', () => {
    expect(evidenceFor(trial, '/sites/0/country')).toEqual({ kind: 'normalized', rule: 'flag' });
    expect(evidenceFor(trial, '/sites/0/city')).toEqual({ kind: 'stated' });
    expect(evidenceFor(trial, '/contacts')).toEqual({ kind: 'absent', reason: 'no-value' });
  });

  it('is never the absence of something above', () => expect(evidenceFor(trial, '/contacts/0/name')).toBeUndefined());

  it('is nothing where nobody spoke', () => {
    expect(evidenceFor(trial, '/site')).toBeUndefined();
    const { evidence: _none, ...bare } = trial;
    expect(evidenceFor(bare, '/sites')).toBeUndefined();
  });
});
