import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { TrialWriter } from '@trialbridge/core';
import type { Framing, Packing } from '../engine/plan.js';
import { usageError } from '../exit.js';
import { isDevice } from './place.js';

/** Where one target goes, and how its documents share the place. */
export interface Destination {
  /** `undefined` for the standard output. */
  readonly path: string | undefined;
  readonly shape: 'stream' | 'zip' | 'folder';
  readonly framing: Framing;
  readonly packing: Packing;
}

type Kind = TrialWriter['kind'];

/** What the ending of `--out` means, and which kinds of documents can go there. */
const endings: readonly (readonly [ending: string, kind: Kind, framing: Framing])[] = [
  ['.ndjson', 'json', 'lines'],
  ['.jsonl', 'json', 'lines'],
  ['.json', 'json', 'list'],
  ['.xml', 'xml', 'list'],
  ['.csv', 'rows', 'rows'],
];

const streamFraming = { json: 'lines', xml: 'list', rows: 'rows' } as const satisfies Record<Kind, Framing>;

/**
 * Decides by `--out` how the documents of the targets are framed. Several formats go into a folder with a folder for
 * each.
 */
export function destinationsOf(out: string | undefined, writers: readonly TrialWriter<unknown>[]): Destination[] {
  const [only] = writers;
  if (only && writers.length === 1) return [destinationOf(out, only)];
  if (out === undefined || !isFolder(out)) {
    throw usageError('Several formats need a folder: --out <folder>. Each format gets a folder of its own in it.');
  }
  return writers.map((writer) => folderOf(join(out, writer.format), writer));
}

function destinationOf(out: string | undefined, writer: TrialWriter<unknown>): Destination {
  if (out === undefined || out === '-') {
    return { path: undefined, shape: 'stream', framing: streamFraming[writer.kind], packing: 'plain' };
  }
  if (isDevice(out)) return { path: out, shape: 'stream', framing: streamFraming[writer.kind], packing: 'plain' };
  if (isFolder(out)) return folderOf(out, writer);
  const name = basename(out).toLowerCase();
  if (name.endsWith('.zip')) return { path: out, shape: 'zip', framing: 'entries', packing: 'zip' };
  const packing = name.endsWith('.gz') ? 'gzip' : 'plain';
  const inner = packing === 'gzip' ? name.slice(0, -3) : name;
  const ending = endings.find(([known]) => inner.endsWith(known));
  if (!ending) {
    throw usageError(
      `The ending of ${out} does not say how to write it. Use .json, .ndjson, .xml, .csv (each also with .gz), .zip, ` +
        'or a folder.',
    );
  }
  const [, kind, framing] = ending;
  if (kind !== writer.kind) {
    const fitting = endings.flatMap(([known, of]) => (of === writer.kind ? [known] : [])).join(', ');
    throw usageError(`${writer.format} cannot be written as ${ending[0]}. Use ${fitting}, .zip or a folder.`);
  }
  return { path: out, shape: 'stream', framing, packing };
}

function folderOf(path: string, writer: TrialWriter<unknown>): Destination {
  const shape = 'folder';
  if (writer.format.startsWith('fhir-')) return { path, shape, framing: 'resources', packing: 'plain' };
  return { path, shape, framing: writer.kind === 'rows' ? 'rows' : 'entries', packing: 'plain' };
}

/** A folder is what ends in a slash, exists as one, or has no ending. */
function isFolder(out: string): boolean {
  if (out.endsWith('/')) return true;
  if (isExistingFolder(out)) return true;
  return !basename(out).slice(1).includes('.');
}

function isExistingFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // Whether it can be written shows when it is.
    return false;
  }
}
