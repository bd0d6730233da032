import { parentPort, workerData } from 'node:worker_threads';
import { convertBatch, loadConverter } from './convert-batch.js';
import type { ConversionPlan } from './plan.js';
import type { WorkerAnswer, WorkerTask } from './pool.js';

/** Converts batches until the pool ends the thread. */
async function serve(plan: ConversionPlan): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error('This module is started by the bulk engine as a worker.');
  const loading = loadConverter(plan);
  // A failure to load shows when the first task waits for it.
  loading.catch(() => {});
  port.on('message', async ({ number, batch, again }: WorkerTask) => {
    const converter = await loading;
    const result = convertBatch(converter, batch, again);
    const answer: WorkerAnswer = { number, batch, result };
    const transferred = new Set<ArrayBuffer>();
    for (const { buffer } of [batch.bytes, ...result.targets.map(({ bytes }) => bytes)]) {
      if (buffer instanceof ArrayBuffer) transferred.add(buffer);
    }
    port.postMessage(answer, [...transferred]);
  });
}

await serve(workerData as ConversionPlan);
