import { absenceFieldOf, evidenceTableSchemaOf, rowSchemaOf, type SchemaNode, tableSchemaOf } from './schemas.js';

const head =
  '// Generated from the column lists and schemas/trial.schema.json by packages/csv/scripts/generate.ts. Do not edit.\n';

/** Every generated file of this package: path from the root of the repository to text. */
export function generatedFiles(trialSchema: SchemaNode): Record<string, string> {
  const row = rowSchemaOf(trialSchema);
  const table = tableSchemaOf(trialSchema);
  return {
    'schemas/csv-row.schema.json': json(row),
    'schemas/csv-trials.tableschema.json': json(table),
    'schemas/csv-evidence.tableschema.json': json(evidenceTableSchemaOf(trialSchema)),
    'packages/csv/src/generated/row-schema.ts': `${head}
interface RowSchema {
  readonly [keyword: string]: unknown;
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, object>>;
}

/** \`schemas/csv-row.schema.json\`. */
export const rowSchema: RowSchema = ${JSON.stringify(row)};
`,
    'packages/csv/src/generated/table-schema.ts': `${head}
interface Field {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly constraints?: object;
  readonly [property: \`trialbridge:\${string}\`]: unknown;
}

/** \`schemas/csv-trials.tableschema.json\`. */
export const tableSchema: { readonly $schema: string; readonly missingValues: readonly string[]; readonly fields: readonly Field[] } = ${JSON.stringify(table)};

/** The field that the option \`absence\` adds. */
export const absenceField: Field = ${JSON.stringify(absenceFieldOf(trialSchema))};
`,
  };
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
