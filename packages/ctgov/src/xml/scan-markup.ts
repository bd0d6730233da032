import { checkCharacters, notWellFormed } from './characters.js';

/** Offset of the first character from an offset on that is not white space. */
export function passSpace(source: string, from: number): number {
  let at = from;
  let code = source.charCodeAt(at);
  while (code === 32 || code === 10 || code === 13 || code === 9) {
    at += 1;
    code = source.charCodeAt(at);
  }
  return at;
}

/** The start of a processing instruction: its name, and a space or its end. A colon belongs to no such name. */
const instructionForm = /<\?[\p{L}_][\p{L}\p{N}\p{M}_.\u00b7-]*(?=[ \t\r\n]|\?>)/uy;

/** Where a scanner stands. */
export interface Position {
  readonly at: number;
  /** Whether an element is open. */
  readonly isInside: boolean;
  readonly truncated: () => Error;
}

/** What begins with `<!` or `<?` at an offset: the offset behind it, and the text of a section of characters. */
export function passMarkup(source: string, position: Position): { end: number; text?: string } {
  const { at, isInside, truncated } = position;
  if (source.startsWith('<!--', at)) {
    const end = endOf(source, '-->', at + 4, truncated);
    const dashes = source.indexOf('--', at + 4);
    if (dashes < end - 3) throw notWellFormed(source, dashes, 'two dashes in a comment.');
    return { end };
  }
  if (source.startsWith('<?', at)) {
    if (/^<\?xml[\s?]/i.test(source.slice(at, at + 6)) && source.slice(0, at).replace('\ufeff', '') !== '')
      throw notWellFormed(source, at, 'an XML declaration that is not at the start.');
    const end = endOf(source, '?>', at + 2, truncated);
    instructionForm.lastIndex = at;
    if (!instructionForm.test(source)) throw notWellFormed(source, at, '"<?" without a name behind it.');
    return { end };
  }
  if (isInside && source.startsWith('<![CDATA[', at)) {
    const end = endOf(source, ']]>', at, truncated);
    return { end, text: source.slice(at + 9, end - 3) };
  }
  if (source.startsWith('<!DOCTYPE', at))
    throw notWellFormed(source, at, 'a document type. Records have none, and entities it might define are refused.');
  if ('<!--<![CDATA[<!DOCTYPE'.includes(source.slice(at))) throw truncated();
  throw notWellFormed(source, at, '"<!" that begins nothing.');
}

function endOf(source: string, mark: string, from: number, truncated: () => Error): number {
  const end = source.indexOf(mark, from);
  if (end < 0) throw truncated();
  checkCharacters(source.slice(from, end), source, from);
  return end + mark.length;
}
