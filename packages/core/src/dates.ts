const months = [
  'january', 'february', 'march', 'april', 'may', 'june',
  'july', 'august', 'september', 'october', 'november', 'december',
]; // biome-ignore format: a table

const iso = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const monthYear = /^([A-Za-z]{3,9})\.? (\d{4})$/;
const monthDayYear = /^([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})$/;
const dayMonthYear = /^(\d{1,2}) ([A-Za-z]{3,9})\.? (\d{4})$/;

/**
 * Reads a date as precisely as it was written: `2015`, `2015-08`, `2015-08-31`; `undefined` when it is no date.
 * Takes ISO dates and English month names. All-number forms such as 03/04/2015 are not dates here: their order is
 * the registry's, so their reader has to know it.
 */
export function readDate(text: string): string | undefined {
  const isoMatch = iso.exec(text);
  if (isoMatch) {
    const [, year = '', month, day] = isoMatch;
    return partialDate(year, month, day);
  }
  const squeezed = text.trim().replace(/\s+/g, ' ');
  const full = monthDayYear.exec(squeezed);
  if (full) return partialDate(full[3] ?? '', monthNumber(full[1] ?? ''), full[2]?.padStart(2, '0'));
  const dayFirst = dayMonthYear.exec(squeezed);
  if (dayFirst) return partialDate(dayFirst[3] ?? '', monthNumber(dayFirst[2] ?? ''), dayFirst[1]?.padStart(2, '0'));
  const short = monthYear.exec(squeezed);
  if (short) return partialDate(short[2] ?? '', monthNumber(short[1] ?? ''));
  return squeezed !== text && iso.test(squeezed) ? readDate(squeezed) : undefined;
}

/** Writes a partial date with English month names: `August 2015`, `August 31, 2015`, `2015`. */
export function englishDate(date: string): string {
  const [year = '', month, day] = date.split('-');
  if (!month) return year;
  const name = months[Number(month) - 1] ?? '';
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  return day ? `${title} ${Number(day)}, ${year}` : `${title} ${year}`;
}

function monthNumber(name: string): string | undefined {
  const folded = name.toLowerCase();
  const index = months.findIndex(
    (month) => month === folded || month.slice(0, 3) === folded || (folded === 'sept' && month === 'september'),
  );
  return index < 0 ? '' : String(index + 1).padStart(2, '0');
}

function partialDate(year: string, month?: string, day?: string): string | undefined {
  if (month === undefined) return year;
  const monthValue = Number(month);
  if (!(monthValue >= 1 && monthValue <= 12)) return undefined;
  if (day === undefined) return `${year}-${month}`;
  const dayValue = Number(day);
  return dayValue >= 1 && (dayValue <= 28 || dayValue <= lastDay(Number(year), monthValue))
    ? `${year}-${month}-${day}`
    : undefined;
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
