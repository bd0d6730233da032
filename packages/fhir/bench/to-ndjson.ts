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

/** Documents are made anew for each batch: keeping all of them would measure the garbage collector. */
const batchSize = 100;

/**
 * Measures in one thread, best of `rounds` over all records. Floor and conversion take turns batch by batch, so that a
 * busy machine disturbs both alike; a round is never cut up, or the floor would be spared its garbage collections.
 */
export function measureToNdjson<Document>(
  records: readonly string[],
  reader: TrialReader,
  writer: TrialWriter<Document>,
  rounds = 9,
): NdjsonCost {
  let best = { floor: Number.POSITIVE_INFINITY, full: Number.POSITIVE_INFINITY, bytesOut: 0 };
  for (let round = 0; round < rounds; round++) {
    const sum = { floor: 0, full: 0, bytesOut: 0 };
    for (let start = 0; start < records.length; start += batchSize) {
      const some = records.slice(start, start + batchSize);
      const documents = some.flatMap((record) => convert(record, reader, writer));
      sum.floor += timed(() => {
        for (const record of some) JSON.parse(record);
        for (const document of documents) sum.bytesOut += JSON.stringify(document).length;
      });
      sum.full += timed(() => {
        for (const record of some) for (const document of convert(record, reader, writer)) writer.toText(document);
      });
    }
    best = {
      floor: Math.min(best.floor, sum.floor),
      full: Math.min(best.full, sum.full),
      bytesOut: sum.bytesOut,
    };
  }
  return { ...best, ratio: best.floor / best.full };
}

function convert<Document>(record: string, reader: TrialReader, writer: TrialWriter<Document>): Document[] {
  return reader.read(record, readContext).trials.map((trial) => writer.write(trial, { report() {} }));
}

function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
