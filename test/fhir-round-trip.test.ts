import { readdirSync, readFileSync } from 'node:fs';
import {
  genericPath,
  type Issue,
  pageReaders,
  readTrials,
  type Trial,
  type TrialReader,
  type TrialWriter,
} from '@trialbridge/core';
import { ctgovJsonReader, ctgovXmlReader } from '@trialbridge/ctgov';
import {
  fhirR4Reader,
  fhirR4Writer,
  fhirR5Reader,
  fhirR5Writer,
  fhirR6Ballot5Reader,
  fhirR6Ballot5Writer,
} from '@trialbridge/fhir';
import { describe, expect, it } from 'vitest';
import { corpus, publicXml, studies } from './ctgov-corpus.js';

/** A trial that is written and read: what it lost, what it gained, what was not understood. */
interface Account {
  /** That came back the same. */
  leaves: number;
  /** Neither came back, nor did the writer say that it would not. */
  readonly faults: string[];
}

type Version = readonly [format: string, writer: TrialWriter<unknown>, reader: TrialReader];

const versions: readonly Version[] = [
  ['fhir-r4', fhirR4Writer, fhirR4Reader],
  ['fhir-r5', fhirR5Writer, fhirR5Reader],
  ['fhir-r6-ballot5', fhirR6Ballot5Writer, fhirR6Ballot5Reader],
];

const quiet = { report: () => undefined, infer: true, evidence: false };

function* leavesOf(value: unknown, pointer = ''): Generator<[string, unknown]> {
  if (value === undefined || value === null) return;
  if (typeof value !== 'object') yield [pointer, value];
  else for (const [key, part] of Object.entries(value)) yield* leavesOf(part, `${pointer}/${key}`);
}

function contentOf(trial: Trial): Map<string, unknown> {
  const { evidence: _evidence, unmapped: _unmapped, schemaVersion: _version, ...rest } = trial;
  return new Map(leavesOf(rest));
}

const isBelow = (path: string, above: string): boolean => path === above || path.startsWith(`${above}/`);

function account(trial: Trial, [, writer, reader]: Version, into: Account): void {
  const issues: Issue[] = [];
  const document = writer.write(trial, { report: (issue) => issues.push(issue) });
  const source = JSON.stringify(document);
  const [back] = reader.read(source, quiet).trials;
  const after = back ? contentOf(back) : new Map<string, unknown>();
  const reported = issues.filter(({ code }) => code === 'changed' || code === 'dropped').map(({ at }) => at);
  for (const [pointer, value] of contentOf(trial)) {
    const now = after.get(pointer);
    after.delete(pointer);
    if (now === value) {
      into.leaves += 1;
      continue;
    }
    if (writer.omits.some(({ path }) => isBelow(genericPath(pointer), path))) continue;
    if (reported.some((at) => at !== '' && isBelow(pointer, at))) continue;
    into.faults.push(`${trial.id} ${pointer}: ${String(value)} is ${String(now)}`);
  }
  for (const [pointer] of after) if (pointer !== '/source/format') into.faults.push(`${trial.id} ${pointer} is new`);
  for (const { path } of back?.unmapped ?? []) into.faults.push(`${trial.id} ${path} is not understood`);
}

function pages(): Trial[] {
  return readdirSync(new URL('../seeds', import.meta.url)).flatMap((name) => {
    return readTrials(readFileSync(new URL(`../seeds/${name}`, import.meta.url), 'utf8'), pageReaders).trials;
  });
}

describe.each(versions)('a trial written as %s and read back', (...version) => {
  it('is the same: those of the seeds', () => {
    const found: Account = { leaves: 0, faults: [] };
    for (const trial of pages()) account(trial, version, found);
    expect(found.faults).toEqual([]);
    expect(found.leaves).toBeGreaterThan(50);
  });

  it.skipIf(corpus === '')('is the same: every record of the API', { timeout: 600_000 }, () => {
    const found: Account = { leaves: 0, faults: [] };
    for (const text of studies()) {
      for (const trial of ctgovJsonReader.read(text, quiet).trials) account(trial, version, found);
    }
    console.log(
      `${version[0]}: ${found.leaves} leaves come back, ${found.faults.length} neither do nor are declared or reported`,
    );
    expect(found.faults.slice(0, 20)).toEqual([]);
    expect(found.leaves).toBeGreaterThan(200_000);
  });

  it.skipIf(corpus === '')('is the same: every tenth public XML record', { timeout: 600_000 }, () => {
    const found: Account = { leaves: 0, faults: [] };
    let position = 0;
    for (const { text } of publicXml()) {
      position += 1;
      if (position % 10 !== 0) continue;
      for (const trial of ctgovXmlReader.read(text, quiet).trials) account(trial, version, found);
    }
    console.log(
      `${version[0]}: ${found.leaves} leaves come back, ${found.faults.length} neither do nor are declared or reported`,
    );
    expect(found.faults.slice(0, 20)).toEqual([]);
    expect(found.leaves).toBeGreaterThan(20_000);
  });
});
