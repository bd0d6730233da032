import { InvalidArgumentError } from 'commander';
import type { SlicePlan } from '../engine/plan.js';
import { type Threshold, thresholds } from '../report/thresholds.js';

// Values of options. Commander names the option and exits with the code for usage.

export function megabytes(text: string): number {
  const number = Number(text);
  if (!(number > 0)) throw new InvalidArgumentError('It is a number of MB above 0.');
  return Math.floor(number * 1_048_576);
}

export function seconds(text: string): number {
  const number = Number(text);
  if (text.trim() === '' || !(number >= 0)) throw new InvalidArgumentError('It is a number of seconds from 0.');
  return number;
}

export function positiveInteger(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new InvalidArgumentError('It is a whole number from 1.');
  return Number(text);
}

/** `2/3`: the second of three parts. */
export function shard(text: string): NonNullable<SlicePlan['shard']> {
  const [, part, of] = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(text) ?? [];
  if (part === undefined || Number(part) > Number(of)) {
    throw new InvalidArgumentError('It is a part and the number of parts, such as 1/3.');
  }
  return { part: Number(part), of: Number(of) };
}

/** `5%` or `0.05`. */
export function share(text: string): number {
  const number = text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
  if (!(number > 0 && number <= 1))
    throw new InvalidArgumentError('It is a share above 0 and up to 1, or a percentage.');
  return number;
}

export function date(text: string): string {
  if (!/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(text)) {
    throw new InvalidArgumentError('It is a date such as 2026-03-01, 2026-03 or 2026.');
  }
  return text;
}

/** An instant as FHIR writes it. */
export function instant(text: string): string {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/.test(text) || Number.isNaN(Date.parse(text))) {
    throw new InvalidArgumentError('It is an instant such as 2026-03-01T12:00:00Z.');
  }
  return text;
}

export function thresholdList(text: string): Threshold[] {
  return text.split(',').map((part): Threshold => {
    const found = thresholds.find((threshold) => threshold === part.trim());
    if (!found) throw new InvalidArgumentError(`It is one or more of ${thresholds.join(', ')}, separated by commas.`);
    return found;
  });
}
