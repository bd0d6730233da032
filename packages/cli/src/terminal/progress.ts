import type { Progress } from '../engine/progress.js';

/** Shows how far a run is, until it is stopped. */
export interface ProgressView {
  show(progress: Progress): void;
  /** Leaves the line to others. */
  stop(): void;
}

/** What follows from the bytes read so far; reading runs a little ahead of converting. */
export function rates({ records, bytesRead, bytesTotal, seconds }: Progress): {
  recordsPerSecond: number;
  secondsLeft?: number;
} {
  const recordsPerSecond = seconds > 0 ? Math.round(records / seconds) : 0;
  if (bytesTotal === undefined || bytesRead === 0) return { recordsPerSecond };
  return { recordsPerSecond, secondsLeft: Math.round((seconds * (bytesTotal - bytesRead)) / bytesRead) };
}
