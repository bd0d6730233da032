import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import type { TrialWriter } from '@trialbridge/core';
import type { BulkLine, BundleLike } from '@trialbridge/fhir';
import { concatOwn, encodeOwn, ownBytes } from './own-bytes.js';
import type { TargetPlan } from './plan.js';
import type { EntryPart, ResourcePart, TargetResult } from './results.js';

export type ToBulkLines = (bundle: BundleLike) => BulkLine[];

const prolog = /^\uFEFF?<\?xml[^>]*\?>\s*/;

/** Gathers what the trials of one batch become in one format, framed and packed. */
export class TargetText {
  readonly writer: TrialWriter<unknown>;
  private text = '';
  private documents = 0;
  private readonly parts: Uint8Array[] = [];
  private length = 0;
  private readonly entries: EntryPart[] = [];
  private readonly resources = new Map<string, { type: string; id?: string; text: string; count: number }>();

  constructor(
    private readonly target: TargetPlan,
    writer: TrialWriter<unknown> | undefined,
    private readonly toBulkLines?: ToBulkLines,
  ) {
    if (!writer) throw new Error(`No writer for ${target.spec}`);
    this.writer = writer;
  }

  /** `trial` is its number among those of the batch that are handed to the writers. */
  add(trial: number, document: unknown): void {
    const { framing } = this.target;
    if (framing === 'resources') this.addResources(document);
    else if (framing === 'entries') this.addEntry(trial, this.toFile(document));
    else if (framing === 'list') this.addToList(document);
    else this.text += this.writer.toText(document) + (framing === 'rows' ? '\r\n' : '\n');
    this.documents += 1;
  }

  result(): TargetResult {
    const { framing, packing } = this.target;
    if (framing === 'entries') {
      return { bytes: concatOwn(this.parts, this.length), documents: this.documents, entries: this.entries };
    }
    if (framing === 'resources') return this.resourcesResult();
    const bytes = pack(this.text, packing === 'gzip');
    return { bytes, documents: this.documents };
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
      this.text += (this.documents > 0 ? ',\n' : '') + this.toDocument(document);
    } else {
      // Only the first document of a list may bring a prolog, and its output adds one.
      this.text += `${this.documents > 0 ? '\n' : ''}${this.writer.toText(document).replace(prolog, '').trimEnd()}`;
    }
  }

  private addEntry(trial: number, file: string): void {
    const content = Buffer.from(file, 'utf8');
    const isPacked = this.target.packing === 'zip';
    const bytes = isPacked ? deflateRawSync(content) : content;
    const start = this.length;
    this.parts.push(bytes);
    this.length += bytes.length;
    const crc = isPacked ? crc32(content) : 0;
    this.entries.push({ trial, start, end: this.length, crc, size: content.length });
  }

  private addResources(document: unknown): void {
    for (const { type, line, sharedId } of this.toBulkLines?.(document as BundleLike) ?? []) {
      const key = sharedId === undefined ? type : `${type}/${sharedId}`;
      const known = this.resources.get(key);
      if (known && sharedId !== undefined) continue;
      if (known) {
        known.text += `${line}\n`;
        known.count += 1;
      } else {
        this.resources.set(key, { type, text: `${line}\n`, count: 1, ...(sharedId !== undefined && { id: sharedId }) });
      }
    }
  }

  private resourcesResult(): TargetResult {
    const parts: ResourcePart[] = [];
    const pieces: Uint8Array[] = [];
    let length = 0;
    for (const { text, ...rest } of this.resources.values()) {
      const bytes = Buffer.from(text, 'utf8');
      parts.push({ ...rest, start: length, end: length + bytes.length });
      pieces.push(bytes);
      length += bytes.length;
    }
    return { bytes: concatOwn(pieces, length), documents: this.documents, resources: parts };
  }
}

/** Each batch is a gzip member of its own: members can be made in parallel, and cut off at a checkpoint. */
function pack(text: string, isGzip: boolean): Uint8Array {
  const bytes = encodeOwn(text);
  return isGzip && bytes.length > 0 ? ownBytes(gzipSync(bytes)) : bytes;
}
