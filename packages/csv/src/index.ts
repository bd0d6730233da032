export type { CellShape, CellValue, ValueType } from './cell.js';
export { readCell } from './cell.js';
export type { Column } from './column.js';
export { csvColumns } from './columns.js';
export { type EvidenceColumn, evidenceColumns, evidenceHead, evidenceRows } from './evidence.js';
export type { CsvOptions } from './options.js';
export { csvTableSchema } from './table-schema.js';
export { type CsvRow, createCsvWriter, csvLines, csvWriter } from './writer.js';
