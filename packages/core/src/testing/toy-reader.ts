import { TrialError } from '../errors.js';
import { EvidenceMap } from '../evidence.js';
import type { ReadContext, Reading, TrialReader } from '../formats.js';
import type { Trial } from '../generated/trial.js';

/** A correct reader of lines such as `Title: Tea`, which the tests of the kit break in one way after another. */
export const toyReader: TrialReader = {
  format: 'toy-page',
  title: 'Lines with labels',
  accepts: (source) => source.startsWith('TOY\n'),
  read: readToy,
};

export const toySource = `TOY
Id: NCT00000001
Title: Tea against cough, a phase 2 trial
Conditions: Cough
Start: August 2015
Status: not provided
END
`;

/** What `toySource` holds. */
export const toyTrial: Trial = {
  schemaVersion: '1.0',
  id: 'NCT00000001',
  source: { format: 'toy-page', kind: 'registration' },
  briefTitle: 'Tea against cough, a phase 2 trial',
  conditions: ['Cough'],
  phases: [{ code: 'PHASE2' }],
  startDate: { date: '2015-08' },
};

function readToy(source: string, { infer }: ReadContext): Reading {
  const evidence = new EvidenceMap();
  const id = line(source, 'Id');
  if (!source.startsWith('TOY\n') || !id) throw new TrialError('source-unreadable', 'No line "Id:".');
  const trial: Trial = {
    schemaVersion: '1.0',
    id: id.text,
    source: { format: 'toy-page', kind: 'registration' },
    evidence: evidence.entries,
  };
  const title = line(source, 'Title');
  if (title) {
    trial.briefTitle = title.text;
    evidence.stated('/briefTitle', title.span);
    const phase = title.text.indexOf('phase 2');
    if (infer && phase >= 0) {
      trial.phases = [{ code: 'PHASE2' }];
      const start = title.span.start + phase;
      evidence.inferred('/phases', 'phase-in-title', { start, end: start + 'phase 2'.length });
    }
  }
  const condition = line(source, 'Conditions');
  if (condition) {
    trial.conditions = [condition.text];
    evidence.stated('/conditions', condition.span);
  }
  const start = line(source, 'Start');
  if (start?.text === 'August 2015') {
    trial.startDate = { date: '2015-08' };
    evidence.normalized('/startDate', 'month-name', start.span);
  }
  const status = line(source, 'Status');
  if (status?.text === 'not provided') evidence.absent('/overallStatus', 'not-provided', status.text, status.span);
  else if (!status && source.endsWith('END\n')) evidence.absent('/overallStatus', 'not-stated');
  return { kind: 'registration', trials: [trial], citations: [], mentions: [] };
}

/** The text after a label, in whole lines only. */
function line(source: string, label: string): { text: string; span: { start: number; end: number } } | undefined {
  const match = new RegExp(`^${label}: (.+)\\n`, 'm').exec(source);
  const text = match?.[1];
  if (!match || text === undefined) return undefined;
  const start = match.index + label.length + 2;
  return { text, span: { start, end: start + text.length } };
}
