import { readTrials, type Trial, writeTrial } from '@trialbridge/core';
import { checkTrial } from '@trialbridge/core/validate';
import { describe, expect, it } from 'vitest';
import { ctgovJsonReader } from './reader.js';
import { ctgovJsonWriter } from './writer.js';

function read(source: string) {
  const { trials, issues } = readTrials(source, [ctgovJsonReader]);
  return { trial: trials[0] as Trial, trials, issues: issues.map(({ code, at }) => `${code} ${at}`) };
}

const study = (protocol: string): string =>
  `{"protocolSection":{"identificationModule":{"nctId":"NCT00000001"}${protocol && `,${protocol}`}}}`;

const writtenBack = (trial: Trial): unknown =>
  JSON.parse(ctgovJsonWriter.toText(writeTrial(trial, ctgovJsonWriter).document));

describe('a study with values that nobody expects', () => {
  it.each(['__proto__', 'constructor', 'toString', '5'])(
    'keeps the key %s in an object where it is all there is',
    (key) => {
      const source = study(`"conditionsModule":{"${key}":"x"},"designModule":{"phases":["PHASE1",{"${key}":"x"}]}`);
      const { trial, issues } = read(source);
      expect(issues).toEqual([
        `unknown-path /protocolSection/conditionsModule/${key}`,
        'wrong-type /protocolSection/designModule/phases/1',
      ]);
      expect(writtenBack(trial)).toEqual(JSON.parse(source));
    },
  );

  it('holds no number that was rounded, and none beyond all', () => {
    const source = study(
      '"designModule":{"enrollmentInfo":{"count":9007199254740993}},"contactsLocationsModule":{"locations":[{"city":"Bogor","geoPoint":{"lat":1e400,"lon":1}}]}',
    );
    const { trials, issues } = readTrials(source, [ctgovJsonReader]);
    const [trial] = trials as [Trial];
    expect(checkTrial(trial)).toEqual([]);
    expect(issues).toMatchObject([
      { code: 'wrong-type', message: expect.stringContaining('was rounded when the JSON was parsed') },
      { code: 'wrong-type', message: expect.stringContaining('Infinity') },
    ]);
    expect(trial.enrollment).toBeUndefined();
    expect(trial.sites).toEqual([{ city: 'Bogor', geoPoint: { longitude: 1 } }]);
  });

  it('fails alone in a list when it is nested more deeply than can be walked', () => {
    const deep = study(`"descriptionModule":{"briefSummary":${'['.repeat(100_000)}1${']'.repeat(100_000)}}`);
    const { trials, issues } = read(`[${study('')},${deep}]`);
    expect(trials.map(({ id }) => id)).toEqual(['NCT00000001']);
    expect(issues).toEqual(['record-failed /1']);
    expect(() => read(deep)).toThrow('Nested too deeply to be read.');
  });

  it('tells the records of a list apart in what it reports', () => {
    const { issues } = read(`{"studies":[${study('"moon":1')},${study('"moon":2')}]}`);
    expect(issues).toEqual([
      'unknown-path /studies/0/protocolSection/moon',
      'unknown-path /studies/1/protocolSection/moon',
    ]);
  });

  it('may say null for a module: nothing was stated', () => {
    const { trial } = read('{"protocolSection":{"identificationModule":null},"hasResults":false}');
    expect(trial.hasResults).toBe(false);
  });
});

describe('a sentinel', () => {
  it.each([
    ['"statusModule":{"studyFirstSubmitDate":"1969-12-31"}', '/registration/firstSubmitted', '1969-12-31'],
    ['"statusModule":{"startDateStruct":{"date":"1969-12-31"}}', '/startDate', '1969-12-31'],
    ['"eligibilityModule":{"maximumAge":"N/A"}', '/eligibility/maximumAge', 'N/A'],
    ['"designModule":{"enrollmentInfo":{"count":99999999}}', '/enrollment/count', '99999999'],
  ])('is an absence with a reason, and stands in its own format as it stood: %s', (protocol, pointer, verbatim) => {
    const { trial, issues } = read(study(protocol));
    expect(trial.evidence?.[pointer]).toMatchObject({ kind: 'absent', reason: 'placeholder', verbatim });
    expect(issues).toMatchObject([expect.stringMatching(/^placeholder /)]);
    expect(writtenBack(trial)).toEqual(JSON.parse(study(protocol)));
  });
});

describe('a wording of a date from another format', () => {
  it('is reported as dropped, where it stands', () => {
    const trial: Trial = {
      schemaVersion: '1.0',
      id: 'NCT00000001',
      source: { format: 'veeva-page', kind: 'registration' },
      startDate: { verbatim: 'Spring 2015' },
    };
    const { loss } = writeTrial(trial, ctgovJsonWriter);
    expect(loss.dropped).toEqual([{ path: '/startDate/verbatim', why: 'not-a-date', count: 1 }]);
  });
});

describe('evidence of a study', () => {
  it('names the place of the enrollment, whichever part of it stands first', () => {
    const source = study('"designModule":{"enrollmentInfo":{"type":"ACTUAL","count":12}}');
    const { trials } = readTrials(source, [ctgovJsonReader], { evidence: true });
    expect(trials[0]?.evidence).toMatchObject({
      '/enrollment/count': { kind: 'stated', path: '/protocolSection/designModule/enrollmentInfo/count' },
      '/enrollment/type': { kind: 'stated', path: '/protocolSection/designModule/enrollmentInfo/type' },
    });
  });
});
