import { saysSomething } from '../blank.js';
import { lines } from './characters.js';
import type { XmlScanner } from './scanner.js';
import type { XmlSource } from './source.js';

/** The text of the entered element on one line. Nothing, and elements where text belongs, are kept. */
export function readLine(source: XmlSource): string | undefined {
  return keptText(source, line);
}

/** The text of the entered element, line breaks kept. */
export function readProse(source: XmlSource): string | undefined {
  return keptText(source, prose);
}

/** The text of the entered element as paragraphs. */
export function readBlock(source: XmlSource): string | undefined {
  return keptText(source, block);
}

const line = (scanner: XmlScanner): string | undefined => scanner.line();
const prose = (scanner: XmlScanner): string | undefined => scanner.formed(lines);
const block = (scanner: XmlScanner): string | undefined => scanner.paragraphs();

function keptText(source: XmlSource, read: (scanner: XmlScanner) => string | undefined): string | undefined {
  const { scanner } = source;
  const { offset } = scanner;
  if (scanner.unclaimed > 0) source.keepAttributes();
  const found = read(scanner);
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
