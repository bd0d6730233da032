import type { Outcome } from '@trialbridge/core';
import type { CodeableConcept, Element, Reference } from '../elements.js';
import type { ResourceKind } from '../ids.js';
import { smallLabels } from '../labels.js';
import { outcomeLists, outcomeType } from '../parts/outcomes.js';
import type { StudyContext } from '../study-context.js';
import { labelledText } from '../text.js';

/** R6 groups outcome measures under objectives, and each has an endpoint. */
export interface ObjectiveR6 {
  type: CodeableConcept;
  outcomeMeasure: OutcomeMeasureR6[];
}

interface OutcomeMeasureR6 {
  name?: string;
  _name?: Element;
  description?: string;
  endpoint: Reference;
}

interface Endpoint {
  resourceType: 'EvidenceVariable';
  id: string;
  status: 'active';
  definition?: { concept: CodeableConcept };
  classifier?: CodeableConcept[];
  timing?: { text: string; _text?: Element };
}

/** An objective for each kind of outcome that there is. */
export function toObjectives(context: StudyContext): ObjectiveR6[] {
  const objectives: ObjectiveR6[] = [];
  for (const [field, kind] of outcomeLists) {
    const outcomes = context.trial[field];
    if (!outcomes) continue;
    objectives.push({
      type: outcomeType(context, kind),
      outcomeMeasure: outcomes.map((outcome, index) => toOutcomeMeasure(context, outcome, kind, index + 1)),
    });
  }
  return objectives;
}

function toOutcomeMeasure(
  context: StudyContext,
  { measure, description, timeFrame, safetyIssue }: Outcome,
  kind: ResourceKind,
  number: number,
): OutcomeMeasureR6 {
  const { resources } = context;
  const endpoint: Endpoint = { resourceType: 'EvidenceVariable', id: resources.ids.id(kind, number), status: 'active' };
  if (measure !== undefined) endpoint.definition = { concept: { text: measure } };
  if (safetyIssue !== undefined) endpoint.classifier = [labelledText(smallLabels.safetyIssue, safetyIssue)];
  if (timeFrame !== undefined) endpoint.timing = { text: timeFrame };
  const made: OutcomeMeasureR6 = { endpoint: { reference: resources.add(endpoint, kind, number) } };
  if (measure !== undefined) made.name = measure;
  if (description !== undefined) made.description = description;
  return made;
}
