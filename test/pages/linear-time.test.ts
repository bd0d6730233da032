import { describe, expect, it } from 'vitest';
import { pageReaders, TrialError } from '../../packages/core/src/index.js';
import { type HostileSource, hostileSources } from './hostile-sources.js';

const asked = process.env.TRIALBRIDGE_PAGE_SIZE;
/** Characters of the smallest source; each is read again at twice and four times the length. */
const size = Number(asked ?? 50_000);
/** Several sources of tens of megabytes take longer than a test usually may. */
const timeout = 60_000 + size / 20;

function secondsFor({ format, make }: HostileSource, length: number): number {
  const source = make(length);
  // A repeated string is a tree until it is looked into: that is no work of the reader's.
  source.charCodeAt(source.length >> 1);
  const start = performance.now();
  const [reader, ...others] = pageReaders.filter(({ accepts }) => accepts(source));
  expect([reader?.format, others.length]).toEqual([format, 0]);
  try {
    reader?.read(source, { report: () => undefined, infer: true, evidence: false });
  } catch (error) {
    // To refuse a source takes time, too.
    if (!TrialError.is(error)) throw error;
  }
  return (performance.now() - start) / 1000;
}

/** A row of the table in the documentation. */
function rowOf({ format, name }: HostileSource, seconds: readonly number[]): string {
  return `| ${[format, name, ...seconds.map((one) => one.toFixed(2))].join(' | ')} |`;
}

describe('time', () => {
  it.each(hostileSources)(
    'is no more than proportional to the length: $format, $name',
    (hostile) => {
      if (asked === undefined) secondsFor(hostile, size / 4);
      const seconds = [size, 2 * size, 4 * size].map((length) => secondsFor(hostile, length));
      if (asked !== undefined) console.info(rowOf(hostile, seconds));
      const [once = 0, , fourfold = 0] = seconds;
      // A quadratic reader takes sixteen times as long; a busy computer makes either of the two slower.
      expect(fourfold).toBeLessThan(10 * once + 2);
    },
    timeout,
  );
});
