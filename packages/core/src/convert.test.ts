import { describe, expect, it } from 'vitest';
import { detectReader, readTrials, writeTrial, writeTrials } from './convert.js';
import { TrialError } from './errors.js';
import type { TrialReader, TrialWriter } from './formats.js';
import type { Trial } from './generated/trial.js';

const trial: Trial = {
  schemaVersion: '1.0',
  id: 'A',
  source: { format: 'lines', kind: 'registration' },
  acronym: 'TEA',
};

const lines: TrialReader = {
  format: 'lines',
  title: 'Lines',
  accepts: (source) => source.startsWith('LINES'),
  read(_source, { report, infer, evidence }) {
    report({ code: 'placeholder', severity: 'information', at: '1:1', message: `${infer} ${evidence}` });
    return { kind: 'registration', trials: [trial], citations: [], mentions: [] };
  },
};

const demanding: TrialWriter<string> = {
  format: 'demanding',
  title: 'Demands an acronym',
  mediaType: 'text/plain',
  kind: 'xml',
  extension: '.txt',
  omits: [{ path: '/source', why: 'small' }],
  schema: { type: 'string' },
  write({ acronym }, { report }) {
    if (!acronym) throw new TrialError('record-incomplete', 'No acronym.', { missing: ['acronym'] });
    report({ code: 'changed', severity: 'information', at: '/acronym', message: 'Lower case.', rule: 'lower-case' });
    return acronym.toLowerCase();
  },
  toText: (document) => document,
  toJson: (document) => document,
};

describe('reading', () => {
  it('uses the one reader that accepts the source, and says which', () => {
    const result = readTrials('LINES', [{ ...lines, format: 'none', accepts: () => false }, lines]);
    expect(result).toMatchObject({ format: 'lines', kind: 'registration', trials: [trial] });
  });

  it('infers, and gives no paths of structured sources, unless told otherwise', () => {
    expect(readTrials('LINES', [lines]).issues[0]?.message).toBe('true false');
    expect(readTrials('LINES', [lines], { infer: false, evidence: true }).issues[0]?.message).toBe('false true');
  });

  it('refuses a source that no reader accepts, naming those that were tried', () => {
    expect(() => detectReader('other', [lines])).toThrow(
      expect.objectContaining({ code: 'format-unknown', message: expect.stringContaining('Tried: lines.') }),
    );
  });

  it('refuses a source that two readers accept, whatever their order', () => {
    const twin = { ...lines, format: 'twin' };
    for (const readers of [
      [lines, twin],
      [twin, lines],
    ]) {
      expect(() => detectReader('LINES', readers)).toThrow(expect.objectContaining({ code: 'format-ambiguous' }));
    }
  });
});

describe('writing', () => {
  it('gives document, issues and loss', () => {
    const written = writeTrial(trial, demanding, { countCarried: true });
    expect(written.document).toBe('tea');
    expect(written.issues.map(({ rule }) => rule)).toEqual(['lower-case']);
    expect(written.loss).toMatchObject({
      carried: 0,
      changed: [{ path: '/acronym', why: 'lower-case', count: 1 }],
      dropped: [{ path: '/source', why: 'small', count: 1 }],
    });
  });

  it('goes on after a trial that cannot be written', () => {
    const { acronym: _none, ...incomplete } = trial;
    const { written, failures } = writeTrials([incomplete, trial], demanding);
    expect(written.map(({ document }) => document)).toEqual(['tea']);
    expect(failures.map(({ error }) => [error.code, error.missing])).toEqual([['record-incomplete', ['acronym']]]);
  });

  it('does not hide a fault of the writer', () => {
    const faulty = {
      ...demanding,
      write: () => {
        throw new RangeError('bug');
      },
    };
    expect(() => writeTrials([trial], faulty)).toThrow(RangeError);
  });
});
