import type { ReadContext, TrialReader, TrialWriter } from '@trialbridge/core';

/** What a conversion of records to lines of NDJSON costs, beside what no conversion can do without. */
export interface NdjsonCost {
  /** `JSON.parse` of every record and `JSON.stringify` of every document, in milliseconds. */
  readonly floor: number;
  /** The whole conversion, in milliseconds. */
  readonly full: number;
  /** 1 would be a conversion that costs nothing. */
  readonly ratio: number;
  readonly bytesOut: number;
}

const readContext: ReadContext = { report() {}, infer: true, evidence: false };

/** Documents are made anew for each batch: keeping them all would measure the garbage collector. */
const batchSize = 100;

/**
 * Measures in one thread: for each batch of records the best of `rounds`, floor and conversion by turns, so that a busy
 * machine disturbs both alike.
 */
export function measureToNdjson<Document>(
  records: readonly string[],
  reader: TrialReader,
  writer: TrialWriter<Document>,
  rounds = 9,
): NdjsonCost {
  const total = { floor: 0, full: 0, bytesOut: 0 };
  // Warm up: the first batches would pay for compiling.
  for (const record of records.slice(0, 3 * batchSize)) convert(record, reader, writer);
  for (let start = 0; start < records.length; start += batchSize) {
    const some = records.slice(start, start + batchSize);
    const documents = some.flatMap((record) => convert(record, reader, writer));
    let floor = Number.POSITIVE_INFINITY;
    let full = Number.POSITIVE_INFINITY;
    for (let round = 0; round < rounds; round++) {
      let bytesOut = 0;
      const floorOfRound = timed(() => {
        for (const record of some) JSON.parse(record);
        for (const document of documents) bytesOut += JSON.stringify(document).length;
      });
      const fullOfRound = timed(() => {
        for (const record of some) for (const document of convert(record, reader, writer)) writer.toText(document);
      });
      floor = Math.min(floor, floorOfRound);
      full = Math.min(full, fullOfRound);
      if (round === 0) total.bytesOut += bytesOut;
    }
    total.floor += floor;
    total.full += full;
  }
  return { ...total, ratio: total.floor / total.full };
}

function convert<Document>(record: string, reader: TrialReader, writer: TrialWriter<Document>): Document[] {
  return reader.read(record, readContext).trials.map((trial) => writer.write(trial, { report() {} }));
}

function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
