import type { Span } from '@trialbridge/core';

/** Values of a structured source with their places. */
export interface SourceValues {
  /** Places of the wanted paths. */
  readonly places: ReadonlyMap<string, Span>;
  /** Places of everything that holds a value and nothing below it, in order. */
  readonly scalars: readonly Span[];
}
