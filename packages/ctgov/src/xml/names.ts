import { structures } from './vocabulary.js';

const size = 2048;
const names: (string | undefined)[] = new Array(size);
const hashes = new Int32Array(size);

for (const [, parts] of structures) for (const { name } of parts) remember(name);
for (const name of ['clinical_study', 'clinical_studies']) remember(name);

/** The hash that `known` looks names up by, of all but its last character. */
export function extend(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

/** The one copy of a name of the format that stands in a source; `undefined` for other names. */
export function known(source: string, start: number, end: number, hash: number): string | undefined {
  let slot = hash & (size - 1);
  for (;;) {
    const name = names[slot];
    if (name === undefined) return undefined;
    if (hashes[slot] === hash && name.length === end - start && source.startsWith(name, start)) return name;
    slot = (slot + 1) & (size - 1);
  }
}

function remember(name: string): void {
  let hash = 0;
  for (let index = 0; index < name.length; index += 1) hash = extend(hash, name.charCodeAt(index));
  let slot = hash & (size - 1);
  while (names[slot] !== undefined) {
    if (names[slot] === name) return;
    slot = (slot + 1) & (size - 1);
  }
  names[slot] = name;
  hashes[slot] = hash;
}
