import { ByteBuffer } from './byte-buffer.js';
import { type Emit, type Framer, noBytes, tooLarge } from './record.js';

/** The whole source is one record: a page of text. */
export class WholeFramer implements Framer {
  private readonly buffer = new ByteBuffer();
  private isOver = false;

  constructor(
    private readonly bound: number,
    private readonly byte = 0,
  ) {}

  push(chunk: Uint8Array): boolean {
    this.isOver ||= this.buffer.length + chunk.length > this.bound;
    if (!this.isOver) this.buffer.append(chunk);
    return !this.isOver;
  }

  end(emit: Emit): void {
    if (this.isOver) emit({ bytes: noBytes, byte: this.byte, failure: tooLarge(this.bound) });
    else if (this.buffer.length > 0) emit({ bytes: this.buffer.view(), byte: this.byte });
  }
}
