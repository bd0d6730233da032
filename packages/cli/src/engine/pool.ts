import { Worker } from 'node:worker_threads';
import { CommandError, exitCodes, systemCode } from '../exit.js';
import type { Batch } from '../inputs/batch.js';
import { type Again, type Converter, convertBatch, loadConverter } from './convert-batch.js';
import type { ConversionPlan } from './plan.js';
import type { BatchResult } from './results.js';

/** A batch with what became of it. The bytes of the batch come back, for duplicates and dead letters. */
export interface Converted {
  readonly batch: Batch;
  readonly result: BatchResult;
}

/** Converts batches, in this thread or in others. Results come in any order: whoever asks keeps the order. */
export interface Runner {
  convert(batch: Batch, again?: Again): Promise<Converted>;
  close(): Promise<void>;
}

export interface WorkerTask {
  readonly number: number;
  readonly batch: Batch;
  readonly again?: Again;
}

export interface WorkerAnswer extends Converted {
  readonly number: number;
}

/** Converts in this thread: for small inputs, and where only one core is to be used. */
export class InlineRunner implements Runner {
  private constructor(private readonly converter: Converter) {}

  static async create(plan: ConversionPlan): Promise<InlineRunner> {
    return new InlineRunner(await loadConverter(plan));
  }

  async convert(batch: Batch, again?: Again): Promise<Converted> {
    return { batch, result: convertBatch(this.converter, batch, again) };
  }

  async close(): Promise<void> {}
}

interface Member {
  readonly worker: Worker;
  tasks: number;
}

interface Waiting {
  readonly member: Member;
  readonly resolve: (converted: Converted) => void;
  readonly reject: (error: unknown) => void;
}

/** Converts in worker threads, which are started as they are needed. */
export class WorkerPool implements Runner {
  private readonly members: Member[] = [];
  private readonly waiting = new Map<number, Waiting>();
  private count = 0;
  private problem: unknown;

  constructor(
    private readonly plan: ConversionPlan,
    private readonly size: number,
  ) {}

  convert(batch: Batch, again?: Again): Promise<Converted> {
    if (this.problem) return Promise.reject(this.problem);
    const member = this.choose();
    const number = this.count;
    this.count += 1;
    member.tasks += 1;
    const task: WorkerTask = { number, batch, ...(again && { again }) };
    return new Promise((resolve, reject) => {
      this.waiting.set(number, { member, resolve, reject });
      member.worker.postMessage(task, [batch.bytes.buffer as ArrayBuffer]);
    });
  }

  async close(): Promise<void> {
    for (const { worker } of this.members) worker.removeAllListeners('exit');
    await Promise.all(this.members.map(({ worker }) => worker.terminate()));
  }

  /** An idle worker, a new one, or the one with the least to do. */
  private choose(): Member {
    const [least] = [...this.members].sort((one, other) => one.tasks - other.tasks);
    if (least && (least.tasks === 0 || this.members.length >= this.size)) return least;
    const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: this.plan });
    const member: Member = { worker, tasks: 0 };
    worker.on('message', ({ number, batch, result }: WorkerAnswer) => {
      member.tasks -= 1;
      this.waiting.get(number)?.resolve({ batch, result });
      this.waiting.delete(number);
    });
    worker.on('error', (error) => this.fail(explain(error)));
    worker.on('messageerror', (error) => this.fail(error));
    // Whatever ended it: the run must not wait for an answer that cannot come.
    worker.on('exit', (code) => this.fail(new Error(`A thread ended on its own, with ${code}.`)));
    this.members.push(member);
    return member;
  }

  /** A worker only ends with a fault of ours or without memory; what it had in hand cannot be told apart. */
  private fail(error: unknown): void {
    this.problem ??= error;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}

function explain(error: unknown): unknown {
  if (systemCode(error) !== 'ERR_WORKER_OUT_OF_MEMORY') return error;
  const advice = 'Use fewer threads (--jobs), a smaller --max-record-size, or NODE_OPTIONS=--max-old-space-size=<MB>.';
  return new CommandError(exitCodes.internal, `A thread has run out of memory. ${advice}`, error);
}
