import { readTrials, writeTrial } from '@trialbridge/core';
import { checkTrial } from '@trialbridge/core/validate';
import { describe, expect, it } from 'vitest';
import { ctgovJsonReader } from './reader.js';
import { ctgovJsonWriter } from './writer.js';

function read(identificationModule: object, statusModule: object = {}) {
  const study = {
    protocolSection: { identificationModule: { nctId: 'NCT00000001', ...identificationModule }, statusModule },
  };
  const { trials, issues } = readTrials(JSON.stringify(study), [ctgovJsonReader]);
  const [trial] = trials;
  if (!trial) throw new Error('no trial');
  return { study, trial, issues: issues.map(({ code, at }) => `${code} ${at}`) };
}

describe('a text', () => {
  it.each(['\u00a0', '\u2003 ', '\ufeff'])('of white space only is none, and is kept: %j', (briefTitle) => {
    const { study, trial, issues } = read({ briefTitle });
    expect(trial.briefTitle).toBeUndefined();
    expect(checkTrial(trial)).toEqual([]);
    expect(issues).toEqual(['wrong-type /protocolSection/identificationModule/briefTitle']);
    const { document } = writeTrial(trial, ctgovJsonWriter);
    expect(document).toMatchObject({
      protocolSection: { identificationModule: study.protocolSection.identificationModule },
    });
  });

  it('may begin with a letter of any script', () => {
    expect(read({ briefTitle: '\u00c9tude' }).trial.briefTitle).toBe('\u00c9tude');
  });
});

describe('a date', () => {
  it.each(['2015', '2015-08', '2015-08-31', '2016-02-29'])('is as precise as it was written: %s', (date) => {
    expect(read({}, { startDateStruct: { date } }).trial.startDate).toEqual({ date });
  });

  it.each(['2015-02-30', '2015-02-29', '2015-13', '31/08/2015'])(
    'that no calendar has is kept in its words: %s',
    (date) => {
      const { trial, issues } = read({}, { startDateStruct: { date } });
      expect(trial.startDate).toEqual({ verbatim: date });
      expect(issues).toEqual(['unreadable-value /protocolSection/statusModule/startDateStruct/date']);
    },
  );
});
