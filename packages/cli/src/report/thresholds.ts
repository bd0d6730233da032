import type { RunResult } from '../engine/run.js';

/** What `--fail-on` can watch. */
export const thresholds = ['loss', 'warning', 'invalid'] as const;

export type Threshold = (typeof thresholds)[number];

/** Which of the thresholds a run has tripped. */
export function trippedBy(result: RunResult, watched: readonly Threshold[]): Threshold[] {
  const { issues, losses } = result.counts;
  const isTripped: Record<Threshold, () => boolean> = {
    loss: () => losses.some(({ kind }) => kind === 'dropped'),
    warning: () => issues.some(({ severity }) => severity !== 'information'),
    invalid: () => issues.some(({ code }) => code === 'not-valid'),
  };
  return watched.filter((threshold) => isTripped[threshold]());
}
