import type { Batch } from '../inputs/batch.js';
import type { Again } from './convert-batch.js';
import type { BatchResult } from './results.js';

/** A batch with what became of it. */
export interface Converted {
  readonly batch: Batch;
  readonly result: BatchResult;
}

/** Converts batches, in this thread or in others. Results come in any order: whoever asks keeps the order. */
export interface Runner {
  convert(batch: Batch, again?: Again): Promise<Converted>;
  /** Takes the room of a result back, once it was written. The result is gone after this. */
  takeBack(result: BatchResult): void;
  close(): Promise<void>;
}

/** A batch that waits for a thread, or is in the hands of one. */
export interface Task {
  readonly batch: Batch;
  readonly again: Again;
  readonly resolve: (converted: Converted) => void;
  readonly reject: (error: unknown) => void;
}
