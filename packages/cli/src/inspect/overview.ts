import type { Issue, SourceKind, Trial } from '@trialbridge/core';
import { type Example, type IssueCount, Tally } from '../report/tally.js';
import { type Paint, plural, shorten } from '../terminal/style.js';
import { fields } from './fields.js';

/** What many records have in common; its size does not depend on their number. */
export class Overview {
  private readonly kinds = new Map<string, number>();
  private readonly coverage = new Map<string, number>();
  private readonly tally = new Tally();
  private readonly failures = new Map<string, { count: number; examples: Example[] }>();
  private records = 0;
  private trials = 0;
  private failed = 0;

  addRecord(format: string, kind: SourceKind, trials: readonly Trial[], issues: readonly Issue[], place: string): void {
    this.records += 1;
    this.trials += trials.length;
    const key = `${format}, ${kind}`;
    this.kinds.set(key, (this.kinds.get(key) ?? 0) + 1);
    for (const { label, read, has = (trial: Trial): boolean => read(trial) !== undefined } of fields) {
      for (const trial of trials) {
        if (has(trial)) this.coverage.set(label, (this.coverage.get(label) ?? 0) + 1);
      }
    }
    for (const issue of issues) this.tally.addIssue(format, issue, place);
  }

  addFailure(code: string, example: Example): void {
    this.failed += 1;
    const known = this.failures.get(code) ?? { count: 0, examples: [] };
    known.count += 1;
    if (known.examples.length < 3) known.examples.push(example);
    this.failures.set(code, known);
  }

  toJson(): object {
    return {
      records: this.records,
      trials: this.trials,
      failed: this.failed,
      kinds: Object.fromEntries(this.kinds),
      fields: Object.fromEntries(fields.map(({ label }) => [label, this.coverage.get(label) ?? 0])),
      issues: this.tally.counts().issues,
      failures: Object.fromEntries(this.failures),
    };
  }

  view(paint: Paint, width: number): string {
    const lines = [paint('bold', `${plural(this.records, 'record')}, ${plural(this.trials, 'trial')}`)];
    for (const [kind, count] of this.kinds) lines.push(`  ${count.toLocaleString('en-US').padStart(9)}  ${kind}`);
    if (this.failed > 0) lines.push(`  ${String(this.failed).padStart(9)}  ${paint('red', 'failed')}`);
    if (this.trials > 0) {
      lines.push('', paint('bold', 'Fields that have a value'));
      for (const { label } of fields) lines.push(this.bar(label, paint));
    }
    const { issues } = this.tally.counts();
    if (issues.length > 0)
      lines.push('', paint('bold', 'Issues'), ...issues.flatMap((issue) => viewIssue(issue, width)));
    for (const [code, { count, examples }] of this.failures) {
      lines.push('', paint('red', `${plural(count, 'failure')}: ${code}`));
      for (const { place, message } of examples) lines.push(`  ${shorten(`${place}: ${message}`, width - 4)}`);
    }
    return `${lines.join('\n')}\n`;
  }

  private bar(label: string, paint: Paint): string {
    const count = this.coverage.get(label) ?? 0;
    const share = count / this.trials;
    const bar = '█'.repeat(Math.round(share * 20)).padEnd(20, '·');
    return `  ${label.padEnd(20)} ${paint(count === 0 ? 'dim' : 'cyan', bar)} ${percentOf(share).padStart(6)}`;
  }
}

/** Never rounds something to nothing, or less than all to all. */
function percentOf(share: number): string {
  if (share === 0 || share === 1) return `${share * 100} %`;
  return `${Math.min(99.9, Math.max(0.1, Math.round(share * 1000) / 10))} %`;
}

function viewIssue({ format, code, count, examples }: IssueCount, width: number): string[] {
  const lines = [`  ${count.toLocaleString('en-US').padStart(9)}  ${code} (${format})`];
  for (const { place, message } of examples) lines.push(`             ${shorten(`${place}: ${message}`, width - 14)}`);
  return lines;
}
