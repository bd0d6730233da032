import { TrialError } from '@trialbridge/core';
import type { Column } from './column.js';
import { absenceColumn } from './columns/gathered.js';
import { csvColumns } from './columns.js';

export interface CsvOptions {
  /** Begins the file with a byte order mark, by which Excel knows UTF-8. Default `false`: naive readers take it for a part of the first header. */
  readonly bom?: boolean;
  /**
   * Puts an apostrophe before text cells that a spreadsheet would run as a formula. Default `false`: it changes the
   * data. Each changed cell is reported under the rule `formula-escaped`.
   */
  readonly escapeFormulas?: boolean;
  /** Adds the column `absence_reasons`. Default `false`. */
  readonly absence?: boolean;
  /** Headers of the columns to write, in this order. Default: all. What is left out counts as dropped. */
  readonly columns?: readonly string[];
}

/**
 * The columns that a writer with these options has, in order.
 * @throws TrialError `option-unknown` when `columns` names a column that the table does not have.
 */
export function chosenColumns(options: CsvOptions): readonly Column[] {
  const chosen = options.columns ? options.columns.map(columnOf) : csvColumns;
  return options.absence && !chosen.includes(absenceColumn) ? [...chosen, absenceColumn] : chosen;
}

function columnOf(header: string): Column {
  const found = [...csvColumns, absenceColumn].find((column) => column.header === header);
  if (!found) throw new TrialError('option-unknown', `No column is called "${header}". See csvColumns for the names.`);
  return found;
}
