// Texts between the two formats: CommonMark 0.28, which API v2 writes, and plain text, which the public XML writes.

const escapedOrReference = /\\([!-/:-@[-`{-~])|&(?:(lt|gt|amp|quot|apos|nbsp)|#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6}));/g;
const starBullet = /^( *)\* /gm;

const characters: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/** CommonMark as the public XML writes it: no backslashes, no references, list items with `-  `. */
export function toPlainText(text: string): string {
  if (text.indexOf('\\') < 0 && text.indexOf('* ') < 0 && text.indexOf('&') < 0) return text;
  return text
    .replace(starBullet, '$1-  ')
    .replace(escapedOrReference, (whole, escaped?: string, name?: string, decimal?: string, hex?: string): string => {
      if (escaped !== undefined) return escaped;
      if (name !== undefined) return characters[name] ?? whole;
      return character(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)) ?? whole;
    });
}

function character(code: number): string | undefined {
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : undefined;
}

/** How a plain text marks the items of a list: the registry with a dash and two spaces, others with a dash. */
export type PlainLists = 'registry' | 'any';

const inlineMark = /[\\<>*_[\]~^`&]/g;
/** What would be a heading, a list or a line across the page at the start of a paragraph. */
const blockMark = /^(?:#{1,6}(?=[ \t]|$)|[-+](?=[ \t]|$)|-(?=(?: *-){2,} *$))/;
const item = /^( *)(?:-( +)|(\d{1,9}[.)]) +)(?=\S)/;
const special = /[\\<>*_[\]~^`&\n]|^[ #+\d-]/;

/** A list that is open: where its items begin in the plain text, and in CommonMark what stands in them. */
interface OpenList {
  readonly indent: number;
  readonly margin: string;
  readonly inner: string;
}

/**
 * Plain text as CommonMark that shows the same characters, as API v2 lays it out: each line is a paragraph, lists are
 * tight and begin at the margin, nested ones below the words of their item.
 */
export function toCommonMark(text: string, lists: PlainLists = 'any'): string {
  if (!special.test(text)) return text;
  let written = '';
  let open: OpenList[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const start = item.exec(line);
    if (!start || (lists === 'registry' && start[2]?.length === 1)) {
      open = [];
      const words = line.trim();
      written += `${written && '\n\n'}${blockMark.test(words) ? '\\' : ''}${escaped(words)}`;
      continue;
    }
    const [whole, { length: indent } = '', , number] = start;
    const isFirst = open.length === 0;
    while (open.length > 1 && (open.at(-1)?.indent ?? 0) > indent) open.pop();
    const around = open.at(-1);
    const isInner = around !== undefined && indent > around.indent;
    if (isFirst || isInner) {
      const margin = around?.inner ?? '';
      open.push({ indent, margin, inner: margin + ' '.repeat((number ?? '*').length + 1) });
    }
    const margin = open.at(-1)?.margin ?? '';
    const gap = written === '' ? '' : isFirst || isInner ? '\n\n' : '\n';
    written += `${gap}${margin}${number ?? '*'} ${escaped(line.slice(whole.length).trimEnd())}`;
  }
  return written;
}

function escaped(words: string): string {
  return words.replace(inlineMark, '\\$&');
}
