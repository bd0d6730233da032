import { createReadStream } from 'node:fs';
import type { TargetResult } from '../engine/results.js';
import type { AppendFile } from './append-file.js';
import { fileNameOf } from './names.js';
import type { NamedTrial, Output, OutputState } from './output.js';
import { directoryHeader, endOfDirectory, localHeader } from './zip-format.js';

/**
 * Writes one entry per trial. The entries come packed from the workers; the directory of the zip, which must stand at
 * its end, grows in a file of its own, so that neither the number of entries nor a crash costs anything.
 */
export class ZipOutput implements Output {
  private entries = 0;

  constructor(
    private readonly file: AppendFile,
    private readonly directory: AppendFile,
    private readonly extension: string,
  ) {}

  async append(result: TargetResult, trials: readonly NamedTrial[]): Promise<void> {
    const content: Uint8Array[] = [];
    const headers: Uint8Array[] = [];
    let offset = this.file.length;
    for (const entry of result.entries ?? []) {
      const trial = trials[entry.trial];
      if (!trial) throw new Error('an entry without a trial');
      const name = fileNameOf(trial.id, trial.kind, trial.occurrence) + this.extension;
      const packedSize = entry.end - entry.start;
      const member = { name, crc: entry.crc, packedSize, size: entry.size };
      const header = localHeader(member);
      content.push(header, result.bytes.subarray(entry.start, entry.end));
      headers.push(directoryHeader(member, offset));
      offset += header.length + packedSize;
      this.entries += 1;
    }
    await this.file.append(Buffer.concat(content));
    await this.directory.append(Buffer.concat(headers));
  }

  async commit(): Promise<OutputState> {
    const lengths = { file: await this.file.commit(), directory: await this.directory.commit() };
    return { lengths, counts: { entries: this.entries } };
  }

  async resume({ lengths, counts }: OutputState, isFinishing: boolean): Promise<void> {
    this.entries = counts.entries ?? 0;
    await this.file.resume(lengths.file ?? 0, isFinishing);
    await this.directory.resume(lengths.directory ?? 0, isFinishing);
  }

  async finish(): Promise<void> {
    const { entries } = this;
    const offset = this.file.length;
    const size = this.directory.length;
    if (size > 0) for await (const part of createReadStream(this.directory.aside)) await this.file.append(part);
    await this.file.append(endOfDirectory({ offset, size, entries }));
    await this.file.finish();
    await this.directory.abandon();
  }

  async release(): Promise<void> {
    await this.file.release();
    await this.directory.release();
  }

  async abandon(): Promise<void> {
    await this.file.abandon();
    await this.directory.abandon();
  }
}
