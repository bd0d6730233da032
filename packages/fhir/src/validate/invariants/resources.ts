import { isObject, type JsonObject, objectsOf, textOf } from '../walk.js';
import type { Invariant } from './index.js';

const contained = (resource: JsonObject): JsonObject[] => objectsOf(resource.contained);
const metaOf = (resource: JsonObject): JsonObject => (isObject(resource.meta) ? resource.meta : {});
const noHome = (key: string): Invariant['holds'] => {
  return (value) => objectsOf(value[key]).every(({ use }) => use !== 'home');
};
const referenceOf = (value: unknown): string | undefined => (isObject(value) ? textOf(value.reference) : undefined);

const oneOfRequirements: Invariant = {
  message: 'An input or output has a requirement or related data, one of both.',
  holds: (value) => (value.requirement !== undefined) !== (value.relatedData !== undefined),
};

const definitions = [
  'definitionReference',
  'definitionCanonical',
  'definitionCodeableConcept',
  'definitionId',
  'definitionByTypeAndValue',
  'definitionByCombination',
];

/** All actions of a plan, nested ones too. */
function actionsOf(value: JsonObject): JsonObject[] {
  return objectsOf(value.action).flatMap((action) => [action, ...actionsOf(action)]);
}

/** A name that a program could use. */
const computableName = (longest: number): Invariant => {
  const pattern = new RegExp(`^[A-Z][A-Za-z0-9_]{0,${longest}}$`);
  return {
    message: 'A name begins with a capital and holds letters, digits and _ only.',
    holds: ({ name }) => typeof name !== 'string' || pattern.test(name),
  };
};

/** The rules of resources in general and of the types that describe a study. */
export const resourceInvariants: Readonly<Record<string, Invariant>> = {
  'dom-2': {
    message: 'A contained resource contains none itself.',
    holds: (resource) => contained(resource).every((inner) => inner.contained === undefined),
  },
  'dom-4': {
    message: 'A contained resource has no version and no time of its last update.',
    holds: (resource) =>
      contained(resource).every(
        (inner) => metaOf(inner).versionId === undefined && metaOf(inner).lastUpdated === undefined,
      ),
  },
  'dom-5': {
    message: 'A contained resource has no security label.',
    holds: (resource) => contained(resource).every((inner) => metaOf(inner).security === undefined),
  },
  'cnl-0': computableName(254),
  'cnl-1': {
    message: 'A canonical url holds no "|", "#" or blank.',
    holds: ({ url }) => typeof url !== 'string' || !/[|# ]/.test(url),
  },
  'evv-0': computableName(254),
  'pdf-0': computableName(254),
  'evv-1': {
    message: 'A characteristic is defined in one way at most.',
    holds: (characteristic) => definitions.filter((key) => characteristic[key] !== undefined).length < 2,
  },
  'grp-1': {
    message: 'Only a group of actual members has members.',
    holds: (group) => group.member === undefined || group.actual === true,
  },
  'org-1': {
    message: 'An organization has a name or an identifier.',
    holds: ({ name, identifier }) => name !== undefined || identifier !== undefined,
  },
  'org-2': { message: 'The address of an organization is nobody’s home.', holds: noHome('address') },
  'org-3': { message: 'The telecom of an organization is nobody’s home.', holds: noHome('telecom') },
  'org-4': {
    message: 'The address of an organization’s contact is nobody’s home.',
    holds: (contact) => objectsOf(contact.address).every(({ use }) => use !== 'home'),
  },
  'pld-0': oneOfRequirements,
  'pld-1': oneOfRequirements,
  'pld-3': {
    message: 'The goal of an action is a goal of the plan.',
    holds: (plan) => {
      const goals = new Set(objectsOf(plan.goal).map(({ id }) => id));
      return actionsOf(plan).every(({ goalId }) => !Array.isArray(goalId) || goalId.every((id) => goals.has(id)));
    },
  },
  'pld-4': {
    message: 'A related action is an action of the plan.',
    holds: (plan) => {
      const actions = actionsOf(plan);
      const ids = new Set(actions.map(({ id }) => id));
      return actions.every(({ relatedAction }) => objectsOf(relatedAction).every(({ targetId }) => ids.has(targetId)));
    },
  },
  'prov-1': {
    message: 'Nobody acts on behalf of himself.',
    holds: ({ who, onBehalfOf }) => referenceOf(who) === undefined || referenceOf(who) !== referenceOf(onBehalfOf),
  },
};
