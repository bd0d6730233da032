import type { Trial } from '@trialbridge/core';

/** Leaves below one path, for each target that wrote them. */
export interface LeafCount {
  readonly path: string;
  /** In the order of the targets. */
  readonly counts: readonly number[];
}

interface PathNode {
  readonly path: string;
  readonly children: Map<string, PathNode>;
  counts: number[] | undefined;
}

/** Parts of a trial that are no leaves of the record, or have an account of their own. */
const notLeaves: ReadonlySet<string> = new Set(['schemaVersion', 'id', 'evidence', 'unmapped']);

/** Counts the leaves of trials by their path in the model, lists as `*`. */
export class LeafCounter {
  private readonly root: PathNode = { path: '', children: new Map(), counts: undefined };

  constructor(private readonly targets: number) {}

  /** Counts the leaves of a trial for the targets that could write it. */
  add(trial: Trial, written: readonly number[]): void {
    for (const key in trial) {
      if (!notLeaves.has(key)) this.walk(trial[key as keyof Trial], child(this.root, key), written);
    }
  }

  counts(): LeafCount[] {
    const counts: LeafCount[] = [];
    collect(this.root, counts);
    return counts;
  }

  private walk(value: unknown, node: PathNode, written: readonly number[]): void {
    if (value === null || value === undefined) return;
    if (typeof value !== 'object') {
      node.counts ??= new Array<number>(this.targets).fill(0);
      for (const target of written) node.counts[target] = (node.counts[target] ?? 0) + 1;
    } else if (Array.isArray(value)) {
      const item = child(node, '*');
      for (const element of value) this.walk(element, item, written);
    } else {
      for (const key in value) this.walk((value as Record<string, unknown>)[key], child(node, key), written);
    }
  }
}

function child(node: PathNode, key: string): PathNode {
  let found = node.children.get(key);
  if (!found) {
    found = { path: `${node.path}/${key}`, children: new Map(), counts: undefined };
    node.children.set(key, found);
  }
  return found;
}

function collect(node: PathNode, counts: LeafCount[]): void {
  if (node.counts) counts.push({ path: node.path, counts: node.counts });
  for (const below of node.children.values()) collect(below, counts);
}
