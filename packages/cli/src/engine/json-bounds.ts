import { TrialError } from '@trialbridge/core';
import { backslash, closeBrace, closeBracket, comma, openBrace, openBracket, quote } from '../inputs/json-bytes.js';

/** No registry nests deeper than some 15 levels; code that walks a record must not run out of stack on a hostile one. */
const deepest = 1000;
/** The largest records have some hundred thousand; each takes some hundred bytes where a record is read. */
const mostValues = 4_000_000;
/** Strings up to this length are walked through; to look for the end of longer ones, a call outside pays. */
const shortString = 16;

/** Refuses JSON that is nested too deeply or holds too many values, by the same bounds on every machine. */
export function checkJsonBounds(json: Uint8Array): void {
  const bytes = Buffer.from(json.buffer, json.byteOffset, json.length);
  let depth = 0;
  let values = 0;
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at];
    at += 1;
    if (byte === quote) at = endOfString(bytes, at);
    else if (byte === comma) values += 1;
    else if (byte === openBrace || byte === openBracket) {
      depth += 1;
      values += 1;
      if (depth > deepest) {
        throw new TrialError('source-unreadable', `The record is nested deeper than ${deepest} levels.`, {
          at: `byte ${at}`,
        });
      }
    } else if (byte === closeBrace || byte === closeBracket) depth -= 1;
  }
  if (values > mostValues) {
    throw new TrialError(
      'source-too-large',
      `The record holds ${values.toLocaleString('en-US')} values; ${mostValues.toLocaleString('en-US')} are read at most.`,
    );
  }
}

/** Place behind the closing quote of a string that begins here. */
function endOfString(bytes: Buffer, start: number): number {
  const near = Math.min(bytes.length, start + shortString);
  for (let at = start; at < near && bytes[at] !== backslash; at += 1) if (bytes[at] === quote) return at + 1;
  for (let end = bytes.indexOf(quote, start); end !== -1; end = bytes.indexOf(quote, end + 1)) {
    let before = end;
    while (before > start && bytes[before - 1] === backslash) before -= 1;
    if ((end - before) % 2 === 0) return end + 1;
  }
  return bytes.length;
}
