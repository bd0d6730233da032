import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Id of a trial whose record has none: `sha256-` and 32 hexadecimal digits of the hash of its source text. */
export function contentId(text: string): string {
  return `sha256-${bytesToHex(sha256(utf8ToBytes(text))).slice(0, 32)}`;
}
