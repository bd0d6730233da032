import type { Issue, RecordLoss } from '@trialbridge/core';

/** One case of something that happened more often. */
export interface Example {
  readonly place: string;
  readonly at: string;
  readonly message: string;
}

export interface IssueCount {
  /** Format of the reader or writer that reported it. */
  readonly format: string;
  readonly code: string;
  readonly severity: Issue['severity'];
  readonly count: number;
  readonly examples: readonly Example[];
}

export type LossKind = 'changed' | 'unmapped' | 'dropped';

export interface LossCount {
  readonly format: string;
  readonly kind: LossKind;
  readonly path: string;
  readonly why: string;
  readonly count: number;
}

/** Counts of one part of a run, as plain data. */
export interface Counts {
  readonly issues: readonly IssueCount[];
  readonly losses: readonly LossCount[];
  readonly carried: readonly (readonly [format: string, count: number])[];
}

/** How many examples of one issue are kept: the first ones. */
const keptExamples = 3;

/** Counts issues and losses. Its size depends on the kinds of them, not on the number of records. */
export class Tally {
  private readonly issues = new Map<string, { count: number; examples: Example[]; issue: IssueCount }>();
  private readonly losses = new Map<string, { count: number; loss: LossCount }>();
  private readonly carried = new Map<string, number>();

  addIssue(format: string, issue: Issue, place: string): void {
    const example = { place, at: issue.at, message: issue.message };
    this.putIssue({ format, code: issue.code, severity: issue.severity, count: 1, examples: [example] });
  }

  addLoss(loss: RecordLoss): void {
    for (const kind of ['changed', 'unmapped', 'dropped'] as const) {
      for (const { path, why, count } of loss[kind]) this.putLoss({ format: loss.format, kind, path, why, count });
    }
    if (loss.carried !== undefined) this.putCarried(loss.format, loss.carried);
  }

  /** Adds the counts of a later part. */
  merge(counts: Counts): void {
    for (const issue of counts.issues) this.putIssue(issue);
    for (const loss of counts.losses) this.putLoss(loss);
    for (const [format, count] of counts.carried) this.putCarried(format, count);
  }

  counts(): Counts {
    return {
      issues: [...this.issues.values()].map(({ issue, count, examples }) => ({ ...issue, count, examples })),
      losses: [...this.losses.values()].map(({ loss, count }) => ({ ...loss, count })),
      carried: [...this.carried],
    };
  }

  private putIssue(issue: IssueCount): void {
    const key = `${issue.format}\n${issue.code}\n${issue.severity}`;
    const known = this.issues.get(key);
    if (!known) {
      this.issues.set(key, { count: issue.count, examples: issue.examples.slice(0, keptExamples), issue });
      return;
    }
    known.count += issue.count;
    for (const example of issue.examples) if (known.examples.length < keptExamples) known.examples.push(example);
  }

  private putLoss(loss: LossCount): void {
    const key = `${loss.format}\n${loss.kind}\n${loss.path}\n${loss.why}`;
    const known = this.losses.get(key);
    if (known) known.count += loss.count;
    else this.losses.set(key, { count: loss.count, loss });
  }

  private putCarried(format: string, count: number): void {
    this.carried.set(format, (this.carried.get(format) ?? 0) + count);
  }
}
