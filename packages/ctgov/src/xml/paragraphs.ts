/** What begins a list item: a dash, a star, a bullet, a number or a letter with a full stop or a bracket. */
const marker = /^(?:[-*•·–]|o(?= )|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)])[ \t]/;

/**
 * A text block as paragraphs: the format wraps lines and indents them, so lines are joined again; an empty line, or a
 * line that begins a list item, begins a new one. What an item is indented by against the block stays before it.
 *
 * @param decode replaces references in a line of a text that still has them; `at` is its offset in the text.
 */
export function paragraphs(text: string, decode?: (line: string, at: number) => string): string {
  const hasReferences = decode !== undefined && text.indexOf('&') >= 0;
  let result = '';
  let base = -1;
  let isBreak = false;
  let from = 0;
  const { length } = text;
  while (from <= length) {
    let end = text.indexOf('\n', from);
    if (end < 0) end = length;
    let start = from;
    while (start < end && isSpace(text.charCodeAt(start))) start += 1;
    let last = end;
    while (last > start && isSpace(text.charCodeAt(last - 1))) last -= 1;
    // Real files end each line with a carriage return in this spelling.
    while (hasReferences && last > start && text.endsWith('&#xD;', last)) {
      last -= 5;
      while (last > start && isSpace(text.charCodeAt(last - 1))) last -= 1;
    }
    if (start === last) isBreak = result !== '';
    else {
      const raw = text.slice(start, last);
      const line = hasReferences && raw.indexOf('&') >= 0 ? decode(raw, start) : raw;
      const indent = start - from;
      if (base < 0) base = indent;
      if (result === '') result = line;
      else if (isBreak || startsItem(line)) {
        const extra = indent > base && startsItem(line) ? ' '.repeat(indent - base) : '';
        result += `${isBreak ? '\n\n' : '\n'}${extra}${line}`;
      } else result += ` ${line}`;
      isBreak = false;
    }
    from = end + 1;
  }
  return result;
}

function startsItem(line: string): boolean {
  const first = line.charCodeAt(0);
  // Most lines begin with a letter and go on with another.
  if (first > 64 && first < 128 && line.charCodeAt(1) > 64) return false;
  return marker.test(line);
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 13;
}
