import { pageReaders, type Trial, type TrialReader, type TrialWriter } from '@trialbridge/core';
import { type ReaderSample, readerChecks, roundTripChecks, sampleTrials } from '@trialbridge/core/testing';
import { trialJsonReader } from '@trialbridge/core/trial-json';
import { describe, expect, it } from 'vitest';
import {
  createFhirR4Writer,
  createFhirR5Writer,
  createFhirR6Ballot5Writer,
  type FhirWriterOptions,
  fhirR4Reader,
  fhirR5Reader,
  fhirR6Ballot5Reader,
  fhirReaders,
} from '../index.js';

type Create = (options?: FhirWriterOptions) => TrialWriter<unknown>;

const trials = sampleTrials();
const others = [trialJsonReader, ...pageReaders, ...fhirReaders];

/** Every form that the writers can give a bundle. */
const forms: readonly FhirWriterOptions[] = [
  { contained: true },
  { bundle: 'transaction' },
  { baseUrl: 'https://fhir.example/r' },
  { references: 'relative', narrative: true },
  { provenance: true, recorded: '2026-01-01T00:00:00Z' },
  { siteDetail: 'substudy' },
  { siteDetail: 'substudy', contained: true },
];

describe.each<[string, Create, TrialReader]>([
  ['R4', createFhirR4Writer, fhirR4Reader],
  ['R5', createFhirR5Writer, fhirR5Reader],
  ['R6', createFhirR6Ballot5Writer, fhirR6Ballot5Reader],
])('bundles of %s', (_name, create, reader) => {
  const writer = create();
  const samples = trials.map((trial) => toSample(writer, trial));
  for (const { name, run } of readerChecks(reader, samples, { others })) it(name, run);
  for (const { name, run } of roundTripChecks(reader, writer, samples, { trials })) it(name, run);

  it.each(forms.map((form) => [JSON.stringify(form), form] as const))(
    'come back the same in the form %s',
    (_, form) => {
      for (const trial of trials) {
        const read = (source: string) =>
          reader.read(source, { report: () => undefined, infer: true, evidence: false }).trials;
        expect(read(toSample(create(form), trial).source)).toEqual(read(toSample(writer, trial).source));
      }
    },
  );
});

function toSample(writer: TrialWriter<unknown>, trial: Trial): ReaderSample {
  return { name: trial.id, source: writer.toText(writer.write(trial, { report: () => undefined })) };
}
