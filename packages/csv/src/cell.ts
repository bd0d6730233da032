/** What one value of a column is. `code` and `date` are text that follows an enumeration or the pattern of a partial date. */
export type ValueType = 'text' | 'code' | 'date' | 'integer' | 'number' | 'boolean';

/** A cell holds one value, a list of them, a list of such lists, or a JSON object. */
export type CellShape = 'value' | 'list' | 'lists' | 'object';

/** Between the entries of a list. It never stands inside an entry, so that any tool may split at it. */
export const entrySeparator = '|';

/** Between the values of one entry, in a list of lists. */
export const valueSeparator = ';';

/** Writes one entry of a list: `\` becomes `\\` and `|` becomes `\p`. An entry without a value is empty. */
export function escapeEntry(value: string): string {
  return entrySpecials.test(value) ? value.replace(/[\\|]/g, (found) => escapes[found] ?? found) : value;
}

/** Writes one value of a list of lists: as an entry, and `;` becomes `\s`. */
export function escapeNested(value: string): string {
  return nestedSpecials.test(value) ? value.replace(/[\\|;]/g, (found) => escapes[found] ?? found) : value;
}

/** Undoes `escapeEntry` and `escapeNested`. */
export function unescapeEntry(entry: string): string {
  return entry.includes('\\') ? entry.replace(/\\(.)/gs, (_whole, kind: string) => unescapes[kind] ?? kind) : entry;
}

const entrySpecials = /[\\|]/;
const nestedSpecials = /[\\|;]/;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '|': '\\p', ';': '\\s' };
const unescapes: Readonly<Record<string, string>> = { '\\': '\\', p: '|', s: ';' };

/** A value of a cell as plain data; `null` is an entry of a list without a value. */
export type CellValue = string | number | boolean | null | CellValue[] | { [key: string]: string };

/** Reads a cell back into plain data; `undefined` when it is empty. */
export function readCell(cell: string, shape: CellShape, type: ValueType): CellValue | undefined {
  if (cell === '') return undefined;
  switch (shape) {
    case 'value':
      return readValue(cell, type);
    case 'list':
      return cell.split(entrySeparator).map((entry): CellValue => readEntry(entry, type));
    case 'lists':
      return cell
        .split(entrySeparator)
        .map(
          (entry): CellValue =>
            entry === '' ? null : entry.split(valueSeparator).map((value): CellValue => readEntry(value, type)),
        );
    case 'object':
      return JSON.parse(cell) as { [key: string]: string };
  }
}

function readEntry(entry: string, type: ValueType): CellValue {
  return entry === '' ? null : readValue(unescapeEntry(entry), type);
}

function readValue(text: string, type: ValueType): CellValue {
  if (type === 'integer' || type === 'number') return Number(text);
  return type === 'boolean' ? text === 'true' : text;
}
