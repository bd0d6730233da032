import type { Span } from '../../generated/trial.js';
import type { TrialDraft } from '../draft.js';
import { firstSentence, longestSentence } from '../sentences.js';

/** The prose of a record page that is read: its title and the first sentence of its summary and of its description. */
export function recordPassages(draft: TrialDraft): Span[] {
  const { entries } = draft.evidence;
  const title = entries['/briefTitle']?.spans?.[0];
  const texts = [entries['/briefSummary']?.spans?.[0], entries['/detailedDescription']?.spans?.[0]];
  const sentences = texts.map((text) => text && firstSentence(draft.source, text.start, text.end));
  return [title, ...sentences].filter((span): span is Span => !!span && span.end - span.start <= longestSentence);
}
