import { describe, expect, it } from 'vitest';
import { readTrials } from '../../convert.js';
import type { Trial } from '../../generated/trial.js';
import { pageReaders } from '../index.js';

const head =
  'A Study of Tea\n\nStatus and phase\n\nCompleted\nPhase 2\n\nTreatments\n\nDrug: Tea\n\nEnrollment\n\n20 patients\n\nSex\n\nAll\n\nVolunteers\n\nNo Healthy Volunteers\n\nInclusion criteria\n\n- Adult\n\nTrial design\n\n';
const end = '\n\nData sourced from clinicaltrials.gov\n';

function read(rest: string): Trial {
  const [trial] = readTrials(head + rest, pageReaders, { infer: false }).trials;
  if (!trial) throw new Error('no trial');
  return trial;
}

describe('the end of a page', () => {
  const sites = 'Trial contacts and locations\n\n2\n\n';

  it('names several contacts in one line', () => {
    const trial = read(`${sites}Central trial contact\n\nAnn Lee, MD; Bo Xu\n\nLoading...${end}`);
    expect(trial.contacts).toEqual([{ name: 'Ann Lee, MD' }, { name: 'Bo Xu' }]);
    const names = [0, 1].flatMap((index) => trial.evidence?.[`/contacts/${index}/name`]?.spans ?? []);
    expect(names.map(({ end: last, start }) => last - start)).toEqual([11, 5]);
    expect(trial.unmapped).toBeUndefined();
  });

  it('keeps the sites that stand there', () => {
    const trial = read(`${sites}Loading...\n\nExample Hospital\nParis${end}`);
    expect(trial.unmapped).toEqual([
      { format: 'veeva-page', path: '/Loading...', value: 'Example Hospital' },
      { format: 'veeva-page', path: '/Loading...', value: 'Paris' },
    ]);
  });

  it('may be cut within the participants line, which is then no criterion', () => {
    const trial = read('1 participant in 1 patient gro');
    expect(trial.unmapped).toEqual([
      { format: 'veeva-page', path: '/participants', value: '1 participant in 1 patient gro' },
    ]);
    expect(trial.evidence?.['/arms']).toMatchObject({ kind: 'absent', reason: 'truncated' });
    const early = readTrials(
      `${head.slice(0, head.indexOf('Trial design'))}1 participant in 1 patient gro`,
      pageReaders,
    );
    expect(early.trials[0]?.eligibility?.criteria).toBe('Inclusion criteria\n\n- Adult');
  });
});
