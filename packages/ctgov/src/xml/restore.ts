import type { Unmapped } from '@trialbridge/core';
import { XmlScanner } from './scanner.js';
import { fromValue, printNode, readNode, type XmlNode } from './tree.js';
import { childStructure, structures } from './vocabulary.js';

/**
 * Puts the parts that the model has no place for back where they stood: elements among their siblings, attributes and
 * texts on their elements. `null` takes an element away that the source did not have.
 */
export function restore(document: string, parts: readonly Unmapped[]): string {
  const scanner = new XmlScanner(document);
  const root = readNode(scanner, scanner.enter()?.name ?? '');
  for (const { path, value } of parts) put(root, path.split('/').slice(2), value);
  const head = document.slice(0, root.offset).trimEnd();
  return head + printNode(root);
}

/** @param steps names of elements with their positions in turn; last `@name` or `#` for a part of an element. */
function put(root: XmlNode, steps: readonly string[], value: unknown): void {
  let node = root;
  let structure: string | undefined = 'clinical_study';
  for (let at = 0; at < steps.length; at += 2) {
    const step = steps[at] ?? '';
    if (step.startsWith('@')) {
      setAttribute(node, step.slice(1), value);
      return;
    }
    if (step === '#') {
      node.text = `${node.text} ${String(value)}`.trim();
      return;
    }
    const position = Number(steps[at + 1] ?? 0);
    if (at + 2 >= steps.length) {
      if (value === null) remove(node, step, position);
      else insert(node, structure, step, position, fromValue(step, value));
      return;
    }
    node = child(node, structure, step, position);
    structure = childStructure(structure, step);
  }
}

function setAttribute(node: XmlNode, name: string, value: unknown): void {
  if (value === null) node.attributes.delete(name);
  else node.attributes.set(name, String(value));
}

/** The child at a position among those of its name; made where there is none. */
function child(node: XmlNode, structure: string | undefined, name: string, position: number): XmlNode {
  const found = node.children.filter((one) => one.name === name)[position];
  if (found) return found;
  const made = fromValue(name, '');
  insert(node, structure, name, position, made);
  return made;
}

function remove(node: XmlNode, name: string, position: number): void {
  const found = node.children.filter((one) => one.name === name)[position];
  if (found) node.children.splice(node.children.indexOf(found), 1);
}

function insert(node: XmlNode, structure: string | undefined, name: string, position: number, made: XmlNode): void {
  const named = node.children.filter((one) => one.name === name);
  const after = named[position];
  const last = named[named.length - 1];
  if (after) node.children.splice(node.children.indexOf(after), 0, made);
  else if (last) node.children.splice(node.children.indexOf(last) + 1, 0, made);
  else node.children.splice(placeOf(node, structure, name), 0, made);
}

/** Where an element belongs among siblings of other names: by the order of the format; at the end, if it is unknown. */
function placeOf(node: XmlNode, structure: string | undefined, name: string): number {
  const order = structure === undefined ? [] : (structures.get(structure) ?? []).map((one) => one.name);
  const rank = order.indexOf(name);
  if (rank < 0) return node.children.length;
  const index = node.children.findIndex((one) => order.indexOf(one.name) > rank);
  return index < 0 ? node.children.length : index;
}
