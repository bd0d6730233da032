import { isTextFormat } from '../catalogue.js';
import { defaultMaxRecordSize } from '../engine/options.js';
import { describeError, type ReadRecord, readRecord } from '../engine/read-record.js';
import { Readers } from '../engine/readers.js';
import { CommandError } from '../exit.js';
import type { HtmlPages } from '../html/html-pages.js';
import { recordsOf } from '../inputs/batch-records.js';
import { readBatches } from '../inputs/read-batches.js';
import { describePlace } from '../inputs/record.js';
import { OutputClosed } from '../outputs/stdout.js';
import type { StreamTarget } from '../outputs/stream-output.js';
import type { Paint } from '../terminal/style.js';
import { Drift } from './drift.js';
import { type Inspection, inspectTrial } from './inspection.js';
import { Overview } from './overview.js';
import { viewOf } from './view.js';

export interface InspectOptions {
  readonly from?: string;
  readonly infer: boolean;
  /** Every record; every record unless there are many; or what is unknown. */
  readonly view: 'each' | 'few' | 'drift';
  readonly isJson: boolean;
  readonly shownRecords: number;
  readonly paint: Paint;
  readonly width: number;
  readonly output: StreamTarget;
  /** Takes each record for its evidence page. */
  readonly pages?: HtmlPages;
}

export interface InspectResult {
  readonly records: number;
  readonly failed: number;
  readonly hasUnreadableInput: boolean;
}

/** Reads inputs and shows them, record by record or as an overview. */
export async function inspectRecords(inputs: readonly string[], options: InspectOptions): Promise<InspectResult> {
  const readers = await Readers.load(options.from);
  const cutting = { maxRecordSize: defaultMaxRecordSize, isWhole: isTextFormat(options.from) };
  const overview = new Overview();
  const drift = new Drift();
  const { output, paint, width } = options;
  /** Views held back until it is known whether there are too many to show. */
  let held: string[] = [];
  let records = 0;
  let failed = 0;
  let hasUnreadableInput = false;
  const isFew = (): boolean => records + failed <= options.shownRecords;
  const show = async (text: string): Promise<void> => {
    if (options.view === 'each' || options.isJson) await output.append(Buffer.from(text));
    else if (isFew()) held.push(text);
    else held = [];
  };

  for await (const batch of readBatches(inputs, { ...cutting, stdin: process.stdin })) {
    await readers.prepareFor(batch);
    for (const record of recordsOf(batch, cutting)) {
      const place = describePlace(record.place);
      try {
        const read = readRecord(record, readers, {
          ...(options.from !== undefined && { from: options.from }),
          infer: options.infer,
          evidence: options.isJson || options.pages !== undefined,
        });
        records += 1;
        await options.pages?.add(read, place);
        drift.add(read.format, read.issues, read.reading.trials, place);
        if (options.view === 'drift') continue;
        overview.addRecord(read.format, read.reading.kind, read.reading.trials, read.issues, place);
        const inspection = inspectionOf(read, place);
        await show(options.isJson ? `${JSON.stringify(inspection)}\n` : `${viewOf(inspection, paint, width)}\n`);
      } catch (error) {
        if (CommandError.is(error) || error instanceof OutputClosed) throw error;
        const problem = describeError(error);
        failed += 1;
        hasUnreadableInput ||= problem.code === 'input-unreadable';
        overview.addFailure(problem.code, { place, at: problem.at ?? '', message: problem.message });
        process.stderr.write(`${paint('red', 'failed')} ${place}${at(problem.at)}: ${problem.message}\n`);
        if (options.isJson && options.view !== 'drift')
          await show(`${JSON.stringify({ source: place, error: problem })}\n`);
      }
    }
  }
  await output.append(Buffer.from(ending()));
  await output.finish();
  return { records, failed, hasUnreadableInput };

  function ending(): string {
    if (options.view === 'drift')
      return options.isJson ? `${JSON.stringify(drift.toJson(), null, 2)}\n` : drift.view(paint, width);
    if (options.isJson) return '';
    if (options.view === 'few' && isFew()) return held.join('');
    return overview.view(paint, width);
  }
}

function inspectionOf({ text, format, reading, issues }: ReadRecord, source: string): Inspection {
  const { kind, trials, citations, mentions } = reading;
  return {
    source,
    format,
    kind,
    trials: trials.map((trial) => inspectTrial(trial, text)),
    citations,
    mentions,
    issues,
  };
}

function at(place: string | undefined): string {
  return place !== undefined ? `, at ${place}` : '';
}
