import type { Arm, Intervention } from '@trialbridge/core';
import type { CodeableConcept, Element } from '../elements.js';
import { actionPrefixes, smallLabels } from '../labels.js';
import type { StudyContext } from '../study-context.js';
import { fixedSystems } from '../systems.js';
import { plainString } from '../text.js';

interface Action {
  prefix?: string;
  title?: string;
  description?: string;
  _description?: Element;
  code?: CodeableConcept[];
  action?: Action[];
}

/**
 * R4: adds one protocol that holds the interventions and the cross-reference in both directions; gives the reference to
 * it. Its actions are the arms, each with its interventions by name, then the interventions, each with its arms by label.
 * So each intervention is described once, and one that belongs to no arm has its place.
 */
export function addPlan(context: StudyContext): string | undefined {
  const { arms, interventions } = context.trial;
  if (!interventions && !arms?.some((arm) => arm.interventionNames)) return undefined;
  const action: Action[] = [];
  for (const arm of arms ?? []) action.push(toArmAction(context, arm));
  for (const intervention of interventions ?? []) action.push(toInterventionAction(context, intervention));
  const plan = {
    resourceType: 'PlanDefinition',
    id: context.resources.ids.id('plan'),
    type: { coding: [{ system: fixedSystems.planType, code: 'clinical-protocol', display: 'Clinical Protocol' }] },
    status: 'active',
    action,
  };
  return context.resources.add(plan, 'plan');
}

function toArmAction({ vocabulary }: StudyContext, { label, type, interventionNames }: Arm): Action {
  const action: Action = { prefix: actionPrefixes.arm };
  if (label !== undefined) action.title = label;
  if (type) action.code = [vocabulary.armType.concept(type)];
  if (interventionNames) {
    action.action = interventionNames.map((title): Action => ({ prefix: actionPrefixes.intervention, title }));
  }
  return action;
}

function toInterventionAction({ vocabulary }: StudyContext, intervention: Intervention): Action {
  const { name, description, type, otherNames, armLabels } = intervention;
  const action: Action = { prefix: actionPrefixes.intervention };
  if (name !== undefined) action.title = name;
  if (description !== undefined) {
    const { value, twin } = plainString(description);
    action.description = value;
    if (twin) action._description = twin;
  }
  if (type || otherNames) {
    const code: CodeableConcept[] = [];
    if (type) code.push(vocabulary.interventionType.labelled(smallLabels.interventionType, type));
    for (const other of otherNames ?? []) code.push({ text: `${smallLabels.otherName}: ${other}` });
    action.code = code;
  }
  if (armLabels) action.action = armLabels.map((title): Action => ({ prefix: actionPrefixes.arm, title }));
  return action;
}
