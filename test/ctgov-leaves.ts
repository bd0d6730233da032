import { XmlCData, XmlDocument, XmlElement, XmlText } from 'libxml2-wasm';

/** Every scalar of a value with its JSON Pointer; `null` and containers of nothing are none. */
export function jsonLeaves(value: unknown, pointer = '', leaves = new Map<string, unknown>()): Map<string, unknown> {
  if (Array.isArray(value))
    for (const [index, item] of value.entries()) jsonLeaves(item, `${pointer}/${index}`, leaves);
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value))
      jsonLeaves(item, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, leaves);
  else if (value !== null && value !== undefined) leaves.set(pointer, value);
  return leaves;
}

/** What differs between two sets of leaves, one line each. */
export function differences(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): string[] {
  const lines: string[] = [];
  for (const [path, value] of before)
    if (!Object.is(after.get(path), value))
      lines.push(`${path}: ${JSON.stringify(value)} became ${JSON.stringify(after.get(path))}`);
  for (const [path, value] of after) if (!before.has(path)) lines.push(`${path}: ${JSON.stringify(value)} was added`);
  return lines;
}

/**
 * Every text and every attribute of a document with its path, read by libxml2: white space squeezed, elements numbered
 * among their siblings of one name. An element without content is a leaf. The required header is left out: it says when
 * the data were downloaded.
 */
export function xmlLeaves(text: string): Map<string, unknown> {
  const document = XmlDocument.fromString(text);
  const leaves = new Map<string, unknown>();
  try {
    visit(document.root, '', leaves);
  } finally {
    document.dispose();
  }
  return leaves;
}

function visit(element: XmlElement, above: string, leaves: Map<string, unknown>, position = 0): void {
  const path = `${above}/${element.name}[${position}]`;
  if (element.name === 'required_header') return;
  const attributes = element.attrs;
  for (const attribute of attributes) leaves.set(`${path}/@${attribute.name}`, attribute.value);
  const counts = new Map<string, number>();
  let words = '';
  for (let node = element.firstChild; node; node = node.next) {
    if (node instanceof XmlElement) {
      const count = counts.get(node.name) ?? 0;
      counts.set(node.name, count + 1);
      visit(node, path, leaves, count);
    } else if (node instanceof XmlText || node instanceof XmlCData) words += ` ${node.content}`;
  }
  const squeezed = words.replace(/\s+/g, ' ').trim();
  if (squeezed !== '' || (counts.size === 0 && attributes.length === 0)) leaves.set(path, squeezed);
}
