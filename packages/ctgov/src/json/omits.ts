import type { Omission } from '@trialbridge/core';

/** What API v2 has no place for, whatever the trial. */
export const ctgovJsonOmits: readonly Omission[] = [
  { path: '/source/format', why: 'every record of the format is of this format' },
  { path: '/source/kind', why: 'every record of the format is a record of a registry' },
]; // biome-ignore format: a table
