import type { TrialReader } from '../formats.js';
import type { Trial } from '../generated/trial.js';
import { checkTrial } from '../validate/index.js';
import { Findings, show } from './check.js';
import { valueAt } from './leaves.js';
import { type ReaderSample, readDamaged, readSample } from './read.js';
import { SourceText, squeeze } from './source-text.js';

const cuts = 64;

/**
 * Cuts each sample at 64 places. Only a TrialError may be thrown. A cut JSON or XML source must be refused: a shortened
 * record is worse than none. A cut text may be read: then what stands before the cut keeps its value, and nothing that
 * stands behind it is called `not-stated`.
 */
export function checkTruncation(reader: TrialReader, samples: readonly ReaderSample[]): void {
  const findings = new Findings();
  for (const { name, source } of samples) {
    const { isStructured } = new SourceText(source);
    const whole = readSample(reader, source);
    const end = source.trimEnd().length;
    for (let cut = 0; cut < cuts; cut++) {
      const at = Math.floor((end * cut) / cuts);
      const add = (what: string): void => findings.add(`${name} cut at ${at}: ${what}`);
      try {
        const reading = readDamaged(reader, source.slice(0, at));
        if (!reading) continue;
        if (isStructured && reading.trials.length > 0) add('read as if it were whole');
        for (const trial of reading.trials) {
          for (const issue of checkTrial(trial)) add(`${issue.at || 'the trial'} ${issue.message}`);
        }
        const [first] = whole.trials;
        const [shortened] = reading.trials;
        // A beginning that nobody recognises is refused by detection; reading it by force need not find everything.
        if (!reader.accepts(source.slice(0, at))) continue;
        if (!isStructured && whole.trials.length === 1 && first && shortened)
          compare(first, shortened, at, source, add);
      } catch (error) {
        add(error instanceof Error ? (error.stack ?? error.message) : String(error));
      }
    }
  }
  findings.report(`${reader.format} does not survive truncation`);
}

function compare(whole: Trial, shortened: Trial, cut: number, source: string, add: (what: string) => void): void {
  const lastWholeLine = source.lastIndexOf('\n', cut - 1);
  for (const [pointer, { kind, spans }] of Object.entries(whole.evidence ?? {})) {
    const ends = spans?.map((span) => span.end) ?? [];
    const starts = spans?.map((span) => span.start) ?? [];
    if (kind === 'absent' || ends.length === 0) continue;
    const other = shortened.evidence?.[pointer];
    if (Math.min(...starts) >= cut && other?.kind === 'absent' && other.reason === 'not-stated') {
      add(`${pointer} is called not-stated, and stands behind the cut`);
    }
    const value = valueAt(whole, pointer);
    if (kind === 'stated' && typeof value === 'string' && Math.max(...ends) <= lastWholeLine) {
      const now = valueAt(shortened, pointer);
      if (now === value || isContinued(value, now, source.slice(source.lastIndexOf('\n', lastWholeLine - 1), cut)))
        continue;
      add(`${pointer} was ${show(value)} and is ${show(now)}, although it stands before the cut`);
    }
  }
}

/**
 * Whether a text goes on with the line that the cut has left half: it may be the start of the next heading or not. The
 * line before it may go with it, when it is a heading whose value is what was cut.
 */
function isContinued(value: string, now: unknown, lastLines: string): boolean {
  if (typeof now !== 'string' || !now.startsWith(value)) return false;
  const [heading = '', half = ''] = lastLines.trimStart().split('\n');
  const more = squeeze(now.slice(value.length));
  return squeeze(half).startsWith(more) || squeeze(`${heading} ${half}`).startsWith(more);
}
