/** What parts the cells of a table of values, and how a person calls it. */
const separators = [
  [',', 'commas'],
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'bars'],
] as const;

export type TableSeparator = (typeof separators)[number][1];

const looked = 4000;
const longestCell = 80;

/**
 * What parts the columns of a text that is a table of values, such as CSV; `undefined` for other texts. A table begins
 * with a header of short cells, and its rows have as many: with two or three columns, every row that is looked at, since
 * a line of prose may hold a comma; with four or more, the first.
 */
export function tableSeparatorOf(text: string): TableSeparator | undefined {
  const head = text.slice(0, looked);
  const lines = head.split(/\r\n|[\n\r]/).map((line) => line.trimEnd());
  // The last line that is looked at may be half a row.
  const rows = (text.length > looked ? lines.slice(0, -1) : lines).filter((line) => line !== '');
  for (const [sign, name] of separators) if (isTable(rows, sign)) return name;
  return undefined;
}

function isTable([header = '', ...rows]: readonly string[], sign: string): boolean {
  const names = cellsOf(header, sign);
  const [first] = rows;
  if (names.length < 2 || first === undefined || !names.every((name) => isName(name, sign))) return false;
  if (names.length >= 4) return first.includes(sign);
  // Pages of registries part labels and values with bars, one of each in a line.
  if (sign === '|' || names.some((name) => name.trim() === '' || /[.!?:]$/.test(name))) return false;
  return rows.length >= 2 && rows.every((row) => cellsOf(row, sign).length === names.length);
}

/** A name of a column is short, and no part of a sentence. Behind a comma of a sentence stands a blank. */
function isName(cell: string, sign: string): boolean {
  const isPart = sign !== '\t' && cell.startsWith(' ');
  return cell.length <= longestCell && !isPart;
}

/** The cells of a row; inside quotes the sign parts nothing. */
function cellsOf(row: string, sign: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (const character of row) {
    if (character === '"') isQuoted = !isQuoted;
    if (character !== sign || isQuoted) cell += character;
    else {
      cells.push(cell);
      cell = '';
    }
  }
  cells.push(cell);
  return cells;
}
