import { ByteBuffer } from './byte-buffer.js';
import { type Emit, type Framer, noBytes, tooLarge } from './record.js';

const lessThan = 0x3c;
const greaterThan = 0x3e;
const slash = 0x2f;
/** Elements that are records: of the public XML, and of PubMed's and MEDLINE's sets. */
const recordNames: ReadonlyMap<string, Buffer> = new Map(
  ['clinical_study', 'PubmedArticle', 'PubmedBookArticle', 'MedlineCitation'].map((name) => [name, Buffer.from(name)]),
);
const comment = { begin: Buffer.from('<!--'), end: Buffer.from('-->') };
const section = { begin: Buffer.from('<![CDATA['), end: Buffer.from(']]>') };
const instruction = { begin: Buffer.from('<?'), end: Buffer.from('?>') };
const declaration = Buffer.from('<?xml');
const opaque = [comment, section, instruction];

/**
 * Cuts XML into records, such as `clinical_study` elements: one document, several one after another, or any number
 * inside another root. A document without one is handed over whole, for the readers to refuse.
 */
export class XmlFramer implements Framer {
  private readonly buffer = new ByteBuffer();
  private cursor = 0;
  /** How far the end of what stands at the cursor was looked for, so that waiting for it stays linear. */
  private searched = 0;
  /** Start of the record in the buffer; -1 between records. */
  private start = 0;
  private startByte: number;
  private startLine = 1;
  private line = 1;
  private countedTo = 0;
  /** Name of the record at hand, which alone ends it: some records hold what elsewhere is one. */
  private recordName: Uint8Array = noBytes;
  private isInStudy = false;
  private isSkipping = false;
  /** Whether what began at `start` is no record: a text or another element behind a document. */
  private isStray = false;
  private hasStudies = false;
  private wrapper: string | undefined;
  private isWrapperClosed = false;

  constructor(
    private readonly bound: number,
    private base = 0,
  ) {
    this.startByte = base;
  }

  push(chunk: Uint8Array, emit: Emit): boolean {
    this.buffer.append(chunk);
    while (this.isInStudy ? this.stepInStudy(emit) : this.stepOutside(emit));
    const isHopeless = this.isOverBound() && !this.isInStudy;
    this.shrink();
    return !isHopeless;
  }

  end(emit: Emit): void {
    const rest = this.buffer.view(Math.max(this.start, 0));
    if (this.isInStudy || this.isSkipping || (!this.hasStudies && rest.length > 0)) {
      this.finish(this.buffer.length, emit);
    } else if (this.hasStudies && this.wrapper === undefined && rest.some((byte) => byte > 0x20)) {
      this.finish(this.buffer.length, emit);
    }
    if (this.wrapper !== undefined && this.hasStudies && !this.isWrapperClosed) {
      const message = `The source ends inside <${this.wrapper}>; what is missing behind this place is not known.`;
      const byte = this.base + this.buffer.length;
      emit({ bytes: noBytes, byte, line: this.line, failure: { code: 'source-unreadable', message } });
    }
  }

  /** Looks for the end of the study, or for the start of the next where the end is missing. */
  private stepInStudy(emit: Emit): boolean {
    const bytes = this.buffer.view();
    const study = this.recordName;
    const at = bytes.indexOf(study, this.cursor);
    if (at === -1) {
      this.cursor = Math.max(this.cursor, bytes.length - study.length - 2);
      return false;
    }
    const after = at + study.length;
    if (after >= bytes.length) return this.waitAt(Math.max(this.cursor, at - 2));
    const isEnd = bytes[at - 1] === slash && bytes[at - 2] === lessThan;
    const isTag = (isEnd || bytes[at - 1] === lessThan) && isNameEnd(bytes[after] ?? 0);
    if (!isTag || this.isInOpaque(bytes, at)) {
      this.cursor = after;
      return true;
    }
    if (!isEnd) {
      this.finish(at - 1, emit);
      this.isInStudy = false;
      this.cursor = at - 1;
      return true;
    }
    const close = bytes.indexOf(greaterThan, after);
    if (close === -1) return this.waitAt(Math.max(this.cursor, at - 2));
    this.finish(close + 1, emit);
    this.isInStudy = false;
    this.cursor = close + 1;
    return true;
  }

  /** Handles one tag, comment, section or instruction; false when the buffer holds no whole one any more. */
  private stepOutside(emit: Emit): boolean {
    const bytes = this.buffer.view();
    const open = bytes.indexOf(lessThan, this.cursor);
    const text = bytes.subarray(this.cursor, open === -1 ? bytes.length : open);
    const inText = text.findIndex((byte) => byte > 0x20);
    if (inText !== -1) this.beginStray(this.cursor + inText);
    if (open === -1) return this.waitAt(bytes.length);
    this.cursor = open;
    const head = bytes.subarray(open, open + section.begin.length);
    for (const span of opaque) {
      const known = Math.min(head.length, span.begin.length);
      if (!head.subarray(0, known).equals(span.begin.subarray(0, known))) continue;
      if (known < span.begin.length) return false;
      const at = bytes.indexOf(span.end, Math.max(open + span.begin.length, this.searched - span.end.length));
      this.searched = bytes.length;
      if (at === -1) return false;
      if (span === instruction && this.hasStudies && isDeclaration(head)) this.beginDocument(open, emit);
      return this.goOnAt(at + span.end.length);
    }
    const close = this.tagEnd(bytes, open);
    if (close === -1) return false;
    this.tag(bytes, open, close + 1, emit);
    return true;
  }

  /** The prolog of the next document; what stands before it is no part of it. */
  private beginDocument(open: number, emit: Emit): void {
    if (this.start !== -1) this.finish(open, emit);
    this.begin(open);
  }

  private tag(bytes: Buffer, open: number, after: number, emit: Emit): void {
    const isEnd = bytes[open + 1] === slash;
    const isEmpty = bytes[after - 2] === slash;
    const name = nameAt(bytes, open + (isEnd ? 2 : 1));
    this.goOnAt(after);
    if (bytes[open + 1] === 0x21) return;
    const recordName = recordNames.get(name);
    if (recordName && !isEnd) {
      if (this.isStray) this.finish(open, emit);
      // At the top the record is the document with its prolog, inside another root the element.
      if (this.start === -1 || this.wrapper !== undefined) this.begin(open);
      this.hasStudies = true;
      this.recordName = recordName;
      this.isInStudy = !isEmpty;
      if (isEmpty) this.finish(after, emit);
    } else if (isEnd && name === this.wrapper) {
      this.isWrapperClosed = true;
    } else if (this.wrapper === undefined && !this.hasStudies) {
      this.wrapper = name;
    } else this.beginStray(open);
  }

  /** What stands behind a document belongs to no record; it is reported, and not passed over. */
  private beginStray(at: number): void {
    if (this.start !== -1 || !this.hasStudies || this.wrapper !== undefined) return;
    this.begin(at);
    this.isStray = true;
  }

  private tagEnd(bytes: Buffer, open: number): number {
    // Quotes are looked at once the tag has an end at all, so that a stray `<` costs one native search.
    const first = bytes.indexOf(greaterThan, Math.max(open, this.searched));
    this.searched = bytes.length;
    if (first === -1) return -1;
    let quote = 0;
    for (let at = open + 1; at < bytes.length; at += 1) {
      const byte = bytes[at];
      if (quote !== 0) {
        if (byte === quote) quote = 0;
      } else if (byte === 0x22 || byte === 0x27) quote = byte;
      else if (byte === greaterThan) return at;
    }
    // A quote that never closes: the reader says so with the place; here the first `>` ends the tag.
    return quote === 0 ? -1 : first;
  }

  private isInOpaque(bytes: Buffer, at: number): boolean {
    const from = Math.max(this.start, 0);
    const sectionAt = openBefore(bytes, section, from, at);
    if (sectionAt) return true;
    const commentAt = bytes.subarray(from, at).lastIndexOf(comment.begin);
    if (commentAt === -1 || openBefore(bytes, section, from, from + commentAt)) return false;
    return openBefore(bytes, comment, from, at);
  }

  private waitAt(cursor: number): boolean {
    this.cursor = cursor;
    return false;
  }

  private goOnAt(cursor: number): boolean {
    this.cursor = cursor;
    this.searched = cursor;
    return true;
  }

  private begin(at: number): void {
    this.countLines(at);
    this.start = at;
    this.startByte = this.base + at;
    this.startLine = this.line;
    this.isSkipping = false;
  }

  private finish(end: number, emit: Emit): void {
    const place = { byte: this.startByte, line: this.startLine };
    if (this.isSkipping || this.start === -1 || end - this.start > this.bound) {
      emit({ bytes: noBytes, ...place, failure: tooLarge(this.bound) });
    } else if (this.isStray) {
      const message = 'This stands behind the end of a document, where only another document may, and is no record.';
      emit({ bytes: this.buffer.view(this.start, end), ...place, failure: { code: 'source-unreadable', message } });
    } else {
      emit({ bytes: this.buffer.view(this.start, end), ...place });
    }
    this.start = -1;
    this.isSkipping = false;
    this.isStray = false;
    this.searched = end;
  }

  private isOverBound(): boolean {
    return this.buffer.length - Math.max(this.start, 0) > this.bound;
  }

  private countLines(to: number): void {
    const bytes = this.buffer.view(0, to);
    for (let at = bytes.indexOf(0x0a, this.countedTo); at !== -1; at = bytes.indexOf(0x0a, at + 1)) this.line += 1;
    this.countedTo = Math.max(this.countedTo, to);
  }

  /** Forgets what no record needs any more. */
  private shrink(): void {
    if (this.start !== -1 && this.isOverBound()) {
      this.isSkipping = true;
      this.start = -1;
    }
    const isBetween = this.wrapper !== undefined && this.hasStudies && !this.isInStudy;
    const kept = this.start === -1 || isBetween ? this.cursor : this.start;
    this.countLines(kept);
    this.base += kept;
    this.cursor -= kept;
    this.countedTo -= kept;
    this.searched = Math.max(0, this.searched - kept);
    if (this.start !== -1) this.start = 0;
    this.buffer.drop(kept);
  }
}

/** Whether a span of this kind began before a place, and has not ended there. */
function openBefore(bytes: Buffer, span: { begin: Buffer; end: Buffer }, from: number, at: number): boolean {
  const region = bytes.subarray(from, at);
  const begin = region.lastIndexOf(span.begin);
  return begin !== -1 && !region.includes(span.end, begin + span.begin.length);
}

function nameAt(bytes: Buffer, from: number): string {
  let end = from;
  while (end < from + 100 && !isNameEnd(bytes[end] ?? 0)) end += 1;
  return bytes.toString('latin1', from, end);
}

function isNameEnd(byte: number): boolean {
  return byte <= 0x20 || byte === slash || byte === greaterThan;
}

function isDeclaration(head: Buffer): boolean {
  return head.subarray(0, 5).equals(declaration);
}
