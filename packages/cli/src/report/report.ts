import type { OutputCount } from '../engine/collector.js';
import type { RunResult } from '../engine/run.js';
import type { Counts, IssueCount, LossKind } from './tally.js';

/** What a run did. Described by `schemas/conversion-report.schema.json`. */
export interface ConversionReport {
  readonly schemaVersion: '1.0';
  readonly tool: { readonly name: 'trialbridge'; readonly version: string; readonly node: string };
  readonly options: Readonly<Record<string, unknown>>;
  readonly inputs: readonly string[];
  readonly exitCode: number;
  /** Thresholds of `--fail-on` that the run has tripped. */
  readonly tripped: readonly string[];
  readonly records: {
    readonly read: number;
    readonly trials: number;
    readonly withoutTrial: number;
    readonly leftOut: number;
    readonly failed: number;
    readonly duplicates: number;
    readonly kinds: Readonly<Record<string, number>>;
  };
  readonly outputs: readonly OutputReport[];
  readonly issues: readonly IssueCount[];
  readonly failures: RunResult['failures'];
  readonly performance: {
    readonly seconds: number;
    /** Of all threads together; of this run alone. */
    readonly processorSeconds: number;
    readonly recordsPerSecond: number;
    readonly bytesRead: number;
    readonly megabytesPerSecond: number;
    /** Largest resident set of the process, in MB. */
    readonly peakMemory: number;
    readonly jobs: number;
    readonly isResumed: boolean;
    readonly isCutShort: boolean;
  };
}

export interface OutputReport {
  readonly format: string;
  readonly path?: string;
  readonly written: number;
  readonly failed: number;
  /** Leaves of all trials written. */
  readonly leaves: {
    readonly carried: number;
    readonly changed: number;
    readonly unmapped: number;
    readonly dropped: number;
  };
  /** By path of the model; a path speaks for everything below it that has no line of its own. */
  readonly carried: readonly PathCount[];
  readonly changed: readonly LossPath[];
  /** By path of the source. */
  readonly unmapped: readonly LossPath[];
  readonly dropped: readonly LossPath[];
}

export interface PathCount {
  readonly path: string;
  readonly count: number;
}

export interface LossPath extends PathCount {
  /** The rule that changed it, or why it was dropped. */
  readonly why: string;
}

export interface ReportContext {
  readonly version: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly inputs: readonly string[];
  readonly exitCode: number;
  readonly tripped: readonly string[];
  readonly jobs: number;
}

export function toReport(result: RunResult, context: ReportContext): ConversionReport {
  const { records, duplicates, kinds, outputs, counts, failures, seconds, bytesRead, isResumed, isCutShort, taken } =
    result;
  return {
    schemaVersion: '1.0',
    tool: { name: 'trialbridge', version: context.version, node: process.versions.node },
    options: context.options,
    inputs: context.inputs,
    exitCode: context.exitCode,
    tripped: context.tripped,
    records: { ...records, duplicates, kinds: Object.fromEntries(kinds) },
    outputs: outputs.map((output, target) => toOutputReport(output, target, counts)),
    issues: counts.issues,
    failures,
    performance: {
      seconds: round(seconds),
      recordsPerSecond: round(taken / seconds),
      bytesRead,
      megabytesPerSecond: round(bytesRead / 1_048_576 / seconds),
      processorSeconds: processorSeconds(),
      peakMemory: round(process.resourceUsage().maxRSS / 1024),
      jobs: context.jobs,
      isResumed,
      isCutShort,
    },
  };
}

function toOutputReport({ format, path, written, failed }: OutputCount, target: number, counts: Counts): OutputReport {
  const changed = lossesOf(counts, format, 'changed');
  const unmapped = lossesOf(counts, format, 'unmapped');
  const dropped = lossesOf(counts, format, 'dropped');
  const carried = carriedPaths(counts, target, [...changed, ...dropped]);
  return {
    format,
    ...(path !== undefined && { path }),
    written,
    failed,
    leaves: { carried: sum(carried), changed: sum(changed), unmapped: sum(unmapped), dropped: sum(dropped) },
    carried,
    changed,
    unmapped,
    dropped,
  };
}

function lossesOf(counts: Counts, format: string, kind: LossKind): LossPath[] {
  return counts.losses
    .filter((loss) => loss.format === format && loss.kind === kind)
    .map(({ path, why, count }) => ({ path, count, why }))
    .sort((one, other) => other.count - one.count || (one.path < other.path ? -1 : 1));
}

/**
 * What is left of the leaves after what was changed and dropped. Losses may be reported for a part with everything in it;
 * its leaves are then counted together, under the path of the part.
 */
function carriedPaths(counts: Counts, target: number, losses: readonly LossPath[]): PathCount[] {
  const lost = new Set(losses.map(({ path }) => path));
  const left = new Map<string, number>();
  for (const { path, counts: leaves } of counts.leaves) {
    const account = accountOf(path, lost);
    left.set(account, (left.get(account) ?? 0) + (leaves[target] ?? 0));
  }
  for (const { path, count } of losses) {
    const account = accountOf(path, lost);
    const before = left.get(account);
    // Losses of unmapped leaves have paths of the source, and no leaves of the model to be taken from.
    if (before !== undefined) left.set(account, before - count);
  }
  return [...left].flatMap(([path, count]) => (count > 0 ? { path, count } : []));
}

/** The highest path at or above this one that a loss is reported for; else itself. */
function accountOf(path: string, lost: ReadonlySet<string>): string {
  for (let end = path.indexOf('/', 1); end !== -1; end = path.indexOf('/', end + 1)) {
    if (lost.has(path.slice(0, end))) return path.slice(0, end);
  }
  return path;
}

function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return round((user + system) / 1e6);
}

function sum(entries: readonly PathCount[]): number {
  return entries.reduce((total, { count }) => total + count, 0);
}

function round(value: number): number {
  return Number.isFinite(value) ? Math.round(value * 1000) / 1000 : 0;
}
