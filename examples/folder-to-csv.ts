// A folder of records in any format we read, one row per trial out. A file that cannot be read does not stop the others.
//   pnpm folder-to-csv ../seeds > trials.csv
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageReaders, readTrials, type Trial, TrialError } from '@trialbridge/core';
import { trialJsonReader } from '@trialbridge/core/trial-json';
import { csvLines } from '@trialbridge/csv';

const readers = [trialJsonReader, ...pageReaders];
const columns = [
  'id',
  'brief_title',
  'overall_status',
  'phases',
  'start_date',
  'enrollment',
  'conditions',
  'site_countries',
];

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Name a folder.');

for (const line of csvLines(trialsIn(folder), { columns })) process.stdout.write(line);

/** Reads one file at a time: memory stays flat however many there are. */
function* trialsIn(path: string): Generator<Trial> {
  for (const name of readdirSync(path).sort()) {
    try {
      yield* readTrials(readFileSync(join(path, name), 'utf8'), readers).trials;
    } catch (error) {
      if (!TrialError.is(error)) throw error;
      console.error(`${name}: ${error.message}`);
    }
  }
}
