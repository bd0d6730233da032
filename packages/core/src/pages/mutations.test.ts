import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TrialError } from '../errors.js';
import { checkTrial } from '../validate/index.js';
import { pageReaders } from './index.js';

const seedFolder = fileURLToPath(new URL('../../../../seeds/', import.meta.url));
const corpus = process.env.TRIALBRIDGE_CORPUS;
/** The bounded run of every day; a long run is asked for by number, and with another seed by `TRIALBRIDGE_SEED`. */
const runs = Number(process.env.TRIALBRIDGE_MUTATIONS ?? 400);
/** Longest time for one source of a few thousand characters, in seconds: what takes longer hangs. */
const longestReading = 10;

/** What a run came to, printed after it. */
const totals = { sources: 0, mutations: 0, readings: 0, refused: 0, trials: 0, slowest: 0 };

function textsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => /\.(?:txt|xml)$/.test(name));
  return names.map((name) => readFileSync(join(folder, name), 'utf8')).filter((text) => text.length < 6000);
}

const sources = [
  ...textsIn(seedFolder),
  ...(corpus === undefined ? [] : [...textsIn(join(corpus, 'pages')), ...textsIn(join(corpus, 'pubmed'))]),
];
const lines = [...new Set(sources.flatMap((source) => source.split('\n')).filter((line) => line.length < 60))];

type Mutation = (text: string) => string;

const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const at = (text: string, where: number): number => Math.floor(where * (text.length + 1));
const lineAt = (text: string, where: number): { all: string[]; index: number } => {
  const all = text.split('\n');
  return { all, index: Math.floor(where * all.length) };
};

/** What happens to texts: copying, scraping, other systems, malice. */
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  place.map(
    (where): Mutation =>
      (text) =>
        text.slice(0, at(text, where)),
  ),
  place.map(
    (where): Mutation =>
      (text) =>
        text.slice(at(text, where)),
  ),
  fc.tuple(place, fc.string({ unit: 'binary', maxLength: 4 })).map(
    ([where, inserted]): Mutation =>
      (text) =>
        text.slice(0, at(text, where)) + inserted + text.slice(at(text, where)),
  ),
  fc
    .tuple(
      place,
      fc.constantFrom('\u00a0', '\r', '\u2028', '(', '[', ':', '•', '- ', '1. ', '99999999', '🇧🇾', '\ud83c'),
    )
    .map(
      ([where, inserted]): Mutation =>
        (text) =>
          text.slice(0, at(text, where)) + inserted + text.slice(at(text, where)),
    ),
  fc.tuple(place, fc.integer({ min: 1, max: 30 })).map(
    ([where, length]): Mutation =>
      (text) =>
        text.slice(0, at(text, where)) + text.slice(at(text, where) + length),
  ),
  fc.tuple(place, place).map(
    ([one, two]): Mutation =>
      (text) => {
        const { all, index } = lineAt(text, one);
        const other = Math.floor(two * all.length);
        [all[index], all[other]] = [all[other] ?? '', all[index] ?? ''];
        return all.join('\n');
      },
  ),
  place.map(
    (where): Mutation =>
      (text) => {
        const { all, index } = lineAt(text, where);
        all.splice(index, 0, all[index] ?? '');
        return all.join('\n');
      },
  ),
  place.map(
    (where): Mutation =>
      (text) => {
        const { all, index } = lineAt(text, where);
        all.splice(index, 1);
        return all.join('\n');
      },
  ),
  fc.tuple(place, fc.constantFrom(...lines)).map(
    ([where, line]): Mutation =>
      (text) => {
        const { all, index } = lineAt(text, where);
        all.splice(index, 0, line);
        return all.join('\n');
      },
  ),
  fc.constantFrom<Mutation>(
    (text) => text.replaceAll('\n', '\r\n'),
    (text) => text.replaceAll('\n', '\n    '),
    (text) => text.replaceAll('\n\n', '\n'),
    (text) => text.replaceAll('\n', '\n\n'),
    (text) => text.replaceAll(' ', '\u00a0'),
    (text) => text.replaceAll('•', '*'),
    (text) => text.toUpperCase(),
    (text) => text + text,
  ),
);

function faultsOf(source: string): string[] {
  const faults: string[] = [];
  const start = performance.now();
  const accepting = pageReaders.filter((reader) => reader.accepts(source));
  if (accepting.length > 1) faults.push(`accepted by ${accepting.map(({ format }) => format).join(' and ')}`);
  // A reader can be forced upon any text.
  for (const reader of accepting.length === 1 ? accepting : pageReaders)
    faults.push(...faultsOfReading(reader, source));
  const seconds = (performance.now() - start) / 1000;
  totals.slowest = Math.max(totals.slowest, seconds);
  if (seconds > longestReading) faults.push(`took ${seconds} s`);
  return faults;
}

function faultsOfReading(reader: (typeof pageReaders)[number], source: string): string[] {
  const faults: string[] = [];
  totals.readings += 1;
  try {
    const { trials } = reader.read(source, { report: () => undefined, infer: true, evidence: false });
    for (const trial of trials) {
      totals.trials += 1;
      for (const { at: pointer, message } of checkTrial(trial)) faults.push(`${reader.format}: ${pointer} ${message}`);
      for (const [pointer, { spans }] of Object.entries(trial.evidence ?? {})) {
        const outside = spans?.some(({ start, end }) => !(start >= 0 && start < end && end <= source.length));
        if (outside) faults.push(`${reader.format}: the span of ${pointer} is not in the source`);
      }
    }
  } catch (error) {
    if (TrialError.is(error)) totals.refused += 1;
    else faults.push(`${reader.format}: ${error instanceof Error ? error.stack : String(error)}`);
  }
  return faults;
}

describe('page readers on damaged texts', () => {
  it(
    'never crash, never give a trial against the schema, never point outside the source',
    () => {
      const property = fc.property(
        fc.constantFrom(...sources),
        fc.array(mutation, { minLength: 1, maxLength: 4 }),
        (source, mutations) => {
          totals.sources += 1;
          totals.mutations += mutations.length;
          expect(faultsOf(mutations.reduce((text, mutate) => mutate(text), source))).toEqual([]);
        },
      );
      try {
        fc.assert(property, { numRuns: runs });
      } finally {
        console.info(`seed ${fc.readConfigureGlobal().seed}: ${JSON.stringify(totals)}`);
      }
    },
    runs * 60 + 60_000,
  );
});
