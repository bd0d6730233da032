import { describe, expect, it } from 'vitest';
import type { TrialWriter } from '../formats.js';
import { trialJsonWriter } from '../trial-json/writer.js';
import { type ToyDocument, toyWriter } from './toy-writer.js';
import { writerChecks } from './writer-checks.js';

describe('a correct writer', () => {
  for (const check of writerChecks(toyWriter)) it(check.name, check.run);
  for (const check of writerChecks(trialJsonWriter)) it(check.name, check.run);
});

/** The names of the checks that a writer fails, without the format, and what they say. */
function failures(change: Partial<TrialWriter<ToyDocument>>): Record<string, string> {
  const failed: Record<string, string> = {};
  for (const { name, run } of writerChecks({ ...toyWriter, ...change })) {
    try {
      run();
    } catch (error) {
      failed[name.replace(/^.*?: /, '')] = String(error);
    }
  }
  return failed;
}

const { write, omits } = toyWriter;
const because = { why: 'the test says so' };

describe('the kit catches a writer that', () => {
  it('drops a field silently', () => {
    const failed = failures({
      write(trial, context) {
        const { conditions: _dropped, ...rest } = write(trial, context);
        return rest;
      },
    });
    expect(Object.keys(failed)).toEqual(['loses nothing silently']);
    expect(failed['loses nothing silently']).toContain('/conditions/0 of NCT90000001: "Conditions');
  });

  it('takes the first item of a list only', () => {
    const failed = failures({
      write: (trial, context) => {
        const document = write(trial, context);
        return { ...document, ...(document.phases && { phases: document.phases.slice(0, 1) }) };
      },
    });
    expect(failed['loses nothing silently']).toContain('/phases/1/code of NCT90000001');
  });

  it('gives a trial without a status one', () => {
    const failed = failures({
      write: (trial, context) => ({ ...write(trial, context), status: trial.overallStatus?.code ?? 'RECRUITING' }),
    });
    expect(failed['tells values apart, and from none']).toContain(
      '/overallStatus/code of NCT90000001: undefined and "RECRUITING" give the same document',
    );
  });

  it('makes two codes one', () => {
    const failed = failures({
      write(trial, context) {
        const document = write(trial, context);
        return document.status === 'RECRUITING' ? { ...document, status: 'AVAILABLE' } : document;
      },
    });
    expect(Object.keys(failed)).toEqual(['tells values apart, and from none']);
  });

  it('completes a date', () => {
    const failed = failures({
      write(trial, context) {
        const document = write(trial, context);
        return document.start?.length === 7 ? { ...document, start: `${document.start}-01` } : document;
      },
    });
    expect(failed['tells values apart, and from none']).toContain('"2015-01" and "2015-01-01"');
  });

  it('takes zero for none, or rounds', () => {
    const ofNumbers = (write: (count: number | undefined) => string | undefined): string => {
      const change: Partial<TrialWriter<ToyDocument>> = {
        omits: omits.filter(({ path }) => path !== '/siteCount'),
        write: (trial, context) => {
          const title = [trial.briefTitle, write(trial.siteCount)].filter((part) => part !== undefined).join(' in ');
          return { ...toyWriter.write(trial, context), ...(title && { title }) };
        },
      };
      return failures(change)['tells values apart, and from none'] ?? '';
    };
    expect(ofNumbers((count) => count?.toString())).toBe('');
    expect(ofNumbers((count) => (count ? `${count}` : undefined))).toContain('undefined and 0 give the same document');
    expect(ofNumbers((count) => count?.toPrecision(3))).toContain('1000000 and 1000001');
  });

  it('cuts long texts', () => {
    const failed = failures({
      write(trial, context) {
        const document = write(trial, context);
        return { ...document, ...(document.title && { title: document.title.slice(0, 4000) }) };
      },
    });
    expect(Object.keys(failed)).toEqual(['carries hostile text intact']);
  });

  it('but lets it pass when it reports the change', () => {
    const failed = failures({
      write(trial, { report }) {
        const document = write(trial, { report });
        if (document.start?.length !== 7) return document;
        report({
          code: 'changed',
          severity: 'warning',
          at: '/startDate/date',
          message: 'A day is wanted.',
          rule: 'day',
        });
        return { ...document, start: `${document.start}-01` };
      },
    });
    expect(failed).toEqual({});
  });

  it('writes what it claims to omit', () => {
    const failed = failures({ omits: [...omits, { path: '/conditions', ...because }] });
    expect(Object.keys(failed)).toEqual(['writes nothing that it claims to omit']);
    expect(failed['writes nothing that it claims to omit']).toContain('/conditions of NCT90000001');
  });

  it('omits a path that the model does not have, or for no reason', () => {
    const failed = failures({ omits: [...omits, { path: '/sponsor' as '/leadSponsor', why: ' ' }] });
    const message = failed['its omissions are paths of the model, each with a reason'];
    expect(message).toContain('/sponsor is no path of the model');
    expect(message).toContain('/sponsor has no reason');
  });

  it('changes its input', () => {
    const failed = failures({
      write(trial, context) {
        trial.conditions?.sort();
        return write(trial, context);
      },
    });
    expect(failed['throws TrialErrors only']).toContain('TypeError');
  });

  it('asks for the time', () => {
    const failed = failures({
      write: (trial, context) => ({ ...write(trial, context), start: new Date().toISOString() }),
    });
    expect(failed['leaves its input alone and repeats itself, without a clock or chance']).toContain('the time');
  });

  it('makes random ids', () => {
    const failed = failures({ write: (trial, context) => ({ ...write(trial, context), id: crypto.randomUUID() }) });
    expect(failed['leaves its input alone and repeats itself, without a clock or chance']).toContain('a random id');
  });

  it('counts its runs', () => {
    let run = 0;
    const failed = failures({ write: (trial, context) => ({ ...write(trial, context), title: `${run++}` }) });
    expect(failed['leaves its input alone and repeats itself, without a clock or chance']).toContain('differently');
  });

  it('damages line breaks', () => {
    const failed = failures({
      write(trial, context) {
        const document = write(trial, context);
        return { ...document, ...(document.title && { title: document.title.replaceAll('\n', '~') }) };
      },
    });
    expect(Object.keys(failed)).toEqual(['carries hostile text intact']);
    expect(failed['carries hostile text intact']).toContain('/briefTitle of NCT90000001 (plain) became');
  });

  it('throws something other than a TrialError', () => {
    const failed = failures({
      write(trial, context) {
        if (!trial.startDate) throw new Error('no start');
        return write(trial, context);
      },
    });
    expect(failed['throws TrialErrors only']).toContain('no start');
  });

  it('writes what its schema does not know', () => {
    const failed = failures({ write: (trial, context) => ({ ...write(trial, context), extra: 1 }) as ToyDocument });
    expect(Object.keys(failed)).toEqual(['output matches its schema']);
  });

  it('points its reports at nothing', () => {
    const failed = failures({
      write(trial, context) {
        context.report({ code: 'changed', severity: 'warning', at: '/sponsors/7', message: 'Changed.' });
        return write(trial, context);
      },
    });
    expect(failed['the loss report adds up']).toContain('points at /sponsors/7');
  });

  it('has a text that is not its document', () => {
    const failed = failures({ toText: (document) => JSON.stringify({ ...document, title: 'x' }) });
    expect(Object.keys(failed)).toContain('the text of a document holds the data of the document');
    expect(Object.keys(failures({ toText: (document) => `${JSON.stringify(document)}\n` }))).toEqual([
      'the text of a document holds the data of the document',
    ]);
  });
});
