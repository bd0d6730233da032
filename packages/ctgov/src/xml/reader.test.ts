import { type ReadResult, readTrials, type Trial, writeTrial } from '@trialbridge/core';
import { describe, expect, it } from 'vitest';
import { ctgovJsonWriter } from '../json/writer.js';
import { ctgovXmlReader } from './reader.js';
import { ctgovXmlWriter } from './writer.js';

function read(part: string): ReadResult & { readonly trial: Trial } {
  const result = readTrials(`<clinical_study>${part}</clinical_study>`, [ctgovXmlReader]);
  return { ...result, trial: result.trials[0] as Trial };
}

describe('a date that stands where there is none', () => {
  it.each([
    ['<start_date>Unknown</start_date>', '/startDate', 'Unknown', 'not-provided'],
    ['<completion_date type="Actual">December 31, 1969</completion_date>', '/completionDate', 'December 31, 1969', 'placeholder'],
    ['<verification_date>Unknown</verification_date>', '/registration/verified', 'Unknown', 'not-provided'],
    ['<firstreceived_date>Unknown</firstreceived_date>', '/registration/firstSubmitted', 'Unknown', 'not-provided'],
  ])('%s is absence with its reason, and goes back', (part, pointer, verbatim, reason) => {
    const { trial, issues } = read(part);
    const element = /<(\w+)/.exec(part)?.[1];
    expect([trial.startDate, trial.completionDate, trial.registration]).toEqual([undefined, undefined, undefined]);
    expect(trial.evidence).toEqual({
      [pointer]: { kind: 'absent', reason, verbatim, path: `/clinical_study/${element}/0` },
    });
    expect(issues.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['placeholder information']);
    expect(writeTrial(trial, ctgovXmlWriter).document).toContain(part);
  }); // biome-ignore format: a table

  it('is the date of an event that is not known', () => {
    const { trial, issues } = read('<pending_results><submitted>Unknown</submitted></pending_results>');
    expect(trial.annotations?.unpostedResults?.events).toEqual([{ type: { code: 'RELEASE' }, dateUnknown: true }]);
    expect(issues).toEqual([]);
  });
});

describe('unknown words', () => {
  const unknown = (part: string): string[] =>
    read(part).issues.map(({ code, at, message }) => `${code} ${at} ${message}`);

  it('of a masking are reported one by one', () => {
    expect(unknown('<study_design_info><masking>Double (Participant, Wizard)</masking></study_design_info>')).toEqual([
      'unknown-code /clinical_study/study_design_info/0/masking/0 "Wizard" is no value of this field that we know.',
    ]);
    expect(unknown('<study_design_info><masking>Frob (Wizard)</masking></study_design_info>')).toHaveLength(2);
  });

  it('of a masking in the design on one line are reported', () => {
    expect(unknown('<study_design>Allocation: Randomized, Masking: Frob</study_design>')).toEqual([
      'unknown-code /clinical_study/study_design/0 "Frob" is no value of this field that we know.',
    ]);
  });
});

describe('what stands between records', () => {
  it('is reported: attributes, texts, other elements', () => {
    const source =
      '<clinical_studies count="2">one<clinical_study/>two<other/><!-- no --><clinical_study>in</clinical_study></clinical_studies>';
    const { trials, issues } = readTrials(source, [ctgovXmlReader]);
    expect(trials).toHaveLength(2);
    expect(issues.map(({ code, at }) => `${code} ${at}`)).toEqual([
      'unknown-path /clinical_studies/@count',
      'unknown-path /clinical_studies/#',
      'unknown-path /clinical_study',
      'unknown-path /clinical_studies/#',
      'unknown-path /clinical_studies/other',
      'unknown-path /clinical_study/#',
    ]);
  });
});

describe('an assessment that holds for all events', () => {
  it('is an object of its own in each, so that a loss is reported of the place where it happens', () => {
    const event = (term: string): string => `<event><sub_title>${term}</sub_title><counts group_id="E1"/></event>`;
    const category = `<category><title>Heart</title><event_list>${event('Ache')}${event('Arrest')}</event_list></category>`;
    const block = `<serious_events><default_assessment>systematic assessment</default_assessment><category_list>${category}</category_list></serious_events>`;
    const { trial } = read(`<clinical_results><reported_events>${block}</reported_events></clinical_results>`);
    const { seriousDefaults, serious = [] } = trial.results?.adverseEvents ?? {};
    const objects = [seriousDefaults?.assessment, ...serious.map((one) => one.assessment)];
    expect(new Set(objects).size).toBe(3);
    const { issues } = writeTrial(trial, ctgovJsonWriter);
    expect(issues.filter(({ at }) => at.includes('assessment')).map(({ code, at }) => `${code} ${at}`)).toEqual(
      expect.arrayContaining([
        'dropped /results/adverseEvents/serious/0/assessment/verbatim',
        'dropped /results/adverseEvents/serious/1/assessment/verbatim',
      ]),
    );
  });
});
