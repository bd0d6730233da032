import type { Arm } from '@trialbridge/core';
import type { CodeableConcept, Reference } from '../elements.js';
import { addInterventions, toExposures } from '../parts/arms.js';
import type { StudyContext } from '../study-context.js';

/** An arm in R6: its type and its interventions moved into a group. */
export interface ComparisonGroupR6 {
  eligibility?: Reference;
  name?: string;
  description?: string;
}

/** Code of the characteristic that names an intervention of an arm. */
export const exposedTo = 'Exposed to';

interface ArmGroup {
  resourceType: 'Group';
  id: string;
  title?: string;
  type: 'person';
  membership: 'conceptual';
  code?: CodeableConcept;
  characteristic?: { code: CodeableConcept; valueReference: Reference; exclude: false }[];
}

/** Adds an EvidenceVariable for each intervention and a group for each arm that has a type or interventions. */
export function addArms(context: StudyContext): ComparisonGroupR6[] {
  const { trial } = context;
  const references = addInterventions(context);
  return (trial.arms ?? []).map((arm, index): ComparisonGroupR6 => {
    const made: ComparisonGroupR6 = {};
    const group = toGroup(context, arm, index, references);
    if (group) made.eligibility = { reference: context.resources.add(group, 'armGroup', index + 1) };
    if (arm.label !== undefined) made.name = arm.label;
    if (arm.description !== undefined) made.description = arm.description;
    return made;
  });
}

function toGroup(
  { trial, resources, vocabulary }: StudyContext,
  arm: Arm,
  index: number,
  references: readonly string[],
): ArmGroup | undefined {
  if (!arm.type && !arm.interventionNames) return undefined;
  const group: ArmGroup = {
    resourceType: 'Group',
    id: resources.ids.id('armGroup', index + 1),
    ...(arm.label !== undefined && { title: arm.label }),
    type: 'person',
    membership: 'conceptual',
  };
  if (arm.type) group.code = vocabulary.armType.concept(arm.type);
  if (arm.interventionNames) {
    group.characteristic = toExposures(arm, trial.interventions, references).map((valueReference) => ({
      code: { text: exposedTo },
      valueReference,
      exclude: false,
    }));
  }
  return group;
}
