import type { Outcome } from '@trialbridge/core';
import type { CodeableConcept, Element, Reference } from '../elements.js';
import type { ResourceKind } from '../ids.js';
import { smallLabels } from '../labels.js';
import type { StudyContext } from '../study-context.js';
import { labelledText } from '../text.js';

/** An outcome measure: `outcomeMeasure` in R5, its cross-version extension in R4. */
export interface OutcomeMeasure {
  name?: string;
  _name?: Element;
  type: CodeableConcept[];
  description?: string;
  reference?: Reference;
}

interface EvidenceVariable {
  resourceType: 'EvidenceVariable';
  id: string;
  title?: string;
  status: 'active';
  characteristic: [{ timeFromEvent: [{ description: string }] }];
}

/** HL7 has no code for other pre-specified outcomes; exploratory ones are something else. */
export const otherOutcomeText = 'Other pre-specified';

export const outcomeLists = [
  ['primaryOutcomes', 'primaryOutcome'],
  ['secondaryOutcomes', 'secondaryOutcome'],
  ['otherOutcomes', 'otherOutcome'],
] as const;

/** Primary, secondary and other outcomes, in this order. */
export function toOutcomeMeasures(context: StudyContext): OutcomeMeasure[] {
  const list: OutcomeMeasure[] = [];
  for (const [field, kind] of outcomeLists) {
    context.trial[field]?.forEach((outcome, index) => {
      list.push(toOutcomeMeasure(context, outcome, kind, index + 1));
    });
  }
  return list;
}

function toOutcomeMeasure(context: StudyContext, outcome: Outcome, kind: ResourceKind, number: number): OutcomeMeasure {
  const type = [outcomeType(context, kind)];
  if (outcome.safetyIssue !== undefined) type.push(labelledText(smallLabels.safetyIssue, outcome.safetyIssue));
  const made: OutcomeMeasure = { type };
  if (outcome.measure !== undefined) made.name = outcome.measure;
  if (outcome.description !== undefined) made.description = outcome.description;
  if (outcome.timeFrame !== undefined) made.reference = toTimeFrame(context, outcome, outcome.timeFrame, kind, number);
  return made;
}

export function outcomeType(context: StudyContext, kind: ResourceKind): CodeableConcept {
  const system = context.vocabulary.systems.outcomeType;
  if (kind === 'primaryOutcome') return { coding: [{ system, code: 'primary', display: 'Primary' }] };
  if (kind === 'secondaryOutcome') return { coding: [{ system, code: 'secondary', display: 'Secondary' }] };
  return { text: otherOutcomeText };
}

/** The time frame belongs to the variable that is measured. R4 has no such resource here: the reference says it in words. */
function toTimeFrame(
  context: StudyContext,
  outcome: Outcome,
  timeFrame: string,
  kind: ResourceKind,
  number: number,
): Reference {
  const { resources, vocabulary } = context;
  if (vocabulary.version === 'R4') return { display: `${smallLabels.timeFrame}: ${timeFrame}` };
  const variable: EvidenceVariable = {
    resourceType: 'EvidenceVariable',
    id: resources.ids.id(kind, number),
    ...(outcome.measure !== undefined && { title: outcome.measure }),
    status: 'active',
    characteristic: [{ timeFromEvent: [{ description: timeFrame }] }],
  };
  return { reference: resources.add(variable, kind, number) };
}
