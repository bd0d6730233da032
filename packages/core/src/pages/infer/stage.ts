import type { Span } from '../../generated/trial.js';
import { shorten, type TrialDraft } from '../draft.js';
import { allocationRule } from './allocation.js';
import { centersRule } from './centers.js';
import { conditionRule } from './condition.js';
import { interventionRule } from './intervention.js';
import { maskingRule } from './masking.js';
import { modelRule } from './model.js';
import { phaseRule } from './phase.js';
import type { Finding, InferenceRule, InferenceStage, InferredField } from './rule.js';

/** The rules of this project. Each is in a file of its own, with its tests. */
export const inferFromProse: InferenceStage = (draft, passages, open) => {
  apply(draft, passages, open, phaseRule);
  apply(draft, passages, open, allocationRule);
  apply(draft, passages, open, modelRule);
  apply(draft, passages, open, maskingRule);
  apply(draft, passages, open, centersRule);
  apply(draft, passages, open, conditionRule);
  apply(draft, passages, open, interventionRule);
};

function apply<Value>(
  draft: TrialDraft,
  passages: readonly Span[],
  open: ReadonlySet<InferredField>,
  rule: InferenceRule<Value>,
): void {
  const found: Finding<Value>[] = [];
  for (const passage of passages) {
    for (const { value, start, end } of rule.find(draft.text(passage))) {
      found.push({ value, start: passage.start + start, end: passage.start + end });
    }
  }
  const [first] = found;
  if (!first) return;
  const held = rule.held(draft.trial);
  if (held !== undefined) reportConflict(draft, rule, held, found);
  else if (open.has(rule.field) && found.every((other) => rule.agrees(first.value, other.value))) {
    const spans = found.map(({ start, end }): Span => ({ start, end }));
    for (const pointer of rule.put(draft.trial, first.value)) draft.evidence.inferred(pointer, rule.name, ...spans);
  }
}

function reportConflict<Value>(
  draft: TrialDraft,
  rule: InferenceRule<Value>,
  held: Value,
  found: readonly Finding<Value>[],
): void {
  const other = found.find(({ value }) => !rule.agrees(held, value));
  // Prose that speaks of two things at once contradicts nothing.
  if (!other || found.some(({ value }) => rule.agrees(held, value))) return;
  const message = `The page states ${JSON.stringify(held)}; its prose says "${shorten(draft.text(other))}".`;
  draft.context.report({ code: 'conflict', severity: 'information', at: `/${rule.field}`, message, rule: rule.name });
}
