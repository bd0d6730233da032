// Writes docs/fhir-corpus.md: what the readers make of FHIR that others wrote.
// Run: TRIALBRIDGE_CORPUS=<folder> npx tsx test/write-fhir-corpus.ts

import { writeFileSync } from 'node:fs';
import { corpus } from './ctgov-corpus.js';
import { type OthersFile, readOthers } from './fhir-others.js';

const elementsShown = 6;

if (corpus === '') throw new Error('TRIALBRIDGE_CORPUS names no folder.');
const files = readOthers(corpus);
writeFileSync(new URL('../docs/fhir-corpus.md', import.meta.url), `${page(files)}\n`);

function page(all: readonly OthersFile[]): string {
  const total = (count: (file: OthersFile) => number): number => all.reduce((sum, file) => sum + count(file), 0);
  return `# FHIR of others, file by file

What the readers \`fhir-r4\`, \`fhir-r5\` and \`fhir-r6-ballot5\` make of ${all.length} files that others wrote: examples of
HL7, national profiles of France and Germany, the converters of mCODE, FEvIR and USDM. Written by
\`test/write-fhir-corpus.ts\`; the files themselves are not part of this project.

- **Version**: by the shape of the study, never by what the file claims.
- **Leaves**: values of the trials that were understood. Codings and references that name them are not counted.
- **Kept**: values without a place in the model. Each is in \`trial.unmapped\` with its path, and reported.
- **Where**: the elements that most of them stand in, with how many.

Together: ${total(({ trials }) => trials.length)} trials, ${total(({ understood }) => understood)} leaves understood, ${total(({ keptLeaves }) => keptLeaves)} kept. No file is refused.

| File | Version | Trials | Leaves | Kept | Where |
| --- | --- | --- | --- | --- | --- |
${all.map(row).join('\n')}

What stands out among the kept: terminologies beside a text (MedDRA, ICD-10-GM, SEVCO codes without a counterpart), references
to resources that the file does not hold, objectives that are goals and no outcome measures, regulations of a country,
narrative sections of protocols, and schedules of activities. Metadata of documents (\`meta\`, \`fullUrl\`, \`request\`) and
narratives that repeat the data are neither leaves nor kept.`;
}

function row({ name, format, trials, understood, keptLeaves, kept }: OthersFile): string {
  const shown = kept.slice(0, elementsShown).map(([element, count]) => `${element} ${count}`);
  if (kept.length > elementsShown) shown.push('...');
  const version = format.replace('fhir-', '').replace('-ballot5', '').toUpperCase();
  const short = name.replaceAll('__', ' / ').replace('ansforge+', 'ansforge/').replace('HL7+', 'HL7/');
  return `| ${short} | ${version} | ${trials.length} | ${understood} | ${keptLeaves} | ${shown.join(', ') || '-'} |`;
}
