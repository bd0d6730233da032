import { describe, expect, it } from 'vitest';
import { type ReadResult, readTrials } from '../../convert.js';
import type { Trial } from '../../generated/trial.js';
import { pageReaders, veevaPageReader } from '../index.js';

const full = `ClinicalTrials.Veeva

Menu

A Study of Testamab in Made-up Disease (MADE)

E

Example Institute

Status and phase

Completed
Phase 3
Phase 2

Conditions

Made-up Disease
Other Disease

Treatments

Drug: Comparator: placebo
Dietary Supplement: Tea

Study type

Interventional

Funder types

Other
Industry

Identifiers

NCT01234567
EX-1

Details and patient eligibility

About

A double-blind study of tea.

Full description

Sub-headings of an author follow.

Masking

All people are masked.

Sex

No matter.

Enrollment

1,234 estimated patients

Sex

Female

Ages

6 months to 5 years old

Volunteers

Accepts Healthy Volunteers

Inclusion criteria

  1. First
    \u2022 nested
  2. Second

Exclusion criteria

  \u2022 None

Trial design

Primary purpose

Treatment

Allocation

Randomized

Interventional model

Parallel Assignment

Masking

Quadruple Blind

1,234 participants in 2 patient groups, including a placebo group

Tea group
Experimental group
Description:
Tea
twice a day
Treatment:
Dietary Supplement: Tea
Control group
Placebo Comparator group
Treatment:
Drug: Comparator: placebo

Trial contacts and locations

15

Loading...

Data sourced from clinicaltrials.gov

\u00a9 Copyright 2026 Veeva Systems
`;

function read(source: string, infer = true): ReadResult & { trial: Trial } {
  const result = readTrials(source, pageReaders, { infer });
  const [trial] = result.trials;
  if (!trial) throw new Error('no trial');
  return { ...result, trial };
}

describe('a full page', () => {
  const { trial, issues, format } = read(full);

  it('gives what stands in its labelled places', () => {
    expect(format).toBe('veeva-page');
    expect(trial).toMatchObject({
      id: 'NCT01234567',
      briefTitle: 'A Study of Testamab in Made-up Disease (MADE)',
      leadSponsor: { name: 'Example Institute' },
      overallStatus: { code: 'COMPLETED' },
      phases: [{ code: 'PHASE3' }, { code: 'PHASE2' }],
      conditions: ['Made-up Disease', 'Other Disease'],
      interventions: [
        { type: { code: 'DRUG' }, name: 'Comparator: placebo' },
        { type: { code: 'DIETARY_SUPPLEMENT' }, name: 'Tea' },
      ],
      studyType: { code: 'INTERVENTIONAL' },
      funderTypes: [{ code: 'OTHER' }, { code: 'INDUSTRY' }],
      enrollment: { count: 1234, type: { code: 'ESTIMATED' } },
      siteCount: 15,
    });
    expect(trial.eligibility).toMatchObject({
      sex: { code: 'FEMALE' },
      minimumAge: { value: 6, unit: 'MONTHS' },
      maximumAge: { value: 5, unit: 'YEARS' },
      healthyVolunteers: true,
    });
    expect(trial.design).toEqual({
      primaryPurpose: { code: 'TREATMENT' },
      allocation: { code: 'RANDOMIZED' },
      interventionModel: { code: 'PARALLEL' },
      masking: { masking: { code: 'QUADRUPLE' } },
      groupCount: 2,
      hasPlaceboGroup: true,
    });
  });

  it('tells the name of an arm that ends in "group" from its type', () => {
    expect(trial.arms).toEqual([
      {
        label: 'Tea group',
        type: { code: 'EXPERIMENTAL' },
        description: 'Tea\ntwice a day',
        interventionNames: ['Dietary Supplement: Tea'],
      },
      {
        label: 'Control group',
        type: { code: 'PLACEBO_COMPARATOR' },
        interventionNames: ['Drug: Comparator: placebo'],
      },
    ]);
  });

  it('keeps the sub-headings of a description, which look like labels, in the description', () => {
    expect(trial.detailedDescription).toContain('All people are masked.\n\nSex\n\nNo matter.');
  });

  it('keeps numbering, nesting and kind of the criteria', () => {
    expect(trial.eligibility?.items).toEqual([
      { kind: 'INCLUSION', role: 'HEADING', text: 'Inclusion criteria' },
      { kind: 'INCLUSION', role: 'CRITERION', text: 'First', marker: '1.', depth: 0 },
      { kind: 'INCLUSION', role: 'CRITERION', text: 'nested', marker: '\u2022', depth: 1 },
      { kind: 'INCLUSION', role: 'CRITERION', text: 'Second', marker: '2.', depth: 0 },
      { kind: 'EXCLUSION', role: 'HEADING', text: 'Exclusion criteria' },
      { kind: 'EXCLUSION', role: 'NOTE', text: 'None', marker: '\u2022', depth: 0 },
    ]);
  });

  it('can be put together again from the spans of its criteria', () => {
    const items = trial.eligibility?.items ?? [];
    const spans = items.flatMap((_, index) => trial.evidence?.[`/eligibility/items/${index}`]?.spans ?? []);
    const joined = spans.map(({ start, end }) => full.slice(start, end)).join('');
    expect(joined.replace(/\s/g, '')).toBe(trial.eligibility?.criteria?.replace(/\s/g, ''));
  });

  it('has nothing to report', () => expect(issues).toEqual([]));

  it.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['no-break spaces', (text: string) => text.replaceAll(' ', '\u00a0')],
    ['indentation', (text: string) => text.replaceAll('\n', '\n      ')],
    ['no blank lines', (text: string) => text.replace(/\n{2,}/g, '\n')],
    ['more blank lines', (text: string) => text.replaceAll('\n', '\n\n')],
    ['other bullets', (text: string) => text.replaceAll('\u2022', '\u25aa')],
  ])('is read alike with %s', (_, change) => {
    const changed = read(change(full)).trial;
    const { overallStatus, phases, studyType, enrollment, siteCount, identifiers } = trial;
    expect(changed).toMatchObject({ overallStatus, phases, studyType, enrollment, siteCount, identifiers });
    expect(changed.arms).toHaveLength(2);
    expect(changed.eligibility?.items).toHaveLength(6);
    expect(changed.eligibility?.maximumAge).toEqual({ value: 5, unit: 'YEARS' });
  });

  it.each([
    ['Completed', 'RECRUTING'],
    ['Quadruple Blind', 'Fivefold Blind'],
    ['Phase 3', 'Phase 9'],
  ])('keeps %j misspelt as %j and reports it', (right, misspelt) => {
    const { trial: changed, issues: found } = read(full.replace(`${right}\n`, `${misspelt}\n`));
    expect(JSON.stringify(changed)).toContain(`{"verbatim":"${misspelt}"}`);
    expect(found.filter(({ code }) => code === 'unknown-code')).toHaveLength(1);
  });

  it('takes the documents of a trial for no arm', () => {
    const { trial: changed } = read(full.replace('Trial contacts and locations', 'Trial documents\n\n2\n\n$&'));
    expect(changed.arms).toEqual(trial.arms);
    expect(changed.siteCount).toBe(trial.siteCount);
    expect(changed.unmapped).toContainEqual({ format: 'veeva-page', path: '/Trial documents', value: '2' });
  });

  it('names the disagreement of two counts', () => {
    const { issues: found } = read(full.replace('1,234 participants', '99 participants'));
    expect(found).toMatchObject([{ code: 'conflict', at: '/enrollment/count' }]);
  });

  it('names the disagreement of prose with what is stated, and keeps what is stated', () => {
    const { trial: changed, issues: found } = read(full.replace('A double-blind study', 'An open-label study'));
    expect(changed.design?.masking?.masking).toEqual({ code: 'QUADRUPLE' });
    expect(found).toMatchObject([{ code: 'conflict', rule: 'masking-term' }]);
  });
});

const stripped = `Status and phase
Conditions
Treatments
About
This phase II randomized study is made up.
Enrollment
Sex
Ages
Volunteers
Inclusion criteria
Exclusion criteria
Primary purpose
Allocation
Interventional model
Masking
22 participants in 6 patient groups
Loading...
Data sourced from clinicaltrials.gov
`;

describe('a stripped page', () => {
  const { trial } = read(stripped);

  it('says that its headings have no value', () => {
    const empty = Object.entries(trial.evidence ?? {}).filter(([, { reason }]) => reason === 'no-value');
    expect(empty.map(([pointer]) => pointer).sort()).toEqual([
      '/arms',
      '/conditions',
      '/design/allocation',
      '/design/interventionModel',
      '/design/masking',
      '/design/primaryPurpose',
      '/eligibility/criteria',
      '/eligibility/healthyVolunteers',
      '/eligibility/maximumAge',
      '/eligibility/minimumAge',
      '/eligibility/sex',
      '/enrollment',
      '/interventions',
      '/overallStatus',
      '/phases',
    ]);
  });

  it('takes the number of participants from their line', () => {
    expect(trial.enrollment).toEqual({ count: 22 });
    expect(trial.evidence?.['/enrollment/count']).toMatchObject({ kind: 'normalized', rule: 'participants-line' });
  });

  it('infers what the first sentence says, unless that is switched off', () => {
    expect(trial.phases).toEqual([{ code: 'PHASE2', verbatim: 'phase II' }]);
    expect(trial.evidence?.['/phases/0']).toMatchObject({ kind: 'inferred', rule: 'phase-of-study' });
    const plain = read(stripped, false).trial;
    expect(plain.phases).toBeUndefined();
    expect(plain.design).toEqual({ groupCount: 6 });
  });

  it('infers no phase where the heading says that there is none', () => {
    expect(read(stripped.replace('Status and phase', 'Status')).trial.phases).toBeUndefined();
  });
});

describe('detection', () => {
  it('does not go by words alone', () => {
    expect(veevaPageReader.accepts('Status\nA glossary of trials\nTreatments are explained here.')).toBe(false);
    expect(veevaPageReader.accepts('{"Status and phase": "Conditions"}')).toBe(false);
  });
});
