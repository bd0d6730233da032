import type { Progress } from '../engine/progress.js';
import { type ProgressView, rates } from './progress.js';

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
