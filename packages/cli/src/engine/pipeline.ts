import type { Batch } from '../inputs/batch.js';
import type { Converted, Runner } from './runner.js';

export interface PipelineOptions {
  /** Batches that may be under way at once. */
  readonly batches: number;
  /** Bytes of them; a single batch may be larger. */
  readonly bytes: number;
  /** Ends the run between two batches, also while the source is silent. */
  readonly signal?: AbortSignal;
}

/**
 * Converts batches as fast as they come and hands the results over in their order. Reads no further ahead than the
 * bounds allow, so that neither a slow output nor a slow worker fills the memory. `take` returns false to end the run.
 */
export async function runPipeline(
  batches: AsyncIterable<Batch>,
  runner: Runner,
  take: (converted: Converted) => Promise<boolean>,
  options: PipelineOptions,
): Promise<void> {
  const queue: Promise<Converted>[] = [];
  let bytes = 0;
  /** The source has ended or failed. */
  let isEnded = false;
  /** Nothing more is wanted. */
  let isStopped = false;
  let wake = (): void => {};
  let change = Promise.resolve();
  const renew = (): void => {
    change = new Promise((resolve) => {
      wake = resolve;
    });
  };
  const notify = (): void => {
    wake();
    renew();
  };
  renew();

  const isFull = (batch: Batch): boolean =>
    queue.length > 0 && (queue.length >= options.batches || bytes + batch.bytes.length > options.bytes);

  const produce = async (): Promise<void> => {
    try {
      for await (const batch of batches) {
        while (!isStopped && isFull(batch)) await change;
        if (isStopped) return;
        bytes += batch.bytes.length;
        const conversion = runner.convert(batch);
        // Whoever consumes sees the failure; until then it must not count as unhandled.
        conversion.catch(() => {});
        queue.push(conversion);
        notify();
      }
    } finally {
      isEnded = true;
      notify();
    }
  };

  const consume = async (): Promise<void> => {
    for (;;) {
      if (options.signal?.aborted) return;
      const [next] = queue;
      if (next) {
        const converted = await next;
        // It counts as under way until it is written: results that wait for the output fill memory too.
        const goesOn = await take(converted);
        queue.shift();
        bytes -= converted.batch.bytes.length;
        notify();
        if (!goesOn) return;
      } else if (isEnded) return;
      else await change;
    }
  };

  options.signal?.addEventListener('abort', notify);
  const producing = produce();
  producing.catch(() => {});
  try {
    await consume();
  } finally {
    options.signal?.removeEventListener('abort', notify);
    isStopped = true;
    notify();
  }
  // A source that is still open may be a silent pipe: it is not waited for.
  if (isEnded) await producing;
}
