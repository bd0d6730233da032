import { squeeze } from './characters.js';
import { escapeAttribute, escapeText } from './escape.js';
import type { XmlScanner } from './scanner.js';

/** An element as it stands: for the parts of a record that the model has no place for. */
export interface XmlNode {
  readonly name: string;
  /** Offset of its start tag in the source. */
  readonly offset: number;
  readonly attributes: Map<string, string>;
  /** Its texts and elements in their order. White space between elements is not among them. */
  content: (string | XmlNode)[];
}

/** Reads the entered element with everything in it, texts as they stand. */
export function readNode(scanner: XmlScanner, name: string): XmlNode {
  const open: XmlNode[] = [];
  const { onStray } = scanner;
  scanner.onStray = (_offset, text): void => {
    const content = open[open.length - 1]?.content;
    if (!content || text === '') return;
    // Comments and sections of characters part a text without ending it.
    const last = content.length - 1;
    if (typeof content[last] === 'string') content[last] += text;
    else content.push(text);
  };
  const root = read(scanner, name, open);
  scanner.onStray = onStray;
  return root;
}

function read(scanner: XmlScanner, name: string, open: XmlNode[]): XmlNode {
  const node: XmlNode = { name, offset: scanner.offset, attributes: new Map(scanner.rest()), content: [] };
  open.push(node);
  for (let child = scanner.enter(); child !== undefined; child = scanner.enter()) {
    dropBlank(node.content);
    node.content.push(read(scanner, child.name, open));
  }
  dropBlank(node.content);
  open.pop();
  return node;
}

/** White space beside a comment is a text, until nothing more comes to it. */
function dropBlank(content: XmlNode['content']): void {
  const last = content[content.length - 1];
  if (typeof last === 'string' && last.trim() === '') content.pop();
}

export function childrenOf(node: XmlNode): XmlNode[] {
  return node.content.filter((part) => typeof part !== 'string');
}

/** The texts of an element, joined, on one line. */
export function textOf(node: XmlNode): string {
  return squeeze(node.content.filter((part) => typeof part === 'string').join(' '));
}

export type XmlValue = string | { [key: string]: XmlValue | XmlValue[] };

/**
 * An element as data: a text, or an object of its attributes (`@name`), its text (`#`) and its children by name. Where
 * texts stand behind elements, or elements of one name apart, `#` is the list of both in their order.
 */
export function toValue(node: XmlNode): XmlValue {
  const children = childrenOf(node);
  if (children.length === 0 && node.attributes.size === 0) return textOf(node);
  const value: { [key: string]: XmlValue | XmlValue[] } = Object.create(null);
  for (const [name, text] of node.attributes) value[`@${name}`] = text;
  if (!isInOrder(node)) {
    value['#'] = node.content.map((part) =>
      typeof part === 'string' ? oneSpace(part) : { [part.name]: toValue(part) },
    );
    return { ...value };
  }
  const text = textOf(node);
  if (text !== '') value['#'] = text;
  for (const child of children) {
    const before = value[child.name];
    const one = toValue(child);
    if (before === undefined) value[child.name] = one;
    else if (Array.isArray(before)) before.push(one);
    else value[child.name] = [before, one];
  }
  return { ...value };
}

/** Whether an object of names would say the order: one text before all elements, those of one name together. */
function isInOrder({ content }: XmlNode): boolean {
  const seen = new Set<string>();
  let name = '';
  for (const [index, part] of content.entries()) {
    if (typeof part === 'string') {
      if (index > 0) return false;
      continue;
    }
    if (part.name !== name && seen.has(part.name)) return false;
    name = part.name;
    seen.add(name);
  }
  return true;
}

/** White space as single spaces, which part a text from the elements beside it. */
function oneSpace(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ');
}

/** The element that a value stands for. */
export function fromValue(name: string, value: unknown): XmlNode {
  const node: XmlNode = { name, offset: -1, attributes: new Map(), content: [] };
  if (typeof value !== 'object' || value === null) node.content.push(String(value));
  else
    for (const [key, part] of Object.entries(value)) {
      if (key.startsWith('@')) node.attributes.set(key.slice(1), String(part));
      else if (key !== '#')
        for (const one of Array.isArray(part) ? part : [part]) node.content.push(fromValue(key, one));
      else if (!Array.isArray(part)) node.content.push(String(part));
      else for (const one of part) node.content.push(...ordered(one));
    }
  return node;
}

function ordered(part: unknown): (string | XmlNode)[] {
  if (typeof part !== 'object' || part === null) return [String(part)];
  return Object.entries(part).map(([name, value]) => fromValue(name, value));
}

/** The text of an element, indented; no margins inside of an element with texts among its elements. */
export function printNode(node: XmlNode, margin = '\n'): string {
  let attributes = '';
  for (const [name, value] of node.attributes) attributes += ` ${name}="${escapeAttribute(value)}"`;
  const isMixed = margin === '' || node.content.some((part, index) => index > 0 && typeof part === 'string');
  let inner = '';
  let end = '';
  for (const part of node.content) {
    if (typeof part === 'string') inner += escapeText(part);
    else {
      inner += printNode(part, isMixed ? '' : `${margin}  `);
      if (!isMixed) end = margin;
    }
  }
  return `${margin}<${node.name}${attributes}>${inner}${end}</${node.name}>`;
}
