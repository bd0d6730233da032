import type { Arm, Intervention } from '@trialbridge/core';
import { actionPrefixes, smallLabels } from '../../labels.js';
import { behind, readLabelled } from '../labelled.js';
import type { Part } from '../part.js';
import { type Found, found, isObject, type JsonObject } from '../place.js';
import type { ResourcePart } from '../resource-part.js';
import type { StudyReading } from '../study-reading.js';
import { armTypeVocabulary, interventionTypeVocabulary } from '../vocabularies.js';
import { codingsOf, readCoded } from '../vocabulary.js';

/** Arms, interventions, and which belongs to which: in R4 from the protocol, else from the exposures of the arms. */
export function readArms(reading: StudyReading): void {
  const { study, trial } = reading;
  const arms: Arm[] = [];
  const variables: JsonObject[] = [];
  const groups = study.parts('comparisonGroup');
  for (const group of groups.length > 0 ? groups : study.parts('arm')) {
    const arm = readArm(reading, group);
    readExposures(reading, arm, group, variables);
    arms.push(arm);
  }
  for (const focus of study.parts('focus')) {
    const reference = focus.part('reference');
    const variable = reference && reading.resolve(reference);
    if (variable?.peek('resourceType') === 'EvidenceVariable' && !variables.includes(variable.json)) {
      variables.push(variable.json);
    }
  }
  const interventions: Intervention[] = [];
  for (const reference of study.parts('protocol')) readPlan(reading, reference, arms, interventions);
  for (const variable of interventionVariables(reading, variables)) {
    interventions.push(readVariable(reading, variable));
  }
  const named = arms.filter(isTelling);
  if (named.length > 0) trial.arms = named;
  const known = interventions.filter(isTelling);
  if (known.length > 0) trial.interventions = known;
}

function isTelling(item: object): boolean {
  for (const _key in item) return true;
  return false;
}

function readArm(reading: StudyReading, group: Part): Arm {
  const arm: Arm = {};
  reading.put(arm, 'label', group.text('name'));
  group.takeAbsence('name');
  group.take('linkId');
  reading.put(arm, 'description', group.text('description'));
  const type = group.part('type');
  if (type) reading.put(arm, 'type', readCoded(reading, type, armTypeVocabulary));
  return arm;
}

/** What an arm is exposed to: a list of R5, or the group of people that R6 has in its place. */
function readExposures(reading: StudyReading, arm: Arm, group: Part, variables: JsonObject[]): void {
  const names: Found<string>[] = [];
  for (const exposure of group.parts('intendedExposure')) readExposure(reading, exposure, names, variables);
  const reference = group.part('eligibility');
  const people = reference && reading.resolve(reference);
  if (people) readArmGroup(reading, arm, people, names, variables);
  const list = reading.list(names);
  if (list) arm.interventionNames = list;
}

function readExposure(reading: StudyReading, exposure: Part, names: Found<string>[], variables: JsonObject[]): void {
  const variable = reading.resolve(exposure);
  if (variable && !variables.includes(variable.json)) variables.push(variable.json);
  const name = exposure.text('display') ?? (variable && peeked(variable, 'title'));
  if (name) names.push(name);
}

function peeked(part: Part, name: string): Found<string> | undefined {
  const place = part.place(name);
  const value = part.peek(name);
  return place && value !== undefined && value.trim() !== '' ? found(place, value) : undefined;
}

function readArmGroup(
  reading: StudyReading,
  arm: Arm,
  people: ResourcePart,
  names: Found<string>[],
  variables: JsonObject[],
): void {
  if (people.peek('title') === arm.label) people.take('title');
  if (people.peek('description') === arm.description) people.take('description');
  else if (arm.description === undefined) reading.put(arm, 'description', people.text('description'));
  for (const name of ['type', 'membership', 'status']) people.take(name);
  const type = people.part('code');
  if (type && !arm.type) reading.put(arm, 'type', readCoded(reading, type, armTypeVocabulary));
  for (const characteristic of people.parts('characteristic')) {
    const value = characteristic.part('valueReference');
    if (!value || characteristic.value('exclude') === true) continue;
    const before = names.length;
    readExposure(reading, value, names, variables);
    if (names.length === before) continue;
    characteristic.part('code')?.takeAll();
    characteristic.take('exclude');
  }
}

/** The variables that are interventions, in their order: those that arms name, and those that say that they are some. */
function interventionVariables(reading: StudyReading, named: readonly JsonObject[]): ResourcePart[] {
  const list: ResourcePart[] = [];
  for (const resource of reading.companions('EvidenceVariable')) {
    const { json } = resource;
    if (named.includes(json) || (isIntervention(json) && reading.owns(resource))) list.push(reading.open(resource));
  }
  return list;
}

const interventionId = /-intervention-\d{4,}$/;

/** By its id, which our writer gives, or by its type. */
function isIntervention({ id, characteristic, definition }: JsonObject): boolean {
  if (typeof id === 'string' && interventionId.test(id)) return true;
  const [first] = Array.isArray(characteristic) ? characteristic : [];
  const concept = isObject(first)
    ? first.definitionCodeableConcept
    : isObject(definition)
      ? definition.concept
      : undefined;
  const codings = isObject(concept) && Array.isArray(concept.coding) ? concept.coding : [];
  return codings.some((coding) => isObject(coding) && coding.system === interventionTypeVocabulary.system);
}

const typeLabels = new Map([['Intervention Type', 'type']]);

function readVariable(reading: StudyReading, variable: ResourcePart): Intervention {
  const intervention: Intervention = {};
  reading.put(intervention, 'name', variable.text('title'));
  reading.put(intervention, 'description', variable.text('description'));
  variable.take('status');
  const otherNames: Found<string>[] = [];
  const armLabels: Found<string>[] = [];
  for (const note of variable.parts('note')) {
    const place = note.place('text');
    const text = note.peek('text');
    if (!place || text === undefined) continue;
    const other = behind(smallLabels.otherName, found(place, text));
    const arm = behind(smallLabels.armOfIntervention, found(place, text));
    if (other) otherNames.push(other);
    else if (arm) armLabels.push(arm);
    else continue;
    note.take('text');
  }
  setLists(reading, intervention, otherNames, armLabels);
  readVariableType(reading, intervention, variable);
  return intervention;
}

function readVariableType(reading: StudyReading, intervention: Intervention, variable: ResourcePart): void {
  const [characteristic] = variable.parts('characteristic');
  const concept = characteristic?.part('definitionCodeableConcept') ?? variable.part('definition')?.part('concept');
  if (concept) {
    reading.put(intervention, 'type', readCoded(reading, concept, interventionTypeVocabulary));
    return;
  }
  for (const classifier of variable.parts('classifier')) {
    const place = classifier.place('text');
    const labelled = place && readLabelled(found(place, classifier.peek('text') ?? ''), typeLabels);
    const code = labelled && interventionTypeVocabulary.ofWording(labelled.text.value);
    if (!labelled || code === undefined) continue;
    reading.put(intervention, 'type', found(labelled.text, { code }));
    classifier.take('text');
    return;
  }
}

function setLists(
  reading: StudyReading,
  intervention: Intervention,
  otherNames: readonly Found<string>[],
  armLabels: readonly Found<string>[],
): void {
  const names = reading.list(otherNames);
  if (names) intervention.otherNames = names;
  const labels = reading.list(armLabels);
  if (labels) intervention.armLabels = labels;
}

/** A protocol of R4: arms with their interventions by name, then interventions with their arms by label. */
function readPlan(reading: StudyReading, reference: Part, arms: readonly Arm[], interventions: Intervention[]): void {
  const plan = reading.resolve(reference);
  if (!plan) return;
  if (!reading.isOurs) {
    readOthersPlan(reading, plan, interventions);
    return;
  }
  plan.part('type')?.takeAll();
  plan.take('status');
  let position = 0;
  for (const action of plan.parts('action')) {
    if (action.peek('prefix') === actionPrefixes.arm) readArmAction(reading, action, arms[position++]);
    else interventions.push(readInterventionAction(reading, action));
  }
}

/** The arm itself was read from the study, in the same order. */
function readArmAction(reading: StudyReading, action: Part, arm: Arm | undefined): void {
  if (!arm) return;
  for (const name of ['prefix', 'title']) action.take(name);
  for (const code of action.parts('code')) code.takeAll();
  const names: Found<string>[] = [];
  for (const child of action.parts('action')) {
    const name = child.text('title');
    if (!name) continue;
    child.take('prefix');
    names.push(name);
  }
  const list = reading.list(names);
  if (list) arm.interventionNames = list;
}

function readInterventionAction(reading: StudyReading, action: Part): Intervention {
  const intervention: Intervention = {};
  action.take('prefix');
  reading.put(intervention, 'name', action.text('title'));
  reading.put(intervention, 'description', action.text('description'));
  const otherNames: Found<string>[] = [];
  for (const concept of action.parts('code')) {
    const place = concept.place('text');
    const text = concept.peek('text');
    const other = place && text !== undefined && behind(smallLabels.otherName, found(place, text));
    if (other && codingsOf(concept).length === 0) {
      otherNames.push(other);
      concept.take('text');
      continue;
    }
    const typed = place && text !== undefined && behind(smallLabels.interventionType, found(place, text));
    if (typed && codingsOf(concept).length === 0) {
      concept.take('text');
      reading.put(intervention, 'type', found(typed, { verbatim: typed.value }));
    } else reading.put(intervention, 'type', readCoded(reading, concept, interventionTypeVocabulary));
  }
  const armLabels: Found<string>[] = [];
  for (const child of action.parts('action')) {
    const label = child.text('title');
    if (!label) continue;
    child.take('prefix');
    armLabels.push(label);
  }
  setLists(reading, intervention, otherNames, armLabels);
  return intervention;
}

/** mCODE's converter writes a protocol for each intervention in each arm: title, kind, and the arm as its subject. */
function readOthersPlan(reading: StudyReading, plan: ResourcePart, interventions: Intervention[]): void {
  const kind = plan.part('type');
  const code = interventionTypeVocabulary.ofWording(kind?.peek('text') ?? '');
  if (!kind || code === undefined || plan.has('action')) return;
  const intervention: Intervention = {};
  reading.put(intervention, 'name', plan.text('title'));
  reading.put(intervention, 'description', plan.text('description'));
  reading.put(intervention, 'type', readCoded(reading, kind, interventionTypeVocabulary));
  plan.take('status');
  const arm = plan.part('subjectCodeableConcept')?.text('text');
  const same = interventions.find(
    ({ name, description }) => name === intervention.name && description === intervention.description,
  );
  if (!same) interventions.push(intervention);
  const other = plan.peek('subtitle');
  if (!same) {
    const names = reading.list(plan.texts('subtitle'));
    if (names) intervention.otherNames = names;
  } else if (other !== undefined && same.otherNames?.includes(other)) plan.take('subtitle');
  const { armLabels = [] } = same ?? intervention;
  if (!arm || armLabels.includes(arm.value)) return;
  armLabels.push(arm.value);
  (same ?? intervention).armLabels = armLabels;
  reading.trace(armLabels, armLabels.length - 1, arm);
}
