// Writes the schemas of both formats from their tables: `tsx packages/ctgov/scripts/write-schemas.ts`.
import { writeFileSync } from 'node:fs';
import { ctgovJsonWriter, ctgovXmlWriter } from '../src/index.js';

for (const { format, schema } of [ctgovJsonWriter, ctgovXmlWriter]) {
  const target = new URL(`../../../schemas/${format}.schema.json`, import.meta.url);
  writeFileSync(target, `${JSON.stringify(schema, null, 2)}\n`);
}
