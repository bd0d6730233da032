import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { TargetResult } from '../engine/results.js';
import { systemCode } from '../exit.js';
import { cannotWrite } from './append-file.js';
import { Names } from './names.js';
import type { Output } from './output.js';

/** A folder that is filled aside. Files of an existing folder are replaced one by one, at the end; others stay. */
export class Folder {
  readonly aside: string;
  private isMade = false;

  constructor(readonly path: string) {
    const clean = path.replace(/\/+$/, '');
    this.aside = `${clean}.partial`;
  }

  async make(): Promise<void> {
    if (this.isMade) return;
    this.isMade = true;
    try {
      await mkdir(this.aside, { recursive: true });
    } catch (error) {
      throw cannotWrite(this.path, error);
    }
  }

  async finish(): Promise<void> {
    try {
      await this.make();
      await mkdir(dirname(this.path), { recursive: true });
      if (await exists(this.path)) await moveInto(this.aside, this.path);
      else await rename(this.aside, this.path.replace(/\/+$/, ''));
    } catch (error) {
      throw cannotWrite(this.path, error);
    }
  }

  async abandon(): Promise<void> {
    await rm(this.aside, { recursive: true, force: true });
  }
}

/** Writes one file per trial. */
export class FolderOutput implements Output {
  private readonly names = new Names();

  constructor(
    private readonly folder: Folder,
    private readonly extension: string,
  ) {}

  async append(result: TargetResult): Promise<void> {
    await this.folder.make();
    for (const entry of result.entries ?? []) {
      const name = this.names.take(entry.id, entry.kind) + this.extension;
      try {
        await writeFile(join(this.folder.aside, name), result.bytes.subarray(entry.start, entry.end));
      } catch (error) {
        throw cannotWrite(join(this.folder.path, name), error);
      }
    }
  }

  finish(): Promise<void> {
    return this.folder.finish();
  }

  abandon(): Promise<void> {
    return this.folder.abandon();
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
}

async function moveInto(from: string, to: string): Promise<void> {
  for (const entry of await readdir(from)) await rename(join(from, entry), join(to, entry));
  await rm(from, { recursive: true });
}
