import { describe, expect, it } from 'vitest';
import type { Omission, TrialWriter } from '../formats.js';
import type { Trial } from '../generated/trial.js';
import { trialJsonReader } from '../trial-json/reader.js';
import { trialJsonWriter } from '../trial-json/writer.js';
import { roundTripChecks } from './round-trip-checks.js';
import { sampleTrials } from './sample-trials.js';

const trials = sampleTrials();
const sources = trials.map((trial) => ({ name: trial.id, source: JSON.stringify(trial) }));

describe('a format that keeps every leaf', () => {
  for (const check of roundTripChecks(trialJsonReader, trialJsonWriter, sources, { trials })) it(check.name, check.run);
});

function failures(write: TrialWriter<Trial>['write'], omits: readonly Omission[] = []): string[] {
  const writer = { ...trialJsonWriter, write, omits };
  return roundTripChecks(trialJsonReader, writer, sources, { trials }).flatMap(({ run }) => {
    try {
      run();
      return [];
    } catch (error) {
      return [String(error)];
    }
  });
}

describe('the kit catches a format that', () => {
  it('loses a leaf', () => {
    const [fromSource, fromTrial] = failures(({ acronym: _lost, ...rest }) => rest);
    expect(fromSource).toContain('NCT90000001: /acronym is lost: "Acronym');
    expect(fromTrial).toContain('NCT90000001: /acronym was "Acronym');
  });

  it('claims that its documents imply what does not come back', () => {
    const withoutAcronym: TrialWriter<Trial>['write'] = ({ acronym: _lost, ...rest }) => rest;
    const omission: Omission = { path: '/acronym', why: 'said by the title' };
    expect(failures(withoutAcronym, [omission])).toHaveLength(1);
    const [, fromTrial] = failures(withoutAcronym, [{ ...omission, implied: true }]);
    expect(fromTrial).toContain('NCT90000001: /acronym was "Acronym');
  });

  it('changes a leaf', () => {
    const [fromSource, fromTrial] = failures((trial) => ({ ...trial, hasResults: true }));
    expect(fromSource).toContain('NCT90000002: /hasResults was false, is true');
    expect(fromTrial).toContain('NCT90000002: /hasResults was false, comes back as true');
  });

  it('adds a leaf', () => {
    const [fromSource, fromTrial] = failures((trial) => ({ ...trial, acronym: trial.acronym ?? 'NONE' }));
    expect(fromSource).toContain('NCT90000003: /acronym is new: "NONE"');
    expect(fromTrial).toContain('NCT90000003: /acronym comes back as "NONE", and was not there');
  });
});
