import { describe, expect, it } from 'vitest';
import type { Issue } from '../issue.js';
import { TrialDraft } from './draft.js';
import { isBrokenIdentifier, readIdentifiers, registryIdsIn } from './identifier-lines.js';
import { scanLines } from './lines.js';

function read(source: string): { identifiers: unknown; issues: Issue[] } {
  const issues: Issue[] = [];
  const context = { report: (issue: Issue) => issues.push(issue), infer: false, evidence: false };
  const draft = new TrialDraft(source, 'test', 'registration', context);
  readIdentifiers(draft, [...scanLines(source)]);
  return { identifiers: draft.trial.identifiers, issues };
}

describe('lines of ids', () => {
  it('are of three kinds: the registry, the organisation, others with their type', () => {
    expect(read('NCT01234567\n99/3436 (Other Grant/Funding Number)\nABC-1').identifiers).toEqual([
      { value: 'NCT01234567', registry: 'ClinicalTrials.gov', role: { code: 'PRIMARY' } },
      { value: '99/3436', type: { code: 'OTHER_GRANT' }, role: { code: 'SECONDARY' } },
      { value: 'ABC-1', role: { code: 'ORGANIZATION' } },
    ]);
  });

  it('have the registry\u2019s own number where they have no type, wherever it stands', () => {
    expect(read('ACTRN12614000093684 (Registry Identifier)\nEX-1\nNCT04000001').identifiers).toEqual([
      {
        value: 'ACTRN12614000093684',
        registry: 'ANZCTR',
        type: { code: 'REGISTRY' },
        role: { code: 'SECONDARY' },
      },
      { value: 'EX-1', role: { code: 'ORGANIZATION' } },
      { value: 'NCT04000001', registry: 'ClinicalTrials.gov', role: { code: 'PRIMARY' } },
    ]);
  });

  it('give no role to one of two ids that could be the organisation\u2019s', () => {
    expect(read('NCT01234567\nABC-1\nDEF-2').identifiers).toMatchObject([
      { role: { code: 'PRIMARY' } },
      { value: 'ABC-1' },
      { value: 'DEF-2' },
    ]);
  });

  it('keep brackets that name no type', () => {
    expect(read('P05897 AM1 (ADDRESS-97)').identifiers).toMatchObject([{ value: 'P05897 AM1 (ADDRESS-97)' }]);
  });

  it('bring ids of registries to their normal form and keep the spelling', () => {
    expect(read('EUCTR2006-003801-21-GB').identifiers).toEqual([
      {
        value: 'EUCTR2006-003801-21',
        registry: 'EU-CTR',
        verbatim: 'EUCTR2006-003801-21-GB',
        role: { code: 'PRIMARY' },
      },
    ]);
  });

  it('take a type that holds brackets itself', () =>
    expect(read('2024-513427-17-00 (EU Trial (CTIS) Number)').identifiers).toMatchObject([
      { value: '2024-513427-17-00', type: { code: 'CTIS' }, registry: 'CTIS' },
    ]));

  it('report what is no id', () => {
    const { identifiers, issues } = read('Not applicable');
    expect(identifiers).toBeUndefined();
    expect(issues.map(({ code }) => code)).toEqual(['not-an-identifier']);
  });

  it('hold several ids of registries where nothing else stands between them', () => {
    expect(registryIdsIn('NCT03000002, NCT03000003')).toEqual([
      { start: 0, end: 11 },
      { start: 13, end: 24 },
    ]);
    expect(registryIdsIn('NCT03000002 (a part of NCT03000003)')).toBeUndefined();
    expect(registryIdsIn('EX-1')).toBeUndefined();
  });

  it('tell half an id of a registry from an id of an organisation', () => {
    expect(isBrokenIdentifier('NCT0529')).toBe(true);
    expect(isBrokenIdentifier('NCT01234567')).toBe(false);
    expect(isBrokenIdentifier('ABC-1')).toBe(false);
  });
});
