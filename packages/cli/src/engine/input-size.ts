import { stat } from 'node:fs/promises';
import { walkInputs } from '../inputs/walk.js';
import type { OwnFiles } from '../outputs/own-files.js';

/** Bytes of all inputs, `undefined` when one of them is a pipe. */
export async function totalSize(inputs: readonly string[], own?: OwnFiles): Promise<number | undefined> {
  let total = 0;
  for await (const { path, problem } of walkInputs(inputs, own)) {
    if (path === undefined) return undefined;
    if (problem !== undefined) continue;
    const found = await stat(path).catch(() => undefined);
    total += found?.size ?? 0;
  }
  return total;
}
