import { describe, expect, it } from 'vitest';
import { type ReadResult, readTrials } from '../../convert.js';
import type { Trial } from '../../generated/trial.js';
import { htmlToText } from '../../html/index.js';
import { pageReaders } from '../index.js';

function read(source: string): ReadResult & { trial: Trial } {
  const result = readTrials(source, pageReaders);
  const [trial] = result.trials;
  if (!trial) throw new Error('no trial');
  return { ...result, trial };
}

const dashed = `A Randomised Study of Tea in Patients With Made-up Syndrome
Phase 2
- Conditions
- Made-up SyndromeOther Disease
- Interventions
- Drug: TeaOther: Water
- Registration Number
- EUCTR2006-000001-21-GB
- Lead Sponsor
- Example Trust
- Brief Summary
Not available
- Detailed Description
Not available
Recruitment & Eligibility
- Status
- ot Yet Recruiting
- Sex
- Not specified
- Target Recruitment
- 0
1.Aged 18 or more
2. Signed consent
Study & Design
- Study Type
- Interventional clinical trial of medicinal product
- Study Design
- Not specified
- Primary Outcome Measures
Name Time Method Pain 1 year Pain on a scale
- Secondary Outcome Measures
Name Time Method
Trial Locations
- Locations (2)
Example Hospital
\u{1f1ec}\u{1f1e7}Leeds, United Kingdom
Example Hospital\u{1f1ec}\u{1f1e7}Leeds, United Kingdom
Other Hospital
\u{1f1f0}\u{1f1f7}Seoul, Korea, Republic of
`;

describe('a page with dashes', () => {
  const { trial, issues, format } = read(dashed);

  it('gives what stands in its labelled places', () => {
    expect(format).toBe('medpath-page');
    expect(trial).toMatchObject({
      id: 'EUCTR2006-000001-21',
      source: { dialect: 'dash' },
      phases: [{ code: 'PHASE2' }],
      conditions: ['Made-up Syndrome', 'Other Disease'],
      interventions: [
        { type: { code: 'DRUG' }, name: 'Tea' },
        { type: { code: 'OTHER' }, name: 'Water' },
      ],
      leadSponsor: { name: 'Example Trust' },
      studyType: { code: 'INTERVENTIONAL', verbatim: 'Interventional clinical trial of medicinal product' },
      primaryOutcomes: [{ measure: 'Pain', timeFrame: '1 year', description: 'Pain on a scale' }],
      siteCount: 2,
    });
  });

  it('takes no value out of a line that is only a dash', () => {
    const source = dashed.replace('- Drug: TeaOther: Water\n', '- \nDrug: Tea\n-\n');
    const { trial } = read(source);
    expect(trial.interventions).toEqual([{ type: { code: 'DRUG' }, name: 'Tea' }]);
    expect(trial.evidence?.['/interventions/1']).toBeUndefined();
  });

  it('repairs a status that lost its first letter, and keeps its wording', () => {
    expect(trial.overallStatus).toEqual({ code: 'NOT_YET_RECRUITING', verbatim: 'ot Yet Recruiting' });
  });

  it('takes a repeated site for one', () => {
    expect(trial.sites).toEqual([
      { facility: 'Example Hospital', city: 'Leeds', country: 'United Kingdom', countryCode: 'GB' },
      { facility: 'Other Hospital', city: 'Seoul', country: 'Korea, Republic of', countryCode: 'KR' },
    ]);
  });

  it('keeps criteria without headings together', () => {
    expect(trial.eligibility?.criteria).toBe('1.Aged 18 or more\n2. Signed consent');
    expect(trial.eligibility?.items?.map(({ kind }) => kind)).toEqual([undefined, undefined]);
  });

  it('gives the reason of what is absent', () => {
    const absent = Object.entries(trial.evidence ?? {}).filter(([, { kind }]) => kind === 'absent');
    expect(Object.fromEntries(absent.map(([pointer, { reason }]) => [pointer, reason]))).toEqual({
      '/briefSummary': 'not-provided',
      '/detailedDescription': 'not-provided',
      '/eligibility/sex': 'not-provided',
      '/enrollment': 'placeholder',
      '/design/interventionModel': 'not-provided',
      '/secondaryOutcomes': 'no-value',
      '/arms': 'not-stated',
    });
    expect(issues.map(({ code }) => code)).toEqual(['placeholder']);
  });

  it('ends a list of interventions at a label that is out of its place', () => {
    const page =
      'MedPath\n\nA Study of Tea\n\nConditions\nGout\nInterventions\nDrug: Tea\nLead Sponsor\nExample Trust\nRegistration Number\nNCT01234567\nBrief Summary\n\nTea is drunk.\n\nRecruitment & Eligibility\n\nStatus\nCompleted\n';
    const { trial: changed } = read(page);
    expect(changed.interventions).toEqual([{ type: { code: 'DRUG' }, name: 'Tea' }]);
    expect(changed.unmapped?.map(({ value }) => value)).toEqual(['Lead Sponsor', 'Example Trust']);
  });

  it('takes no wording that covers several states for one of them', () => {
    expect(read(dashed.replace('ot Yet Recruiting', 'ot Recruiting')).trial.overallStatus).toEqual({
      verbatim: 'ot Recruiting',
    });
    const withBadge = dashed.replace('ot Yet Recruiting', 'Not Recruiting').replace('Phase 2\n', 'Completed\n');
    expect(read(withBadge).trial.overallStatus).toEqual({ code: 'COMPLETED', verbatim: 'Completed' });
  });

  it('takes 0 for a number where the trial was withdrawn', () => {
    expect(read(dashed.replace('ot Yet Recruiting', 'WITHDRAWN')).trial.enrollment).toEqual({ count: 0 });
  });
});

const plain = `MedPath

A Study of Tea

Completed
Conditions
One Disease
Two Disease
Registration Number
NCT01234567
Lead Sponsor
Example Trust
Brief Summary

Tea is drunk.

Detailed Description

Not available

Recruitment & Eligibility

Status
COMPLETED
Sex
All
Target Recruitment
30
Inclusion Criteria
  \u2022 adult
Exclusion Criteria
Not provided

Study & Design

Study Type
OBSERVATIONAL
Study Design
Not specified
Primary Outcome Measures
NameTimeMethod
quality of life1y
\u00a9 Copyright 2025. All Rights Reserved by MedPath
`;

describe('a plain page', () => {
  it('is read by the same labels', () => {
    const { trial } = read(plain);
    expect(trial).toMatchObject({
      source: { dialect: 'plain' },
      overallStatus: { code: 'COMPLETED' },
      conditions: ['One Disease', 'Two Disease'],
      studyType: { code: 'OBSERVATIONAL' },
      enrollment: { count: 30 },
      primaryOutcomes: [{ measure: 'quality of life', timeFrame: '1y' }],
    });
    expect(trial.eligibility?.criteria).toBe('Inclusion Criteria\n  \u2022 adult');
    expect(trial.evidence?.['/sites']).toEqual({ kind: 'absent', reason: 'not-stated' });
  });

  it('is not said to lack what a label out of its place stands for', () => {
    const sponsor = 'Lead Sponsor\nExample Trust\n';
    const page = plain.replace(sponsor, '').replace('Registration Number', `Interventions\nDrug: Tea\n${sponsor}$&`);
    const { evidence, unmapped } = read(page).trial;
    expect(unmapped?.map(({ value }) => value)).toEqual(['Lead Sponsor', 'Example Trust']);
    expect([evidence?.['/leadSponsor'], evidence?.['/arms']?.reason]).toEqual([undefined, 'not-stated']);
  });

  it('has several ids in one line, or one in each', () => {
    const changed = read(plain.replace('NCT01234567', 'NCT03000002, NCT03000003\n2020-005622-40\nSee above')).trial;
    expect(changed.id).toBe('NCT03000002');
    expect(changed.identifiers).toEqual([
      { value: 'NCT03000002', registry: 'ClinicalTrials.gov', role: { code: 'PRIMARY' } },
      { value: 'NCT03000003', registry: 'ClinicalTrials.gov' },
      { value: 'EUCTR2020-005622-40', registry: 'EU-CTR', verbatim: '2020-005622-40' },
    ]);
    const spans = changed.evidence?.['/identifiers/1']?.spans;
    expect(spans?.map(({ start, end }) => [start - plain.indexOf('NCT01234567'), end - start])).toEqual([[13, 11]]);
    expect(changed.unmapped?.map(({ value }) => value)).toEqual(['See above']);
  });

  it('does not take a line of several ids with words between for one id', () => {
    const changed = read(plain.replace('NCT01234567', 'NCT03000002, once NCT03000003')).trial;
    expect(changed.identifiers).toBeUndefined();
    expect(changed.unmapped).toMatchObject([{ value: 'NCT03000002, once NCT03000003' }]);
  });

  it('may have a word for the people behind their number', () => {
    const changed = read(plain.replace('\n30\n', '\n4,328 participants\n')).trial;
    expect(changed.enrollment).toEqual({ count: 4328 });
    expect(changed.evidence?.['/enrollment/count']).toMatchObject({ kind: 'normalized', rule: 'count' });
    const planned = read(plain.replace('\n30\n', '\n30 estimated patients\n')).trial;
    expect(planned.enrollment).toEqual({ count: 30, type: { code: 'ESTIMATED' } });
  });

  it('has a table of other outcomes of its own', () => {
    const other =
      'Secondary Outcome Measures\nNameTimeMethod\nSleep12 weeks\nOther Outcome Measures\nNameTimeMethod\nMood1y\n\u00a9';
    const changed = read(plain.replace('\u00a9', other)).trial;
    expect(changed.secondaryOutcomes).toEqual([{ measure: 'Sleep', timeFrame: '12 weeks' }]);
    expect(changed.otherOutcomes).toEqual([{ measure: 'Mood', timeFrame: '1y' }]);
    expect(read(plain).trial.evidence?.['/otherOutcomes']).toBeUndefined();
  });

  it('has no condition where a number of one has nothing behind it', () => {
    const changed = read(plain.replace('One Disease\nTwo Disease', 'Health Condition 1: null-')).trial;
    expect(changed.conditions).toBeUndefined();
    expect(changed.evidence?.['/conditions']).toMatchObject({ kind: 'absent', reason: 'no-value' });
  });

  it('names a flag and a country that differ', () => {
    const place = 'Trial Locations\n\nLocations (1)\n\nExample Hospital\n\u{1f1e9}\u{1f1ea}Paris, France\n\n\u00a9';
    const { trial: changed, issues } = read(plain.replace('\u00a9', place));
    expect(changed.sites).toMatchObject([{ country: 'France', countryCode: 'DE' }]);
    expect(issues).toContainEqual(expect.objectContaining({ code: 'conflict', at: '/sites/0/countryCode' }));
  });

  it('names two statuses that differ', () => {
    const { trial, issues } = read(plain.replace('\nCompleted\n', '\nRecruiting\n'));
    expect(trial.overallStatus).toEqual({ code: 'COMPLETED' });
    expect(issues).toMatchObject([{ code: 'conflict' }, { code: 'placeholder' }]);
  });
});

describe('a nested page', () => {
  it('is read by the same labels', () => {
    const short = /^(Registration Number|Lead Sponsor|Status|Sex|Target Recruitment|Study Type|Study Design)\n(.*)$/gm;
    const nested = plain
      .replace(short, '- $1\n - $2\n ')
      .replace(/^(Brief Summary|Detailed Description|Primary Outcome Measures)$/gm, '- $1');
    const { trial } = read(nested);
    expect(trial.source.dialect).toBe('nested');
    expect(trial).toMatchObject({ id: 'NCT01234567', overallStatus: { code: 'COMPLETED' }, enrollment: { count: 30 } });
  });
});

describe('a page saved as HTML', () => {
  it('is read from its rendered text, with the borders of its tables', () => {
    const header = '<tr><th>Group</th><th>Intervention</th><th>Description</th></tr>';
    const table = `<div>Arm &amp;&amp; Interventions</div><table>${header}<tr><td>A</td><td>Tea</td><td>hot</td></tr></table>`;
    const lines = plain.split('\n').map((line) => `<div>${line.replaceAll('&', '&amp;')}</div>`);
    const body = lines.join('').replace('<div>Primary Outcome', `${table}<div>Primary Outcome`);
    const { trial } = read(htmlToText(`<!DOCTYPE html><html><body>${body}</body></html>`));
    expect(trial.arms).toEqual([{ label: 'A', interventionNames: ['Tea'], description: 'hot' }]);
    expect(trial.overallStatus).toEqual({ code: 'COMPLETED' });
  });
});
