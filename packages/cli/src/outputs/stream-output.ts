import { gzipSync } from 'node:zlib';
import type { TrialWriter } from '@trialbridge/core';
import type { Framing } from '../engine/plan.js';
import type { TargetResult } from '../engine/results.js';
import type { Appendable } from './append-file.js';
import type { Output, OutputState } from './output.js';

/** A file or the standard output that is written from front to back. */
export interface StreamTarget extends Appendable {
  commit(): Promise<number>;
  resume(length: number, isFinishing: boolean): Promise<void>;
  finish(): Promise<void>;
  release(): Promise<void>;
  abandon(): Promise<void>;
}

/** What stands around and between the documents of a stream. */
interface Frame {
  readonly open: string;
  readonly between: string;
  readonly close: string;
  /** Around a single document, where that differs. */
  readonly single?: { readonly open: string; readonly close: string };
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Writes NDJSON, JSON, XML or rows, plain or as gzip, of which every batch is a member. */
export class StreamOutput implements Output {
  private readonly frame: Frame;
  private documents = 0;
  /** The first document, until it is known whether a second follows. */
  private held: Uint8Array | undefined;

  constructor(
    private readonly target: StreamTarget,
    writer: TrialWriter<unknown>,
    framing: Framing,
    private readonly isGzip: boolean,
  ) {
    this.frame = frameOf(writer, framing);
  }

  async append(result: TargetResult): Promise<void> {
    if (result.documents === 0) return;
    const before = this.documents;
    this.documents += result.documents;
    if (this.frame.single && this.documents === 1) {
      // The bytes are lent until the next batch.
      this.held = Buffer.from(result.bytes);
      return;
    }
    if (before === 0 || this.held) await this.text(this.frame.open);
    if (this.held) await this.target.append(this.held);
    this.held = undefined;
    if (before > 0) await this.text(this.frame.between);
    await this.target.append(result.bytes);
  }

  async commit(): Promise<OutputState | undefined> {
    if (this.held) return undefined;
    return { lengths: { file: await this.target.commit() }, counts: { documents: this.documents } };
  }

  async resume(state: OutputState, isFinishing: boolean): Promise<void> {
    this.documents = state.counts.documents ?? 0;
    await this.target.resume(state.lengths.file ?? 0, isFinishing);
  }

  async finish(): Promise<void> {
    if (this.held && this.frame.single) {
      await this.text(this.frame.single.open);
      await this.target.append(this.held);
      await this.text(this.frame.single.close);
    } else {
      if (this.documents === 0) await this.text(this.frame.open);
      await this.text(this.frame.close);
    }
    await this.target.finish();
  }

  release(): Promise<void> {
    return this.target.release();
  }

  abandon(): Promise<void> {
    return this.target.abandon();
  }

  private async text(text: string): Promise<void> {
    if (text === '') return;
    const bytes = Buffer.from(text, 'utf8');
    await this.target.append(this.isGzip ? gzipSync(bytes) : bytes);
  }
}

function frameOf(writer: TrialWriter<unknown>, framing: Framing): Frame {
  if (framing === 'rows') return { open: `${writer.head?.() ?? ''}\r\n`, between: '', close: '' };
  if (framing === 'lines') return { open: '', between: '', close: '' };
  if (writer.kind === 'json') {
    return { open: '[\n', between: ',\n', close: '\n]\n', single: { open: '', close: '\n' } };
  }
  return {
    open: `${declaration}<clinical_studies>\n`,
    between: '\n',
    close: '\n</clinical_studies>\n',
    single: { open: declaration, close: '\n' },
  };
}
