/** A bullet or number in front of a line. */
export interface Marker {
  readonly text: string;
  /** Characters from the beginning of the line to its text. */
  readonly length: number;
}

const bullets =
  /^[\u2022\u00b7\u25cf\u25cb\u25aa\u25ab\u25a0\u25a1\u25e6\u2023\u2043\u2219\u25ba\u25b8\u27a2\u2794\u2713\u2714\uf0b7\uf0a7\u00a7]/;
const dashes = /^(?:--|[-*\u2013\u2014+])(?=[ \t\u00a0])/;
/** `1.`, `1)`, `(1)`, `1.2.`; a decimal number such as 1.5 is none. */
const numbers = /^(?:\(\d{1,3}\)|\d{1,3}(?:\.\d{1,2}){0,3}[.)])(?=[^\d.,)%]|$)/;
const letters = /^(?:\([a-z]\)|[a-z]\))(?=\s|[A-Z]|$)/;
/** `a.` needs a letter before it in the list, or to be the first: `E. coli` is no item. */
const letterDots = /^[a-zA-Z]\.(?=\s)/;

/** Bullets of lists within lists, with the bullets that they stand under: some pages indent neither. */
const parents: ReadonlyMap<string, string> = new Map([
  ['--', '-'],
  ['\u25e6', '\u2022\u25cf'],
  ['\u25cb', '\u2022\u25cf'],
]);

/** Whether a bullet belongs to a list within that of another one, though both stand at the same indentation. */
export function isInnerMarker(marker: string, other: string): boolean {
  return parents.get(marker)?.includes(other) ?? false;
}

/** The bullet or number that a line begins with. `previous` is the marker of the line before, for lists by letters. */
export function readMarker(line: string, previous?: string): Marker | undefined {
  const head = line.slice(0, 24);
  const match = bullets.exec(head) ?? dashes.exec(head) ?? numbers.exec(head) ?? letters.exec(head);
  const found = match?.[0] ?? letterMarker(head, previous);
  if (found === undefined) return undefined;
  const rest = line.slice(found.length, found.length + 24);
  const space = rest.length - rest.trimStart().length;
  return { text: found, length: found.length + space };
}

function letterMarker(head: string, previous: string | undefined): string | undefined {
  const found = letterDots.exec(head)?.[0];
  if (found === undefined) return undefined;
  const follows =
    previous !== undefined && /^[a-zA-Z]\.$/.test(previous) && previous.charCodeAt(0) + 1 === found.charCodeAt(0);
  return follows || /^[aA]/.test(found) ? found : undefined;
}
