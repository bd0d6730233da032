import { Presets, SingleBar } from 'cli-progress';
import type { Progress } from '../engine/progress.js';

/** Shows how far a run is, until it is stopped. */
export interface ProgressView {
  show(progress: Progress): void;
  /** Leaves the line to others. */
  stop(): void;
}

/** One JSON object a line on the standard error, for pipelines: at most one a second, and the last. */
export function jsonProgress(stream: NodeJS.WriteStream): ProgressView {
  let last: Progress | undefined;
  let shownAt = Number.NEGATIVE_INFINITY;
  const print = (progress: Progress, event: 'progress' | 'done'): void => {
    stream.write(`${JSON.stringify({ event, ...progress, ...rates(progress) })}\n`);
  };
  return {
    show(progress) {
      last = progress;
      if (progress.seconds - shownAt < 1) return;
      shownAt = progress.seconds;
      print(progress, 'progress');
    },
    stop() {
      if (last) print(last, 'done');
    },
  };
}

/** A bar on a terminal: share of the bytes read, records, rate, time left, failures. */
export function barProgress(stream: NodeJS.WriteStream): ProgressView {
  const bar = new SingleBar(
    {
      stream,
      format: '{bar} {percentage} %  {records} records  {rate}/s  {left}{failures}',
      hideCursor: true,
      clearOnComplete: true,
      gracefulExit: false,
    },
    Presets.shades_classic,
  );
  let isStarted = false;
  return {
    show(progress) {
      const { bytesRead, bytesTotal, records, failed } = progress;
      const { recordsPerSecond, secondsLeft } = rates(progress);
      const payload = {
        records: records.toLocaleString('en-US'),
        rate: Math.round(recordsPerSecond).toLocaleString('en-US'),
        left: secondsLeft === undefined ? '' : `${durationOf(secondsLeft)} left`,
        failures: failed > 0 ? `  ${failed.toLocaleString('en-US')} failed` : '',
      };
      const total = bytesTotal ?? bytesRead;
      if (isStarted) bar.setTotal(total);
      else bar.start(total, 0, payload);
      isStarted = true;
      bar.update(Math.min(bytesRead, total), payload);
    },
    stop() {
      if (isStarted) bar.stop();
    },
  };
}

/** What follows from the bytes read so far; reading runs a little ahead of converting. */
function rates({ records, bytesRead, bytesTotal, seconds }: Progress): {
  recordsPerSecond: number;
  secondsLeft?: number;
} {
  const recordsPerSecond = seconds > 0 ? Math.round(records / seconds) : 0;
  if (bytesTotal === undefined || bytesRead === 0) return { recordsPerSecond };
  return { recordsPerSecond, secondsLeft: Math.round((seconds * (bytesTotal - bytesRead)) / bytesRead) };
}

function durationOf(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
