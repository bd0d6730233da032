import { binaryFailure } from './binary.js';
import { JsonFramer } from './json-framer.js';
import { LineFramer } from './line-framer.js';
import { type Emit, type Failure, type Framer, letterStart } from './record.js';
import { WholeFramer } from './whole-framer.js';
import { XmlFramer } from './xml-framer.js';

/** Bytes that tell a binary file, or a byte order mark. */
const enough = 16;
/** How much of a source is looked at when its first character does not tell what it is. */
const sniffed = 1 << 16;
const [brace, bracket, angle] = [0x7b, 0x5b, 0x3c];

/**
 * Decides by content how a source is cut into records, and then cuts it. A byte order mark is no content. Sources in
 * UTF-16 fail whole: nothing after the first byte of one could be read.
 */
export class ContentFramer implements Framer {
  private chosen: Framer | undefined;
  private head: Buffer = Buffer.alloc(0);
  private failure: Failure | undefined;

  /** @param isWhole whether the source is one text, whatever it begins with. */
  constructor(
    private readonly bound: number,
    private readonly isWhole = false,
  ) {}

  push(chunk: Uint8Array, emit: Emit): boolean {
    if (this.failure) return false;
    if (this.chosen) return this.chosen.push(chunk, emit);
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    this.head = this.head.length === 0 ? bytes : Buffer.concat([this.head, bytes]);
    const goesOn = this.choose(emit, false);
    // What is looked at again later must outlive the chunk.
    if (!this.chosen && this.head === bytes) this.head = Buffer.from(bytes);
    return goesOn;
  }

  end(emit: Emit): void {
    if (!this.chosen && !this.failure) this.choose(emit, true);
    if (this.failure) emit({ bytes: this.head, byte: 0, failure: this.failure });
    else this.chosen?.end(emit);
  }

  private choose(emit: Emit, isEnd: boolean): boolean {
    if (this.head.length < enough && !isEnd) return true;
    this.failure = wideEncoding(this.head) ?? binaryFailure(this.head);
    if (this.failure) return false;
    const from = this.head[0] === 0xef && this.head[1] === 0xbb && this.head[2] === 0xbf ? 3 : 0;
    let at = from;
    while (at < this.head.length && isSpace(this.head[at])) at += 1;
    const kind = kindOf(this.head, at, this.isWhole);
    const isUndecided = kind === undefined || kind === 'text';
    if (isUndecided && this.head.length < sniffed && !isEnd) return true;
    if (kind === 'text') {
      const isLines = !this.isWhole && looksLikeLines(this.head);
      // An arrow before records that are no lines: damaged data, which must not pass for a text without a trial.
      const isDamaged = !this.isWhole && this.head[at] === angle && holdsObjects(this.head);
      this.chosen = isLines
        ? new LineFramer(this.bound, from)
        : isDamaged
          ? new XmlFramer(this.bound, from)
          : new WholeFramer(this.bound, from);
    } else
      this.chosen =
        kind === 'xml' || this.head[at] === angle ? new XmlFramer(this.bound, from) : new JsonFramer(this.bound, from);
    const head = this.head;
    this.head = Buffer.alloc(0);
    return this.chosen.push(head.subarray(from), emit);
  }
}

/** What begins at the first character; undefined where not enough of it is there. */
function kindOf(head: Buffer, at: number, isWhole: boolean): 'json' | 'xml' | 'text' | undefined {
  if (isWhole) return head.subarray(at, at + 4 * letterStart.length).includes(letterStart) ? 'json' : 'text';
  const first = head[at];
  if (first === brace) return 'json';
  if (first === angle) {
    const isMarkup = beginsMarkup(head[at + 1]);
    return isMarkup === undefined ? undefined : isMarkup ? 'xml' : 'text';
  }
  if (first !== bracket) return 'text';
  const isList = beginsList(head.subarray(at + 1));
  if (isList === undefined) return undefined;
  // A list whose first element is damaged holds records all the same.
  return isList || holdsObjects(head) ? 'json' : 'text';
}

/** Whether objects of JSON stand in what is looked at, which is the same part of a source however it arrives. */
function holdsObjects(head: Buffer): boolean {
  return head.subarray(0, sniffed).includes('{"');
}

function wideEncoding(head: Buffer): Failure | undefined {
  const [first, second] = head;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (!isWide) return undefined;
  const message =
    'The source is in UTF-16 (byte 1 is its byte order mark). Convert it to UTF-8, for instance with iconv.';
  return { code: 'source-unreadable', message };
}

/**
 * Whether what follows a bracket may be a list of JSON: `[Tea for gout].` is the title of a translated article. Undefined
 * where it does not follow yet.
 */
function beginsList(behind: Buffer): boolean | undefined {
  let at = 0;
  while (at < behind.length && isSpace(behind[at])) at += 1;
  const start = behind.toString('latin1', at, at + 5);
  if (/^(?:[[{"\]\d-]|true|false|null)/.test(start)) return true;
  return start.length < 5 && /^(?:$|t|f|n)/.test(start) ? undefined : false;
}

/** Whether what follows an angle is a name, a comment or an instruction: `<- Back` is a line of a text. */
function beginsMarkup(behind: number | undefined): boolean | undefined {
  return behind === undefined ? undefined : /[A-Za-z_:!?/\u0080-\u00ff]/.test(String.fromCharCode(behind));
}

/** NDJSON whose first line is damaged: most lines are objects from their first character to their last. */
function looksLikeLines(head: Buffer): boolean {
  const lines = head.toString('latin1').split('\n').slice(0, -1);
  let objects = 0;
  for (const line of lines) if (line.startsWith('{"') && line.trimEnd().endsWith('}')) objects += 1;
  return objects > 0 && objects * 2 >= lines.length;
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
