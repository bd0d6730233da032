import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { messageOf, outputError, systemCode } from '../exit.js';

/** Something bytes are added to at the end. */
export interface Appendable {
  readonly length: number;
  append(bytes: Uint8Array): Promise<void>;
}

/** A file that is written aside, and gets its name when it is complete. */
export class AppendFile implements Appendable {
  length = 0;
  private handle: FileHandle | undefined;

  constructor(
    readonly path: string,
    readonly aside: string,
  ) {}

  async append(bytes: Uint8Array): Promise<void> {
    if (bytes.length === 0) return;
    try {
      const handle = await this.open();
      for (let from = 0; from < bytes.length; ) {
        const { bytesWritten } = await handle.write(bytes, from, bytes.length - from);
        from += bytesWritten;
      }
      this.length += bytes.length;
    } catch (error) {
      throw cannotWrite(this.path, error);
    }
  }

  async finish(): Promise<void> {
    try {
      const handle = await this.open();
      await handle.sync();
      await this.close();
      await rename(this.aside, this.path);
    } catch (error) {
      throw cannotWrite(this.path, error);
    }
  }

  async abandon(): Promise<void> {
    await this.close();
    await rm(this.aside, { force: true });
  }

  private async open(): Promise<FileHandle> {
    if (!this.handle) {
      await mkdir(dirname(this.aside), { recursive: true });
      this.handle = await open(this.aside, 'w');
    }
    return this.handle;
  }

  private async close(): Promise<void> {
    await this.handle?.close();
    this.handle = undefined;
  }
}

export function cannotWrite(path: string, error: unknown): Error {
  return outputError(`${path} cannot be written: ${reasonOf(error)}`, error);
}

function reasonOf(error: unknown): string {
  switch (systemCode(error)) {
    case 'ENOSPC':
      return 'the disk is full.';
    case 'EACCES':
    case 'EPERM':
      return 'the permission is missing.';
    case 'EROFS':
      return 'the file system is read-only.';
    case 'ENOTDIR':
      return 'a part of its path is not a folder.';
    case 'EISDIR':
      return 'it is a folder.';
    default:
      return `${messageOf(error)}.`;
  }
}
