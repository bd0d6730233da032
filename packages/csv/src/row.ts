const needsQuotes = /[",\r\n]|^\s|\s$/;

/** One row by RFC 4180, without the CRLF that ends it: line breaks inside a cell stay as they are. */
export function toRow(cells: readonly string[]): string {
  // Parsers skip an empty line, which is what a row of one empty cell would be.
  if (cells.length === 1 && cells[0] === '') return '""';
  let row = '';
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index] ?? '';
    if (index > 0) row += ',';
    row += needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  }
  return row;
}

// What a spreadsheet may run, by OWASP's list; and the apostrophe itself, so that the escape can be undone.
const startsFormula = /^[=+\-@\t\r\n＝＋－＠']/;

/** Puts an apostrophe before a cell that a spreadsheet would run as a formula. */
export function escapeFormula(cell: string): string {
  return startsFormula.test(cell) ? `'${cell}` : cell;
}

/** Undoes `escapeFormula`. */
export function unescapeFormula(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell;
}
