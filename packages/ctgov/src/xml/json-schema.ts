import { textKinds } from './kinds.js';
import { alternatives, type Part, structures } from './vocabulary.js';

/** JSON Schema of the JSON view of a document (`toJsonView`), made from the tables of elements and of kinds of text. */
export const ctgovXmlSchema: object = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://trialbridge.dev/schemas/ctgov-xml.schema.json',
  title: 'Public XML of ClinicalTrials.gov, as JSON',
  description:
    'Elements as keys, repeatable ones as lists, attributes with @ before them, a text beside attributes as #.',
  type: 'object',
  additionalProperties: false,
  required: ['clinical_study'],
  properties: { clinical_study: { $ref: '#/$defs/clinical_study' } },
  $defs: Object.fromEntries([
    ...[...structures].map(([name, parts]): [string, object] => [name, structureSchema(name, parts)]),
    ...Object.entries(textKinds).map(([name, kind]): [string, object] => [`text_${name}`, textSchema(kind)]),
  ]),
};

/** What only older files hold is not in it, as it is not in the XSD. */
function structureSchema(structure: string, all: readonly Part[]): object {
  const parts = all.filter((part) => !part.isOld);
  const names = alternatives.get(structure);
  if (!names) return elementSchema(parts);
  return { anyOf: names.map((some) => elementSchema(parts.filter((part) => some.includes(part.name)))) };
}

function elementSchema(parts: readonly Part[]): object {
  const properties = Object.fromEntries(parts.map((part): [string, object] => [key(part), partSchema(part)]));
  const required = parts.filter((part) => part.isRequired).map(key);
  const whole = {
    type: 'object',
    additionalProperties: false,
    ...(required.length > 0 && { required }),
    properties,
  };
  const text = parts.find((part) => part.name === '#');
  if (text && !parts.some((part) => part.isAttribute && part.isRequired))
    return { anyOf: [kindSchema(text.kind), whole] };
  // An element that may be empty is an empty text to the parser.
  return required.length > 0 ? whole : { anyOf: [{ const: '' }, whole] };
}

function key(part: Part): string {
  return part.isAttribute ? `@${part.name}` : part.name;
}

function partSchema(part: Part): object {
  const one = kindSchema(part.kind);
  return part.isList ? { type: 'array', minItems: 1, items: one } : one;
}

function kindSchema(kind: string): object {
  if (structures.has(kind)) return { $ref: `#/$defs/${kind}` };
  return kind in textKinds ? { $ref: `#/$defs/text_${kind}` } : { type: 'string' };
}

function textSchema(kind: readonly string[] | RegExp): object {
  return kind instanceof RegExp ? { type: 'string', pattern: kind.source } : { enum: kind };
}
