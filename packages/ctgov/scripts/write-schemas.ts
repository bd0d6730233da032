// Writes schemas/ctgov-xml.schema.json from the tables of the format: `tsx packages/ctgov/scripts/write-schemas.ts`.
import { writeFileSync } from 'node:fs';
import { ctgovXmlSchema } from '../src/xml/json-schema.js';

const target = new URL('../../../schemas/ctgov-xml.schema.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(ctgovXmlSchema, null, 2)}\n`);
