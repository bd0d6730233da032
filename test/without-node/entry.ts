import { pageReaders, readTrials, writeTrials } from '@trialbridge/core';
import { trialJsonReader } from '@trialbridge/core/trial-json';
import { csvLines } from '@trialbridge/csv';
import { ctgovJsonReader, ctgovJsonWriter, ctgovXmlReader, ctgovXmlWriter } from '@trialbridge/ctgov';
import { fhirR4Writer, fhirR5Writer } from '@trialbridge/fhir';

/** Everything that a page or a worker may want to do with a source: all readers, all writers. */
export function convert(source: string): Record<string, string[]> {
  const { trials } = readTrials(source, [trialJsonReader, ctgovJsonReader, ctgovXmlReader, ...pageReaders]);
  return {
    'fhir-r4': writeTrials(trials, fhirR4Writer).written.map(({ document }) => fhirR4Writer.toText(document)),
    'fhir-r5': writeTrials(trials, fhirR5Writer).written.map(({ document }) => fhirR5Writer.toText(document)),
    'ctgov-json': writeTrials(trials, ctgovJsonWriter).written.map(({ document }) => ctgovJsonWriter.toText(document)),
    'ctgov-xml': writeTrials(trials, ctgovXmlWriter).written.map(({ document }) => ctgovXmlWriter.toText(document)),
    csv: [...csvLines(trials)],
  };
}
