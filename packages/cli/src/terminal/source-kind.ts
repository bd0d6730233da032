import type { SourceKind } from '@trialbridge/core';

/** What a source is and how many trials it gives, in words that make sense together. */
export function describeSource(kind: SourceKind, trials: number): string {
  const many = `${trials.toLocaleString('en-US')} trials`;
  switch (kind) {
    case 'registration':
      return trials === 1
        ? 'registry record'
        : trials === 0
          ? 'registry record without a trial'
          : `registry records of ${many}`;
    case 'publication':
      if (trials === 0) return 'publication that reports no trial of its own';
      return trials === 1 ? 'publication that reports a trial' : `publication that reports ${many}`;
    case 'narrative':
      return 'text that is no record of a trial';
  }
}
