import type { Span } from '../generated/trial.js';
import { spanOf, type TrialDraft } from './draft.js';
import { phaseOrder, readPhases } from './page.codes.js';

/**
 * Adds the phases that a line names, in the order in which trials pass through them: pages print the higher one first.
 * `false` when the line names none.
 */
export function addPhases(draft: TrialDraft, span: Span): boolean {
  const text = span.end - span.start > 60 ? '' : draft.text(span).replace(/\s+/g, ' ');
  const read = readPhases(text);
  if (!read) return false;
  const held = (draft.trial.phases ?? []).map((phase, index) => ({
    phase,
    evidence: draft.evidence.entries[`/phases/${index}`],
  }));
  for (const phase of read) {
    if (held.some((other) => other.phase.code === phase.code)) continue;
    const isOwn = phase.verbatim === undefined;
    const spans = [spanOf(span)];
    held.push({ phase, evidence: isOwn ? { kind: 'stated', spans } : { kind: 'normalized', rule: 'spelling', spans } });
  }
  held.sort((left, right) => rank(left.phase.code) - rank(right.phase.code));
  draft.trial.phases = held.map(({ phase }) => phase);
  for (const [index, { evidence }] of held.entries())
    if (evidence) draft.evidence.entries[`/phases/${index}`] = evidence;
  return true;
}

function rank(code: (typeof phaseOrder)[number] | undefined): number {
  return code === undefined ? phaseOrder.length : phaseOrder.indexOf(code);
}
