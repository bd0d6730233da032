/** Offsets at which the lines of a text begin, up to `length`. Lines end at LF, CR, CRLF and Unicode's line ends. */
export function lineStarts(source: string, length: number): number[] {
  const starts = [0];
  for (let at = 0; at < length; at += 1) {
    if (!isLineEnd(source.charCodeAt(at))) continue;
    if (source.charCodeAt(at) === 13 && source.charCodeAt(at + 1) === 10) at += 1;
    if (at + 1 < length) starts.push(at + 1);
  }
  return starts;
}

/** Number of the line, from 1, in which an offset stands. */
export function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}

/** One past the last character of a line that ends before `next`, without its line end. */
export function lineTextEnd(source: string, start: number, next: number): number {
  let end = next;
  while (end > start && next - end < 2 && isLineEnd(source.charCodeAt(end - 1))) end -= 1;
  return end;
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13 || code === 0x2028 || code === 0x2029 || code === 0x85;
}
