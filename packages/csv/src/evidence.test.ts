import type { Trial } from '@trialbridge/core';
import { describe, expect, it } from 'vitest';
import { evidenceHead, evidenceRows } from './evidence.js';

describe('the evidence table', () => {
  it('has one row per span, and one for evidence without a span', () => {
    const trial: Trial = {
      schemaVersion: '1.0',
      id: 'NCT00000000',
      source: { format: 'veeva-page', kind: 'registration' },
      evidence: {
        '/phases/0': { kind: 'inferred', rule: 'phase-in-title', spans: [{ start: 4, end: 11 }] },
        '/conditions': {
          kind: 'stated',
          spans: [
            { start: 20, end: 26 },
            { start: 30, end: 35 },
          ],
        },
        '/overallStatus': { kind: 'absent', reason: 'not-provided', verbatim: 'Not, yet' },
        '/briefTitle': { kind: 'stated', path: '/protocolSection/identificationModule/briefTitle' },
      },
    };
    expect(evidenceHead()).toBe('trial_id,pointer,kind,rule,reason,verbatim,start,end,source_path');
    expect([...evidenceRows(trial)]).toEqual([
      'NCT00000000,/phases/0,inferred,phase-in-title,,,4,11,',
      'NCT00000000,/conditions,stated,,,,20,26,',
      'NCT00000000,/conditions,stated,,,,30,35,',
      'NCT00000000,/overallStatus,absent,,not-provided,"Not, yet",,,',
      'NCT00000000,/briefTitle,stated,,,,,,/protocolSection/identificationModule/briefTitle',
    ]);
  });

  it('has no rows for a trial without evidence', () => {
    const trial: Trial = { schemaVersion: '1.0', id: 'x', source: { format: 'f', kind: 'registration' } };
    expect([...evidenceRows(trial)]).toEqual([]);
  });
});
