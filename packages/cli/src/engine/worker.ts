import { parentPort, workerData } from 'node:worker_threads';
import { convertBatch, loadConverter } from './convert-batch.js';
import type { BatchResult } from './results.js';
import { noRecord, type WorkerAnswer, type WorkerSetup, type WorkerTask } from './worker-thread.js';

/** Converts batches until the pool ends the thread. */
async function serve({ plan, inHand }: WorkerSetup): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error('This module is started by the bulk engine as a worker.');
  const loading = loadConverter(plan);
  // A failure to load shows when the first task waits for it.
  loading.catch(() => {});
  port.on('message', async ({ number, batch, again, rooms }: WorkerTask) => {
    const converter = await loading;
    await converter.readers.prepareFor(batch);
    for (const [index, room] of rooms.entries()) converter.texts[index]?.addRoom(room);
    inHand[0] = number;
    const result = convertBatch(converter, batch, again, (record) => {
      inHand[1] = record;
    });
    inHand[1] = noRecord;
    const answer: WorkerAnswer = { number, result };
    port.postMessage(answer, buffersOf(result));
  });
}

function buffersOf({ targets, recordLosses, evidenceRows }: BatchResult): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  for (const bytes of [...targets.map((target) => target.bytes), recordLosses, evidenceRows]) {
    if (bytes?.buffer instanceof ArrayBuffer) buffers.add(bytes.buffer);
  }
  return [...buffers];
}

await serve(workerData as WorkerSetup);
