import { saysSomething } from '../blank.js';
import { lines } from './characters.js';
import type { XmlSource } from './source.js';

/** The text of the entered element on one line. Nothing, and elements where text belongs, are kept. */
export function readLine(source: XmlSource): string | undefined {
  const offset = enter(source);
  return textOrKept(source, offset, source.scanner.line());
}

/** The text of the entered element, line breaks kept. */
export function readProse(source: XmlSource): string | undefined {
  const offset = enter(source);
  return textOrKept(source, offset, source.scanner.formed(lines));
}

/** The text of the entered element as paragraphs. */
export function readBlock(source: XmlSource): string | undefined {
  const offset = enter(source);
  return textOrKept(source, offset, source.scanner.paragraphs());
}

/** Keeps the attributes that nobody asked for; the offset of the element. */
function enter(source: XmlSource): number {
  if (source.scanner.unclaimed > 0) source.keepAttributes();
  return source.scanner.offset;
}

function textOrKept(source: XmlSource, offset: number, found: string | undefined): string | undefined {
  if (found && saysSomething(found)) return found;
  if (found !== undefined) source.keepAt(offset, 'unknown-path', 'An element without content.');
  else source.keepAt(offset, 'wrong-type', 'Elements where a text belongs.');
  return undefined;
}

/**
 * The text of an element whose attributes say the most; it may be empty. `undefined` where elements stand in its place:
 * whoever asked keeps the element whole, attributes included.
 */
export function readComment(source: XmlSource): string | undefined {
  const { scanner } = source;
  if (scanner.unclaimed > 0) source.keepAttributes();
  const { offset } = scanner;
  const found = scanner.formed(lines);
  if (!found || saysSomething(found)) return found;
  source.remark(offset, 'placeholder', 'A comment of white space only.');
  return '';
}
