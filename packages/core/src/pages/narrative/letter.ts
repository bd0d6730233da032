import { scanLines } from '../lines.js';

/** Lines that are looked at: the head of a letter stands at its top. */
const looked = 12;
const headLine = /^(From|To|Cc|Sent|Subject|Re):\s{0,20}\S/i;

/** Whether a text is an e-mail: it may name a trial's status and sponsor in lines of their own, and is no registry's page. */
export function isLetter(source: string): boolean {
  const found = new Set<string>();
  let count = 0;
  for (const line of scanLines(source, 0, 4000)) {
    const word = headLine.exec(source.slice(line.start, Math.min(line.end, line.start + 80)))?.[1];
    if (word) found.add(word.toLowerCase());
    count += 1;
    if (count >= looked) break;
  }
  return found.has('subject') && (found.has('from') || found.has('to'));
}
