/** One line of the result: what was measured, as a ratio to a floor of the same run. */
export interface BenchRow {
  readonly name: string;
  /** Throughput of ours over that of the floor; `undefined` for a plain number. */
  readonly ratio?: number;
  readonly target?: string;
  readonly detail: string;
}

/**
 * Times two ways of doing the same work by turns, so that both see the same machine, batch by batch, best of `rounds`.
 * The batches keep the heap small: otherwise the garbage collector is what one measures.
 */
export function compare<Item>(
  items: readonly Item[],
  rounds: number,
  floor: (batch: readonly Item[]) => void,
  ours: (batch: readonly Item[]) => void,
): { floorSeconds: number; ourSeconds: number } {
  let floorSeconds = Number.POSITIVE_INFINITY;
  let ourSeconds = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    let floorOfRound = 0;
    let ourOfRound = 0;
    for (let start = 0; start < items.length; start += 50) {
      const batch = items.slice(start, start + 50);
      floorOfRound += seconds(() => floor(batch));
      ourOfRound += seconds(() => ours(batch));
    }
    floorSeconds = Math.min(floorSeconds, floorOfRound);
    ourSeconds = Math.min(ourSeconds, ourOfRound);
  }
  return { floorSeconds, ourSeconds };
}

function seconds(run: () => void): number {
  const start = performance.now();
  run();
  return (performance.now() - start) / 1000;
}

/** Megabytes per second, with one decimal. */
export function rate(bytes: number, time: number): string {
  return `${(bytes / 1e6 / time).toFixed(1)} MB/s`;
}
