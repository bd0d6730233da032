import { isUtf8 } from 'node:buffer';
import { TrialError } from '@trialbridge/core';

/**
 * The text of a record.
 * @throws TrialError `source-unreadable` naming the first byte that is not UTF-8, counted from the start of the source.
 */
export function decodeRecord(bytes: Uint8Array, offset: number): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (isUtf8(buffer)) return buffer.toString('utf8');
  const at = firstInvalidByte(buffer);
  const found = (buffer[at] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  const line = countLines(buffer, at);
  throw new TrialError(
    'source-unreadable',
    `Not UTF-8: byte ${offset + at + 1} of the source is 0x${found}${guess(buffer[at] ?? 0)}. ` +
      'Convert it to UTF-8, for instance with iconv -f WINDOWS-1252 -t UTF-8.',
    { at: `${line.number}:${line.column}` },
  );
}

/** A byte from 0x80 that stands alone is what Windows-1252 writes for an accented letter or a curly quote. */
function guess(byte: number): string {
  const character = byte >= 0x80 ? new TextDecoder('windows-1252').decode(Uint8Array.of(byte)) : '';
  return character.trim() === '' ? '' : ` ("${character}" in Windows-1252)`;
}

/** Offset of the first byte that cannot stand where it stands in UTF-8 (RFC 3629); the length when there is none. */
function firstInvalidByte(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return at;
}

/** Length of the sequence that begins here, 0 when none does. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes.subarray(at, at + 4);
  if (first < 0x80) return 1;
  const isTail = (byte: number): boolean => byte >= 0x80 && byte <= 0xbf;
  if (first >= 0xc2 && first <= 0xdf) return isTail(second) ? 2 : 0;
  if (first >= 0xe0 && first <= 0xef) {
    const low = first === 0xe0 ? 0xa0 : 0x80;
    const high = first === 0xed ? 0x9f : 0xbf;
    return second >= low && second <= high && isTail(third) ? 3 : 0;
  }
  if (first >= 0xf0 && first <= 0xf4) {
    const low = first === 0xf0 ? 0x90 : 0x80;
    const high = first === 0xf4 ? 0x8f : 0xbf;
    return second >= low && second <= high && isTail(third) && isTail(fourth) ? 4 : 0;
  }
  return 0;
}

function countLines(bytes: Buffer, to: number): { number: number; column: number } {
  let number = 1;
  let start = 0;
  for (let at = bytes.indexOf(0x0a); at !== -1 && at < to; at = bytes.indexOf(0x0a, at + 1)) {
    number += 1;
    start = at + 1;
  }
  return { number, column: to - start + 1 };
}
