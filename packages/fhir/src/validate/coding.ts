import { isAbsolute, print } from './primitives.js';
import type { Binding, ElementRule } from './structures.js';
import { isUnit } from './ucum.js';
import { isObject, type JsonObject, objectsOf, type Walk } from './walk.js';

const ucum = 'http://unitsofmeasure.org';

/** Systems known by a grammar. A language tag is judged loosely: whether its parts exist is not looked up. */
const grammars: Readonly<Record<string, (code: string) => boolean>> = {
  [ucum]: isUnit,
  'urn:ietf:bcp:13': (code) => /^[\w.+-]+\/[\w.+-]+(?:\s*;\s*[\w.-]+=(?:[\w.-]+|"[^"]*"))*$/.test(code),
  'urn:ietf:bcp:47': isLanguage,
};

export function isLanguage(tag: string): boolean {
  return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag);
}

/**
 * A code that its own system does not know is wrong wherever it stands, bound or not. Unknown systems are not judged. A quantity may
 * name its system without a code, a coding may not.
 */
export function checkSystemCode(walk: Walk, coding: JsonObject, needsCode: boolean): void {
  const { system, code } = coding;
  if (typeof system !== 'string') return;
  if (typeof code !== 'string') {
    if (needsCode && code === undefined && walk.structures.system(system))
      walk.report('unknown-code', `A coding of ${system} needs a code.`);
    return;
  }
  if (!needsCode && !isAbsolute(system)) walk.report('bad-value', `${print(system)} is no absolute address.`);
  if (system === ucum) {
    if (!isUnit(code)) walk.report('unknown-unit', `${print(code)} is no UCUM unit.`);
    return;
  }
  const codes = walk.structures.system(system);
  if (codes && !codes.has(code)) walk.report('unknown-code', `${system} has no code ${print(code)}.`);
}

/** Checks a value against the value set its element is bound to. */
export function checkBinding(walk: Walk, value: unknown, rule: ElementRule): void {
  const { binding } = rule;
  if (!binding) return;
  if (typeof value === 'string') {
    // A bound code names no system: it may be that of any system in the set.
    if (![...binding.codes.keys()].some((system) => isMember(walk, binding, system, value)))
      refuse(walk, binding, value);
    return;
  }
  if (!isObject(value)) return;
  const concept = rule.name === 'CodeableReference' ? value.concept : value;
  if (!isObject(concept)) return;
  const codings =
    rule.name === 'CodeableConcept' || rule.name === 'CodeableReference' ? objectsOf(concept.coding) : [concept];
  const inSet = codings.some(
    ({ system, code }) =>
      typeof system === 'string' && typeof code === 'string' && isMember(walk, binding, system, code),
  );
  if (inSet) return;
  const coded = codings.filter(({ code }) => typeof code === 'string');
  // Text alone is how a concept without a fitting code is said, unless the set is closed.
  if (coded.length > 0) refuse(walk, binding, coded.map(({ system, code }) => `${system ?? ''}#${code}`).join(', '));
  else if (binding.required) refuse(walk, binding, 'no code');
}

function isMember(walk: Walk, binding: Binding, system: string, code: string): boolean {
  if (!binding.codes.has(system)) return false;
  const listed = binding.codes.get(system);
  if (listed) return listed.has(code);
  return grammars[system]?.(code) ?? walk.structures.system(system)?.has(code) ?? true;
}

function refuse(walk: Walk, binding: Binding, found: string): void {
  const text = `${print(found)} is not in the value set ${binding.name}`;
  if (binding.required) walk.report('not-in-value-set', `${text}, from which a code is required.`);
  else walk.report('not-in-value-set', `${text}, which is to be used where it has a fitting code.`, 'warning');
}
