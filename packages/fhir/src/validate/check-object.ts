import { checkBinding, checkSystemCode, isLanguage } from './coding.js';
import { isAbsolute, primitiveFault, print } from './primitives.js';
import { checkReference, noteFragment } from './references.js';
import type { ElementRule, Type } from './structures.js';
import { isObject, type JsonObject, type Owner, objectsOf, type Walk } from './walk.js';
import { xhtmlFault } from './xhtml.js';

/** Checks an object against its type: what is there, what is missing, and the invariants of the type. */
export function checkObject(walk: Walk, value: JsonObject, type: Type, owner: Owner): void {
  let count = 0;
  for (const key in value) {
    const member = value[key];
    if (member === undefined) continue;
    count++;
    walk.path.push(key);
    checkMember(walk, value, key, member, type, owner);
    walk.path.pop();
  }
  if (count === 0) walk.report('empty-object', 'An object without content.');
  for (const { element, properties } of type.required) {
    if (!properties.some((property) => isPresent(value, property)))
      walk.report('missing', `${type.name}.${element} is required.`);
  }
  for (const { element, properties } of type.choices) {
    const found = properties.filter((property) => isPresent(value, property));
    if (found.length > 1)
      walk.report('two-choices', `Only one of ${element} may be there, not ${found.join(' and ')}.`);
  }
  for (const { key, warns, holds, message } of type.invariants) {
    if (!holds(value, walk)) walk.broken(key, message, warns);
  }
}

/** A primitive is there if it has a value or, in its place, extensions. */
function isPresent(value: JsonObject, property: string): boolean {
  return value[property] !== undefined || value[`_${property}`] !== undefined;
}

function checkMember(walk: Walk, value: JsonObject, key: string, member: unknown, type: Type, owner: Owner): void {
  const rule = owner.values?.get(key) ?? type.elements.get(key);
  if (rule) {
    if (rule.list) checkList(walk, value, member, rule, type, owner);
    else if (Array.isArray(member)) walk.report('not-single', `${key} is a single value, not a list.`);
    else if (rule.max === 0) walk.report('too-many', `${type.name}.${key} is not allowed here.`);
    else checkValue(walk, member, rule, type, owner);
    return;
  }
  const twin = key.charAt(0) === '_' ? type.elements.get(key.slice(1)) : undefined;
  if (twin?.kind === 'primitive' && !withoutTwin.has(twin.path)) checkTwin(walk, value, member, twin);
  else if (key !== 'resourceType' || !type.isResource)
    walk.report('unknown-property', `${type.name} has no element ${print(key)} in this version of FHIR.`);
}

function checkList(walk: Walk, value: JsonObject, member: unknown, rule: ElementRule, type: Type, owner: Owner): void {
  if (!Array.isArray(member)) {
    walk.report('not-a-list', `${rule.property} is a list, even with one value.`);
    return;
  }
  if (member.length === 0) walk.report('empty-list', 'An empty list: leave the property out.');
  if (member.length > rule.max) walk.report('too-many', `At most ${rule.max} ${rule.property}, not ${member.length}.`);
  const twins = value[`_${rule.property}`];
  for (let index = 0; index < member.length; index++) {
    const item = member[index];
    walk.path.push(index);
    if (item === null && rule.kind === 'primitive' && Array.isArray(twins) && isObject(twins[index])) {
      // The value is absent; its extensions stand in the twin.
    } else if (Array.isArray(item)) walk.report('not-single', 'A list within a list.');
    else checkValue(walk, item, rule, type, owner);
    walk.path.pop();
  }
}

function checkValue(walk: Walk, value: unknown, rule: ElementRule, type: Type, owner: Owner): void {
  if (value === null) {
    walk.report('null-value', 'null: leave the property out.');
    return;
  }
  if (rule.kind === 'primitive') {
    checkPrimitive(walk, value, rule);
    return;
  }
  if (!isObject(value)) {
    walk.report('not-an-object', `${rule.property} is an object, not ${print(value)}.`);
    return;
  }
  if (rule.kind === 'resource') {
    walk.visit.resource(walk, value, type, rule);
    return;
  }
  const valueType = rule.type;
  if (!valueType) return;
  if (valueType.name === 'Extension') {
    walk.visit.extension(walk, value, owner, rule);
    return;
  }
  checkObject(walk, value, valueType, { lineage: valueType.lineage, element: rule.path });
  checkTyped(walk, value, rule);
}

/** What a type asks beyond its elements. */
function checkTyped(walk: Walk, value: JsonObject, rule: ElementRule): void {
  switch (rule.name) {
    case 'Reference':
      checkReference(walk, value, rule.targets);
      break;
    case 'CodeableReference':
      if (isObject(value.reference)) {
        walk.path.push('reference');
        checkReference(walk, value.reference, rule.targets);
        walk.path.pop();
      }
      break;
    case 'Identifier':
      checkIdentifier(walk, value);
      break;
    case 'Coding':
      checkSystemCode(walk, value, true);
      break;
    case 'Quantity':
    case 'SimpleQuantity':
    case 'Age':
    case 'Duration':
    case 'Count':
    case 'Distance':
      checkSystemCode(walk, value, false);
      break;
  }
  if (rule.binding) checkBinding(walk, value, rule);
}

function checkIdentifier(walk: Walk, { system, value }: JsonObject): void {
  if (typeof system !== 'string' || /\s/.test(system)) return;
  if (!isAbsolute(system))
    walk.report('bad-value', `The system of an identifier is an absolute address, not ${print(system)}.`);
  if (system === 'urn:ietf:rfc:3986' && typeof value === 'string' && !isAbsolute(value))
    walk.report('bad-value', `With this system the value is an absolute URI, not ${print(value)}.`);
}

function checkPrimitive(walk: Walk, value: unknown, rule: ElementRule): void {
  const fault = primitiveFault(rule.name, value);
  if (fault) {
    walk.report(fault.rule, fault.message);
    return;
  }
  if (typeof value !== 'string') return;
  if (rule.name === 'xhtml') {
    const xhtml = xhtmlFault(value);
    if (xhtml) walk.report('bad-xhtml', `The narrative is not what FHIR allows: ${xhtml}.`);
  } else if (value.charCodeAt(0) <= 32 && value.trim() === '') {
    walk.report('blank-text', 'Nothing but blanks.', 'warning');
  } else if (value.charAt(0) === '#' && (rule.name === 'canonical' || rule.name === 'uri' || rule.name === 'url')) {
    noteFragment(walk, value);
  }
  if (canonicalUrls.has(rule.path) && !isAbsolute(value))
    walk.report('bad-value', `The url of a definition is an absolute address, not ${print(value)}.`);
  if (rule.name === 'code' && rule.property === 'language' && !isLanguage(value))
    walk.report('unknown-code', `${print(value)} is no language tag.`);
  if (rule.binding) checkBinding(walk, value, rule);
}

/**
 * HL7's validator takes no reason in the place of a required code. R4 has no code for a study whose status nobody said:
 * that one absence, said the FHIR way, is only a warning here.
 */
function reportNoCode(walk: Walk, twin: unknown, rule: ElementRule): void {
  const extensions = isObject(twin) ? objectsOf(twin.extension) : [];
  const isUnknown = extensions.some(({ url, valueCode }) => url === dataAbsentReason && valueCode === 'unknown');
  if (rule.path === 'ResearchStudy.status' && !walk.isR5 && isUnknown)
    walk.report('r4-status-not-said', 'The status of the study is not said. HL7’s validator refuses that.', 'warning');
  else
    walk.report(
      'not-in-value-set',
      `A code of the value set ${rule.binding?.name ?? ''} is required, not only a reason for none.`,
    );
}

const dataAbsentReason = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';

/** XML writes these in a way that leaves no room for extensions. */
const withoutTwin = new Set(['Extension.url', 'Narrative.div']);

/** The url by which a definition is known everywhere. */
const canonicalUrls = new Set(['PlanDefinition.url', 'EvidenceVariable.url', 'Citation.url']);

/** `_name` beside `name`: the id and extensions of a primitive, or of each item of a list of primitives. */
function checkTwin(walk: Walk, value: JsonObject, member: unknown, rule: ElementRule): void {
  const element = walk.structures.type('Element');
  if (!element) return;
  const owner: Owner = { lineage: primitiveLineage[rule.name] ?? [rule.name, 'Element'], element: rule.path };
  const checkOne = (twin: unknown): void => {
    if (!isObject(twin)) walk.report('not-an-object', `${print(twin)} where the extensions of a primitive belong.`);
    else checkObject(walk, twin, element, owner);
  };
  if (!rule.list) {
    if (Array.isArray(member))
      walk.report('not-single', `_${rule.property} is a single object, as ${rule.property} is.`);
    else checkOne(member);
    if (rule.binding?.required && value[rule.property] === undefined) reportNoCode(walk, member, rule);
    return;
  }
  const values = value[rule.property];
  if (!Array.isArray(member)) walk.report('not-a-list', `_${rule.property} is a list, as ${rule.property} is.`);
  else if (Array.isArray(values) && values.length !== member.length)
    walk.report('twin-length', `_${rule.property} has ${member.length} items, ${rule.property} has ${values.length}.`);
  else
    for (const [index, twin] of member.entries()) {
      if (twin === null && Array.isArray(values) && values[index] !== null) continue;
      walk.path.push(index);
      checkOne(twin);
      walk.path.pop();
    }
}

/** What a primitive type extends, as far as an extension may be meant for the base. */
const primitiveLineage: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  [
    ['code', 'string'],
    ['id', 'string'],
    ['markdown', 'string'],
    ['url', 'uri'],
    ['canonical', 'uri'],
    ['uuid', 'uri'],
    ['oid', 'uri'],
    ['unsignedInt', 'integer'],
    ['positiveInt', 'integer'],
  ].map(([name = '', base = '']) => [name, [name, base, 'Element']]),
);
