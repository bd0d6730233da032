import type { Batch } from '../inputs/batch.js';
import { smallSource } from '../inputs/bytes.js';
import { type Again, type Converter, convertBatch, loadConverter } from './convert-batch.js';
import type { ConversionPlan } from './plan.js';
import type { BatchResult } from './results.js';
import { Rooms } from './rooms.js';
import type { Converted, Runner, Task } from './runner.js';
import { WorkerPool } from './worker-pool.js';
import { WorkerThread } from './worker-thread.js';

/**
 * Shares the batches among `jobs` threads, of which this one is the first: it reads and writes, and converts whenever the
 * others have enough to do. A thread that only waits for the others would be one more to start, and one less at work.
 */
export class Scheduler implements Runner {
  private readonly rooms = new Rooms();
  private readonly pool: WorkerPool;
  private readonly backlog: Task[] = [];
  private converter: Promise<Converter> | undefined;
  private isConverting = false;

  constructor(
    private readonly plan: ConversionPlan,
    private readonly jobs: number,
  ) {
    this.pool = new WorkerPool(
      (events) => new WorkerThread(plan, events),
      Math.max(jobs - 1, 1),
      this.rooms,
      () => this.share(),
    );
  }

  convert(batch: Batch, again: Again = {}): Promise<Converted> {
    return new Promise((resolve, reject) => {
      this.backlog.push({ batch, again, resolve, reject });
      this.share();
    });
  }

  takeBack(result: BatchResult): void {
    for (const { bytes } of result.targets) this.rooms.put(bytes.buffer);
  }

  close(): Promise<void> {
    return this.pool.close();
  }

  private share(): void {
    for (let [next] = this.backlog; next && this.isForOthers(next); [next] = this.backlog) {
      this.backlog.shift();
      this.pool.convert(next);
    }
    if (this.backlog.length > 0 && !this.isConverting) void this.convertHere();
  }

  /** The first batch is converted here and at once: a small input must not wait for a thread to start. */
  private isForOthers({ batch }: Task): boolean {
    if (isLarge(batch)) return true;
    return this.jobs > 1 && this.converter !== undefined && this.pool.hasRoom;
  }

  private async convertHere(): Promise<void> {
    this.isConverting = true;
    try {
      // The others are served in between: their answers are written, and they get more to do.
      if (this.converter) await nextTurn();
      this.converter ??= loadConverter(this.plan);
      const task = this.isAlone() ? this.backlog.shift() : undefined;
      if (task) await this.answer(task);
    } finally {
      this.isConverting = false;
    }
    if (this.isAlone()) this.share();
  }

  /** With one job, a thread at work is the one: this one waits for it. */
  private isAlone(): boolean {
    return this.jobs > 1 || !this.pool.isBusy;
  }

  private async answer({ batch, again, resolve, reject }: Task): Promise<void> {
    try {
      const converter = await (this.converter as Promise<Converter>);
      await converter.readers.prepareFor(batch);
      for (const text of converter.texts) text.addRoom(this.rooms.take());
      resolve({ batch, result: convertBatch(converter, batch, again) });
    } catch (error) {
      reject(error);
    }
  }
}

/** A single large record may take all the memory there is. In a thread of its own it can only end that. */
function isLarge(batch: Batch): boolean {
  return batch.bytes.length > smallSource;
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}
