import type { Column } from '../src/column.js';
import { absenceColumn } from '../src/columns/gathered.js';
import { csvColumns } from '../src/columns.js';
import { evidenceColumns } from '../src/evidence.js';

/** What the scripts need to know of a JSON Schema. */
export interface SchemaNode {
  $ref?: string;
  $defs?: Record<string, SchemaNode>;
  type?: string;
  enum?: string[];
  pattern?: string;
  properties?: Record<string, SchemaNode>;
  items?: SchemaNode;
  additionalProperties?: SchemaNode | boolean;
}

/** The schema of a leaf of the model. */
export function leafSchema(trialSchema: SchemaNode, path: string): SchemaNode {
  let node: SchemaNode = trialSchema;
  for (const step of path.slice(1).split('/')) {
    const child: SchemaNode | undefined = step === '*' ? node.items : node.properties?.[step];
    if (!child) throw new Error(`The model has no ${path}.`);
    node = child.$ref ? (trialSchema.$defs?.[child.$ref.slice('#/$defs/'.length)] ?? {}) : child;
  }
  return node;
}

/** JSON Schema of a row as plain data: what `toJson` of the CSV writer gives. */
export function rowSchemaOf(trialSchema: SchemaNode): object {
  const all = [...csvColumns, absenceColumn];
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://trialbridge.dev/schemas/csv-row.schema.json',
    title: 'Row of the CSV table of trials',
    description:
      'One trial as a row: cells read by their types, empty cells left out. In lists, null is an entry without a value.',
    type: 'object',
    additionalProperties: false,
    required: ['id', 'source_format', 'source_kind'],
    properties: Object.fromEntries(
      all.map((column) => [column.header, { description: column.description, ...cellSchema(trialSchema, column) }]),
    ),
  };
}

/** Frictionless Table Schema (Data Package 2.0) of the table of trials, as the writer makes it by default. */
export function tableSchemaOf(trialSchema: SchemaNode): object {
  return {
    $schema: tableSchemaProfile,
    missingValues: [''],
    fields: csvColumns.map((column) => tableField(trialSchema, column)),
  };
}

/** The same of the column that the option `absence` adds. */
export function absenceFieldOf(trialSchema: SchemaNode): object {
  return tableField(trialSchema, absenceColumn);
}

/** Frictionless Table Schema (Data Package 2.0) of the evidence table. */
export function evidenceTableSchemaOf(trialSchema: SchemaNode): object {
  const entry = trialSchema.$defs?.Evidence?.properties ?? {};
  return {
    $schema: tableSchemaProfile,
    missingValues: [''],
    fields: evidenceColumns.map(({ header, description, type }) => ({
      name: header,
      type: type === 'integer' ? 'integer' : 'string',
      description,
      constraints: {
        required: ['trial_id', 'pointer', 'kind'].includes(header),
        ...(type === 'code' && { enum: entry[header]?.enum }),
      },
    })),
  };
}

const tableSchemaProfile = 'https://datapackage.org/profiles/2.0/tableschema.json';

function cellSchema(trialSchema: SchemaNode, { path, shape, type }: Column): object {
  if (!path) {
    const reasons = trialSchema.$defs?.Evidence?.properties?.reason?.enum;
    return { type: 'object', additionalProperties: type === 'code' ? { enum: reasons } : { type: 'string' } };
  }
  const { enum: codes, pattern } = leafSchema(trialSchema, path);
  const value = {
    type: type === 'integer' || type === 'number' || type === 'boolean' ? type : 'string',
    ...(codes ? { enum: codes } : pattern && { pattern }),
  };
  if (shape === 'value') return value;
  const entry = { anyOf: [value, { type: 'null' }] };
  return shape === 'list'
    ? { type: 'array', items: entry }
    : { type: 'array', items: { anyOf: [{ type: 'array', items: entry }, { type: 'null' }] } };
}

const separators = {
  value: '',
  list: ' A list: entries are separated by `|`; in an entry, `\\` is written `\\\\` and `|` is written `\\p`.',
  lists:
    ' A list of lists: entries are separated by `|` and the values of an entry by `;`; in a value, `\\` is written `\\\\`, `|` is written `\\p` and `;` is written `\\s`.',
  object: '',
} as const;

function tableField(trialSchema: SchemaNode, { header, description, path, shape, type }: Column): object {
  const base = { name: header, ...fieldType(shape, type), description: `${description}${separators[shape]}` };
  const { enum: codes, pattern } = path ? leafSchema(trialSchema, path) : {};
  const isRequired = ['id', 'source_format', 'source_kind'].includes(header);
  const constraints = {
    ...(isRequired && { required: true }),
    ...(shape === 'value' && codes && { enum: codes }),
    ...(shape === 'value' && !codes && pattern && pattern !== '\\S' && { pattern }),
  };
  return {
    ...base,
    ...(Object.keys(constraints).length > 0 && { constraints }),
    ...(shape !== 'value' && codes && { 'trialbridge:codes': codes }),
    ...(path && { 'trialbridge:path': path }),
  };
}

function fieldType(shape: Column['shape'], type: Column['type']): object {
  if (shape === 'object') return { type: 'object' };
  // Lists are text: the profile of Table Schema 2.0 has no list with an escape. So are dates: a date of the model may
  // lack its day or its month, a date of Table Schema may not.
  const isTyped = type === 'integer' || type === 'number' || type === 'boolean';
  return { type: shape === 'value' && isTyped ? type : 'string' };
}
