import { systemCode } from '../exit.js';
import type { ConversionPlan } from './plan.js';
import type { RecordProblem } from './read-record.js';
import type { Rooms } from './rooms.js';
import type { Task } from './runner.js';
import { WorkerThread } from './worker-thread.js';

/** A thread that is at work has the next batch at hand. One that is still starting gets one. */
const tasksAtHand = 2;

/**
 * Converts in worker threads, which are started as they are needed. A record that ends its thread, for want of memory,
 * costs itself only: another thread does the rest.
 */
export class WorkerPool {
  private readonly threads: WorkerThread[] = [];
  private problem: unknown;
  private isClosed = false;

  /** `onChange` is called when a thread has become free. */
  constructor(
    private readonly plan: ConversionPlan,
    private readonly size: number,
    private readonly rooms: Rooms,
    private readonly onChange: () => void,
  ) {}

  get hasRoom(): boolean {
    return this.threads.length < this.size || this.threads.some((thread) => hasRoom(thread));
  }

  get isBusy(): boolean {
    return this.threads.some(({ tasks }) => tasks.size > 0);
  }

  convert(task: Task): void {
    if (this.problem) task.reject(this.problem);
    else this.choose().convert(task, this.rooms);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await Promise.all(this.threads.map((thread) => thread.terminate()));
  }

  /** An idle thread, a new one, or the one with the least to do. */
  private choose(): WorkerThread {
    const [least] = [...this.threads].sort((one, other) => one.tasks.size - other.tasks.size);
    if (least && (least.tasks.size === 0 || this.threads.length >= this.size)) return least;
    const thread = new WorkerThread(this.plan, {
      onAnswer: this.onChange,
      onEnd: (error) => this.replace(thread, error),
    });
    this.threads.push(thread);
    return thread;
  }

  private replace(thread: WorkerThread, error: unknown): void {
    if (this.isClosed) return;
    this.threads.splice(this.threads.indexOf(thread), 1);
    const culprit = thread.recordInHand();
    if (!culprit) this.fail(thread, error);
    for (const task of thread.tasks.values()) {
      if (task !== culprit?.task) this.convert(task);
      else this.convert(without(task, culprit.record, explain(error)));
    }
    this.onChange();
  }

  /** It ended outside of any record: it could not start, or the fault is ours. */
  private fail(thread: WorkerThread, error: unknown): void {
    this.problem ??= error;
    for (const { tasks } of [thread, ...this.threads]) {
      for (const { reject } of tasks.values()) reject(error);
      tasks.clear();
    }
  }
}

function hasRoom({ tasks, hasAnswered }: WorkerThread): boolean {
  return tasks.size < (hasAnswered ? tasksAtHand : 1);
}

function without(task: Task, record: number, problem: RecordProblem): Task {
  const fatal = new Map([...(task.again.fatal ?? []), [record, problem] as const]);
  return { ...task, again: { ...task.again, fatal } };
}

function explain(error: unknown): RecordProblem {
  if (systemCode(error) !== 'ERR_WORKER_OUT_OF_MEMORY') {
    const why = error instanceof Error ? error.message : String(error);
    return { code: 'internal', message: `Trialbridge failed on this record, and its thread ended: ${why}` };
  }
  const message =
    'This record takes more memory than a thread has. Give it more with NODE_OPTIONS=--max-old-space-size=<MB>.';
  return { code: 'out-of-memory', message };
}
