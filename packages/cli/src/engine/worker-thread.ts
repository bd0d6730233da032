import { Worker } from 'node:worker_threads';
import type { Batch } from '../inputs/batch.js';
import type { Again } from './convert-batch.js';
import type { ConversionPlan } from './plan.js';
import type { BatchResult } from './results.js';
import type { Rooms } from './rooms.js';
import type { Task } from './runner.js';
import type { PoolThread } from './worker-pool.js';

export interface WorkerSetup {
  readonly plan: ConversionPlan;
  /** Number of the task and of its record that are in hand, shared so that they can be read when the thread is gone. */
  readonly inHand: Int32Array;
}

/** In `inHand`, while no record is being converted. */
export const noRecord = -1;

export interface WorkerTask {
  readonly number: number;
  readonly batch: Batch;
  readonly again: Again;
  /** Memory for the results. */
  readonly rooms: readonly ArrayBuffer[];
}

export interface WorkerAnswer {
  readonly number: number;
  readonly result: BatchResult;
}

export interface ThreadEvents {
  readonly onAnswer: () => void;
  /** The thread has ended, though nobody asked it to. Its tasks are still there. */
  readonly onEnd: (error: unknown) => void;
}

/** One worker with the tasks it was given, which it does in order. */
export class WorkerThread implements PoolThread {
  readonly tasks = new Map<number, Task>();
  hasAnswered = false;
  private readonly inHand = new Int32Array(new SharedArrayBuffer(8)).fill(noRecord);
  private readonly worker: Worker;
  private count = 0;
  private problem: unknown;

  constructor(
    private readonly plan: ConversionPlan,
    events: ThreadEvents,
  ) {
    const workerData: WorkerSetup = { plan, inHand: this.inHand };
    this.worker = new Worker(new URL('./worker.js', import.meta.url), { workerData });
    this.worker.on('message', ({ number, result }: WorkerAnswer) => {
      this.hasAnswered = true;
      const task = this.tasks.get(number);
      this.tasks.delete(number);
      task?.resolve({ batch: task.batch, result });
      events.onAnswer();
    });
    this.worker.on('error', (error) => {
      this.problem = error;
    });
    this.worker.on('messageerror', (error) => {
      this.problem = error;
      void this.worker.terminate();
    });
    this.worker.on('exit', (code) => {
      events.onEnd(this.problem ?? new Error(`a thread ended on its own, with ${code}`));
    });
  }

  convert(task: Task, rooms: Rooms): void {
    const number = this.count;
    this.count += 1;
    this.tasks.set(number, task);
    const lent = this.plan.targets.flatMap(() => rooms.take() ?? []);
    const { batch, again } = task;
    const message: WorkerTask = { number, batch, again, rooms: lent };
    // The batch stays here too, for duplicates, and for another thread should this one end.
    this.worker.postMessage(message, lent);
  }

  recordInHand(): { readonly task: Task; readonly record: number } | undefined {
    const [number = noRecord, record = noRecord] = this.inHand;
    const task = this.tasks.get(number);
    return task && record !== noRecord ? { task, record } : undefined;
  }

  async terminate(): Promise<void> {
    this.worker.removeAllListeners('exit');
    await this.worker.terminate();
  }
}
