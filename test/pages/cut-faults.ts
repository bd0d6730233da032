import { pageReaders, readTrials, type Trial } from '../../packages/core/src/index.js';

type Evidence = NonNullable<Trial['evidence']>[string];

function valueAt(trial: Trial, pointer: string): unknown {
  let value: unknown = trial;
  for (const step of pointer.slice(1).split('/')) value = (value as Record<string, unknown> | undefined)?.[step];
  return value;
}

/** Texts of several lines go on until the next heading, so a cut may leave less, or the beginning of the heading. */
const longTexts = /^\/(?:briefSummary|detailedDescription|eligibility\/criteria|arms\/\d+\/description)$/;

/**
 * What is wrong with the reading of the beginning of a page: a value before the cut that changed, or a field called not
 * stated that may stand behind the cut.
 */
export function faultsOfCut(whole: Trial, source: string, cut: number): string[] {
  const part = source.slice(0, cut);
  if (part.trim() === '') return [];
  const { trials, kind } = readTrials(part, pageReaders, { infer: false });
  const [trial] = trials;
  // Too little is left to tell what it was.
  if (!trial) return kind === 'narrative' || kind === 'publication' ? [] : [`no trial of kind ${kind}`];
  const faults: string[] = [];
  for (const [pointer, entry] of Object.entries(trial.evidence ?? {})) {
    if (entry.reason === 'not-stated' && !wasReached(whole, pointer)) faults.push(`${pointer} is called not-stated`);
  }
  // A text that stands in a line with its end is whole; of other values, the line after them says so.
  const lastEnd = source.lastIndexOf('\n', cut - 1);
  const lastLine = part.lastIndexOf('\n', part.trimEnd().length - 1);
  for (const [pointer, entry] of Object.entries(whole.evidence ?? {})) {
    const value = valueAt(whole, pointer);
    const limit = entry.kind === 'stated' && typeof value === 'string' ? lastEnd : lastLine;
    if (entry.kind === 'absent' || !standsBefore(entry, limit) || longTexts.test(pointer)) continue;
    const before = JSON.stringify(comparable(value));
    const after = JSON.stringify(comparable(valueAt(trial, pointer)));
    if (before !== after && !isLoneHeading(whole, trial, pointer))
      faults.push(`${pointer} was ${before} and is ${after}`);
  }
  return faults;
}

/** Whether a line is a criterion or a note among criteria depends on the lines that follow. */
function comparable(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('role' in value && 'text' in value)) return value;
  const { role: _role, ...rest } = value;
  return rest;
}

/** A heading of criteria with nothing under it makes no criteria. */
function isLoneHeading(whole: Trial, trial: Trial, pointer: string): boolean {
  const [, item] = /^\/eligibility\/items\/(\d+)$/.exec(pointer) ?? [];
  const isHeading = item !== undefined && whole.eligibility?.items?.[Number(item)]?.role === 'HEADING';
  return isHeading && (trial.eligibility?.items ?? []).length <= Number(item);
}

/** The whole page says the same: then nothing stood behind the cut. */
function wasReached(whole: Trial, pointer: string): boolean {
  return whole.evidence?.[pointer]?.reason === 'not-stated';
}

function standsBefore({ spans }: Evidence, offset: number): boolean {
  return (spans ?? []).length > 0 && (spans ?? []).every(({ end }) => end <= offset);
}
