import { describe, expect, it } from 'vitest';
import { readTrials } from '../convert.js';
import type { Trial } from '../generated/trial.js';
import { pageReaders } from './index.js';

function read(source: string): Trial {
  const [trial] = readTrials(source, pageReaders, { infer: false }).trials;
  if (!trial) throw new Error('no trial');
  return trial;
}

const veeva = `A Study of Tea\n\nE\n\nExample Institute\n\nStatus and phase\n\nCompleted\nPhase 2\n\nConditions\n\nGout\n\nAbout\n\nTea is drunk.\n\nFull description\n\nA cup a day.\n\nEnrollment\n\n20 patients\n\nSex\n\nAll\n\nVolunteers\n\nNo Healthy Volunteers\n\nInclusion criteria\n\n  \u2022 Adult\n\nExclusion criteria\n\n  \u2022 Ill\n\nTrial contacts and locations\n\n1\n\nLoading...\n\nData sourced from clinicaltrials.gov\n`;
const medpath = `A Study of Tea\n\nPhase 3\nCompleted\nConditions\nGout\nInterventions\nDrug: Tea\nRegistration Number\nNCT01234567\nLead Sponsor\nExample Trust\nBrief Summary\n\nTea is drunk.\n\nDetailed Description\n\nA cup a day.\n\nRecruitment & Eligibility\n\nStatus\nCOMPLETED\nSex\nAll\nTarget Recruitment\n30\nInclusion Criteria\n  \u2022 Adult\nExclusion Criteria\n  \u2022 Ill\n\nTrial Locations\n\nLocations (1)\n\nExample Hospital\n\u{1f1eb}\u{1f1f7}\nParis, France\n\n\u00a9 Copyright 2025. All Rights Reserved by MedPath\n`;

describe('the navigation of a site', () => {
  it.each([
    ['one site', `Skip to main content\nClinicalTrials.Veeva\n\nMenu\n\nHome\n\nSearch\n\n${veeva}`],
    ['the other', `MedPath\n\nHome\nClinical Trials\nNews\nLog In\n\n${medpath}`],
  ])('is not taken for the title of a page of %s', (_, page) => {
    const trial = read(page);
    expect([trial.briefTitle, trial.unmapped]).toEqual(['A Study of Tea', undefined]);
    expect(trial.leadSponsor).toBeDefined();
  });

  it('is no data beside a title either', () => {
    const trial = read(`MedPath\n\n${medpath.replace('Phase 3\n', 'Save\nShare\nPhase 3\n')}`);
    expect([trial.phases, trial.unmapped]).toEqual([[{ code: 'PHASE3' }], undefined]);
  });

  it('alone gives no title', () => {
    expect(read(`Menu\n\nHome\n\n${veeva.slice(veeva.indexOf('Status and phase'))}`).briefTitle).toBeUndefined();
  });
});

describe('a button among the values of a page', () => {
  it('alone under a label is no value', () => {
    const trial = read(veeva.replace('Gout', 'View All').replace('A cup a day.', 'Read More'));
    expect([trial.conditions, trial.detailedDescription]).toEqual([undefined, undefined]);
    expect(trial.evidence?.['/conditions']).toMatchObject({ kind: 'absent', reason: 'no-value' });
    expect(trial.evidence?.['/detailedDescription']).toMatchObject({ kind: 'absent', reason: 'no-value' });
    const none = read(medpath.replace('\u2022 Adult', 'Read More').replace('\u2022 Ill', 'Show More'));
    expect(none.eligibility?.criteria).toBeUndefined();
    expect(none.evidence?.['/eligibility/criteria']).toMatchObject({ kind: 'absent', reason: 'no-value' });
  });

  it('is left out at the end of lists and texts', () => {
    const trial = read(
      medpath
        .replace('Drug: Tea', 'Drug: Tea\nView More')
        .replace('A cup a day.', 'A cup a day.\n\nRead less\nShow More...')
        .replace('\u2022 Ill', '\u2022 Ill\n  Read More')
        .replace('Paris, France', 'Paris, France\n\nView All'),
    );
    expect(trial.interventions).toEqual([{ type: { code: 'DRUG' }, name: 'Tea' }]);
    expect(trial.detailedDescription).toBe('A cup a day.');
    expect(trial.eligibility?.criteria).toBe('Inclusion Criteria\n  \u2022 Adult\nExclusion Criteria\n  \u2022 Ill');
    expect(trial.eligibility?.items).toHaveLength(4);
    expect(trial.sites).toEqual([
      { facility: 'Example Hospital', city: 'Paris', country: 'France', countryCode: 'FR' },
    ]);
    expect(trial.unmapped).toBeUndefined();
  });

  it('is no criterion between the lists, whose text is kept as it stands', () => {
    const { eligibility } = read(medpath.replace('\u2022 Adult', 'Read More'));
    expect(eligibility?.criteria).toBe('Inclusion Criteria\n  Read More\nExclusion Criteria\n  \u2022 Ill');
    expect(eligibility?.items?.[1]).toEqual({ kind: 'INCLUSION', role: 'NOTE', text: 'Read More' });
  });

  it('is no outcome', () => {
    const rows = 'Primary Outcome Measures\nNameTimeMethod\nPain12 weeksOn a scale\nLoad More\n\nTrial Locations';
    const trial = read(medpath.replace('Trial Locations', rows));
    expect(trial.primaryOutcomes).toEqual([{ measure: 'Pain', timeFrame: '12 weeks', description: 'On a scale' }]);
  });

  it('stays where it is a part of a line, or has lines of the text behind it', () => {
    const text = 'To read more\nRead More\nis to see more.';
    expect(read(medpath.replace('A cup a day.', text)).detailedDescription).toBe(text);
  });
});
