import type { Evidence, Span, Trial } from '@trialbridge/core';
import { toRow } from './row.js';

interface EvidenceLine {
  readonly trial: Trial;
  readonly pointer: string;
  readonly entry: Evidence;
  readonly span?: Span;
}

export interface EvidenceColumn {
  readonly header: string;
  readonly description: string;
  readonly type: 'text' | 'code' | 'integer';
  readonly read: (line: EvidenceLine) => string;
}

// biome-ignore format: a table
/** The columns of the evidence table, in order. */
export const evidenceColumns: readonly EvidenceColumn[] = [
  { header: 'trial_id', description: 'Id of the trial: the column `id` of the trials.', type: 'text', read: ({ trial }) => trial.id },
  { header: 'pointer', description: 'JSON Pointer of the value in the trial; it speaks for all below it without a row of its own.', type: 'text', read: ({ pointer }) => pointer },
  { header: 'kind', description: 'How the value was obtained, or `absent`.', type: 'code', read: ({ entry }) => entry.kind },
  { header: 'rule', description: 'Name of the rule by which it was normalised or inferred.', type: 'text', read: ({ entry }) => entry.rule ?? '' },
  { header: 'reason', description: 'Why there is no value.', type: 'code', read: ({ entry }) => entry.reason ?? '' },
  { header: 'verbatim', description: 'Wording that stands where a value belongs.', type: 'text', read: ({ entry }) => entry.verbatim ?? '' },
  { header: 'start', description: 'Where it begins in the source text, in UTF-16 code units.', type: 'integer', read: ({ span }) => (span ? String(span.start) : '') },
  { header: 'end', description: 'One past where it ends.', type: 'integer', read: ({ span }) => (span ? String(span.end) : '') },
  { header: 'source_path', description: 'Where it stands in a JSON or XML source.', type: 'text', read: ({ entry }) => entry.path ?? '' },
];

/** The header row of the evidence table, without its CRLF. */
export function evidenceHead(): string {
  return toRow(evidenceColumns.map((column): string => column.header));
}

/** The evidence of a trial as rows, without their CRLF: one per span, or one where the evidence has no span. */
export function* evidenceRows(trial: Trial): Generator<string> {
  for (const [pointer, entry] of Object.entries(trial.evidence ?? {})) {
    const spans = entry.spans ?? [];
    if (spans.length === 0) yield toEvidenceRow({ trial, pointer, entry });
    for (const span of spans) yield toEvidenceRow({ trial, pointer, entry, span });
  }
}

function toEvidenceRow(line: EvidenceLine): string {
  return toRow(evidenceColumns.map((column): string => column.read(line)));
}
