import { describe, expect, it } from 'vitest';
import { EvidenceMap } from '../evidence.js';
import type { TrialReader } from '../formats.js';
import type { Trial } from '../generated/trial.js';
import { trialJsonReader } from '../trial-json/reader.js';
import { readerChecks } from './reader-checks.js';
import { sampleTrials } from './sample-trials.js';
import { toyReader, toySource, toyTrial } from './toy-reader.js';

const samples = [{ name: 'toy', source: toySource, trials: [toyTrial] }];
const trialSamples = sampleTrials().map((trial) => ({
  name: trial.id,
  source: JSON.stringify({ ...trial, evidence: undefined }),
  trials: [{ ...trial, evidence: {} }],
}));

describe('a correct reader', () => {
  for (const check of readerChecks(toyReader, samples, { others: [trialJsonReader], foreign: trialSamples })) {
    it(check.name, check.run);
  }
  for (const check of readerChecks(trialJsonReader, trialSamples, { others: [toyReader], foreign: samples })) {
    it(check.name, check.run);
  }
});

/** The names of the checks that a reader fails, without the format, and what they say. */
function failures(change: Partial<TrialReader>, others: readonly TrialReader[] = []): Record<string, string> {
  const failed: Record<string, string> = {};
  for (const { name, run } of readerChecks({ ...toyReader, ...change }, samples, { others })) {
    try {
      run();
    } catch (error) {
      failed[name.replace(/^.*?: /, '')] = String(error);
    }
  }
  return failed;
}

/** A reader that changes what the toy reader has read. */
function afterwards(change: (trial: Trial, evidence: EvidenceMap, source: string, infer: boolean) => void) {
  const read: TrialReader['read'] = (source, context) => {
    const reading = toyReader.read(source, context);
    const evidence = new EvidenceMap();
    for (const trial of reading.trials) {
      change(trial, evidence, source, context.infer);
      trial.evidence = { ...trial.evidence, ...evidence.entries };
    }
    return reading;
  };
  return failures({ read });
}

describe('the kit catches a reader that', () => {
  it('adds a field', () => {
    const failed = afterwards((trial) => {
      trial.leadSponsor = { name: 'University of Somewhere' };
    });
    expect(failed['invents nothing']).toContain(
      '/leadSponsor/name of NCT00000001 in toy: "University of Somewhere" is not in the source',
    );
    expect(failed['its evidence is true']).toContain('/leadSponsor/name of NCT00000001 in toy: has no evidence');
    expect(failed['reads each sample exactly']).toContain('and not expected');
  });

  it('adds a number or completes a date', () => {
    const failed = afterwards((trial, evidence, source) => {
      trial.enrollment = { count: 100 };
      trial.startDate = { date: '2015-08-31' };
      evidence.stated('/enrollment', { start: 0, end: source.length });
    });
    expect(failed['invents nothing']).toContain('/enrollment/count of NCT00000001 in toy: 100 is not in the source');
    expect(failed['its evidence is true']).toContain(
      '/startDate of NCT00000001 in toy: /startDate/date is "2015-08-31"',
    );
  });

  it('adds a code or a yes to data, which needs no span', () => {
    const read: TrialReader['read'] = (source, context) => {
      const reading = trialJsonReader.read(source, context);
      const trials = reading.trials.map((trial): Trial => ({ ...trial, overallStatus: { code: 'RECRUITING' } }));
      return { ...reading, trials: trials.map((trial) => ({ ...trial, hasResults: true })) };
    };
    const source = JSON.stringify({
      schemaVersion: '1.0',
      id: 'NCT00000002',
      source: { format: 'trial-json', kind: 'registration' },
    });
    const check = readerChecks({ ...trialJsonReader, read }, [{ name: 'bare', source }]).find(({ name }) =>
      name.includes('invents nothing'),
    );
    expect(check?.run).toThrow('/overallStatus/code of NCT00000002 in bare: "RECRUITING" is not in the source');
    expect(check?.run).toThrow('/hasResults of NCT00000002 in bare: true is not in the source');
  });

  it('gives a place that says something else', () => {
    const failed = afterwards((trial, evidence) => {
      trial.keywords = ['Cough'];
      evidence.stated('/keywords', { start: 0, end: 3 });
    });
    expect(failed['its evidence is true']).toContain(
      '/keywords of NCT00000001 in toy: /keywords/0 is "Cough", its place says "TOY"',
    );
  });

  it('gives a place that is not there', () => {
    const failed = afterwards((_trial, evidence, source) => {
      evidence.stated('/briefTitle', { start: 4, end: source.length + 1 });
    });
    expect(failed['its evidence is true']).toContain('which is not in the source');
  });

  it('calls absent what it has', () => {
    const failed = afterwards((_trial, evidence) => evidence.absent('/conditions', 'not-stated'));
    expect(failed['its evidence is true']).toContain('is called absent, and is ["Cough"]');
  });

  it('infers although inference is off', () => {
    const failed = afterwards((trial, evidence, source) => {
      trial.phases = [{ code: 'PHASE2' }];
      const start = source.indexOf('phase 2');
      evidence.inferred('/phases', 'phase-in-title', { start, end: start + 7 });
    });
    expect(failed['infers nothing when inference is off']).toContain('/phases of NCT00000001 in toy is inferred');
  });

  it('lets inference change what is stated', () => {
    const failed = afterwards((trial, _evidence, _source, infer) => {
      if (!infer) trial.conditions = ['Tea'];
    });
    expect(failed['infers nothing when inference is off']).toContain('/conditions/0');
  });

  it('does not mark what it inferred', () => {
    const failed = afterwards((trial, evidence, _source, infer) => {
      if (!infer) return;
      trial.acronym = 'TEA';
      evidence.normalized('/acronym', 'upper-case', { start: 27, end: 30 });
    });
    expect(failed['infers nothing when inference is off']).toContain('is not marked inferred');
  });

  it('crashes on a cut source', () => {
    const failed = failures({
      read(source, context) {
        if (!source.includes('END')) throw new RangeError('past the end');
        return toyReader.read(source, context);
      },
    });
    expect(failed['survives truncation']).toContain('RangeError: past the end');
  });

  it('says "not stated" of what lies behind the cut', () => {
    const failed = afterwards((trial, evidence) => {
      if (!trial.conditions) evidence.absent('/conditions', 'not-stated');
    });
    expect(Object.keys(failed)).toEqual(['survives truncation']);
    expect(failed['survives truncation']).toContain('/conditions is called not-stated, and stands behind the cut');
  });

  it('reads a cut JSON source as if it were whole', () => {
    const read: TrialReader['read'] = (source, context) => {
      const [whole] = sampleTrials();
      if (source.length < 10_000) return trialJsonReader.read(source, context);
      return { kind: 'registration', trials: [whole], citations: [], mentions: [] };
    };
    const check = readerChecks({ ...trialJsonReader, read }, trialSamples).find(({ name }) =>
      name.includes('truncation'),
    );
    expect(check?.run).toThrow('read as if it were whole');
  });

  it('accepts what another reader accepts, or anything at all', () => {
    expect(failures({}, [{ ...toyReader, format: 'other' }])).toEqual({
      'accepts its own samples, and no other reader does': expect.stringContaining('toy is accepted by other too'),
    });
    expect(failures({ accepts: () => true })).toEqual({
      'accepts its own samples, and no other reader does': expect.stringContaining('"" is accepted'),
    });
  });

  it('makes trials that are none by the schema', () => {
    const failed = afterwards((trial) => {
      trial.acronym = '';
    });
    expect(failed['trials match the schema']).toContain('/acronym must match pattern');
  });

  it('asks for the time', () => {
    const failed = afterwards((trial) => {
      trial.source.processed = { date: new Date().toISOString().slice(0, 10) };
    });
    expect(failed['repeats itself, without a clock or chance']).toContain('the time');
  });
});
