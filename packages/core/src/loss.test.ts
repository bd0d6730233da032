import { describe, expect, it } from 'vitest';
import type { Omission } from './formats.js';
import type { Trial } from './generated/trial.js';
import type { Issue } from './issue.js';
import { countLeaves, countTrialLeaves, genericPath, lossOf } from './loss.js';

const trial: Trial = {
  schemaVersion: '1.0',
  id: 'NCT00000001',
  source: { format: 'ctgov-json', kind: 'registration' },
  briefTitle: 'Tea',
  overallStatus: { code: 'RECRUITING', verbatim: 'recruiting' },
  sites: [
    { city: 'Jakarta', country: 'Indonesia' },
    { city: 'Bogor', geoPoint: { latitude: -6.6, longitude: 106.8 } },
  ],
  evidence: { '/briefTitle': { kind: 'stated' } },
  unmapped: [
    {
      format: 'ctgov-json',
      path: '/protocolSection/newModule',
      value: { a: 1, b: ['x', 'y'] } as Record<string, unknown>,
    },
  ],
};

const omits: readonly Omission[] = [{ path: '/sites/*/geoPoint', why: 'no place for coordinates' }];

function issue(code: Issue['code'], at: string, rule: string): Issue {
  return { code, severity: 'warning', at, message: `${rule}.`, rule };
}

describe('the leaves of a trial', () => {
  it('are its scalars; what readers make and what the file says of itself are none', () =>
    expect(countTrialLeaves(trial)).toBe(12));

  it('are not null, empty lists or empty objects', () => {
    expect(countLeaves({ a: null, b: [], c: {}, d: [0, false, ''] })).toBe(3);
  });

  it('have paths with * for positions', () => {
    expect(genericPath('/sites/10/contacts/0/name')).toBe('/sites/*/contacts/*/name');
    expect(genericPath('/phases/0')).toBe('/phases/*');
  });
});

describe('the loss of a record', () => {
  it('accounts for every leaf', () => {
    const issues = [issue('changed', '/briefTitle', 'squeezed'), issue('dropped', '/sites/0', 'first-site-only')];
    expect(lossOf(trial, { format: 'fhir-r4', omits }, issues, { countCarried: true })).toEqual({
      id: 'NCT00000001',
      format: 'fhir-r4',
      carried: 4,
      changed: [{ path: '/briefTitle', why: 'squeezed', count: 1 }],
      unmapped: [],
      dropped: [
        { path: '/sites/*/geoPoint', why: 'no place for coordinates', count: 2 },
        { path: '/sites/*', why: 'first-site-only', count: 2 },
        { path: '/protocolSection/newModule', why: 'the model has no place for it (ctgov-json)', count: 3 },
      ],
    });
  });

  it('does not count carried leaves unless asked', () => {
    expect(lossOf(trial, { format: 'fhir-r4', omits }, []).carried).toBeUndefined();
  });

  it('keeps unmapped parts in their own format and in the model', () => {
    for (const format of ['ctgov-json', 'trial-json']) {
      const loss = lossOf(trial, { format, omits: [] }, []);
      expect(loss.unmapped).toEqual([
        { path: '/protocolSection/newModule', why: 'kept under its source path', count: 3 },
      ]);
      expect(loss.dropped).toEqual([]);
    }
  });

  it('counts a leaf once, however many issues speak of it', () => {
    const issues = [
      issue('changed', '/overallStatus', 'other-list'),
      issue('changed', '/overallStatus/code', 'other-list'),
      issue('dropped', '/overallStatus/verbatim', 'code-says-it'),
    ];
    const loss = lossOf(trial, { format: 'x', omits: [] }, issues, { countCarried: true });
    expect(loss.changed).toEqual([{ path: '/overallStatus', why: 'other-list', count: 1 }]);
    expect(loss.dropped.slice(0, 1)).toEqual([{ path: '/overallStatus/verbatim', why: 'code-says-it', count: 1 }]);
    expect(loss.carried).toBe(7);
  });

  it('leaves out of an issue what is omitted anyway', () => {
    const loss = lossOf(trial, { format: 'x', omits }, [issue('dropped', '/sites/1', 'first-site-only')]);
    expect(loss.dropped.slice(0, 2)).toEqual([
      { path: '/sites/*/geoPoint', why: 'no place for coordinates', count: 2 },
      { path: '/sites/*', why: 'first-site-only', count: 1 },
    ]);
  });

  it('does not count what the document implies, unless the writer reports it', () => {
    const implying: readonly Omission[] = [{ path: '/source/kind', why: 'always a registration', implied: true }];
    expect(lossOf(trial, { format: 'ctgov-json', omits: implying }, []).dropped).toEqual([]);
    const issues = [issue('dropped', '/source/kind', 'not-a-registration')];
    expect(lossOf(trial, { format: 'ctgov-json', omits: implying }, issues).dropped).toEqual([
      { path: '/source/kind', why: 'not-a-registration', count: 1 },
    ]);
  });

  it('counts what is omitted of the source without the format, which is no leaf', () => {
    const source: readonly Omission[] = [{ path: '/source', why: 'no place' }];
    expect(lossOf(trial, { format: 'ctgov-json', omits: source }, []).dropped).toEqual([
      { path: '/source', why: 'no place', count: 1 },
    ]);
  });

  it('does not count issues that are about no leaf', () => {
    const issues = [
      issue('changed', '/id', 'shortened'),
      issue('changed', '/acronym', 'not-there'),
      issue('unknown-code', '/overallStatus', 'kept'),
    ];
    expect(lossOf(trial, { format: 'ctgov-json', omits: [] }, issues).changed).toEqual([]);
  });
});
