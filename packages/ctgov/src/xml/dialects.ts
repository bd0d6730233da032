import type { Trial } from '@trialbridge/core';

/** Forms of the format that the registry gave up. `trial.source.dialect` lists those of a record, with spaces between. */
export const dialects = {
  /** Dates of the record under their names of before October 2017: `firstreceived_date`. */
  dates: 'dates-before-2017-10',
  /** Results without classes, the number analysed as a measure of its own: before 2017. */
  results: 'results-before-2017',
} as const;

export type Dialect = (typeof dialects)[keyof typeof dialects];

export function hasDialect({ source }: Trial, dialect: Dialect): boolean {
  return source.dialect?.split(' ').includes(dialect) ?? false;
}
