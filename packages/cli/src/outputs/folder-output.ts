import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TargetResult } from '../engine/results.js';
import { cannotWrite } from './append-file.js';
import type { Folder } from './folder.js';
import { exists } from './folders-on-disk.js';
import { fileNameOf } from './names.js';
import type { NamedTrial, Output, OutputState } from './output.js';

/** Writes one file per trial. */
export class FolderOutput implements Output {
  private isDone = false;

  constructor(
    private readonly folder: Folder,
    private readonly extension: string,
  ) {}

  async append(result: TargetResult, trials: readonly NamedTrial[]): Promise<void> {
    await this.folder.make();
    for (const entry of result.entries ?? []) {
      const trial = trials[entry.trial];
      if (!trial) throw new Error('an entry without a trial');
      const name = fileNameOf(trial.id, trial.kind, trial.occurrence) + this.extension;
      try {
        await writeFile(join(this.folder.aside, name), result.bytes.subarray(entry.start, entry.end));
      } catch (error) {
        throw cannotWrite(join(this.folder.path, name), error);
      }
    }
  }

  /** Files behind the checkpoint need no cutting: they are written again, with the same content. */
  async commit(): Promise<OutputState> {
    return { lengths: {}, counts: {} };
  }

  async resume(_state: OutputState, isFinishing: boolean): Promise<void> {
    await this.folder.resume();
    this.isDone = isFinishing && !(await exists(this.folder.aside));
  }

  async finish(): Promise<void> {
    if (this.isDone) return;
    await this.folder.make();
    await this.folder.finish();
  }

  async release(): Promise<void> {}

  abandon(): Promise<void> {
    return this.folder.abandon();
  }
}
