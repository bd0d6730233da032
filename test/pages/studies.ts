import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { isComplete, type Study } from './render-veeva.js';

/** The studies of API v2 in the corpus that a page can be drawn of. */
export function studiesIn(folder: string): Study[] {
  const lines = gunzipSync(readFileSync(join(folder, 'ctgov-v2.ndjson.gz')))
    .toString('utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as Study).filter(isComplete);
}
