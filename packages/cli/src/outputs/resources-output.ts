import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { IdSet, keyOf } from '../engine/id-set.js';
import type { ResourcePart, TargetResult } from '../engine/results.js';
import { AppendFile } from './append-file.js';
import type { Folder } from './folder.js';
import { exists } from './folders-on-disk.js';
import type { Output, OutputState } from './output.js';

/** The only resources that studies share: their ids derive from their names. */
const sharedType = 'Organization';

interface List {
  readonly file: AppendFile;
  count: number;
}

/** Parts of a Bulk Data manifest that its specification demands and no record says. */
export interface ManifestFacts {
  /** The time of the export, as an instant: resources that changed later are not in it. */
  readonly transactionTime?: string;
  /** The request that the export answers, as a URL. */
  readonly request?: string;
}

/**
 * Writes FHIR resources in the layout of the Bulk Data export: one NDJSON file per resource type, and a manifest. The
 * manifest has no time of its own: the same input gives the same bytes.
 */
export class ResourcesOutput implements Output {
  private readonly lists = new Map<string, List>();
  private readonly shared = new IdSet();
  private isDone = false;

  constructor(
    private readonly folder: Folder,
    private readonly facts: ManifestFacts = {},
  ) {}

  async append(result: TargetResult): Promise<void> {
    await this.folder.make();
    for (const [type, parts] of this.group(result.resources ?? [])) {
      const list = this.listOf(type);
      const pieces = parts.map(({ start, end }) => result.bytes.subarray(start, end));
      await list.file.append(pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces));
      for (const { count } of parts) list.count += count;
    }
  }

  async commit(): Promise<OutputState> {
    const lengths: Record<string, number> = {};
    const counts: Record<string, number> = {};
    for (const [type, { file, count }] of this.lists) {
      lengths[type] = await file.commit();
      counts[type] = count;
    }
    return { lengths, counts };
  }

  async resume({ lengths, counts }: OutputState, isFinishing: boolean): Promise<void> {
    await this.folder.resume();
    this.isDone = isFinishing && !(await exists(this.folder.aside));
    if (this.isDone) return;
    for (const [type, length] of Object.entries(lengths)) {
      const list = this.listOf(type);
      await list.file.resume(length, isFinishing);
      list.count = counts[type] ?? 0;
      if (type === sharedType && length > 0) await this.recall(list.file.aside);
    }
  }

  async finish(): Promise<void> {
    if (this.isDone) return;
    await this.folder.make();
    const output: object[] = [];
    for (const [type, { file, count }] of [...this.lists].sort(byType)) {
      await file.finish();
      output.push({ type, url: `${type}.ndjson`, count });
    }
    const manifest = this.fileOf('manifest.json');
    await manifest.append(
      Buffer.from(`${JSON.stringify({ ...this.facts, requiresAccessToken: false, output, error: [] }, null, 2)}\n`),
    );
    await manifest.finish();
    await this.folder.finish();
  }

  async release(): Promise<void> {
    for (const { file } of this.lists.values()) await file.release();
  }

  async abandon(): Promise<void> {
    await this.release();
    await this.folder.abandon();
  }

  /** By type, without the shared resources that an earlier batch has brought. */
  private group(resources: readonly ResourcePart[]): Map<string, ResourcePart[]> {
    const groups = new Map<string, ResourcePart[]>();
    for (const part of resources) {
      if (part.id !== undefined && !this.shared.add(keyOf(part.id))) continue;
      const group = groups.get(part.type);
      if (group) group.push(part);
      else groups.set(part.type, [part]);
    }
    return groups;
  }

  /** Reads back which shared resources stand in the file already. */
  private async recall(path: string): Promise<void> {
    for await (const line of createInterface({ input: createReadStream(path) })) {
      const { id } = JSON.parse(line) as { id: string };
      this.shared.add(keyOf(id));
    }
  }

  private listOf(type: string): List {
    const known = this.lists.get(type);
    if (known) return known;
    const list = { file: this.fileOf(`${type}.ndjson`), count: 0 };
    this.lists.set(type, list);
    return list;
  }

  private fileOf(name: string): AppendFile {
    const path = join(this.folder.aside, name);
    return new AppendFile(path, path);
  }
}

function byType([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}
