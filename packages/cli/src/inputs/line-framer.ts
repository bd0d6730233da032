import { ByteBuffer } from './byte-buffer.js';
import { type Emit, type Framer, noBytes, tooLarge } from './record.js';

const newline = 0x0a;

/** One record a line (NDJSON). A damaged line costs itself only. Blank lines are no records. */
export class LineFramer implements Framer {
  private readonly carried = new ByteBuffer();
  private isSkipping = false;
  private skippedFrom = 0;

  /** `byte` and `line` are the place where the framer begins in its source. */
  constructor(
    private readonly bound: number,
    private byte = 0,
    private line = 1,
  ) {}

  push(chunk: Uint8Array, emit: Emit): boolean {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    let from = 0;
    for (;;) {
      const end = bytes.indexOf(newline, from);
      if (end === -1) break;
      this.finish(bytes.subarray(from, end), emit);
      this.byte += 1;
      this.line += 1;
      from = end + 1;
    }
    this.carry(bytes.subarray(from));
    return true;
  }

  end(emit: Emit): void {
    this.finish(noBytes, emit);
  }

  private carry(rest: Uint8Array): void {
    if (this.isSkipping || this.carried.length + rest.length > this.bound) {
      this.byte += this.isSkipping ? rest.length : this.carried.length + rest.length;
      if (!this.isSkipping) this.skippedFrom = this.byte - this.carried.length - rest.length;
      this.isSkipping = true;
      this.carried.clear();
    } else if (rest.length > 0) {
      this.carried.append(rest);
    }
  }

  private finish(rest: Uint8Array, emit: Emit): void {
    this.carryForFinish(rest);
    if (this.isSkipping) {
      emit({ bytes: noBytes, byte: this.skippedFrom, line: this.line, failure: tooLarge(this.bound) });
      this.isSkipping = false;
      return;
    }
    const whole = this.carried.length === 0 ? rest : this.carried.view();
    const trimmed = trimEnd(whole);
    if (trimmed.length > 0) emit({ bytes: trimmed, byte: this.byte, line: this.line });
    this.byte += whole.length;
    this.carried.clear();
  }

  /** Joins the rest of a line to what was carried; a line that lies in one chunk is not copied. */
  private carryForFinish(rest: Uint8Array): void {
    if (this.carried.length > 0 || this.isSkipping || rest.length > this.bound) this.carry(rest);
  }
}

/** Without white space at the end; empty when there is nothing else. */
function trimEnd(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && isSpace(bytes[end - 1])) end -= 1;
  return end === bytes.length ? bytes : bytes.subarray(0, end);
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0d || byte === 0x09 || byte === 0x0a;
}
