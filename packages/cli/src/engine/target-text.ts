import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import type { TrialWriter } from '@trialbridge/core';
import type { BulkLine, BundleLike } from '@trialbridge/fhir';
import { ownBytes } from './own-bytes.js';
import type { TargetPlan } from './plan.js';
import type { EntryPart, ResourcePart, TargetResult } from './results.js';
import { TextBuffer } from './text-buffer.js';

export type ToBulkLines = (bundle: BundleLike) => BulkLine[];

interface ResourceList {
  readonly type: string;
  /** Of a resource that several trials share. */
  readonly id?: string;
  readonly lines: TextBuffer;
  count: number;
}

const prolog = /^\uFEFF?<\?xml[^>]*\?>\s*/;

/** Gathers what the trials of one batch become in one format, framed and packed. Used for batch after batch. */
export class TargetText {
  private readonly text = new TextBuffer(1 << 20);
  private documents = 0;
  private entries: EntryPart[] = [];
  private readonly resources = new Map<string, ResourceList>();

  constructor(
    private readonly target: TargetPlan,
    readonly writer: TrialWriter<unknown>,
    private readonly toBulkLines?: ToBulkLines,
  ) {}

  /** Lends memory for results to come. */
  addRoom(room: ArrayBuffer | undefined): void {
    if (room) this.text.addRoom(room);
  }

  /** `trial` is its number among those of the batch that are handed to the writers. */
  add(trial: number, document: unknown): void {
    const { framing } = this.target;
    if (framing === 'resources') this.addResources(document);
    else if (framing === 'entries') this.addEntry(trial, this.toFile(document));
    else if (framing === 'list') this.addToList(document);
    else {
      this.text.add(this.writer.toText(document));
      this.text.add(framing === 'rows' ? '\r\n' : '\n');
    }
    this.documents += 1;
  }

  /** What was gathered since the last result. */
  result(): TargetResult {
    const { documents, entries } = this;
    this.documents = 0;
    this.entries = [];
    const { framing, packing } = this.target;
    if (framing === 'entries') return { bytes: this.text.take(), documents, entries };
    if (framing === 'resources') return { ...this.takeResources(), documents };
    if (packing === 'plain' || this.text.length === 0) return { bytes: this.text.take(), documents };
    // Each batch is a gzip member of its own: members are made in parallel, and cut off at a checkpoint.
    const bytes = ownBytes(gzipSync(this.text.view()));
    this.text.clear();
    return { bytes, documents };
  }

  private toFile(document: unknown): string {
    const { writer } = this;
    if (writer.kind === 'rows') return `${writer.head?.() ?? ''}\r\n${writer.toText(document)}\r\n`;
    return `${this.toDocument(document)}\n`;
  }

  private toDocument(document: unknown): string {
    const text = this.writer.toText(document);
    if (!this.target.isPretty || this.writer.kind !== 'json') return text;
    return JSON.stringify(JSON.parse(text), null, 2);
  }

  private addToList(document: unknown): void {
    if (this.writer.kind === 'json') {
      if (this.documents > 0) this.text.add(',\n');
      this.text.add(this.toDocument(document));
    } else {
      if (this.documents > 0) this.text.add('\n');
      // Only the first document of a list may have a prolog, and its output brings one.
      this.text.add(this.writer.toText(document).replace(prolog, '').trimEnd());
    }
  }

  private addEntry(trial: number, file: string): void {
    const content = Buffer.from(file, 'utf8');
    const isPacked = this.target.packing === 'zip';
    const start = this.text.length;
    this.text.addBytes(isPacked ? deflateRawSync(content) : content);
    const crc = isPacked ? crc32(content) : 0;
    this.entries.push({ trial, start, end: this.text.length, crc, size: content.length });
  }

  private addResources(document: unknown): void {
    for (const { type, line, sharedId } of this.toBulkLines?.(document as BundleLike) ?? []) {
      const key = sharedId === undefined ? type : `${type}/${sharedId}`;
      let list = this.resources.get(key);
      if (list && sharedId !== undefined) continue;
      if (!list) {
        list = { type, lines: new TextBuffer(1 << 12), count: 0, ...(sharedId !== undefined && { id: sharedId }) };
        this.resources.set(key, list);
      }
      list.lines.add(line);
      list.lines.add('\n');
      list.count += 1;
    }
  }

  private takeResources(): { bytes: Uint8Array; resources: ResourcePart[] } {
    const resources: ResourcePart[] = [];
    for (const { lines, ...rest } of this.resources.values()) {
      const start = this.text.length;
      this.text.addBytes(lines.view());
      resources.push({ ...rest, start, end: this.text.length });
    }
    this.resources.clear();
    return { bytes: this.text.take(), resources };
  }
}
