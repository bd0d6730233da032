import { type Stats, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * Where a file stands or will stand, the same for every way to write its path: the folder by its number on its device,
 * and the name in it. Links and the volumes of containers make texts of paths compare wrongly.
 */
export function placeOf(path: string): string {
  let folder = dirname(resolve(path));
  let name = basename(resolve(path));
  for (;;) {
    const found = statOf(folder);
    if (found || folder === dirname(folder)) return `${found?.dev}:${found?.ino}:${name}`;
    name = join(basename(folder), name);
    folder = dirname(folder);
  }
}

/** Whether two paths lead to one file or folder that exists. */
export function isSameFile(one: string, other: string): boolean {
  const [first, second] = [statOf(one), statOf(other)];
  return first !== undefined && first.dev === second?.dev && first.ino === second.ino;
}

/** Whether a path is a device or a pipe, such as /dev/null: what is written there has no name to get. */
export function isDevice(path: string): boolean {
  const found = statOf(path);
  return found !== undefined && !found.isFile() && !found.isDirectory();
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    // What cannot be looked at does not exist for us; whoever opens it says why.
    return undefined;
  }
}
