import type { Evidence } from '@trialbridge/core';
import type { CodeableConcept, Element, Reference } from './elements.js';
import type { AnyResource } from './resources.js';
import type { StudyContext } from './study-context.js';
import { fixedSystems } from './systems.js';
import { unknownValue } from './text.js';

interface Provenance extends AnyResource {
  resourceType: 'Provenance';
  id: string;
  target: Reference[];
  recorded?: string;
  _recorded?: Element;
  activity: { text: string };
  agent: { type: CodeableConcept; who: Reference }[];
  entity?: { role: 'source'; what: Reference }[];
}

type Entity = NonNullable<Provenance['entity']>[number];

/** Fields that hold how a person is reached, or who that is. */
const ofContact =
  /^\/(?:contacts|sites\/\d+\/contacts|results\/pointOfContact|officials\/\d+\/(?:phone|phoneExtension|email|address))(?:\/|$)/;

/**
 * Where the study came from: one Provenance for the record it was made from, then one for each way in which values were
 * obtained (`stated`, `normalized: <rule>`, ...), whose entities are the fields of the trial as JSON Pointers, with the
 * place in the source that each stands at.
 */
export function toProvenance(context: StudyContext): Provenance[] {
  const { trial } = context;
  const list = [toResource(context, 'assembled from the record', [toSource(context)], 1)];
  const groups = new Map<string, Entity[]>();
  for (const [pointer, evidence] of Object.entries(trial.evidence ?? {})) {
    if (context.options.withoutContacts && ofContact.test(pointer)) continue;
    const activity = toActivity(evidence);
    const group = groups.get(activity);
    if (group) group.push(toEntity(pointer, evidence));
    else groups.set(activity, [toEntity(pointer, evidence)]);
  }
  for (const [activity, entities] of groups) {
    list.push(toResource(context, activity, entities, list.length + 1));
  }
  return list;
}

function toResource(
  { resources, options }: StudyContext,
  activity: string,
  entity: Entity[],
  number: number,
): Provenance {
  return {
    resourceType: 'Provenance',
    id: resources.ids.id('provenance', number),
    target: [{ reference: resources.outsideReference('ResearchStudy', 'study') }],
    // R4 demands when it was recorded; a conversion has no clock.
    ...(options.recorded === undefined ? { _recorded: unknownValue() } : { recorded: options.recorded }),
    activity: { text: activity },
    agent: [
      {
        type: { coding: [{ system: fixedSystems.provenanceRole, code: 'assembler', display: 'Assembler' }] },
        who: { display: 'Trialbridge' },
      },
    ],
    entity,
  };
}

function toSource({ trial }: StudyContext): Entity {
  const { url } = trial.source;
  const what: Reference = { display: `Record of ${trial.id}` };
  if (url !== undefined) what.identifier = { system: fixedSystems.uri, value: url };
  return { role: 'source', what };
}

function toActivity({ kind, rule, reason }: Evidence): string {
  const detail = rule ?? reason;
  return detail === undefined ? kind : `${kind}: ${detail}`;
}

/** Spans count UTF-16 code units from the start of the source; the end is exclusive. */
function toEntity(pointer: string, { spans, path, verbatim }: Evidence): Entity {
  const places: string[] = [];
  if (path !== undefined) places.push(path);
  for (const { start, end } of spans ?? []) places.push(`${start}-${end}`);
  if (verbatim !== undefined) places.push(JSON.stringify(verbatim));
  const what: Reference = { identifier: { value: pointer } };
  if (places.length > 0) what.display = places.join(', ');
  return { role: 'source', what };
}
