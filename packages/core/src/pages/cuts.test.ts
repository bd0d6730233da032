import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTrials } from '../convert.js';
import type { Evidence, Trial } from '../generated/trial.js';
import { medpathPageReader, pageReaders, veevaPageReader } from './index.js';

const seedFolder = fileURLToPath(new URL('../../../../seeds/', import.meta.url));
const corpus = process.env.TRIALBRIDGE_CORPUS;
const cutsPerPage = Number(process.env.TRIALBRIDGE_CUTS ?? 200);

interface Page {
  readonly name: string;
  readonly source: string;
}

function pagesIn(folder: string): Page[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  const pages = names.map((name): Page => ({ name, source: readFileSync(join(folder, name), 'utf8').trimEnd() }));
  return pages.filter(({ source }) => veevaPageReader.accepts(source) || medpathPageReader.accepts(source));
}

const pages = [...pagesIn(seedFolder), ...(corpus === undefined ? [] : pagesIn(join(corpus, 'pages')))];

function valueAt(trial: Trial, pointer: string): unknown {
  let value: unknown = trial;
  for (const step of pointer.slice(1).split('/')) value = (value as Record<string, unknown> | undefined)?.[step];
  return value;
}

/** Texts of several lines go on until the next heading, so a cut may leave less, or the beginning of the heading. */
const longTexts = /^\/(?:briefSummary|detailedDescription|eligibility\/criteria|arms\/\d+\/description)$/;

function faultsOfCut(whole: Trial, source: string, cut: number): string[] {
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

describe.each(pages)('$name, cut', ({ source }) => {
  it(`at ${cutsPerPage} places keeps what stands before the cut and says nothing of what stands behind it`, () => {
    const [whole] = readTrials(source, pageReaders, { infer: false }).trials;
    if (!whole) throw new Error('The whole page holds no trial.');
    const property = fc.property(fc.integer({ min: 0, max: source.length - 1 }), (cut) => {
      expect(faultsOfCut(whole, source, cut)).toEqual([]);
    });
    fc.assert(property, { numRuns: cutsPerPage, seed: 20261123 });
  });
});
