import type { Span } from '../generated/trial.js';
import { isSpace, skipSpaceBack } from './lines.js';
import { isButton } from './site-words.codes.js';

/** Longest end of a text that can be a button. */
const longest = 24;

/**
 * Where a text ends without the white space and the buttons behind it. Only whole lines are taken off: the same words
 * within a line may belong to its sentence.
 */
export function endWithoutButtons(source: string, { start, end }: Span): number {
  let at = skipSpaceBack(source, start, end);
  for (;;) {
    const lineStart = startOfShortLine(source, start, at);
    if (lineStart === undefined || !isButton(source.slice(lineStart, at))) return at;
    at = skipSpaceBack(source, start, lineStart);
  }
}

/** Where the text of the line begins that ends at a place; `undefined` where it is too long for a button. */
function startOfShortLine(source: string, start: number, end: number): number | undefined {
  const piece = source.slice(Math.max(start, end - longest - 1), end);
  const lineEnd = Math.max(...lineEnds.map((sign) => piece.lastIndexOf(sign)));
  let at = end - piece.length + lineEnd + 1;
  if (lineEnd < 0 && at > start) return undefined;
  while (at < end && isSpace(source.charCodeAt(at))) at += 1;
  return at < end ? at : undefined;
}

const lineEnds = ['\n', '\r', '\u2028', '\u2029', '\u0085'];
