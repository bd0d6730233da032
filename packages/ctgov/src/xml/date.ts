import type { TrialDate } from '@trialbridge/core';
import type { XmlRule } from './rules.js';

const monthNames = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
]; // biome-ignore format: a table
const monthNumbers = new Map(monthNames.map((name, index) => [name, String(index + 1).padStart(2, '0')]));
/** Years of which the XSD takes dates. */
const formYears = /^[12]/;
const days = [0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Reads a date in the format's own spelling: `August 2015` or `August 31, 2015`, no leading zero. Anything else is
 * `undefined`, so that what is read is always written back as it was.
 */
export function readXmlDate(text: string): string | undefined {
  const space = text.indexOf(' ');
  const month = space < 0 ? undefined : monthNumbers.get(text.slice(0, space));
  if (month === undefined) return undefined;
  const comma = text.indexOf(', ', space);
  const year = text.slice(comma < 0 ? space + 1 : comma + 2);
  if (year.length !== 4 || !isDigits(year)) return undefined;
  if (comma < 0) return `${year}-${month}`;
  const day = text.slice(space + 1, comma);
  const number = Number(day);
  if (day.length > 2 || !isDigits(day) || day.charCodeAt(0) === 48 || number > (days[Number(month)] ?? 0)) {
    return undefined;
  }
  if (month === '02' && number === 29 && !isLeap(Number(year))) return undefined;
  return `${year}-${month}-${number < 10 ? `0${day}` : day}`;
}

/** Writes a partial date; `undefined` for a year alone, and for years of which the format has no dates. */
export function writeXmlDate(date: string): string | undefined {
  if (date.length < 7 || !formYears.test(date)) return undefined;
  return englishDate(date);
}

function englishDate(date: string): string {
  const month = monthNames[Number(date.slice(5, 7)) - 1];
  const year = date.slice(0, 4);
  return date.length === 7 ? `${month} ${year}` : `${month} ${Number(date.slice(8))}, ${year}`;
}

/** What to write for a date: as it was read where it came from this format. */
export function dateWording({ date, verbatim }: TrialDate, isOwn: boolean): string | undefined {
  if (isOwn && verbatim !== undefined) return verbatim;
  if (date === undefined) return undefined;
  return writeXmlDate(date) ?? (isOwn && date.length >= 7 ? englishDate(date) : undefined);
}

/** Why a date cannot be written. */
export function dateFault({ date }: TrialDate): XmlRule {
  if (date === undefined) return 'not-a-date';
  return formYears.test(date) ? 'date-needs-month' : 'not-in-form';
}

function isDigits(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 48 || code > 57) return false;
  }
  return text.length > 0;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
