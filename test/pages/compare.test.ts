import { describe, expect, it } from 'vitest';
import type { ReadResult, Trial } from '../../packages/core/src/index.js';
import { compare } from './compare.js';
import type { Expectation } from './expectation.js';

const source = 'A Trial\nStatus\not Recruiting\nSex\nAll\n';

const expectation: Expectation = {
  page: 'page.txt',
  kind: 'registration',
  trials: 1,
  values: {
    '/briefTitle': 'A Trial',
    '/overallStatus': { verbatim: 'ot Recruiting' },
    '/eligibility/sex': { code: 'ALL' },
  },
  absent: { '/enrollment/count': 'truncated' },
  mustNot: ['/phases'],
  criteria: [{ kind: null, text: 'adults' }],
};

const right: Trial = {
  schemaVersion: '1.0',
  id: 'x',
  source: { format: 'veeva-page', kind: 'registration' },
  briefTitle: 'A Trial',
  overallStatus: { verbatim: 'ot Recruiting' },
  eligibility: { sex: { code: 'ALL', verbatim: 'All' }, items: [{ text: 'adults', role: 'CRITERION' }] },
  evidence: { '/enrollment': { kind: 'absent', reason: 'truncated' } },
};

/** Findings that are not right, of a page read as `plain` without and as `inferring` with inference. */
function verdicts(plain: Trial, inferring = plain): string[] {
  return compare(expectation, source, { plain: reading(plain), inferring: reading(inferring) })
    .filter((one) => one.verdict !== 'right')
    .map((one) => `${one.verdict} ${one.at}`);
}

function reading(trial: Trial): ReadResult {
  return { kind: 'registration', format: 'veeva-page', trials: [trial], citations: [], mentions: [], issues: [] };
}

describe('comparison of a reading with its annotation', () => {
  it('finds nothing in a faithful reading', () => expect(verdicts(right)).toEqual([]));

  it('calls a code wrong where the page has an unknown wording', () =>
    expect(verdicts({ ...right, overallStatus: { code: 'RECRUITING', verbatim: 'ot Recruiting' } })).toEqual([
      'wrong /overallStatus',
      'wrong /overallStatus (inferring)',
    ]));

  it('calls a wording wrong that the page does not have', () =>
    expect(
      verdicts({ ...right, eligibility: { ...right.eligibility, sex: { code: 'ALL', verbatim: 'Both' } } }),
    ).toEqual(['wrong /eligibility/sex', 'wrong /eligibility/sex (inferring)']));

  it('calls a value missed that was not read', () => {
    const { briefTitle, ...rest } = right;
    expect(briefTitle).toBe('A Trial');
    expect(verdicts(rest)).toEqual(['missed /briefTitle']);
  });

  it('calls a kind of criterion wrong that no heading gives', () =>
    expect(
      verdicts({
        ...right,
        eligibility: { ...right.eligibility, items: [{ text: 'adults', kind: 'INCLUSION', role: 'CRITERION' }] },
      }),
    ).toEqual(['wrong adults']));

  it('calls a reason wrong that says more than the page', () =>
    expect(verdicts({ ...right, evidence: { '/enrollment': { kind: 'absent', reason: 'not-stated' } } })).toEqual([
      'wrong /enrollment/count',
    ]));

  it('accepts a forbidden value only where it is marked as inferred', () => {
    const phases: Trial['phases'] = [{ code: 'PHASE2' }];
    expect(verdicts({ ...right, phases })).toEqual(['wrong /phases']);
    const evidence: Trial['evidence'] = { ...right.evidence, '/phases/0': { kind: 'inferred', rule: 'phase' } };
    expect(verdicts(right, { ...right, phases, evidence })).toEqual([]);
    expect(verdicts({ ...right, phases, evidence })).toEqual(['wrong /phases', 'wrong /phases/0']);
  });

  it('calls a filler word wrong wherever it stands', () =>
    expect(verdicts({ ...right, briefSummary: 'Not available' })).toEqual(['wrong trial 0', 'wrong trial 0']));
});
