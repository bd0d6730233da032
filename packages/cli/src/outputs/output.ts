import type { TargetResult } from '../engine/results.js';

/** Takes what batches add to one target, in order, and makes it visible under its name at the end. */
export interface Output {
  append(result: TargetResult): Promise<void>;
  /** Completes the output and gives it its final name. */
  finish(): Promise<void>;
  /** Lets go of it; nothing stands under the final name. */
  abandon(): Promise<void>;
}
