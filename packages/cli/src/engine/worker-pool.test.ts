import { describe, expect, it } from 'vitest';
import type { Batch } from '../inputs/batch.js';
import type { Again } from './convert-batch.js';
import type { BatchResult } from './results.js';
import { Rooms } from './rooms.js';
import type { Task } from './runner.js';
import { type PoolThread, WorkerPool } from './worker-pool.js';
import type { ThreadEvents } from './worker-thread.js';

/** What was told about a batch when it was answered. */
type Answer = Pick<Again, 'fatal'>;

/** Stands for a worker: ends on the records that are named, and answers everything else. */
class FakeThread implements PoolThread {
  static started = 0;
  readonly tasks = new Map<number, Task>();
  hasAnswered = false;
  private inHand: { task: Task; record: number } | undefined;

  constructor(
    private readonly events: ThreadEvents,
    private readonly deadly: readonly number[],
    private readonly error: unknown,
  ) {
    FakeThread.started += 1;
    setImmediate(() => this.work());
  }

  convert(task: Task): void {
    this.tasks.set(this.tasks.size, task);
  }

  recordInHand() {
    return this.inHand;
  }

  async terminate(): Promise<void> {}

  /** A record from 100 on ends the thread although it only has to fail. */
  private isSafe({ again }: Task, record: number): boolean {
    const known = again.fatal?.get(record);
    return record < 100 ? known !== undefined : known?.isDropped === true;
  }

  private work(): void {
    for (const [number, task] of this.tasks) {
      const record = this.deadly.find((one) => !this.isSafe(task, one));
      if (task.batch.parts.length === 0 && record !== undefined) {
        if (record >= 0) this.inHand = { task, record };
        this.events.onEnd(this.error);
        return;
      }
      this.tasks.delete(number);
      this.hasAnswered = true;
      task.resolve({ batch: task.batch, result: { ...task.again } as unknown as BatchResult });
    }
    setImmediate(() => this.work()).unref();
  }
}

const empty: Batch = { bytes: new Uint8Array(), parts: [], position: { file: 0, entry: 0, record: 1 } };
const other: Batch = { ...empty, parts: [{ start: 0, end: 0, place: { source: 'a', record: 1, byte: 0 } }] };

function poolOf(deadly: readonly number[], error: unknown) {
  const pool = new WorkerPool(
    (events) => new FakeThread(events, deadly, error),
    1,
    new Rooms(),
    () => {},
  );
  const convert = (batch: Batch): Promise<Answer> =>
    new Promise((resolve, reject) => {
      pool.convert({ batch, again: {}, resolve: ({ result }) => resolve(result as unknown as Answer), reject });
    });
  return { pool, convert };
}

describe('a thread that ends', () => {
  it('costs the records that end it, each with its reason, and no other batch', async () => {
    FakeThread.started = 0;
    const { convert } = poolOf([3, 7], new Error('it fell over'));
    const [first, second] = await Promise.all([convert(empty), convert(other)]);
    const message = 'Trialbridge failed on this record, and its thread ended: it fell over';
    expect([...(first?.fatal ?? [])]).toEqual([
      [3, { code: 'internal', message }],
      [7, { code: 'internal', message }],
    ]);
    expect(second?.fatal).toBeUndefined();
    expect(FakeThread.started).toBe(3);
  });

  it('also for a record that is only kept drops that record', async () => {
    const { convert } = poolOf([100], new Error('it fell over'));
    const { fatal } = await convert(empty);
    expect(fatal?.get(100)).toMatchObject({ code: 'internal', isDropped: true });
  });

  it('for want of memory says so', async () => {
    const { convert } = poolOf([0], Object.assign(new Error('heap'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }));
    const { fatal } = await convert(empty);
    expect(fatal?.get(0)).toEqual({
      code: 'out-of-memory',
      message:
        'This record takes more memory than a thread has. Give it more with NODE_OPTIONS=--max-old-space-size=<MB>.',
    });
  });

  it('outside of a record ends the run: it would end again and again', async () => {
    const { convert } = poolOf([-1], new Error('a module is missing'));
    await expect(convert(empty)).rejects.toThrow('a module is missing');
    await expect(convert(other)).rejects.toThrow('a module is missing');
  });
});
