import { readFileSync } from 'node:fs';
import { leafPaths } from '@trialbridge/core';
import { describe, expect, it } from 'vitest';
import { generatedFiles } from '../scripts/generated-files.js';
import { leafSchema, type SchemaNode } from '../scripts/schemas.js';
import type { ValueType } from './cell.js';
import { absenceColumn, wordingPaths } from './columns/gathered.js';
import { csvColumns } from './columns.js';
import { isOmitted, omits } from './omits.js';
import { csvTableSchema } from './table-schema.js';

const root = new URL('../../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const trialSchema = JSON.parse(read('schemas/trial.schema.json')) as SchemaNode;

describe('generated schemas', () => {
  for (const [path, text] of Object.entries(generatedFiles(trialSchema))) {
    it(`${path} is up to date`, () => expect(read(path)).toBe(text));
  }
});

describe('the columns', () => {
  it('have headers that differ, in snake case', () => {
    const headers = [...csvColumns, absenceColumn].map((column) => column.header);
    expect(new Set(headers).size).toBe(headers.length);
    expect(headers.filter((header) => !/^[a-z][a-z0-9_]*$/.test(header))).toEqual([]);
  });

  it('have the types of their leaves in the model', () => {
    const wrong = csvColumns.filter(({ path, type }) => path && typeOf(leafSchema(trialSchema, path)) !== type);
    expect(wrong.map((column) => column.header)).toEqual([]);
  });

  it('and the omissions share out the leaves of the model: each is in one place, and only one', () => {
    const held = [...csvColumns.flatMap((column) => column.path ?? []), ...wordingPaths];
    expect(held.length).toBe(new Set(held).size);
    expect(held.filter((path) => isOmitted(path, omits))).toEqual([]);
    const neither = leafPaths.filter((path) => !held.includes(path) && !isOmitted(path, omits));
    expect(neither.filter((path) => path !== '/schemaVersion' && !path.startsWith('/unmapped/'))).toEqual([]);
  });
});

describe('the Table Schema, by the rules of Data Package 2.0', () => {
  const { fields, missingValues, $schema } = csvTableSchema();

  it('names its profile and says that an empty cell is a missing value', () => {
    expect($schema).toBe('https://datapackage.org/profiles/2.0/tableschema.json');
    expect(missingValues).toEqual(['']);
  });

  it('has the fields of the header row, in order', () => {
    expect(fields.map((field) => field.name)).toEqual(csvColumns.map((column) => column.header));
  });

  it('uses the types of the standard and the constraints that each allows', () => {
    const allowed: Record<string, string[]> = {
      string: ['required', 'unique', 'pattern', 'enum', 'minLength', 'maxLength'],
      integer: ['required', 'unique', 'enum', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
      number: ['required', 'unique', 'enum', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
      boolean: ['required', 'enum'],
      object: ['required', 'unique', 'enum', 'minLength', 'maxLength', 'jsonSchema'],
    };
    for (const field of fields) {
      expect(Object.keys(allowed), field.name).toContain(field.type);
      for (const name of Object.keys(field.constraints ?? {})) expect(allowed[field.type], field.name).toContain(name);
    }
  });

  it('makes a partial date a string with a pattern, because a date of Table Schema needs a day', () => {
    const field = fields.find(({ name }) => name === 'start_date');
    expect(field?.type).toBe('string');
    const { pattern } = (field?.constraints ?? {}) as { pattern: string };
    const matches = (date: string): boolean => new RegExp(pattern).test(date);
    expect(['2015', '2015-08', '2015-08-31'].every(matches)).toBe(true);
    expect(['2015-13', '08/2015', '2015-08-32'].some(matches)).toBe(false);
  });

  it('follows the options: chosen columns, and absence reasons', () => {
    const chosen = csvTableSchema({ columns: ['id', 'start_date'], absence: true });
    expect(chosen.fields.map((field) => field.name)).toEqual(['id', 'start_date', 'absence_reasons']);
  });
});

function typeOf({ type, enum: codes, pattern }: SchemaNode): ValueType {
  if (codes) return 'code';
  if (type === 'integer' || type === 'number' || type === 'boolean') return type;
  return pattern?.startsWith('^[0-9]{4}(-') ? 'date' : 'text';
}
