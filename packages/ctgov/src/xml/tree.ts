import { squeeze } from './characters.js';
import { escapeAttribute, escapeText } from './escape.js';
import type { XmlScanner } from './scanner.js';

/** An element as it stands: for the parts of a record that the model has no place for. */
export interface XmlNode {
  readonly name: string;
  /** Offset of its start tag in the source. */
  readonly offset: number;
  readonly attributes: Map<string, string>;
  /** Its texts, joined, white space squeezed. */
  text: string;
  readonly children: XmlNode[];
}

/** Reads the entered element with everything in it. */
export function readNode(scanner: XmlScanner, name: string): XmlNode {
  const open: XmlNode[] = [];
  const { onStray } = scanner;
  scanner.onStray = (_offset, text): void => {
    const node = open[open.length - 1];
    if (node && text !== '') node.text = squeeze(`${node.text} ${text}`);
  };
  const root = read(scanner, name, open);
  scanner.onStray = onStray;
  return root;
}

function read(scanner: XmlScanner, name: string, open: XmlNode[]): XmlNode {
  const node: XmlNode = { name, offset: scanner.offset, attributes: new Map(scanner.rest()), text: '', children: [] };
  open.push(node);
  for (let child = scanner.enter(); child !== undefined; child = scanner.enter())
    node.children.push(read(scanner, child.name, open));
  open.pop();
  return node;
}

export type XmlValue = string | { [key: string]: XmlValue | XmlValue[] };

/** An element as data: a text, or an object of its attributes (`@name`), its text (`#`) and its children by name. */
export function toValue(node: XmlNode): XmlValue {
  if (node.children.length === 0 && node.attributes.size === 0) return node.text;
  const value: { [key: string]: XmlValue | XmlValue[] } = Object.create(null);
  for (const [name, text] of node.attributes) value[`@${name}`] = text;
  if (node.text !== '') value['#'] = node.text;
  for (const child of node.children) {
    const before = value[child.name];
    const one = toValue(child);
    value[child.name] = before === undefined ? one : Array.isArray(before) ? [...before, one] : [before, one];
  }
  return { ...value };
}

/** The element that a value stands for. */
export function fromValue(name: string, value: unknown): XmlNode {
  const node: XmlNode = { name, offset: -1, attributes: new Map(), text: '', children: [] };
  if (typeof value !== 'object' || value === null) node.text = String(value);
  else
    for (const [key, part] of Object.entries(value)) {
      if (key === '#') node.text = String(part);
      else if (key.startsWith('@')) node.attributes.set(key.slice(1), String(part));
      else for (const one of Array.isArray(part) ? part : [part]) node.children.push(fromValue(key, one));
    }
  return node;
}

/** The text of an element, indented. */
export function printNode(node: XmlNode, margin = '\n'): string {
  let attributes = '';
  for (const [name, value] of node.attributes) attributes += ` ${name}="${escapeAttribute(value)}"`;
  const text = escapeText(node.text);
  if (node.children.length === 0) return `${margin}<${node.name}${attributes}>${text}</${node.name}>`;
  let inner = '';
  for (const child of node.children) inner += printNode(child, `${margin}  `);
  return `${margin}<${node.name}${attributes}>${text}${inner}${margin}</${node.name}>`;
}
