import { pageReaders, type Trial, type TrialReader, type TrialWriter, trialJsonReader } from '@trialbridge/core';
import { type ReaderSample, readerChecks, roundTripChecks, sampleTrials } from '@trialbridge/core/testing';
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

const trials = sampleTrials();

describe.each([
  ['R4', createFhirR4Writer, fhirR4Reader],
  ['R5', createFhirR5Writer, fhirR5Reader],
  ['R6', createFhirR6Ballot5Writer, fhirR6Ballot5Reader],
] as [string, (options?: FhirWriterOptions) => TrialWriter<unknown>, TrialReader][])(
  'bundles of %s',
  (_name, create, reader) => {
    const writer = create();
    const samples = trials.map((trial) => toSample(writer, trial));
    for (const check of readerChecks(reader, samples, { others: [trialJsonReader, ...pageReaders, ...fhirReaders] })) {
      it(check.name, check.run);
    }
    for (const check of roundTripChecks(reader, writer, samples, { trials })) it(check.name, check.run);
  },
);

function toSample(writer: TrialWriter<unknown>, trial: Trial): ReaderSample {
  return { name: trial.id, source: writer.toText(writer.write(trial, { report: () => undefined })) };
}
void expect;
