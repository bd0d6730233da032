import { compareMoments } from '../moments.js';
import { isObject, itemsOf, type JsonObject, textOf } from '../walk.js';
import type { Invariant } from './index.js';

const ucum = 'http://unitsofmeasure.org';
const has = (value: JsonObject, ...keys: string[]): boolean => keys.every((key) => value[key] !== undefined);
const hasExtension = (value: JsonObject): boolean => has(value, 'extension');
const implies = (condition: boolean, then: boolean): boolean => !condition || then;

/** A measured amount is coded in UCUM, if it is coded. */
const isUcum = (value: JsonObject): boolean =>
  (has(value, 'code') || !has(value, 'value')) && (!has(value, 'system') || value.system === ucum);

const oneOf = (value: JsonObject, ...keys: string[]): boolean => keys.filter((key) => has(value, key)).length === 1;

const needs = (key: string, needed: string, message: string): Invariant => ({
  message,
  holds: (value) => implies(has(value, key), has(value, needed)),
});

const notNegative = (key: string): Invariant => ({
  message: `${key} is not negative.`,
  holds: (value) => typeof value[key] !== 'number' || value[key] >= 0,
});

const ratio: Invariant['holds'] = (value) =>
  has(value, 'numerator') === has(value, 'denominator') && (has(value, 'numerator') || hasExtension(value));

const ratioRange: Invariant['holds'] = (value) => {
  const numerator = has(value, 'lowNumerator') || has(value, 'highNumerator');
  return numerator ? has(value, 'denominator') : !has(value, 'denominator') && hasExtension(value);
};

/** Whether one quantity is not above another. HL7 compares by the unit's text; what has another unit, it cannot compare. */
function isOrdered(low: unknown, high: unknown): boolean | undefined {
  if (!isObject(low) || !isObject(high)) return true;
  if (low.unit !== high.unit || typeof low.value !== 'number' || typeof high.value !== 'number') return undefined;
  return low.value <= high.value;
}

/** The rules of the datatypes. */
export const datatypeInvariants: Readonly<Record<string, Invariant>> = {
  'age-1': {
    message: 'An age is a positive number of UCUM time units.',
    holds: (age) => isUcum(age) && (typeof age.value !== 'number' || age.value > 0),
  },
  'att-1': needs('data', 'contentType', 'Data of an attachment needs a contentType.'),
  'av-1': {
    message: 'What is available all day has no start and end time.',
    holds: (time) => time.allDay !== true || !(has(time, 'availableStartTime') || has(time, 'availableEndTime')),
  },
  'cod-1': needs('display', 'code', 'A display stands beside a code; a text alone belongs in the concept.'),
  'cpt-2': needs('value', 'system', 'The value of a contact point needs its system (phone, email, ...).'),
  'cnt-3': {
    message: 'A count is a whole number of the UCUM unit 1.',
    holds: (count) =>
      isUcum(count) &&
      (!has(count, 'code') || count.code === '1') &&
      (typeof count.value !== 'number' || Number.isInteger(count.value)),
  },
  'dis-1': { message: 'A distance is coded in UCUM.', holds: isUcum },
  'dos-1': {
    message: 'A dosage says asNeededFor only if it is as needed.',
    holds: (dosage) => implies(has(dosage, 'asNeededFor'), !has(dosage, 'asNeeded') || dosage.asNeeded === true),
  },
  'drq-1': {
    message: 'A code filter has a path or a search parameter, one of both.',
    holds: (filter) => oneOf(filter, 'path', 'searchParam'),
  },
  'drq-2': {
    message: 'A date filter has a path or a search parameter, one of both.',
    holds: (filter) => oneOf(filter, 'path', 'searchParam'),
  },
  'drt-1': {
    message: 'The code of a duration is UCUM and has a value.',
    holds: (duration) => implies(has(duration, 'code'), duration.system === ucum && has(duration, 'value')),
  },
  'exp-1': {
    message: 'An expression is given, or referred to.',
    holds: (expression) => has(expression, 'expression') || has(expression, 'reference'),
  },
  'exp-2': {
    message: 'The name of an expression is a letter, then letters, digits and _.',
    holds: ({ name }) => typeof name !== 'string' || /^[A-Za-z][A-Za-z0-9_]{0,63}$/.test(name),
  },
  'ident-1': needs('system', 'value', 'An identifier without a value identifies nothing.'),
  'per-1': {
    message: 'A period ends after it starts. R4 also refuses dates whose order their precision leaves open.',
    holds: ({ start, end }, walk) => {
      if (typeof start !== 'string' || typeof end !== 'string') return true;
      const order = compareMoments(start, end);
      return order === undefined ? walk.isR5 : order <= 0;
    },
  },
  'qty-3': needs('code', 'system', 'The code of a unit needs its system.'),
  'rng-2': {
    message: 'The low end of a range is not above its high end; HL7 does not compare different units.',
    holds: ({ low, high }) => isOrdered(low, high) === true,
  },
  'rat-1': { message: 'A ratio has a numerator and a denominator.', holds: ratio },
  'ratrng-1': { message: 'A ratio range has a numerator and a denominator.', holds: ratioRange },
  'inv-1': { message: 'A ratio range has a numerator and a denominator.', holds: ratioRange },
  'ratrng-2': {
    message: 'The low numerator is not above the high one.',
    holds: ({ lowNumerator, highNumerator }) => isOrdered(lowNumerator, highNumerator) !== false,
  },
  'inv-2': {
    message: 'The low numerator is not above the high one.',
    holds: ({ lowNumerator, highNumerator }) => isOrdered(lowNumerator, highNumerator) === true,
  },
  'ref-2': {
    message: 'A reference has a reference, an identifier, a display or an extension.',
    holds: (value) => ['reference', 'identifier', 'display', 'extension'].some((key) => has(value, key)),
  },
  'sdd-1': { message: 'Sampled data has an interval or offsets.', holds: (data) => oneOf(data, 'interval', 'offsets') },
  'sqty-1': { message: 'This quantity has no comparator.', holds: (quantity) => !has(quantity, 'comparator') },
  'tim-1': needs('duration', 'durationUnit', 'A duration needs its unit.'),
  'tim-2': needs('period', 'periodUnit', 'A period needs its unit.'),
  'tim-4': notNegative('duration'),
  'tim-5': notNegative('period'),
  'tim-6': needs('periodMax', 'period', 'A longest period needs a period.'),
  'tim-7': needs('durationMax', 'duration', 'A longest duration needs a duration.'),
  'tim-8': needs('countMax', 'count', 'A highest count needs a count.'),
  'tim-9': {
    message: 'An offset is from an event of the day, not from a meal as such.',
    holds: ({ offset, when }) => {
      const events = itemsOf(when);
      return (
        offset === undefined || (events.length > 0 && !events.some((event) => /^C[MDV]?$/.test(textOf(event) ?? '')))
      );
    },
  },
  'tim-10': {
    message: 'A time of day and an event do not stand together.',
    holds: (repeat) => !(has(repeat, 'timeOfDay') && has(repeat, 'when')),
  },
  'trd-1': {
    message: 'A trigger has data or a timing, not both.',
    holds: (trigger) => !(has(trigger, 'data') && Object.keys(trigger).some((key) => key.startsWith('timing'))),
  },
  'trd-2': needs('condition', 'data', 'The condition of a trigger needs data.'),
  'trd-3': {
    message: 'A named event has a name, a periodic one a timing, a data event data.',
    holds: (trigger) => {
      const type = textOf(trigger.type) ?? '';
      return (
        implies(type === 'named-event', has(trigger, 'name')) &&
        implies(
          type === 'periodic',
          Object.keys(trigger).some((key) => key.startsWith('timing')),
        ) &&
        implies(type.startsWith('data-'), has(trigger, 'data'))
      );
    },
  },
};
