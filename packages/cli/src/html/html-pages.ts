import { basename, join } from 'node:path';
import type { ReadRecord } from '../engine/read-record.js';
import { AppendFile } from '../outputs/append-file.js';
import { evidenceHtml } from './evidence-html.js';

/**
 * Writes evidence pages: into a file, the page of the first record; into a folder, a page for each record, named after
 * its source.
 */
export class HtmlPages {
  private readonly isFolder: boolean;
  private readonly named = new Map<string, number>();
  private records = 0;

  constructor(private readonly path: string) {
    this.isFolder = !/\.x?html?$/i.test(path);
  }

  /** Records that have no page, because a file holds one. */
  get left(): number {
    return this.isFolder ? 0 : Math.max(0, this.records - 1);
  }

  /** @throws CommandError when the page cannot be written. */
  async add({ text, format, reading, issues }: ReadRecord, place: string): Promise<void> {
    this.records += 1;
    if (this.left > 0) return;
    const html = evidenceHtml({ source: text, sourceName: basename(place), reading, issues, format });
    const file = new AppendFile(this.isFolder ? join(this.path, this.nameOf(place)) : this.path);
    try {
      await file.append(Buffer.from(html, 'utf8'));
      await file.finish();
    } catch (error) {
      // What cannot be taken away hides nothing: the first error says what is wrong.
      await file.abandon().catch(() => undefined);
      throw error;
    }
  }

  private nameOf(place: string): string {
    const name =
      basename(place)
        .replace(/[^A-Za-z0-9._-]+/g, '-')
        .replace(/^[.-]+/, '') || 'record';
    // Names that differ in letter case only are one file on some systems.
    const key = name.toLowerCase();
    const before = this.named.get(key) ?? 0;
    this.named.set(key, before + 1);
    return before === 0 ? `${name}.html` : `${name}~${before + 1}.html`;
  }
}
