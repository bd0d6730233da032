/** A line that is not blank: where its text stands in the source, without the white space around it. */
export interface Line {
  /** Offset of its first character, in UTF-16 code units. */
  readonly start: number;
  /** One past its last character. */
  readonly end: number;
  /** White space before it, in characters. */
  readonly indent: number;
  /** Whether a blank line stands before it. */
  readonly afterBlank: boolean;
}

const newline = 10;
const carriageReturn = 13;

/**
 * The lines of a stretch of text that are not blank, in one pass and without copying. Lines end at LF, CR or CRLF and
 * at the line separators of Unicode, which copied text may hold.
 */
export function* scanLines(source: string, from = 0, to = source.length): Generator<Line> {
  let afterBlank = false;
  for (let begin = from; begin < to; ) {
    const lineEnd = endOfLine(source, begin, to);
    const start = skipSpace(source, begin, lineEnd);
    if (start < lineEnd) {
      yield { start, end: skipSpaceBack(source, start, lineEnd), indent: start - begin, afterBlank };
      afterBlank = false;
    } else {
      afterBlank = true;
    }
    begin = lineEnd + 1;
    if (source.charCodeAt(lineEnd) === carriageReturn && source.charCodeAt(begin) === newline) begin += 1;
  }
}

function endOfLine(source: string, begin: number, to: number): number {
  let at = begin;
  while (at < to && !isLineEnd(source.charCodeAt(at))) at += 1;
  return at;
}

function isLineEnd(code: number): boolean {
  return code === newline || code === carriageReturn || code === 0x2028 || code === 0x2029 || code === 0x85;
}

/** Whether a UTF-16 code unit is white space or takes no room: no-break and zero-width spaces, soft hyphens, marks. */
export function isSpace(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
  if (code < 0xa0) return code === 0x85;
  return (
    code === 0xa0 ||
    code === 0xad ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200f) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x2060 ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** The first offset from `start` that is no white space, at most `end`. */
export function skipSpace(source: string, start: number, end: number): number {
  let at = start;
  while (at < end && isSpace(source.charCodeAt(at))) at += 1;
  return at;
}

/** One past the last character before `end` that is no white space, at least `start`. */
export function skipSpaceBack(source: string, start: number, end: number): number {
  let at = end;
  while (at > start && isSpace(source.charCodeAt(at - 1))) at -= 1;
  return at;
}
