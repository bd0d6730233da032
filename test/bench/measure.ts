/** One line of the result: what was measured, as a ratio to a floor of the same run. */
export interface BenchRow {
  readonly name: string;
  /** Throughput of ours over that of the floor; `undefined` for a plain number. */
  readonly ratio?: number;
  readonly target?: string;
  readonly detail: string;
}

/** Times of two ways of doing the same work, in seconds. */
export interface Comparison {
  /** Throughput of ours over that of the floor. */
  readonly ratio: number;
  readonly floorSeconds: number;
  readonly ourSeconds: number;
}

/**
 * Times two ways of doing the same work by turns, batch by batch, so that both see the same machine. The batches keep the
 * heap small: otherwise the garbage collector is what one measures. The ratio is the median of those of the rounds, after
 * one to warm up; the seconds are those of the best.
 */
export function compare<Item>(
  items: readonly Item[],
  rounds: number,
  floor: (batch: readonly Item[]) => void,
  ours: (batch: readonly Item[]) => void,
): Comparison {
  return compareBatches(items, rounds, (batch) => ({
    ours: () => ours(batch),
    prepareFloor: () => () => floor(batch),
  }));
}

/**
 * As `compare`, with a floor that first makes what it works on, before its clock runs. Ours goes first: what the floor needs
 * would be in its way, since the collector copies again and again what is held.
 */
export function compareBatches<Item>(
  items: readonly Item[],
  rounds: number,
  workOn: (batch: readonly Item[]) => { readonly ours: () => void; readonly prepareFloor: () => () => void },
): Comparison {
  const floors: number[] = [];
  const all: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    let floorOfRound = 0;
    let ourOfRound = 0;
    for (let start = 0; start < items.length; start += 50) {
      const { ours, prepareFloor } = workOn(items.slice(start, start + 50));
      ourOfRound += seconds(ours);
      floorOfRound += seconds(prepareFloor());
    }
    if (round === 0) continue;
    floors.push(floorOfRound);
    all.push(ourOfRound);
  }
  return {
    ratio: median(floors.map((floor, round) => floor / (all[round] ?? Number.NaN))),
    floorSeconds: Math.min(...floors),
    ourSeconds: Math.min(...all),
  };
}

export function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;
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
