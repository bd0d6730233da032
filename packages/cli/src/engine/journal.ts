import { createReadStream } from 'node:fs';
import { systemCode } from '../exit.js';

/** Reads the keys of a journal: numbers of 8 bytes each. */
export async function* readKeys(path: string): AsyncGenerator<number> {
  let rest = Buffer.alloc(0);
  try {
    for await (const chunk of createReadStream(path)) {
      const bytes = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk]);
      const whole = bytes.length - (bytes.length % 8);
      for (let at = 0; at < whole; at += 8) yield bytes.readDoubleLE(at);
      rest = Buffer.from(bytes.subarray(whole));
    }
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
  }
}
