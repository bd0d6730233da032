import type { Omission, Trial, TrialWriter, WriteContext } from '@trialbridge/core';
import { type CellValue, readCell } from './cell.js';
import type { Column } from './column.js';
import { wordingColumn, wordingPaths } from './columns/gathered.js';
import { csvColumns } from './columns.js';
import { rowSchema } from './generated/row-schema.js';
import { omits } from './omits.js';
import { type CsvOptions, chosenColumns } from './options.js';
import { escapeFormula, toRow, unescapeFormula } from './row.js';

/** The cells of one row, in the order of the columns, before quoting. */
export type CsvRow = readonly string[];

/**
 * Makes a writer of one row per trial.
 * @throws TrialError `option-unknown` when `columns` names a column that the table does not have.
 */
export function createCsvWriter(options: CsvOptions = {}): TrialWriter<CsvRow> {
  const chosen = chosenColumns(options);
  const undo = options.escapeFormulas ? unescapeFormula : (cell: string) => cell;
  return {
    format: 'csv',
    title: 'CSV, one row per trial',
    mediaType: 'text/csv',
    kind: 'rows',
    extension: '.csv',
    omits: options.columns ? [...omits, ...leftOut(chosen)] : omits,
    schema: options.columns ? schemaOf(chosen) : rowSchema,
    write(trial, context) {
      const cells = chosen.map((column): string => column.read(trial));
      return options.escapeFormulas ? withoutFormulas(cells, chosen, context) : cells;
    },
    toText: toRow,
    toJson: (cells) => toPlainRow(cells.map(undo), chosen),
    head: () => `${options.bom ? '\uFEFF' : ''}${toRow(chosen.map((column): string => column.header))}`,
  };
}

/** Writes one row per trial, all columns, no byte order mark, formulas left as they are. */
export const csvWriter: TrialWriter<CsvRow> = createCsvWriter();

/** The whole file, line by line, each with its CRLF. Reports what each row changes to nobody: see `writeTrial`. */
export function* csvLines(trials: Iterable<Trial>, options: CsvOptions = {}): Generator<string> {
  const writer = createCsvWriter(options);
  yield `${writer.head?.() ?? ''}\r\n`;
  for (const trial of trials) yield `${writer.toText(writer.write(trial, { report: () => {} }))}\r\n`;
}

function withoutFormulas(cells: string[], chosen: readonly Column[], context: WriteContext): CsvRow {
  for (let index = 0; index < cells.length; index++) {
    const { header, path, shape, type } = chosen[index] ?? wordingColumn;
    // A cell that is a number is none that a spreadsheet could run.
    if (shape === 'value' && type === 'number') continue;
    const cell = cells[index] ?? '';
    const escaped = escapeFormula(cell);
    if (escaped === cell) continue;
    cells[index] = escaped;
    context.report({
      code: 'changed',
      severity: 'information',
      at: path?.replaceAll('*', '0') ?? '',
      message: `An apostrophe stands before the cell of ${header}, so that a spreadsheet does not run it.`,
      rule: 'formula-escaped',
    });
  }
  return cells;
}

function leftOut(chosen: readonly Column[]): Omission[] {
  const why = 'its column was not chosen';
  const left = csvColumns.filter((column) => !chosen.includes(column));
  return left
    .flatMap((column) => (column === wordingColumn ? wordingPaths : (column.path ?? [])))
    .map((path): Omission => ({ path, why }));
}

function schemaOf(chosen: readonly Column[]): object {
  const headers = new Set(chosen.map((column) => column.header));
  return {
    ...rowSchema,
    required: rowSchema.required.filter((header) => headers.has(header)),
    properties: Object.fromEntries(Object.entries(rowSchema.properties).filter(([header]) => headers.has(header))),
  };
}

function toPlainRow(cells: readonly string[], chosen: readonly Column[]): Record<string, CellValue> {
  const row: Record<string, CellValue> = {};
  for (const [index, { header, shape, type }] of chosen.entries()) {
    const value = readCell(cells[index] ?? '', shape, type);
    if (value !== undefined) row[header] = value;
  }
  return row;
}
