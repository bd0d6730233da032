import { isTextFormat } from '../catalogue.js';
import { defaultMaxRecordSize } from '../engine/options.js';
import { describeError, type RecordProblem, readRecord } from '../engine/read-record.js';
import { Readers } from '../engine/readers.js';
import { type BatchRecord, recordsOf } from '../inputs/batch-records.js';
import { decodeRecord } from '../inputs/decode.js';
import { readBatches } from '../inputs/read-batches.js';
import { describePlace } from '../inputs/record.js';
import type { StreamTarget } from '../outputs/stream-output.js';
import { type Paint, plural } from '../terminal/style.js';
import { type CheckIssue, type DocumentCheck, loadCheck } from './check.js';
import { toOutcome } from './outcome.js';

export interface ValidateOptions {
  /** Format with its options. */
  readonly as: string;
  /** Format of inputs that must be converted first. */
  readonly from?: string;
  readonly isOutcome: boolean;
  readonly isJson: boolean;
  readonly paint: Paint;
  readonly output: StreamTarget;
}

export interface ValidateResult {
  readonly documents: number;
  readonly invalid: number;
  readonly failed: number;
  readonly hasUnreadableInput: boolean;
}

/** What was found about one document. */
interface Verdict {
  readonly source: string;
  /** Format the record had, when it was converted to be checked. */
  readonly converted?: string;
  readonly id?: string;
  readonly issues: readonly CheckIssue[];
}

/**
 * Checks documents of a format. A record of another format is converted first, so that the answer is whether it can be
 * written validly.
 */
export async function validateRecords(inputs: readonly string[], options: ValidateOptions): Promise<ValidateResult> {
  const check = await loadCheck(options.as);
  const readers = await Readers.load(options.from);
  const cutting = { maxRecordSize: defaultMaxRecordSize, isWhole: isTextFormat(options.from) };
  const { output } = options;
  let documents = 0;
  let invalid = 0;
  let failed = 0;
  let hasUnreadableInput = false;
  for await (const batch of readBatches(inputs, { ...cutting, stdin: process.stdin })) {
    await readers.prepareFor(batch);
    for (const record of recordsOf(batch, cutting)) {
      const source = describePlace(record.place);
      try {
        for (const verdict of checkRecord(record, source)) {
          documents += 1;
          if (verdict.issues.some(({ severity }) => severity === 'error')) invalid += 1;
          await output.append(Buffer.from(print(verdict, check, options)));
        }
      } catch (error) {
        const problem = describeError(error);
        failed += 1;
        hasUnreadableInput ||= problem.code === 'input-unreadable';
        await output.append(Buffer.from(print({ source, issues: [asIssue(problem)] }, check, options)));
      }
    }
  }
  await output.finish();
  return { documents, invalid, failed, hasUnreadableInput };

  function* checkRecord(record: BatchRecord, source: string): Generator<Verdict> {
    const own = record.failure ? undefined : check.checkText(decodeRecord(record.bytes, record.place.byte));
    if (own) {
      yield { source, issues: own };
      return;
    }
    const { reading, format } = readRecord(record, readers, {
      infer: true,
      evidence: false,
      ...(options.from !== undefined && { from: options.from }),
    });
    for (const trial of reading.trials) {
      const document = check.writer.write(trial, { report: () => {} });
      yield { source, converted: format, id: trial.id, issues: check.checkDocument(document) };
    }
  }
}

function asIssue({ code, at, message }: RecordProblem): CheckIssue {
  return { severity: 'error', rule: code, at: at ?? '', message };
}

function print(verdict: Verdict, check: DocumentCheck, { isOutcome, isJson, paint }: ValidateOptions): string {
  const { source, converted, id, issues } = verdict;
  if (isOutcome) return `${JSON.stringify(toOutcome(source, issues))}\n`;
  if (isJson) return `${JSON.stringify(verdict)}\n`;
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const mark = errors === 0 ? paint('green', '✓') : paint('red', '✗');
  const name = id === undefined || id === source ? source : `${source} ${id}`;
  const how = converted === undefined ? '' : paint('dim', ` (converted from ${converted})`);
  const state = errors === 0 ? `valid ${check.writer.format}` : plural(errors, 'error');
  let text = `${mark} ${name}${how}: ${state}\n`;
  for (const { severity, rule, at, message } of issues) {
    const colour = severity === 'error' ? 'red' : severity === 'warning' ? 'yellow' : 'dim';
    text += `    ${paint(colour, severity)} ${at === '' ? '' : `${at}: `}${message} ${paint('dim', `[${rule}]`)}\n`;
  }
  return text;
}
