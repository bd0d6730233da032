import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf, systemCode } from '../exit.js';
import type { OwnFiles } from '../outputs/own-files.js';

/** One file to read, or the standard input. */
export interface InputFile {
  /** As shown to a person. */
  readonly name: string;
  /** `undefined` for the standard input. */
  readonly path: string | undefined;
  /** Why it cannot be opened, where looking for it already showed that. */
  readonly problem?: string;
}

/** The files that a list of inputs stands for: folders are walked in the order of names; hidden files are left out, and `own` ones. */
export async function* walkInputs(inputs: readonly string[], own?: OwnFiles): AsyncGenerator<InputFile> {
  for (const input of inputs) {
    if (input === '-') yield { name: 'stdin', path: undefined };
    else yield* walk(input, own);
  }
}

async function* walk(path: string, own?: OwnFiles): AsyncGenerator<InputFile> {
  let isFolder: boolean;
  try {
    isFolder = (await stat(path)).isDirectory();
  } catch (error) {
    yield { name: path, path, problem: explain(error) };
    return;
  }
  if (!isFolder) {
    yield { name: path, path };
    return;
  }
  yield* walkFolder(path, own);
}

async function* walkFolder(path: string, own?: OwnFiles): AsyncGenerator<InputFile> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    entries.sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue;
      const below = join(path, entry.name);
      if (own?.has(below)) continue;
      if (entry.isDirectory()) yield* walkFolder(below, own);
      else if (entry.isFile() || entry.isSymbolicLink()) yield { name: below, path: below };
    }
  } catch (error) {
    yield { name: path, path, problem: explain(error) };
  }
}

export function explain(error: unknown): string {
  switch (systemCode(error)) {
    case 'ENOENT':
      return 'There is no such file or folder.';
    case 'EACCES':
    case 'EPERM':
      return 'The permission to read it is missing.';
    case 'EISDIR':
      return 'It is a folder.';
    default:
      return messageOf(error);
  }
}
