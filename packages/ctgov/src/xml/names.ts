import { structures } from './vocabulary.js';

/** A name of the format with its tags, so that a source is compared with whole tags. */
export interface KnownName {
  readonly name: string;
  /** Position among the names of the format; -1 for others. */
  readonly id: number;
  /** `<name`: how a tag with attributes begins. */
  readonly tagStart: string;
  /** `<name>`: a start tag without attributes. */
  readonly startTag: string;
  readonly endTag: string;
}

/** A name that the format does not have. */
export function otherName(name: string): KnownName {
  return toKnownName(name, -1);
}

function toKnownName(name: string, id: number): KnownName {
  return { name, id, tagStart: `<${name}`, startTag: `<${name}>`, endTag: `</${name}>` };
}

const names = new Set([...structures.values()].flat().map((part) => part.name));
names.delete('#');
names.add('clinical_study').add('clinical_studies');

/** The tags of a name. */
export function tagsOf(name: string): KnownName {
  return byName.get(name) ?? otherName(name);
}

/** How many names the format has. */
export const nameCount = names.size;

const ids = new Map([...names].map((name, id) => [name, id]));

const byName = new Map([...ids].map(([name, id]) => [name, toKnownName(name, id)]));

/** Position of a name among those of the format. */
export function idOf(name: string): number {
  return ids.get(name) ?? -1;
}

const size = 4096;
const keys = new Int32Array(size);
const found: (KnownName | undefined)[] = new Array(size);
for (const name of names) {
  const key = sample(name, 0, name.length);
  let slot = slotOf(key);
  while (found[slot] !== undefined && keys[slot] !== key) slot = (slot + 1) % size;
  // Of two names alike in their sample the first is found; the other is read as a name of no format.
  if (found[slot] === undefined) found[slot] = tagsOf(name);
  keys[slot] = key;
}

/**
 * The name of the format whose length and sampled characters are those between two offsets of a source. It may be
 * another name all the same: the caller compares.
 */
export function sampledName(source: string, start: number, end: number): KnownName | undefined {
  const key = sample(source, start, end);
  for (let slot = slotOf(key); ; slot = (slot + 1) % size) {
    const name = found[slot];
    if (name === undefined || keys[slot] === key) return name;
  }
}

function sample(source: string, start: number, end: number): number {
  const length = end - start;
  const middle = start + (length >> 1);
  const head = ((source.charCodeAt(start + (length >> 2)) & 31) << 5) | (source.charCodeAt(end - 1) & 31);
  const tail = ((source.charCodeAt(end - 2) & 31) << 5) | (source.charCodeAt(middle) & 31);
  return (((((head << 10) | tail) << 5) | (source.charCodeAt(middle + 1) & 31)) << 6) | (length & 63);
}

function slotOf(key: number): number {
  return Math.imul(key, 0x9e3779b1) >>> 20;
}
