// Generates the schemas of the CSV formats from their column lists: `pnpm --filter @trialbridge/csv generate`.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { generatedFiles } from './generated-files.js';

const root = new URL('../../../', import.meta.url);
const trialSchema = JSON.parse(readFileSync(new URL('schemas/trial.schema.json', root), 'utf8'));
for (const [path, text] of Object.entries(generatedFiles(trialSchema))) {
  writeFileSync(fileURLToPath(new URL(path, root)), text);
}
