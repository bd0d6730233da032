import { type Age, type Coded, readDate, type TrialDate } from '@trialbridge/core';
import { ageForm, ageWording, readAge } from '../age.js';
import { saysSomething } from '../blank.js';
import type { Vocabulary } from '../codes/vocabulary.js';
import { toCommonMark } from '../markup.js';
import type { JsonSheet } from './sheet.js';
import type { JsonObject, JsonSource } from './source.js';

/** How one kind of value is read from the format and written to it. `undefined` is nothing. */
export interface Kind<Value> {
  /** JSON Schema of the value in the format. */
  readonly schema: object;
  /** @param holder the object or list of the source that holds the value under `key`. */
  read(value: unknown, source: JsonSource, holder: object, key: string | number): Value | undefined;
  /** @param holder the object of the trial that holds the value under `name`. */
  write(value: Value, sheet: JsonSheet, holder: object, name: string): unknown;
}

export const text: Kind<string> = {
  schema: { type: 'string', pattern: '\\S' },
  read(value, source, holder, key) {
    if (typeof value === 'string' && saysSomething(value)) return value;
    return reject('text', value, source, holder, key);
  },
  write: (value) => value,
};

/** A text that may hold markup. */
export const marked: Kind<string> = {
  schema: text.schema,
  read: text.read,
  write(value, sheet, holder, name) {
    if (!sheet.isPlain) return value;
    const written = toCommonMark(value, sheet.plainLists);
    if (written !== value) sheet.changed(holder, name, 'plain-to-markup');
    return written;
  },
};

export const flag: Kind<boolean> = {
  schema: { type: 'boolean' },
  read: (value, source, holder, key) =>
    typeof value === 'boolean' ? value : reject('true or false', value, source, holder, key),
  write: (value) => value,
};

export const integer: Kind<number> = {
  schema: { type: 'integer' },
  read: (value, source, holder, key) =>
    typeof value === 'number' && Number.isSafeInteger(value)
      ? value
      : reject('a whole number', value, source, holder, key),
  write: (value) => value,
};

export const decimal: Kind<number> = {
  schema: { type: 'number' },
  read: (value, source, holder, key) =>
    typeof value === 'number' && Number.isFinite(value) ? value : reject('a number', value, source, holder, key),
  write: (value) => value,
};

/** A value of an enumeration; an unknown one is kept in its wording, and reported. */
export function coded<Code extends string>(codes: ReadonlyMap<string, Coded<Code>>): Kind<Coded<Code>> {
  return {
    schema: { enum: [...codes.keys()] },
    read(value, source, holder, key) {
      const known = codes.get(value as string);
      if (known) return known;
      const wording = text.read(value, source, holder, key);
      if (wording === undefined) return undefined;
      source.remark(holder, key, 'unknown-code', `${JSON.stringify(wording)} is no value of this field that we know.`);
      return { verbatim: wording };
    },
    write: (value, sheet, holder, name) =>
      writeCode(value, codes.has(value.code ?? '') ? value.code : undefined, sheet, holder, name),
  };
}

/** A value that this format spells as the public XML does. */
export function worded<Code extends string>({ xml, wordings }: Vocabulary<Code>): Kind<Coded<Code>> {
  return {
    schema: { enum: wordings },
    read(value, source, holder, key) {
      const wording = text.read(value, source, holder, key);
      if (wording === undefined) return undefined;
      const known = xml.read(wording);
      if (known.code === undefined)
        source.remark(
          holder,
          key,
          'unknown-code',
          `${JSON.stringify(wording)} is no value of this field that we know.`,
        );
      return known;
    },
    write(value, sheet, holder, name) {
      const isFromHere = sheet.isOwn && value.verbatim !== undefined && xml.read(value.verbatim).code === value.code;
      if (isFromHere || value.code === undefined) return value.verbatim;
      return writeCode(value, xml.write(value.code), sheet, holder, name);
    },
  };
}

function writeCode<Code extends string>(
  value: Coded<Code>,
  spelling: string | undefined,
  sheet: JsonSheet,
  holder: object,
  name: string,
): unknown {
  if (spelling !== undefined) {
    if (value.verbatim !== undefined) sheet.dropped(value, 'verbatim', 'code-says-it');
    return spelling;
  }
  if (sheet.isOwn) return value.verbatim ?? value.code;
  sheet.dropped(holder, name, 'not-in-vocabulary');
  return undefined;
}

const isoDate = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

/** Whether a text is a date of the format, and the calendar has it. */
function isDate(text: string): boolean {
  return isoDate.test(text) && (text.slice(8) <= '28' || readDate(text) === text);
}

/** A date without a kind: `2015`, `2015-08`, `2015-08-31`. */
export const date: Kind<TrialDate> = {
  schema: { type: 'string', pattern: isoDate.source },
  read(value, source, holder, key) {
    const written = text.read(value, source, holder, key);
    if (written === undefined) return undefined;
    if (isDate(written)) return { date: written };
    source.remark(holder, key, 'unreadable-value', `${JSON.stringify(written)} is no date of this format.`);
    return { verbatim: written };
  },
  write(value, sheet) {
    if (value.type) sheet.dropped(value, 'type', 'no-date-type');
    return dateText(value, sheet);
  },
};

/** The text of a date; its wording only where it came from this format. */
export function dateText(value: TrialDate, sheet: JsonSheet): string | undefined {
  if (value.date !== undefined) {
    if (value.verbatim !== undefined) sheet.dropped(value, 'verbatim', 'value-says-it');
    return value.date;
  }
  if (sheet.isOwn) return value.verbatim;
  if (value.verbatim !== undefined) sheet.dropped(value, 'verbatim', 'not-a-date');
  return undefined;
}

export const age: Kind<Age> = {
  schema: { type: 'string', pattern: ageForm.source },
  read(value, source, holder, key) {
    const written = text.read(value, source, holder, key);
    if (written === undefined) return undefined;
    const found = readAge(written);
    if (found.unit === undefined)
      source.remark(holder, key, 'unreadable-value', `${JSON.stringify(written)} is no age of this format.`);
    return found;
  },
  write(value, sheet, holder, name) {
    if (sheet.isOwn && value.verbatim !== undefined) return value.verbatim;
    const written = ageWording(value);
    if (written === undefined) sheet.dropped(holder, name, 'not-an-age');
    else if (value.verbatim !== undefined) sheet.dropped(value, 'verbatim', 'value-says-it');
    return written;
  },
};

/** A list; items that cannot be read are kept under their index, and written back there. */
export function list<Item>(kind: Kind<Item>): Kind<Item[]> {
  return {
    schema: { type: 'array', minItems: 1, items: kind.schema },
    read(value, source, holder, key) {
      if (!Array.isArray(value)) return reject('a list', value, source, holder, key);
      const items: Item[] = [];
      for (let index = 0; index < value.length; index += 1) {
        const noted = source.noted;
        const item = kind.read(value[index], source, value, index);
        if (item !== undefined) items.push(item);
        else source.keepWhole(noted, value, index);
      }
      return items.length > 0 ? items : undefined;
    },
    write(value, sheet) {
      const items: unknown[] = [];
      for (const [index, item] of value.entries()) {
        const written = kind.write(item, sheet, value, String(index));
        if (written !== undefined) items.push(written);
      }
      return items.length > 0 ? items : undefined;
    },
  };
}

/** Says that a value is not of its field's kind, and keeps it. Nothing at all is no value. */
export function reject(
  kind: string,
  value: unknown,
  source: JsonSource,
  holder: object,
  key: string | number,
): undefined {
  if (isEmpty(value)) return undefined;
  const isBlank = typeof value === 'string' && kind === 'text';
  const isTooLarge = typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER;
  const found = isTooLarge ? `${value}: a number so large was rounded when the JSON was parsed` : nameOf(value);
  source.keep(holder, key, 'wrong-type', isBlank ? 'The text is blank.' : `Expected ${kind}, found ${found}.`);
  return undefined;
}

/** Whether a value holds no scalar: `null`, and lists and objects of nothing. */
function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value !== 'object') return false;
  return Array.isArray(value) ? value.every(isEmpty) : Object.values(value as JsonObject).every(isEmpty);
}

function nameOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return typeof value === 'string' ? `the text ${JSON.stringify(value.slice(0, 40))}` : `${typeof value} ${value}`;
}
