import { systemCode } from '../exit.js';
import type { FatalProblem } from './convert-batch.js';
import type { RecordProblem } from './read-record.js';
import type { Rooms } from './rooms.js';
import type { Task } from './runner.js';
import type { ThreadEvents } from './worker-thread.js';

/** A thread that is at work has the next batch at hand. One that is still starting gets one. */
const tasksAtHand = 2;

/** A thread with the tasks it was given, in their order. */
export interface PoolThread {
  readonly tasks: Map<number, Task>;
  readonly hasAnswered: boolean;
  convert(task: Task, rooms: Rooms): void;
  /** What it was converting when it ended. */
  recordInHand(): { readonly task: Task; readonly record: number } | undefined;
  terminate(): Promise<void>;
}

/**
 * Converts in worker threads, which are started as they are needed. A record that ends its thread, for want of memory,
 * costs itself only: another thread does the rest.
 */
export class WorkerPool {
  private readonly threads: PoolThread[] = [];
  private problem: unknown;
  private isClosed = false;

  /** `onChange` is called when a thread has become free. */
  constructor(
    private readonly start: (events: ThreadEvents) => PoolThread,
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
  private choose(): PoolThread {
    const [least] = [...this.threads].sort((one, other) => one.tasks.size - other.tasks.size);
    if (least && (least.tasks.size === 0 || this.threads.length >= this.size)) return least;
    const thread: PoolThread = this.start({
      onAnswer: this.onChange,
      onEnd: (error) => this.replace(thread, error),
    });
    this.threads.push(thread);
    return thread;
  }

  private replace(thread: PoolThread, error: unknown): void {
    if (this.isClosed) return;
    this.threads.splice(this.threads.indexOf(thread), 1);
    const culprit = thread.recordInHand();
    const before = culprit?.task.again.fatal?.get(culprit.record);
    if (!culprit || before?.isDropped) this.fail(thread, error);
    for (const task of thread.tasks.values()) {
      if (task !== culprit?.task) this.convert(task);
      else this.convert(without(task, culprit.record, before ? { ...before, isDropped: true } : explain(error)));
    }
    this.onChange();
  }

  /** It ended outside of any record: it could not start, or the fault is ours. */
  private fail(thread: PoolThread, error: unknown): void {
    this.problem ??= error;
    for (const { tasks } of [thread, ...this.threads]) {
      for (const { reject } of tasks.values()) reject(error);
      tasks.clear();
    }
  }
}

function hasRoom({ tasks, hasAnswered }: PoolThread): boolean {
  return tasks.size < (hasAnswered ? tasksAtHand : 1);
}

function without(task: Task, record: number, problem: FatalProblem): Task {
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
