import { Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Progress } from '../engine/progress.js';
import { jsonProgress } from './json-progress.js';
import { barProgress } from './progress-bar.js';

/** A stream that says it is a terminal, and remembers what it was told. */
class Terminal extends Writable {
  readonly isTTY = true;
  readonly columns = 100;
  readonly rows = 30;
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString('utf8');
    done();
  }
}

const terminal = (): Terminal & NodeJS.WriteStream => new Terminal() as Terminal & NodeJS.WriteStream;
const half: Progress = { records: 12_345, failed: 0, bytesRead: 50e6, bytesTotal: 100e6, seconds: 10 };

/** What a bar shows first. */
function shown(progress: Progress): string {
  const stream = terminal();
  const view = barProgress(stream);
  view.show(progress);
  const line = stripVTControlCharacters(stream.text).trim();
  view.stop();
  return line;
}

describe('the bar on a terminal', () => {
  it('shows the share of the bytes, records, rate and time left', () => {
    expect(shown(half)).toMatch(/^\u2588{20}\u2591{20} 50 % {2}12,345 records {2}1,235\/s {2}10 s left$/);
    expect(shown({ ...half, seconds: 4000 })).toMatch(/ {2}3\/s {2}1 h 6 min left$/);
  });

  it('shows how many failed, when some did', () => {
    expect(shown({ ...half, failed: 1234 })).toMatch(/ {2}10 s left {2}1,234 failed$/);
  });

  it('names no time left where the size of the input is not known', () => {
    expect(shown({ records: 10, failed: 0, bytesRead: 1000, seconds: 1 })).toMatch(/ {2}10 records {2}10\/s$/);
  });

  it('leaves the line to others, with the cursor back', () => {
    const stream = terminal();
    const view = barProgress(stream);
    view.show(half);
    view.stop();
    const end = stream.text.slice(stream.text.lastIndexOf('left'));
    expect(end).toContain('\u001b[0K');
    expect(end).toContain('\u001b[?25h');
  });

  it('is not shown at all when nothing was done', () => {
    const stream = terminal();
    barProgress(stream).stop();
    expect(stream.text).toBe('');
  });
});

describe('progress as JSON', () => {
  it('is an object a second, and one at the end', () => {
    const stream = terminal();
    const view = jsonProgress(stream);
    for (const seconds of [0.2, 0.4, 1.3]) view.show({ ...half, seconds });
    view.stop();
    const lines = stream.text.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
      { event: 'progress', ...half, seconds: 0.2, recordsPerSecond: 61_725, secondsLeft: 0 },
      { event: 'progress', ...half, seconds: 1.3, recordsPerSecond: 9496, secondsLeft: 1 },
      { event: 'done', ...half, seconds: 1.3, recordsPerSecond: 9496, secondsLeft: 1 },
    ]);
  });
});
