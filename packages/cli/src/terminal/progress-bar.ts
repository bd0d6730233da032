import { Presets, SingleBar } from 'cli-progress';
import { type ProgressView, rates } from './progress.js';

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
      else bar.start(total, Math.min(bytesRead, total), payload);
      isStarted = true;
      bar.update(Math.min(bytesRead, total), payload);
    },
    stop() {
      if (isStarted) bar.stop();
    },
  };
}

function durationOf(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
