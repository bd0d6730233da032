import { type ReadContext, type Trial, writeTrial } from '@trialbridge/core';
import { ctgovJsonReader, ctgovXmlReader, ctgovXmlWriter } from '@trialbridge/ctgov';
import { fhirR4Writer } from '@trialbridge/fhir';
import { XMLBuilder, XMLParser } from 'fast-xml-parser';
import { publicXml, studies } from '../ctgov-corpus.js';
import { type BenchRow, compare, compareBatches, rate } from './measure.js';

const context: ReadContext = { report() {}, infer: true, evidence: false };
const utf8Bytes = (texts: readonly string[]) => texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);

/** The stages in one thread, each against a floor that does no mapping at all. */
export function* stages(smoke: boolean): Generator<BenchRow> {
  const rounds = smoke ? 2 : 7;
  const every = smoke ? 8 : 1;
  const records = studies().filter((_, index) => index % every === 0);
  const files = [...publicXml()].map((file) => file.text).filter((_, index) => index % (every * 4) === 0);
  yield jsonToR4(records, rounds);
  yield jsonToTrials(records, rounds);
  yield xmlToTrials(files, rounds);
  yield trialsToXml(files, rounds);
}

function jsonToR4(records: readonly string[], rounds: number): BenchRow {
  const toDocuments = (batch: readonly string[]) =>
    batch.flatMap((record) => read(record).map((trial) => writeTrial(trial, fhirR4Writer).document));
  const { ratio, ourSeconds } = compareBatches(records, rounds, (batch) => ({
    ours() {
      for (const record of batch) {
        for (const trial of read(record)) fhirR4Writer.toText(writeTrial(trial, fhirR4Writer).document);
      }
    },
    prepareFloor() {
      const documents = toDocuments(batch);
      return () => {
        for (const record of batch) JSON.parse(record);
        for (const document of documents) JSON.stringify(document);
      };
    },
  }));
  return {
    name: 'API v2 JSON to FHIR R4 NDJSON, loss report included',
    ratio,
    target: '0.6 of JSON.parse of the input + JSON.stringify of the output',
    detail: `${(records.length / ourSeconds).toFixed(0)} records/s, ${rate(utf8Bytes(records), ourSeconds)} in`,
  };
}

function jsonToTrials(records: readonly string[], rounds: number): BenchRow {
  const { ratio, ourSeconds } = compare(
    records,
    rounds,
    (batch) => batch.forEach((record) => void JSON.parse(record)),
    (batch) => batch.forEach((record) => void read(record)),
  );
  return {
    name: 'API v2 JSON to trials',
    ratio,
    target: 'stated, of JSON.parse alone',
    detail: rate(utf8Bytes(records), ourSeconds),
  };
}

function xmlToTrials(files: readonly string[], rounds: number): BenchRow {
  const parser = new XMLParser();
  const { ratio, floorSeconds, ourSeconds } = compare(
    files,
    rounds,
    (batch) => batch.forEach((file) => void parser.parse(file)),
    (batch) => batch.forEach((file) => void ctgovXmlReader.read(file, context)),
  );
  const bytes = utf8Bytes(files);
  return {
    name: 'public XML to trials',
    ratio,
    target: '5 times the parse of fast-xml-parser alone',
    detail: `${rate(bytes, ourSeconds)} against ${rate(bytes, floorSeconds)}`,
  };
}

function trialsToXml(files: readonly string[], rounds: number): BenchRow {
  const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false });
  const builder = new XMLBuilder({ ignoreAttributes: false, format: true });
  const pairs = files.flatMap((file) => {
    const [trial] = ctgovXmlReader.read(file, context).trials;
    return trial ? [{ trial: trial as Trial, tree: parser.parse(file) as object }] : [];
  });
  const { ratio, floorSeconds, ourSeconds } = compare(
    pairs,
    rounds,
    (batch) => batch.forEach(({ tree }) => void builder.build(tree)),
    (batch) => batch.forEach(({ trial }) => void ctgovXmlWriter.write(trial, { report() {} })),
  );
  const bytes = utf8Bytes(files);
  return {
    name: 'trials to public XML',
    ratio,
    target: "5 times fast-xml-parser's builder on the same files",
    detail: `${rate(bytes, ourSeconds)} against ${rate(bytes, floorSeconds)}`,
  };
}

function read(record: string): Trial[] {
  return ctgovJsonReader.read(record, context).trials;
}
