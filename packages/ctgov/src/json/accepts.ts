const sections = /^"(?:protocolSection|resultsSection|annotationSection|documentSection|derivedSection)"\s*:/;
const studies = /^"studies"\s*:\s*\[/;
/** Beginnings of other formats, whose texts may quote anything. */
const others = /^\{\s*"(?:schemaVersion|resourceType)"\s*:/;

/**
 * Whether a source is a study, a list of studies or a page of them, by the keys of its first object. Looks past the
 * values of the first keys without parsing them.
 */
export function looksLikeStudies(source: string): boolean {
  let at = skipSpace(source, source.charCodeAt(0) === 0xfeff ? 1 : 0);
  if (source[at] === '[') at = skipSpace(source, at + 1);
  if (source[at] !== '{' || others.test(source.slice(at, at + 200))) return false;
  at = skipSpace(source, at + 1);
  while (source[at] === '"') {
    const head = source.slice(at, at + 60);
    if (sections.test(head) || studies.test(head)) return true;
    at = skipValue(source, skipSpace(source, skipText(source, at)) + 1);
    if (source[at] !== ',') return false;
    at = skipSpace(source, at + 1);
  }
  return false;
}

function skipSpace(source: string, from: number): number {
  let at = from;
  while (source.charCodeAt(at) <= 32) at += 1;
  return at;
}

/** Offset behind a text that begins at `from`. */
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

/** Offset of the comma or the bracket behind a value. */
function skipValue(source: string, from: number): number {
  let depth = 0;
  let at = from;
  while (at < source.length) {
    const character = source[at];
    if (character === '"') {
      at = skipText(source, at);
      continue;
    }
    if (depth === 0 && (character === ',' || character === '}')) return at;
    if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    at += 1;
  }
  return at;
}
