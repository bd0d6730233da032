// Looks for keys in a JSON text without parsing it. The text need not be well-formed: then what is found is a guess, and
// the reader says what is wrong.

/** A key of an object, and the offset of its value. */
export interface ScannedKey {
  readonly key: string;
  readonly value: number;
}

/** The keys of the object that begins at `from`, in their order; none if there is no object. */
export function* keysOf(source: string, from: number): Generator<ScannedKey> {
  if (source[from] !== '{') return;
  let at = skipSpace(source, from + 1);
  while (source[at] === '"') {
    const end = skipText(source, at);
    const value = skipSpace(source, skipSpace(source, end) + 1);
    yield { key: source.slice(at + 1, end - 1), value };
    at = skipValue(source, value);
    if (source[at] !== ',') return;
    at = skipSpace(source, at + 1);
  }
}

/** The offsets of the items of the list that begins at `from`. */
export function* itemsOf(source: string, from: number): Generator<number> {
  if (source[from] !== '[') return;
  let at = skipSpace(source, from + 1);
  while (at < source.length && source[at] !== ']') {
    yield at;
    at = skipValue(source, at);
    if (source[at] !== ',') return;
    at = skipSpace(source, at + 1);
  }
}

/** The text that begins at `from`, as far as it has no escapes. */
export function textAt(source: string, from: number): string | undefined {
  return source[from] === '"' ? source.slice(from + 1, skipText(source, from) - 1) : undefined;
}

export function skipSpace(source: string, from: number): number {
  let at = from;
  while (source.charCodeAt(at) <= 32) at += 1;
  return at;
}

function skipText(source: string, from: number): number {
  let at = from + 1;
  for (;;) {
    const quote = source.indexOf('"', at);
    if (quote < 0) return source.length;
    let backslashes = 0;
    while (source[quote - 1 - backslashes] === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return quote + 1;
    at = quote + 1;
  }
}

const structural = /["[\]{},]/g;

/** Offset of the comma or the bracket behind a value. */
function skipValue(source: string, from: number): number {
  let depth = 0;
  let at = from;
  for (;;) {
    structural.lastIndex = at;
    const match = structural.exec(source);
    if (!match) return source.length;
    at = match.index;
    const character = match[0];
    if (character === '"') {
      at = skipText(source, at);
      continue;
    }
    if (depth === 0 && (character === ',' || character === '}' || character === ']')) return at;
    if (character === '{' || character === '[') depth += 1;
    else if (character !== ',') depth -= 1;
    at += 1;
  }
}
