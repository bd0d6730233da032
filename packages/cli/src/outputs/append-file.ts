import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { messageOf, outputError, systemCode } from '../exit.js';
import { makeFolder } from './folders-on-disk.js';
import { isDevice } from './place.js';

/** Something bytes are added to at the end. */
export interface Appendable {
  readonly length: number;
  append(bytes: Uint8Array): Promise<void>;
}

/** A file that is written aside, and gets its name when it is complete. A device or a pipe is written at once. */
export class AppendFile implements Appendable {
  length = 0;
  private handle: FileHandle | undefined;
  private isDone = false;
  readonly aside: string;
  private readonly isDevice: boolean;

  /** `aside` may be the same as `path`, in a folder that stands aside itself. */
  constructor(
    readonly path: string,
    aside = `${path}.partial`,
  ) {
    this.isDevice = isDevice(path);
    this.aside = this.isDevice ? path : aside;
  }

  /** Opens it, so that what cannot be written is noticed before there is something to write. */
  async prepare(): Promise<void> {
    if (this.isDone) return;
    try {
      await this.open();
    } catch (error) {
      throw cannotWrite(this.path, error);
    }
  }

  async append(bytes: Uint8Array): Promise<void> {
    if (bytes.length === 0 || this.isDone) return;
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

  /** Forces what was written onto the disk, and gives the length. */
  async commit(): Promise<number> {
    try {
      if (!this.isDevice) await this.handle?.datasync();
    } catch (error) {
      throw cannotWrite(this.path, error);
    }
    return this.length;
  }

  /** Goes back to a length; bytes behind it came after the last commit. */
  async resume(length: number, isFinishing: boolean): Promise<void> {
    try {
      this.handle = await open(this.aside, 'r+');
    } catch (error) {
      if (systemCode(error) !== 'ENOENT') throw cannotWrite(this.path, error);
      if (isFinishing) this.isDone = true;
      else if (length > 0)
        throw outputError(`${this.aside} is gone; the run cannot go on. Delete the checkpoint.`, error);
      return;
    }
    const { size } = await this.handle.stat();
    if (size < length) {
      throw outputError(
        `${this.aside} is shorter than at the checkpoint; the run cannot go on. Delete the checkpoint.`,
        undefined,
      );
    }
    await this.handle.truncate(length);
    this.handle = await this.reopened();
    this.length = length;
  }

  async finish(): Promise<void> {
    if (this.isDone) return;
    try {
      const handle = await this.open();
      if (!this.isDevice) await handle.sync();
      await this.release();
      if (this.aside !== this.path) await rename(this.aside, this.path);
      this.isDone = true;
    } catch (error) {
      throw cannotWrite(this.path, error);
    }
  }

  async release(): Promise<void> {
    await this.handle?.close();
    this.handle = undefined;
  }

  async abandon(): Promise<void> {
    await this.release();
    if (!this.isDevice) await rm(this.aside, { force: true });
  }

  private async open(): Promise<FileHandle> {
    if (!this.handle) {
      await makeFolder(dirname(this.aside));
      this.handle = await open(this.aside, 'w');
    }
    return this.handle;
  }

  /** Opened for appending, where writing begins at the end. */
  private async reopened(): Promise<FileHandle> {
    await this.release();
    return open(this.aside, 'a');
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
    case 'ENOENT':
      return 'its folder cannot be made.';
    case 'ENOTDIR':
    case 'EEXIST':
      return 'a part of its path is not a folder.';
    case 'EISDIR':
      return 'it is a folder.';
    default:
      return `${messageOf(error)}.`;
  }
}
