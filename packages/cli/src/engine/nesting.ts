import { TrialError } from '@trialbridge/core';

/** No registry nests deeper than some 15 levels; code that walks a record must not run out of stack on a hostile one. */
const deepest = 1000;

/** Refuses JSON that is nested too deeply, by the same bound on every machine. */
export function checkNesting(bytes: Uint8Array): void {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (inString) {
      if (byte === 0x5c) at += 1;
      else if (byte === 0x22) inString = false;
    } else if (byte === 0x22) inString = true;
    else if (byte === 0x7b || byte === 0x5b) {
      depth += 1;
      if (depth > deepest) {
        throw new TrialError('source-unreadable', `The record is nested deeper than ${deepest} levels.`, {
          at: `byte ${at + 1}`,
        });
      }
    } else if (byte === 0x7d || byte === 0x5d) depth -= 1;
  }
}
