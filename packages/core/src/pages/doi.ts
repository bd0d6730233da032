import type { Span } from '../generated/trial.js';

const doi = /(?:\bdoi: ?|doi\.org\/)(10\.\d{4,9}\/[^\s;,|<>"]{1,200})/i;
const opening: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** The first DOI that a text names as one, without the stops and closing brackets of the sentence around it. */
export function findDoi(text: string): Span | undefined {
  const match = doi.exec(text);
  const name = match?.[1];
  if (!match || name === undefined) return undefined;
  const start = match.index + match[0].length - name.length;
  return { start, end: start + lengthOf(name) };
}

function lengthOf(name: string): number {
  let length = name.length;
  for (; length > 0; length -= 1) {
    const last = name.charAt(length - 1);
    const open = opening[last];
    if (open ? isBalanced(name.slice(0, length), open, last) : !/[.:'\u2019*]/.test(last)) break;
  }
  return length;
}

function isBalanced(text: string, open: string, close: string): boolean {
  return text.split(open).length >= text.split(close).length;
}
