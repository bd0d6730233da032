import type { CodedPhase, Span } from '../generated/trial.js';
import { spanOf, type TrialDraft } from './draft.js';
import { readPhases } from './page.codes.js';

/** Adds the phases that a line names, in the order of the page. `false` when the line names none. */
export function addPhases(draft: TrialDraft, span: Span): boolean {
  const text = span.end - span.start > 60 ? '' : draft.words(span);
  const read = readPhases(text);
  if (!read) return false;
  draft.trial.phases ??= [];
  const phases: CodedPhase[] = draft.trial.phases;
  for (const phase of read) {
    if (phases.some((other) => other.code === phase.code)) continue;
    const pointer = `/phases/${phases.length}`;
    if (phase.verbatim === undefined) draft.evidence.stated(pointer, spanOf(span));
    else draft.evidence.normalized(pointer, 'spelling', spanOf(span));
    phases.push(phase);
  }
  return true;
}
