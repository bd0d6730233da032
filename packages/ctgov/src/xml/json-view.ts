import { unlistedGroups } from './group-keys.js';
import { XmlScanner } from './scanner.js';
import { childrenOf, readNode, type XmlNode } from './tree.js';
import { childKind, isInAnyOrder, type Part, structures } from './vocabulary.js';

/** Kinds of text around which white space does not count; in others a wording with a space is another wording. */
const numbers: ReadonlySet<string> = new Set(['integer', 'positive', 'ci_percent']);

/** Attributes that say something of the document and nothing of the record: every XSD takes them. */
const ofDocument = /^(?:xmlns:|xsi:(?:noNamespaceSchemaLocation|schemaLocation)$)/;

/**
 * A document as data, for the JSON Schema: elements as keys, repeatable ones as lists, attributes with `@`, a text beside
 * them as `#`. What data cannot show, and the XSD refuses, is a key that the schema does not have: `acronym (out of
 * order)`.
 * @throws TrialError `source-unreadable` with the place, where the document is not well-formed XML.
 */
export function toJsonView(xml: string): unknown {
  const scanner = new XmlScanner(xml);
  const root = readNode(scanner, scanner.enter()?.name ?? '');
  scanner.end();
  return { [root.name]: view(root, root.name) };
}

function view(node: XmlNode, kind: string | undefined): unknown {
  const parts = kind === undefined ? undefined : structures.get(kind);
  const children = childrenOf(node);
  const attributes = [...node.attributes].filter(([name]) => !ofDocument.test(name));
  if (children.length === 0 && attributes.length === 0) return text(node, kind);
  const value = new Map<string, unknown>(attributes.map(([name, held]) => [`@${name}`, held]));
  const content = parts?.find(({ name }) => name === '#');
  const words = text(node, content?.kind);
  if (content || words !== '') value.set('#', words);
  for (const child of children) put(value, child, parts, view(child, childKind(kind, child.name)));
  if (parts && kind !== undefined && !isInAnyOrder(kind))
    for (const name of outOfOrder(children, parts)) value.set(`${name} (out of order)`, true);
  for (const id of unlistedGroups(node)) value.set(`group ${id} (not listed once)`, true);
  return Object.fromEntries(value);
}

function put(value: Map<string, unknown>, child: XmlNode, parts: readonly Part[] | undefined, one: unknown): void {
  const before = value.get(child.name);
  if (Array.isArray(before)) before.push(one);
  else if (before !== undefined) value.set(child.name, [before, one]);
  else value.set(child.name, parts?.some(({ name, isList }) => name === child.name && isList) ? [one] : one);
}

function text(node: XmlNode, kind: string | undefined): string {
  const words = node.content.filter((part) => typeof part === 'string').join('');
  return kind !== undefined && numbers.has(kind) ? words.trim() : words;
}

/** Names of the children that stand behind what the format has behind them. */
function outOfOrder(children: readonly XmlNode[], parts: readonly Part[]): Set<string> {
  const ranks = new Map(parts.map(({ name }, rank) => [name, rank]));
  const found = new Set<string>();
  let last = -1;
  for (const { name } of children) {
    const rank = ranks.get(name);
    if (rank === undefined) continue;
    if (rank < last) found.add(name);
    else last = rank;
  }
  return found;
}
