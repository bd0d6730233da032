import { createHash } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import { walkInputs } from '../inputs/walk.js';
import type { OwnFiles } from '../outputs/own-files.js';

/** What a checkpoint remembers of an input, to notice that it is another one now. */
export interface InputPrint {
  readonly input: string;
  readonly files: number;
  readonly bytes: number;
  /** Of the names, sizes and times of all files, and of the first and last bytes of a single one. */
  readonly digest: string;
}

const looked = 1 << 16;

/** Looks at the inputs without reading them whole. */
export async function printInputs(inputs: readonly string[], own?: OwnFiles): Promise<InputPrint[]> {
  const prints: InputPrint[] = [];
  for (const input of inputs) {
    const hash = createHash('sha256');
    let files = 0;
    let bytes = 0;
    for await (const { path, name, problem } of walkInputs([input], own)) {
      files += 1;
      hash.update(`${name}\0`);
      if (path === undefined || problem !== undefined) continue;
      const { size, mtimeMs } = await stat(path);
      bytes += size;
      hash.update(`${size} ${Math.floor(mtimeMs)}\0`);
      if (path === input) hash.update(await ends(path, size));
    }
    prints.push({ input, files, bytes, digest: hash.digest('hex').slice(0, 32) });
  }
  return prints;
}

async function ends(path: string, size: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const bytes = Buffer.alloc(Math.min(size, 2 * looked));
    const head = Math.min(bytes.length, looked);
    await file.read(bytes, 0, head, 0);
    await file.read(bytes, head, bytes.length - head, Math.max(head, size - looked));
    return bytes;
  } finally {
    await file.close();
  }
}
