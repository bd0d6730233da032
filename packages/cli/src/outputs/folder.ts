import { readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cannotWrite } from './append-file.js';
import { exists, makeFolder } from './folders-on-disk.js';

/** A folder that is filled aside. Files of an existing folder are replaced one by one, at the end; others stay. */
export class Folder {
  readonly path: string;
  readonly aside: string;
  private isMade = false;

  constructor(path: string) {
    this.path = path.length > 1 ? path.replace(/\/+$/, '') : path;
    this.aside = `${this.path}.partial`;
  }

  /** Makes the folder aside. What an abandoned run left there is removed. */
  async make(): Promise<void> {
    if (this.isMade) return;
    this.isMade = true;
    try {
      await rm(this.aside, { recursive: true, force: true });
      await makeFolder(this.aside);
    } catch (error) {
      throw cannotWrite(this.path, error);
    }
  }

  /** Takes up the folder aside as an earlier run left it. */
  async resume(): Promise<void> {
    this.isMade = await exists(this.aside);
  }

  async finish(): Promise<void> {
    try {
      await makeFolder(dirname(this.path));
      if (!(await exists(this.path))) await rename(this.aside, this.path);
      else await moveInto(this.aside, this.path);
    } catch (error) {
      throw cannotWrite(this.path, error);
    }
  }

  async abandon(): Promise<void> {
    if (this.isMade) await rm(this.aside, { recursive: true, force: true });
  }
}

async function moveInto(from: string, to: string): Promise<void> {
  for (const entry of await readdir(from)) await rename(join(from, entry), join(to, entry));
  await rm(from, { recursive: true });
}
