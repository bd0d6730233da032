import type { Batch } from '../inputs/batch.js';
import type { Again } from './convert-batch.js';
import type { ConversionPlan } from './plan.js';
import { type Converted, InlineRunner, type Runner, WorkerPool } from './pool.js';

/** Converts the first batch at once and in this thread: a small input must not wait for workers to start. */
export class AdaptiveRunner implements Runner {
  private inline: Promise<InlineRunner> | undefined;
  private readonly pool: WorkerPool | undefined;
  private hasBegun = false;

  constructor(
    private readonly plan: ConversionPlan,
    jobs: number,
  ) {
    if (jobs > 1) this.pool = new WorkerPool(plan, jobs);
  }

  async convert(batch: Batch, again?: Again): Promise<Converted> {
    if (this.pool && this.hasBegun) return this.pool.convert(batch, again);
    this.hasBegun = true;
    this.inline ??= InlineRunner.create(this.plan);
    return (await this.inline).convert(batch, again);
  }

  async close(): Promise<void> {
    await this.pool?.close();
  }
}
