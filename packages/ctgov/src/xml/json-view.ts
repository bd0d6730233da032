import { XMLParser } from 'fast-xml-parser';
import { childStructure, structures } from './vocabulary.js';

/** Names that repeat somewhere, and the parents in which they do. */
const lists = new Map<string, Set<string>>();
for (const [structure, parts] of structures)
  for (const { name, isList } of parts) if (isList) lists.set(name, (lists.get(name) ?? new Set()).add(structure));

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
  textNodeName: '#',
  ignoreDeclaration: true,
  processEntities: true,
  htmlEntities: true,
  jPath: true,
  isArray: (name, path) => lists.get(name)?.has(structureAt(String(path)) ?? '') ?? false,
});

/** What was written, read again by another parser: elements as keys, repeatable ones as lists, attributes with `@`. */
export function toJsonView(xml: string): unknown {
  return parser.parse(xml, true);
}

/** The structure of the parent of the element at a dotted path. */
function structureAt(path: string): string | undefined {
  const steps = path.split('.');
  let structure: string | undefined = 'clinical_study';
  for (const step of steps.slice(1, -1)) structure = childStructure(structure, step);
  return structure;
}
