import { ByteBuffer } from './byte-buffer.js';
import {
  backslash,
  closeBrace,
  closeBracket,
  colon,
  comma,
  newline,
  openBrace,
  openBracket,
  quote,
} from './json-bytes.js';
import { LineFramer } from './line-framer.js';
import { type Emit, type Framer, noBytes, tooLarge, unfinishedList } from './record.js';
import { SecondLine } from './second-line.js';

const studies = Buffer.from('"studies"');
/** How deep the kinds of the open brackets are remembered; deeper ones only count. */
const rememberedDepth = 256;

/**
 * Cuts JSON into records: values one after another, the elements of an array, the `studies` of a page. When the first
 * value fills the first line, the rest is taken as NDJSON, where a damaged line costs itself only.
 */
export class JsonFramer implements Framer {
  private readonly buffer = new ByteBuffer();
  /** Set once the input has shown to be NDJSON; takes everything from then on. */
  private lines: LineFramer | undefined;
  /** Offset in the source of the first byte of the buffer, and line of the byte under the cursor. */
  private base: number;
  private line = 1;
  private cursor = 0;
  /** Start of the record in the buffer, or -1 between records. */
  private start = -1;
  private startByte = 0;
  private startLine = 1;
  private isScalar = false;
  private isSkipping = false;
  private depth = 0;
  private inString = false;
  private isEscaped = false;
  /** Depth at which records begin: 0 for values, 1 in an array, 2 in a page. */
  private recordDepth = 0;
  /** Depths to come back to when a list of records has ended. */
  private readonly outer: number[] = [];
  /** Inside a page, outside its list. */
  private isInPage = false;
  private pageDepth = 0;
  private readonly kinds = new Uint8Array(rememberedDepth);
  private lastSignificant = 0;
  private stringStart = -1;
  private wasStudiesKey = false;
  private firstIsPlainLine = false;
  private emitted = 0;
  private isAfterBreak = false;
  private readonly second = new SecondLine();

  constructor(
    private readonly bound: number,
    byte = 0,
  ) {
    this.base = byte;
  }

  push(chunk: Uint8Array, emit: Emit): boolean {
    if (this.lines) return this.lines.push(chunk, emit);
    this.buffer.append(chunk);
    this.scan(emit);
    if (this.lines) return true;
    const kept = this.start === -1 || this.isSkipping ? this.cursor : this.start;
    this.base += kept;
    this.cursor -= kept;
    if (this.start !== -1 && !this.isSkipping) this.start = 0;
    if (this.stringStart !== -1) this.stringStart -= kept;
    this.second.shift(kept);
    this.buffer.drop(kept);
    return true;
  }

  end(emit: Emit): void {
    if (this.line <= this.startLine + 2) this.second.check(this.depth, this.inString);
    if (!this.lines && this.start !== -1 && this.second.at !== -1) this.startAgain(emit);
    if (this.lines) {
      this.lines.end(emit);
      return;
    }
    if (this.start !== -1) this.finish(this.cursor, emit);
    if (this.outer.length > 0 || this.isInPage) {
      emit({ bytes: noBytes, byte: this.base + this.cursor, line: this.line, failure: unfinishedList });
    }
  }

  private scan(emit: Emit): void {
    const bytes = this.buffer.bytes;
    const length = this.buffer.length;
    while (this.cursor < length) {
      const byte = bytes[this.cursor] ?? 0;
      if (this.isAfterBreak) {
        this.isAfterBreak = false;
        this.lookAtSecondLine(byte);
        if (byte === openBrace && this.isBroken()) {
          this.startAgain(emit);
          if (this.lines) return;
          continue;
        }
      }
      if (this.inString) {
        this.scanString(bytes, length);
      } else {
        if (byte !== quote) this.structural(byte, emit);
        else this.openString(emit);
        if (this.lines) return;
        this.cursor += 1;
      }
      if (this.start !== -1 && !this.isSkipping && this.cursor - this.start > this.bound) {
        this.isSkipping = true;
        this.stringStart = -1;
        this.second.forget();
      }
    }
  }

  /** Goes to the end of a string, a line or the buffer. */
  private scanString(bytes: Buffer, length: number): void {
    let cursor = this.cursor;
    let isEscaped = this.isEscaped;
    while (cursor < length) {
      const byte = bytes[cursor] ?? 0;
      cursor += 1;
      if (isEscaped) isEscaped = false;
      else if (byte === backslash) isEscaped = true;
      else if (byte === quote) {
        this.inString = false;
        this.wasStudiesKey = this.isStudiesKey(bytes, cursor);
        this.stringStart = -1;
        this.lastSignificant = quote;
        break;
      } else if (byte === newline) {
        this.line += 1;
        this.isAfterBreak = true;
        break;
      }
    }
    this.isEscaped = isEscaped;
    this.cursor = cursor;
  }

  private isStudiesKey(bytes: Buffer, end: number): boolean {
    if (this.isInPage || this.depth !== this.recordDepth + 1 || this.stringStart === -1) return false;
    if (end - this.stringStart !== studies.length) return false;
    return bytes.subarray(this.stringStart, end).equals(studies);
  }

  private openString(emit: Emit): void {
    if (this.start === -1 && this.depth === this.recordDepth && !this.isInPage) this.begin(true);
    else if (this.isScalar && this.depth === this.recordDepth) {
      this.finish(this.cursor, emit);
      this.begin(true);
    }
    this.inString = true;
    this.stringStart = this.isSkipping ? -1 : this.cursor;
  }

  private structural(byte: number, emit: Emit): void {
    switch (byte) {
      case newline:
        this.line += 1;
        this.isAfterBreak = true;
        if (this.isScalar && this.depth === this.recordDepth) this.finish(this.cursor, emit);
        if (this.firstIsPlainLine && this.depth === 0) this.goOnInLines(this.cursor + 1, emit);
        return;
      case 0x20:
      case 0x0d:
      case 0x09:
        if (this.isScalar && this.depth === this.recordDepth) this.finish(this.cursor, emit);
        return;
      case comma:
        if (this.isScalar && this.depth === this.recordDepth) this.finish(this.cursor, emit);
        break;
      case openBrace:
      case openBracket:
        this.open(byte, emit);
        break;
      case closeBrace:
      case closeBracket:
        this.close(emit);
        break;
      case colon:
        break;
      default:
        if (this.start === -1 && this.depth === this.recordDepth && !this.isInPage) this.begin(true);
    }
    if (byte !== colon && byte !== openBracket) this.wasStudiesKey = false;
    this.lastSignificant = byte;
  }

  private open(byte: number, emit: Emit): void {
    if (this.isScalar && this.depth === this.recordDepth) this.finish(this.cursor, emit);
    if (this.depth < rememberedDepth) this.kinds[this.depth] = byte;
    this.depth += 1;
    const isList = byte === openBracket;
    if (isList && this.wasStudiesKey && this.lastSignificant === colon) {
      // What was taken for a record is the page around the records.
      this.start = -1;
      this.isSkipping = false;
      this.outer.push(this.recordDepth);
      this.pageDepth = this.depth - 1;
      this.recordDepth = this.depth;
      this.wasStudiesKey = false;
    } else if (this.start === -1 && this.depth === this.recordDepth + 1 && !this.isInPage) {
      if (isList && this.depth === 1) {
        this.outer.push(this.recordDepth);
        this.recordDepth = 1;
      } else {
        this.begin(false);
      }
    }
  }

  private close(emit: Emit): void {
    if (this.isScalar && this.depth === this.recordDepth) this.finish(this.cursor, emit);
    if (this.depth > 0) this.depth -= 1;
    if (this.start !== -1) {
      if (this.depth <= this.recordDepth && !this.isScalar) {
        this.firstIsPlainLine = this.emitted === 0 && this.startLine === this.line && this.depth === 0;
        this.finish(this.cursor + 1, emit);
      }
      return;
    }
    if (this.isInPage) {
      if (this.depth < this.pageDepth) {
        this.isInPage = false;
        this.recordDepth = this.outer.pop() ?? 0;
      }
    } else if (this.outer.length > 0 && this.depth < this.recordDepth) {
      // The list ends: of an array for good, of a page with the rest of the page still to come.
      if (this.depth > 0) this.isInPage = true;
      else this.recordDepth = this.outer.pop() ?? 0;
    }
  }

  private begin(isScalar: boolean): void {
    this.start = this.cursor;
    this.startByte = this.base + this.cursor;
    this.startLine = this.line;
    this.isScalar = isScalar;
    if (this.emitted > 0) this.firstIsPlainLine = false;
  }

  private finish(end: number, emit: Emit): void {
    const place = { byte: this.startByte, line: this.startLine };
    if (this.isSkipping) emit({ bytes: noBytes, ...place, failure: tooLarge(this.bound) });
    else emit({ bytes: this.buffer.view(this.start, end), ...place });
    this.emitted += 1;
    this.start = -1;
    this.second.forget();
    this.isScalar = false;
    this.isSkipping = false;
  }

  /** Whether the value under the cursor cannot go on with `{` at the start of a line: its own end is missing. */
  private isBroken(): boolean {
    if (this.recordDepth !== 0 || this.start === -1 || this.isScalar) return false;
    if (this.inString) return true;
    if (this.lastSignificant === colon) return false;
    const isInList = this.kinds[Math.min(this.depth, rememberedDepth) - 1] === openBracket;
    return !(isInList && (this.lastSignificant === comma || this.lastSignificant === openBracket));
  }

  /** At the start of a line. What goes on with anything but `{` is one value over several lines. */
  private lookAtSecondLine(byte: number): void {
    if (this.line === this.startLine + 2) this.second.check(this.depth, this.inString);
    if (byte !== openBrace) {
      if (byte !== newline && byte !== 0x0d) this.second.forget();
    } else if (this.line === this.startLine + 1) {
      const isFirst = this.emitted === 0 && this.start !== -1 && this.recordDepth === 0;
      if (isFirst && !this.isSkipping) this.second.mark(this.cursor, this.depth);
    }
  }

  /** Gives up on the value that has lost its end, and takes the rest line by line. */
  private startAgain(emit: Emit): void {
    const isSecond = this.second.at !== -1;
    const from = isSecond ? this.second.at : this.cursor;
    if (isSecond) this.line = this.startLine + 1;
    this.finish(from, emit);
    this.depth = 0;
    this.inString = false;
    this.isEscaped = false;
    this.goOnInLines(from, emit);
  }

  private goOnInLines(from: number, emit: Emit): void {
    this.lines = new LineFramer(this.bound, this.base + from, this.line);
    this.lines.push(this.buffer.view(from), emit);
    this.buffer.clear();
  }
}
