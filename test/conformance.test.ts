import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  pageReaders,
  readTrials,
  type Trial,
  type TrialReader,
  type TrialWriter,
  trialJsonWriter,
  writeTrials,
} from '@trialbridge/core';
import {
  type ReaderSample,
  readerChecks,
  roundTripChecks,
  sampleTrials,
  writerChecks,
} from '@trialbridge/core/testing';
import { trialJsonReader } from '@trialbridge/core/trial-json';
import { createCsvWriter, csvWriter } from '@trialbridge/csv';
import { createCtgovXmlWriter, ctgovJsonReader, ctgovJsonWriter, ctgovXmlReader } from '@trialbridge/ctgov';
import { fhirR4Writer, fhirR5Writer, fhirR6Ballot5Writer } from '@trialbridge/fhir';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { xmlLeaves } from './ctgov-leaves.js';

const readers: readonly TrialReader[] = [trialJsonReader, ctgovJsonReader, ctgovXmlReader, ...pageReaders];

/** The public XML, also for trials that lack what its XSD demands, and reported as not valid then. */
const xmlWriter = createCtgovXmlWriter({ incomplete: true, foreignId: true });

const seeds = readdirSync(new URL('../seeds', import.meta.url)).map((name): ReaderSample => {
  return { name, source: readFileSync(new URL(`../seeds/${name}`, import.meta.url), 'utf8') };
});
const texts = [...seeds, ...sourcesIn(fileURLToPath(new URL('fixtures', import.meta.url)), '.xml')];
const seedTrials = seeds.flatMap(({ source }) => readTrials(source, readers).trials);
const trials: readonly Trial[] = [...sampleTrials(), ...seedTrials];

/** Sources of each format: the seeds, a record of PubMed, and for the formats of data what their writers make of the trials. */
const samples: Readonly<Record<string, readonly ReaderSample[]>> = {
  'trial-json': sampleTrials().map(asTrialJson),
  'ctgov-json': writtenBy(ctgovJsonWriter),
  'ctgov-xml': writtenBy(xmlWriter),
  ...Object.fromEntries(
    pageReaders.map((reader) => [reader.format, texts.filter(({ source }) => reader.accepts(source))]),
  ),
};

describe('the readers', () => {
  it('share out the seeds', () => {
    expect(
      Object.fromEntries(seeds.map(({ name, source }) => [name.slice(0, 3), readTrials(source, readers).format])),
    ).toEqual({
      '000': 'veeva-page',
      '001': 'medpath-page',
      '002': 'narrative',
      '003': 'pubmed-abstract',
      '004': 'veeva-page',
    });
  });

  for (const reader of readers) {
    const own = samples[reader.format] ?? [];
    const foreign = Object.values(samples)
      .flat()
      .filter((sample) => !own.includes(sample));
    for (const check of readerChecks(reader, own, { others: readers, foreign })) it(check.name, check.run);
  }
});

interface WriterCase<Document> {
  readonly name: string;
  readonly writer: TrialWriter<Document>;
  /** Parses the text with something other than the writer. */
  readonly parse?: (text: string) => unknown;
}

describe('the writers', () => {
  check({ name: 'default', writer: trialJsonWriter });
  check({ name: 'default', writer: fhirR4Writer });
  check({ name: 'default', writer: fhirR5Writer });
  check({ name: 'default', writer: fhirR6Ballot5Writer });
  check({ name: 'default', writer: ctgovJsonWriter });
  check({ name: 'also incomplete', writer: xmlWriter });
  check({ name: 'default', writer: csvWriter, parse: (text) => csvWriter.toJson(cellsOf(text)) });
  const forExcel = createCsvWriter({ bom: true, escapeFormulas: true, absence: true });
  check({ name: 'for Excel', writer: forExcel, parse: (text) => forExcel.toJson(cellsOf(text)) });
  check({ name: 'three columns', writer: createCsvWriter({ columns: ['id', 'brief_title', 'phases'] }) });
});

describe('formats that are read and written', () => {
  const cases = [
    ...roundTripChecks(trialJsonReader, trialJsonWriter, trials.map(asTrialJson), { trials }),
    ...roundTripChecks(ctgovJsonReader, ctgovJsonWriter, writtenBy(ctgovJsonWriter), {
      trials: sampleTrials(),
      derived: (pointer, value) => isRecognized(pointer, value) || pointer === '/textMarkup',
    }),
    ...roundTripChecks(ctgovXmlReader, xmlWriter, writtenBy(xmlWriter), {
      trials: sampleTrials(),
      leaves: xmlLeaves,
      derived: (pointer, value) => isRecognized(pointer, value) || isOfTheXml(pointer),
    }),
  ];
  for (const { name, run } of cases) it(name, run);
});

/** A registry is recognised from the form of its id; a trial that has only its id is read back with it as an identifier. */
function isRecognized(pointer: string, value: unknown): boolean {
  return (
    /^\/identifiers\/\d+\/registry$/.test(pointer) || (pointer.startsWith('/identifiers/0/') && isIdOfMinimal(value))
  );
}

function isIdOfMinimal(value: unknown): boolean {
  return value === sampleTrials()[2].id || value === 'PRIMARY';
}

/** What the XML says by its form: its texts are plain (those of the JSON are CommonMark), a backup contact is a contact, results are there or not. */
function isOfTheXml(pointer: string): boolean {
  return /^\/(textMarkup|hasResults|contacts\/\d+\/role\/code)$/.test(pointer);
}

const corpus = process.env.TRIALBRIDGE_CORPUS;

describe.skipIf(!corpus)('the readers on real records', () => {
  const pages = corpus ? [...sourcesIn(`${corpus}/pages`, '.txt'), ...sourcesIn(`${corpus}/pubmed`, '.xml')] : [];
  for (const reader of pageReaders) {
    const own = pages.filter(({ source }) => reader.accepts(source));
    const foreign = pages.filter((page) => !own.includes(page));
    for (const each of readerChecks(reader, own, { others: readers, foreign })) it(each.name, each.run);
  }
});

function sourcesIn(folder: string, ending: string): ReaderSample[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(ending));
  return names.map((name): ReaderSample => ({ name, source: readFileSync(`${folder}/${name}`, 'utf8') }));
}

/** What a writer makes of the sample trials, as sources for the reader of its format. */
function writtenBy<Document>(writer: TrialWriter<Document>): ReaderSample[] {
  return writeTrials(sampleTrials(), writer).written.map(
    ({ trial, document }): ReaderSample => ({ name: trial.id, source: writer.toText(document) }),
  );
}

function check<Document>({ name, writer, parse }: WriterCase<Document>): void {
  describe(name, () => {
    for (const each of writerChecks(writer, trials, parse ? { parse } : {})) it(each.name, each.run);
  });
}

function asTrialJson(trial: Trial): ReaderSample {
  return { name: trial.id, source: trialJsonWriter.toText(trial), trials: [trial] };
}

/** The cells of the one row of a text. */
function cellsOf(text: string): string[] {
  const rows = parse(text, { record_delimiter: '\r\n' }) as string[][];
  expect(rows).toHaveLength(1);
  return rows[0] ?? [];
}
