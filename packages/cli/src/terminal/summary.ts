import type { RecordFailure } from '../engine/results.js';
import type { RunResult } from '../engine/run.js';
import { describePlace } from '../inputs/record.js';
import { figure, type Paint, plural } from './style.js';

/** How many losses the summary names; the report has them all. */
const shownLosses = 5;

/** One line about a record that failed: where, what, and what would do. */
export function failureLine(failure: RecordFailure, paint: Paint): string {
  const at = failure.at === undefined ? '' : `, at ${failure.at}`;
  const format = failure.format === undefined ? '' : ` as ${failure.format}`;
  const id = failure.id === undefined ? '' : ` ${failure.id}`;
  return `${paint('red', 'failed')} ${describePlace(failure.place)}${id}${format}${at}: ${failure.message}`;
}

/** How many failures are printed one by one; a file with a hundred thousand of them says nothing to a person. */
const shownFailures = 10;

/** Prints failures as they come, the first ones in full. */
export function failurePrinter(stream: NodeJS.WriteStream, paint: Paint) {
  let count = 0;
  return {
    print(failure: RecordFailure): void {
      count += 1;
      if (count <= shownFailures) stream.write(`${failureLine(failure, paint)}\n`);
    },
    end(): void {
      const others = count - shownFailures;
      if (others > 0) stream.write(`and ${plural(others, 'other failure')}; --dead-letter keeps them all\n`);
    },
  };
}

/** What a run did, for a person. */
export function summaryOf(result: RunResult, paint: Paint): string {
  const { records, duplicates, outputs, counts, seconds, taken } = result;
  const alike = duplicates > 0 ? ` (${plural(duplicates, 'duplicate')} among them)` : '';
  const lines = [
    [
      plural(taken, 'record'),
      plural(records.trials, 'trial'),
      ...(records.withoutTrial > 0 ? [`${figure(records.withoutTrial)} without a trial`] : []),
      ...(records.leftOut > 0 ? [`${figure(records.leftOut)} left out`] : []),
      ...(records.failed > 0 ? [paint('red', `${figure(records.failed)} failed${alike}`)] : []),
      `${seconds.toFixed(1)} s`,
      ...(seconds > 1 ? [`${figure(Math.round(taken / seconds))} records/s`] : []),
    ].join(', '),
  ];
  if (records.withoutTrial > 0) {
    const which = records.withoutTrial === 1 ? 'One record holds' : `${figure(records.withoutTrial)} records hold`;
    lines.push(`  ${which} no trial, so there is nothing to write; inspect shows what is cited and mentioned there`);
  }
  for (const { format, path, written, failed } of outputs) {
    const where = path === undefined ? 'standard output' : path;
    const not = failed > 0 ? paint('red', `, ${figure(failed)} not`) : '';
    const isFruitless = records.failed > 0 && outputs.every((output) => output.written === 0);
    const what = isFruitless ? `nothing written to ${where}` : `${plural(written, 'trial')} written to ${where}`;
    lines.push(`  ${paint('bold', format)}: ${what}${not}`);
    for (const { count, examples } of counts.issues.filter(
      (one) => one.format === format && one.code === 'not-valid',
    )) {
      const [first] = examples;
      const example = first ? `, the first in ${first.place}: ${first.message}` : '';
      lines.push(paint('yellow', `    ${plural(count, 'time')} not valid${example}`));
    }
    const losses = counts.losses.filter((loss) => loss.format === format);
    for (const kind of ['dropped', 'changed'] as const) {
      const ofKind = losses.filter((loss) => loss.kind === kind).sort((one, other) => other.count - one.count);
      if (ofKind.length === 0) continue;
      const total = ofKind.reduce((sum, loss) => sum + loss.count, 0);
      const named = ofKind.slice(0, shownLosses).map(({ path: at, count }) => `${at} ${figure(count)}`);
      const more = ofKind.length > shownLosses ? `, and ${ofKind.length - shownLosses} more paths` : '';
      lines.push(paint('dim', `    ${plural(total, 'leaf', 'leaves')} ${kind}: ${named.join(', ')}${more}`));
    }
  }
  return `${lines.join('\n')}\n`;
}
