// A registry page as text in, a FHIR R4 Bundle out. What could not be carried goes to stderr.
//   pnpm page-to-fhir ../seeds/004_be195e707c4d5161.txt > bundle.json
import { readFileSync } from 'node:fs';
import { pageReaders, readTrials, writeTrials } from '@trialbridge/core';
import { fhirR4Writer } from '@trialbridge/fhir';

const [file] = process.argv.slice(2);
if (!file) throw new Error('Name the text file of a page.');

const { kind, format, trials, issues } = readTrials(readFileSync(file, 'utf8'), pageReaders);
console.error(`${format}, a ${kind}: ${trials.length} trials, ${issues.length} remarks`);

for (const { trial, document, loss } of writeTrials(trials, fhirR4Writer).written) {
  console.log(JSON.stringify(document, null, 2));
  for (const { path, count, why } of loss.dropped)
    console.error(`${trial.id}: not carried: ${path} (${count}): ${why}`);
}
