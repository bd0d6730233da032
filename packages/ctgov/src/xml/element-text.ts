import { saysSomething } from '../blank.js';
import { lines } from './characters.js';
import type { XmlSource } from './source.js';

/** The text of the entered element on one line. Nothing, and elements where text belongs, are kept. */
export function readLine(source: XmlSource): string | undefined {
  const { scanner } = source;
  const { offset } = scanner;
  if (scanner.unclaimed > 0) source.keepAttributes();
  const found = scanner.line();
  if (found && saysSomething(found)) return found;
  keepNothing(source, offset, found);
  return undefined;
}

/** The text of the entered element, line breaks kept. */
export function readProse(source: XmlSource): string | undefined {
  const { scanner } = source;
  const { offset } = scanner;
  if (scanner.unclaimed > 0) source.keepAttributes();
  const found = scanner.formed(lines);
  if (found && saysSomething(found)) return found;
  keepNothing(source, offset, found);
  return undefined;
}

/** The text of the entered element as paragraphs. */
export function readBlock(source: XmlSource): string | undefined {
  const { scanner } = source;
  const { offset } = scanner;
  if (scanner.unclaimed > 0) source.keepAttributes();
  const found = scanner.paragraphs();
  if (found && saysSomething(found)) return found;
  keepNothing(source, offset, found);
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

function keepNothing(source: XmlSource, offset: number, found: string | undefined): void {
  if (found !== undefined) source.keepAt(offset, 'unknown-path', 'An element without content.');
  else source.keepAt(offset, 'wrong-type', 'Elements where a text belongs.');
}
