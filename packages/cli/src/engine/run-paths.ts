import { resolve } from 'node:path';
import { usageError } from '../exit.js';
import { isDevice } from '../outputs/place.js';
import type { ConversionOptions } from './options.js';

/** @throws CommandError usage, when a run could not be taken up again. */
export function checkResumable({
  checkpoint,
  inputs,
  out,
  deadLetter,
  reportRecords,
  evidenceCsv,
}: ConversionOptions): void {
  if (checkpoint === undefined) return;
  if (inputs.includes('-'))
    throw usageError('--checkpoint needs inputs that can be read again, not the standard input.');
  if (out === undefined || out === '-') throw usageError('--checkpoint needs --out: a pipe cannot be taken up again.');
  const device = [checkpoint, out, deadLetter, reportRecords, evidenceCsv].find((path) => path && isDevice(path));
  if (device !== undefined) {
    throw usageError(`--checkpoint needs files that can be taken up again, and ${device} is a device or a pipe.`);
  }
}

/** @throws CommandError usage, when two things would be written to one place. */
export function checkDistinct(options: ConversionOptions): void {
  const seen = new Set<string>();
  for (const path of writtenBy(options).filter((each) => !isDevice(each))) {
    const place = resolve(path);
    if (seen.has(place)) throw usageError(`${path} would be written twice. Give each file a name of its own.`);
    seen.add(place);
  }
}

/** Every file and folder that a run writes. */
export function writtenBy({
  out,
  deadLetter,
  reportRecords,
  evidenceCsv,
  checkpoint,
  alsoWritten,
}: ConversionOptions): string[] {
  const journal = checkpoint === undefined ? undefined : `${checkpoint}.ids`;
  return [out, deadLetter, reportRecords, evidenceCsv, checkpoint, journal, ...(alsoWritten ?? [])].filter(
    (path) => path !== undefined && path !== '-',
  ) as string[];
}
