import { absenceColumn } from './columns/gathered.js';
import { absenceField, tableSchema } from './generated/table-schema.js';
import { type CsvOptions, chosenColumns } from './options.js';

export interface CsvTableField {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly constraints?: object;
  /** `trialbridge:path`: the part of the trial; `trialbridge:codes`: the codes that a list holds. */
  readonly [property: `trialbridge:${string}`]: unknown;
}

export interface CsvTableSchema {
  readonly $schema: string;
  readonly missingValues: readonly string[];
  readonly fields: readonly CsvTableField[];
}

/**
 * The Frictionless Table Schema (Data Package 2.0) of the file that `createCsvWriter` makes with the same options.
 * `schemas/csv-trials.tableschema.json` is that of the default.
 */
export function csvTableSchema(options: CsvOptions = {}): CsvTableSchema {
  const fields = new Map<string, CsvTableField>(tableSchema.fields.map((field) => [field.name, field]));
  fields.set(absenceColumn.header, absenceField);
  const chosen = chosenColumns(options).flatMap((column) => fields.get(column.header) ?? []);
  return { ...tableSchema, fields: chosen };
}
