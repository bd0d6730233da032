import type { Arm, Intervention } from '@trialbridge/core';
import type { Annotation, CodeableConcept, Element, Reference } from '../elements.js';
import { smallLabels } from '../labels.js';
import type { StudyContext } from '../study-context.js';
import { plainString, unknownValue } from '../text.js';

/** An arm: `arm` in R4, whose description is plain, and `comparisonGroup` in R5. */
export interface ArmGroup {
  name?: string;
  _name?: Element;
  type?: CodeableConcept;
  description?: string;
  _description?: Element;
  intendedExposure?: Reference[];
}

export function toArms(context: StudyContext): ArmGroup[] {
  const { trial, vocabulary } = context;
  return (trial.arms ?? []).map((arm): ArmGroup => {
    const made: ArmGroup = arm.label === undefined ? { _name: unknownValue() } : { name: arm.label };
    if (arm.type) made.type = vocabulary.armType.concept(arm.type);
    if (arm.description !== undefined) {
      if (vocabulary.version === 'R4') {
        const { value, twin } = plainString(arm.description);
        made.description = value;
        if (twin) made._description = twin;
      } else {
        made.description = arm.description;
      }
    }
    return made;
  });
}

interface InterventionVariable {
  resourceType: 'EvidenceVariable';
  id: string;
  title?: string;
  status: 'active';
  description?: string;
  note?: Annotation[];
  characteristic?: [{ definitionCodeableConcept: CodeableConcept }];
  definition?: { concept: CodeableConcept };
}

/** R5: adds the interventions, and gives each arm its exposures. Gives the references to the interventions. */
export function addExposures(context: StudyContext, groups: readonly ArmGroup[]): string[] {
  const { trial } = context;
  const references = addInterventions(context);
  trial.arms?.forEach((arm, index) => {
    const group = groups[index];
    if (group && arm.interventionNames) group.intendedExposure = toExposures(arm, trial.interventions, references);
  });
  return references;
}

/** R5 and R6: adds an EvidenceVariable for each intervention; gives the references to them. */
export function addInterventions(context: StudyContext): string[] {
  return (context.trial.interventions ?? []).map((intervention, index) =>
    context.resources.add(toVariable(context, intervention, index), 'intervention', index + 1),
  );
}

/**
 * An arm names its interventions in its own words (`Drug: X`), which stand in `display`; the reference is to the
 * intervention of that name, where there is one.
 */
export function toExposures(
  { interventionNames = [], label }: Arm,
  interventions: readonly Intervention[] = [],
  references: readonly string[],
): Reference[] {
  return interventionNames.map((display): Reference => {
    const reference = references[namedIntervention(display, label, interventions)];
    return reference === undefined ? { display } : { reference, display };
  });
}

/** Which of several interventions of one name is meant: that of the type before the name, else that of the arm, else the first. */
function namedIntervention(display: string, arm: string | undefined, interventions: readonly Intervention[]): number {
  let found = -1;
  let best = -1;
  for (const [index, { name, type, armLabels }] of interventions.entries()) {
    if (name === undefined || !isNamed(display, name)) continue;
    const before = display
      .slice(0, -name.length)
      .toUpperCase()
      .replace(/[^A-Z]+/g, '_');
    const isOfType = before === '' || before === `${type?.code}_`;
    const rank = (isOfType ? 2 : 0) + (arm !== undefined && armLabels?.includes(arm) ? 1 : 0);
    if (rank > best) [found, best] = [index, rank];
  }
  return found;
}

/** `Drug: Aspirin` names the intervention `Aspirin`. */
export function isNamed(label: string, name: string): boolean {
  return label.endsWith(name) && (label.length === name.length || label.endsWith(`: ${name}`));
}

function toVariable(context: StudyContext, intervention: Intervention, index: number): InterventionVariable {
  const { name, description, otherNames, armLabels, type } = intervention;
  const made: InterventionVariable = {
    resourceType: 'EvidenceVariable',
    id: context.resources.ids.id('intervention', index + 1),
    status: 'active',
  };
  if (name !== undefined) made.title = name;
  if (description !== undefined) made.description = description;
  if (otherNames || armLabels) {
    const note: Annotation[] = [];
    for (const other of otherNames ?? []) note.push({ text: `${smallLabels.otherName}: ${other}` });
    for (const arm of armLabels ?? []) note.push({ text: `${smallLabels.armOfIntervention}: ${arm}` });
    made.note = note;
  }
  if (type) {
    const concept = context.vocabulary.interventionType.concept(type);
    if (context.vocabulary.version === 'R6') made.definition = { concept };
    else made.characteristic = [{ definitionCodeableConcept: concept }];
  }
  return made;
}
