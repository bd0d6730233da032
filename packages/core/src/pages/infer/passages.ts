import type { Span } from '../../generated/trial.js';
import type { TrialDraft } from '../draft.js';
import { firstSentence, longestSentence } from '../sentences.js';

/** The prose of a record page that is read: its title and the first sentence of its summary. */
export function recordPassages(draft: TrialDraft): Span[] {
  const [title] = draft.evidence.entries['/briefTitle']?.spans ?? [];
  const [summary] = draft.evidence.entries['/briefSummary']?.spans ?? [];
  const first =
    summary && draft.trial.briefSummary !== undefined
      ? firstSentence(draft.source, summary.start, summary.end)
      : undefined;
  return [title, first].filter((span): span is Span => span !== undefined && span.end - span.start <= longestSentence);
}
