import { genericPath, type Issue, type RecordLoss } from '@trialbridge/core';
import type { LeafCount } from './leaf-counter.js';

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
  /** Leaves of the trials that were written, by path, for each target. */
  readonly leaves: readonly LeafCount[];
}

/** How many examples of one kind are kept: the first ones. */
export const keptExamples = 3;

/** Paths in sources of another world must not fill the memory: beyond this many they are counted together. */
const keptPaths = 10_000;
const otherPaths = '(other paths)';

/** Counts issues and losses. Its size depends on the kinds of them, not on the number of records. */
export class Tally {
  private readonly issues = new Map<string, { count: number; examples: Example[]; issue: IssueCount }>();
  private readonly losses = new Map<string, { count: number; loss: LossCount }>();
  private readonly leaves = new Map<string, number[]>();

  addIssue(format: string, issue: Issue, place: string): void {
    const example = { place, at: issue.at, message: issue.message };
    this.putIssue({ format, code: issue.code, severity: issue.severity, count: 1, examples: [example] });
  }

  addLoss({ format, changed, unmapped, dropped }: RecordLoss): void {
    for (const { path, why, count } of changed) this.putLoss({ format, kind: 'changed', path, why, count });
    for (const { path, why, count } of dropped) {
      this.putLoss({ format, kind: 'dropped', path: genericPath(path), why, count });
    }
    for (const { path, why, count } of unmapped) {
      this.putLoss({ format, kind: 'unmapped', path: genericPath(path), why, count });
    }
  }

  addLeaves(leaves: readonly LeafCount[]): void {
    for (const { path, counts } of leaves) {
      const known = this.leaves.get(path);
      if (!known) this.leaves.set(path, [...counts]);
      else for (const [target, count] of counts.entries()) known[target] = (known[target] ?? 0) + count;
    }
  }

  /** Adds the counts of a later part. */
  merge(counts: Counts): void {
    for (const issue of counts.issues) this.putIssue(issue);
    for (const loss of counts.losses) this.putLoss(loss);
    this.addLeaves(counts.leaves);
  }

  counts(): Counts {
    return {
      issues: [...this.issues.values()].map(({ issue, count, examples }) => ({ ...issue, count, examples })),
      losses: [...this.losses.values()].map(({ loss, count }) => ({ ...loss, count })),
      leaves: [...this.leaves].map(([path, counts]) => ({ path, counts })),
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
    else if (this.losses.size < keptPaths || loss.path === otherPaths) {
      this.losses.set(key, { count: loss.count, loss });
    } else this.putLoss({ ...loss, path: otherPaths, why: 'too many different paths' });
  }
}
