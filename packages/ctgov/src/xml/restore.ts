import type { Unmapped } from '@trialbridge/core';
import { XmlScanner } from './scanner.js';
import { childrenOf, fromValue, printNode, readNode, type XmlNode } from './tree.js';
import { childStructure, structures } from './vocabulary.js';

/** What goes back into one element: gathered first, so that each list of children is made anew once only. */
interface Branch {
  readonly attributes: (readonly [name: string, value: unknown])[];
  readonly texts: string[];
  /** By name of the children, and by their position among those of the name. */
  readonly children: Map<string, Map<number, Slot>>;
}

interface Slot {
  /** Elements that go before the one that stands there. */
  readonly made: XmlNode[];
  /** Whether the source did not have the element that was written. */
  isTakenAway?: boolean;
  branch?: Branch;
}

/**
 * Puts the parts that the model has no place for back where they stood: elements among their siblings, attributes and
 * texts on their elements. `null` takes an element away that the source did not have.
 */
export function restore(document: string, parts: readonly Unmapped[]): string {
  const scanner = new XmlScanner(document);
  const root = readNode(scanner, scanner.enter()?.name ?? '');
  const branch = newBranch();
  for (const { path, value } of parts) gather(branch, path.split('/').slice(2), value);
  graft(root, 'clinical_study', branch);
  const head = document.slice(0, root.offset).trimEnd();
  return head + printNode(root);
}

function newBranch(): Branch {
  return { attributes: [], texts: [], children: new Map() };
}

/** @param steps names of elements with their positions in turn; last `@name` or `#` for a part of an element. */
function gather(root: Branch, steps: readonly string[], value: unknown): void {
  let branch = root;
  for (let at = 0; at < steps.length; at += 2) {
    const step = steps[at] ?? '';
    if (step.startsWith('@')) {
      branch.attributes.push([step.slice(1), value]);
      return;
    }
    if (step === '#') {
      branch.texts.push(String(value));
      return;
    }
    const slot = slotOf(branch, step, Number(steps[at + 1] ?? 0));
    if (at + 2 >= steps.length) {
      if (value === null) slot.isTakenAway = true;
      else slot.made.push(fromValue(step, value));
      return;
    }
    slot.branch ??= newBranch();
    branch = slot.branch;
  }
}

function slotOf({ children }: Branch, name: string, position: number): Slot {
  let slots = children.get(name);
  if (!slots) {
    slots = new Map();
    children.set(name, slots);
  }
  let slot = slots.get(position);
  if (!slot) {
    slot = { made: [] };
    slots.set(position, slot);
  }
  return slot;
}

function graft(node: XmlNode, structure: string | undefined, { attributes, texts, children }: Branch): void {
  for (const [name, value] of attributes) {
    if (value === null) node.attributes.delete(name);
    else node.attributes.set(name, String(value));
  }
  if (children.size > 0) graftChildren(node, structure, children);
  if (texts.length > 0) {
    const before = typeof node.content[0] === 'string' ? [node.content.shift()] : [];
    node.content.unshift([...before, ...texts].join(' ').trim());
  }
}

function graftChildren(node: XmlNode, structure: string | undefined, children: Branch['children']): void {
  const named = new Map<string, XmlNode[]>();
  for (const child of childrenOf(node)) {
    const siblings = named.get(child.name);
    if (siblings) siblings.push(child);
    else named.set(child.name, [child]);
  }
  const inPlaceOf = new Map<string | XmlNode, XmlNode[]>();
  const added: [name: string, XmlNode[]][] = [];
  for (const [name, slots] of children) {
    const written = named.get(name) ?? [];
    const places = fill(name, childStructure(structure, name), written, slots);
    if (written.length === 0) added.push([name, places[0] ?? []]);
    for (const [index, child] of written.entries()) inPlaceOf.set(child, places[index] ?? []);
  }
  node.content = node.content.flatMap((part) => inPlaceOf.get(part) ?? part);
  if (added.length > 0) addOthers(node, structure, added);
}

/** For each child of a name that was written, what stands in its place: with what goes before it, and behind the last. */
function fill(
  name: string,
  structure: string | undefined,
  written: readonly XmlNode[],
  slots: ReadonlyMap<number, Slot>,
): XmlNode[][] {
  const places: XmlNode[][] = written.length === 0 ? [[]] : written.map(() => []);
  let next = 0;
  let count = 0;
  for (const [position, { made, branch }] of [...slots].sort(([one], [other]) => one - other)) {
    while (count < position && pass());
    for (const one of made) put(one);
    if (branch) graft(made.at(-1) ?? pass() ?? put(fromValue(name, {})), structure, branch);
  }
  while (pass());
  return places;

  function put(one: XmlNode): XmlNode {
    places[Math.min(next, places.length - 1)]?.push(one);
    count += 1;
    return one;
  }

  /** Passes over the next one that was written and stays. */
  function pass(): XmlNode | undefined {
    while (next < written.length && slots.get(next)?.isTakenAway) next += 1;
    const one = written[next];
    if (one) put(one);
    next += one ? 1 : 0;
    return one;
  }
}

/** Elements of names that were not written: in the order of the format; at the end, where it does not know them. */
function addOthers(node: XmlNode, structure: string | undefined, added: readonly [string, XmlNode[]][]): void {
  const order = new Map((structures.get(structure ?? '') ?? []).map(({ name }, rank) => [name, rank]));
  const rankOf = (name: string): number => order.get(name) ?? Number.POSITIVE_INFINITY;
  const sorted = [...added].sort(([one], [other]) => compareRanks(rankOf(one), rankOf(other)));
  const content: XmlNode['content'] = [];
  let next = 0;
  for (const part of node.content) {
    const rank = typeof part === 'string' ? -1 : (order.get(part.name) ?? -1);
    for (; next < sorted.length && rankOf(sorted[next]?.[0] ?? '') < rank; next += 1)
      for (const one of sorted[next]?.[1] ?? []) content.push(one);
    content.push(part);
  }
  for (const [, list] of sorted.slice(next)) for (const one of list) content.push(one);
  node.content = content;
}

function compareRanks(one: number, other: number): number {
  return one === other ? 0 : one - other;
}
