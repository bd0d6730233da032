import { join } from 'node:path';
import type { TargetResult } from '../engine/results.js';
import { AppendFile } from './append-file.js';
import type { Folder } from './folder-output.js';
import type { Output } from './output.js';

/**
 * Writes FHIR resources in the layout of the Bulk Data export: one NDJSON file per resource type, and a manifest. The
 * manifest has no time of the export: the same input gives the same bytes.
 */
export class ResourcesOutput implements Output {
  private readonly lists = new Map<string, { file: AppendFile; count: number }>();

  constructor(private readonly folder: Folder) {}

  async append(result: TargetResult): Promise<void> {
    await this.folder.make();
    for (const part of result.resources ?? []) {
      const list = this.listOf(part.type);
      await list.file.append(result.bytes.subarray(part.start, part.end));
      list.count += part.count;
    }
  }

  async finish(): Promise<void> {
    await this.folder.make();
    const output: object[] = [];
    for (const [type, { file, count }] of [...this.lists].sort(byType)) {
      await file.finish();
      output.push({ type, url: `${type}.ndjson`, count });
    }
    const manifest = this.fileOf('manifest.json');
    await manifest.append(
      Buffer.from(`${JSON.stringify({ requiresAccessToken: false, output, error: [] }, null, 2)}\n`),
    );
    await manifest.finish();
    await this.folder.finish();
  }

  async abandon(): Promise<void> {
    for (const { file } of this.lists.values()) await file.abandon();
    await this.folder.abandon();
  }

  private listOf(type: string): { file: AppendFile; count: number } {
    const known = this.lists.get(type);
    if (known) return known;
    const list = { file: this.fileOf(`${type}.ndjson`), count: 0 };
    this.lists.set(type, list);
    return list;
  }

  private fileOf(name: string): AppendFile {
    const path = join(this.folder.aside, name);
    return new AppendFile(path, `${path}.partial`);
  }
}

function byType([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}

/** Writes rows as one file of a folder. */
export class RowsFolderOutput implements Output {
  constructor(
    private readonly rows: Output,
    private readonly folder: Folder,
  ) {}

  async append(result: TargetResult): Promise<void> {
    await this.folder.make();
    await this.rows.append(result);
  }

  async finish(): Promise<void> {
    await this.folder.make();
    await this.rows.finish();
    await this.folder.finish();
  }

  async abandon(): Promise<void> {
    await this.rows.abandon();
    await this.folder.abandon();
  }
}
