import type { Column } from './column.js';
import { designColumns } from './columns/design.js';
import { wordingColumn } from './columns/gathered.js';
import { oversightColumns } from './columns/oversight.js';
import { placeColumns } from './columns/places.js';
import { publicationColumns } from './columns/publications.js';
import { recordColumns } from './columns/record.js';

/** The columns of the table, in order. */
export const csvColumns: readonly Column[] = [
  ...recordColumns,
  ...oversightColumns,
  ...designColumns,
  ...placeColumns,
  ...publicationColumns,
  wordingColumn,
];
