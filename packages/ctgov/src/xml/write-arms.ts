import type { Arm, Intervention, Outcome } from '@trialbridge/core';
import { armType, interventionType } from '../codes/design.codes.js';
import type { XmlDraft } from './draft.js';

/** `safety_issue` stood here until 2017 and is written for files of that time only. */
export function writeOutcomes(
  draft: XmlDraft,
  element: string,
  outcomes: Outcome[] | undefined,
  pointer: string,
): void {
  if (!outcomes) return;
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome.measure === undefined && !draft.isOwn) {
      draft.dropped(`${pointer}/${index}`, 'outcome-needs-measure');
      continue;
    }
    draft.open(element);
    draft.leaf('measure', outcome.measure);
    draft.leaf('time_frame', outcome.timeFrame);
    if (outcome.safetyIssue !== undefined) {
      if (draft.isOwn) draft.yesNo('safety_issue', outcome.safetyIssue);
      else draft.dropped(`${pointer}/${index}/safetyIssue`, 'old-form');
    }
    draft.marked('description', outcome.description);
    draft.close(element);
  }
}

export function writeArms(draft: XmlDraft, arms: Arm[] | undefined): void {
  if (!arms) return;
  for (const [index, arm] of arms.entries()) {
    if (arm.label === undefined && !draft.isOwn) {
      draft.dropped(`/arms/${index}`, 'arm-needs-label');
      continue;
    }
    draft.open('arm_group');
    draft.leaf('arm_group_label', arm.label);
    draft.coded('arm_group_type', arm.type, armType.xml);
    draft.marked('description', arm.description);
    draft.close('arm_group');
  }
}

/**
 * Interventions with the arms they are given in. Where an intervention names no arm, the arms that name it stand for
 * them: the format says the relation on this side only.
 */
export function writeInterventions(draft: XmlDraft): void {
  const { interventions = [], arms = [] } = draft.trial;
  const isNamed = arms.some((arm) => arm.interventionNames !== undefined);
  const said = new Set<string>();
  for (const [index, intervention] of interventions.entries()) {
    const { name, type } = intervention;
    if (!draft.isOwn && (name === undefined || type?.code === undefined)) {
      draft.dropped(
        `/interventions/${index}`,
        name === undefined ? 'intervention-needs-name' : 'intervention-needs-type',
      );
      continue;
    }
    const labels = intervention.armLabels ?? (isNamed ? labelsOf(intervention, arms) : []);
    draft.open('intervention');
    draft.coded('intervention_type', type, interventionType.xml);
    draft.leaf('intervention_name', name);
    draft.marked('description', intervention.description);
    for (const label of labels) {
      draft.leaf('arm_group_label', label);
      if (isNamed) for (const spelling of spellingsOf(intervention)) said.add(`${label}\n${spelling}`);
    }
    for (const other of intervention.otherNames ?? []) draft.leaf('other_name', other);
    draft.close('intervention');
  }
  if (isNamed) for (const [armIndex, arm] of arms.entries()) reportNames(draft, arm, armIndex, said);
}

function reportNames(draft: XmlDraft, arm: Arm, armIndex: number, said: ReadonlySet<string>): void {
  const names = arm.interventionNames;
  if (!names || (arm.label === undefined && !draft.isOwn)) return;
  const pointer = `/arms/${armIndex}/interventionNames`;
  const isSaid = names.map((name): boolean => arm.label !== undefined && said.has(`${arm.label}\n${name}`));
  if (isSaid.every(Boolean)) draft.changed(pointer, 'names-as-labels');
  else
    for (const [index, one] of isSaid.entries())
      if (one) draft.changed(`${pointer}/${index}`, 'names-as-labels');
      else draft.dropped(`${pointer}/${index}`, 'not-an-arm-label');
}

function labelsOf(intervention: Intervention, arms: readonly Arm[]): string[] {
  const spellings = spellingsOf(intervention);
  const labels: string[] = [];
  for (const { label, interventionNames = [] } of arms)
    if (label !== undefined && interventionNames.some((name) => spellings.includes(name))) labels.push(label);
  return labels;
}

/** How arms name an intervention: bare, or with its type before it: `Drug: Aspirin`. */
function spellingsOf({ name, type }: Intervention): string[] {
  if (name === undefined) return [];
  if (type?.code === undefined) return [name];
  return [name, `${interventionType.xml.write(type.code)}: ${name}`];
}
