import { join } from 'node:path';
import type { TargetResult } from '../engine/results.js';
import type { AppendFile } from './append-file.js';
import type { Folder } from './folder.js';
import { exists } from './folders-on-disk.js';
import type { Output, OutputState } from './output.js';

/** Writes rows as one file of a folder, with the files that explain them beside it. */
export class RowsFolderOutput implements Output {
  private isDone = false;

  constructor(
    private readonly rows: Output,
    private readonly folder: Folder,
    private readonly beside: readonly (readonly [file: AppendFile, text: string])[],
  ) {}

  async append(result: TargetResult): Promise<void> {
    await this.folder.make();
    await this.rows.append(result, []);
  }

  commit(): Promise<OutputState | undefined> {
    return this.rows.commit();
  }

  async resume(state: OutputState, isFinishing: boolean): Promise<void> {
    await this.folder.resume();
    this.isDone = isFinishing && !(await exists(join(this.folder.aside)));
    if (!this.isDone) await this.rows.resume(state, isFinishing);
  }

  async finish(): Promise<void> {
    if (this.isDone) return;
    await this.folder.make();
    await this.rows.finish();
    for (const [file, text] of this.beside) {
      await file.append(Buffer.from(text));
      await file.finish();
    }
    await this.folder.finish();
  }

  async release(): Promise<void> {
    await this.rows.release();
  }

  async abandon(): Promise<void> {
    await this.rows.release();
    await this.folder.abandon();
  }
}
