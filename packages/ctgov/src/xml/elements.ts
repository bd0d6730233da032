import type { AbsenceReason, Coded, CodeTable, TrialDate } from '@trialbridge/core';
import { saysSomething } from '../blank.js';
import { readXmlDate } from './date.js';
import { readBlock, readLine, readProse } from './element-text.js';
import { idOf, nameCount } from './names.js';
import type { XmlSource } from './source.js';

/** Reads the element that the scanner has entered into a part of the trial. */
export type ElementReader<Target> = (source: XmlSource, target: Target) => void;

/** Readers of the children of an element, by the numbers of their names. */
export type Elements<Target> = readonly (ElementReader<Target> | undefined)[];

export function elements<Target>(readers: Readonly<Record<string, ElementReader<Target>>>): Elements<Target> {
  const found: (ElementReader<Target> | undefined)[] = new Array(nameCount).fill(undefined);
  for (const [name, read] of Object.entries(readers)) found[idOf(name)] = read;
  return found;
}

/** Reads the children of the entered element; what is not among them is kept. */
export function readChildren<Target>(source: XmlSource, children: Elements<Target>, target: Target): void {
  const { scanner } = source;
  if (scanner.unclaimed > 0) source.keepAttributes();
  for (let name = scanner.enter(); name !== undefined; name = scanner.enter()) {
    const read = children[name.id];
    if (read) read(source, target);
    else source.keep('unknown-path', `No element that we know here: ${name.name}.`);
  }
}

/** Names of the members of a type that hold a kind of value. */
export type Names<Target, Value> = {
  [Name in keyof Target]-?: NonNullable<Target[Name]> extends Value
    ? Value extends NonNullable<Target[Name]>
      ? Name
      : never
    : never;
}[keyof Target] &
  string;

/** One value in one element. A second element of the same name is kept. */
function once<Target extends object, Value>(
  name: string,
  read: (source: XmlSource) => Value | undefined,
): ElementReader<Target> {
  return (source, target) => {
    if (source.scanner.isRepeated()) {
      source.keep('unknown-path', 'A second element where one belongs.');
      return;
    }
    const { offset } = source.scanner;
    const value = read(source);
    if (value === undefined) return;
    (target as Record<string, unknown>)[name] = value;
    source.trace(target, name, offset);
  };
}

/** A text on one line. */
export function text<Target extends object>(name: Names<Target, string>): ElementReader<Target> {
  return once(name, readLine);
}

/** A text whose line breaks are kept. */
export function prose<Target extends object>(name: Names<Target, string>): ElementReader<Target> {
  return once(name, readProse);
}

const inBlock: Elements<{ text?: string }> = elements({
  textblock: once<{ text?: string }, string>('text', readBlock),
});

/** A long text in its own `textblock`. */
export function block<Target extends object>(name: Names<Target, string>): ElementReader<Target> {
  return once(name, (source) => {
    const holder: { text?: string } = {};
    readChildren(source, inBlock, holder);
    return holder.text;
  });
}

export function yesNo<Target extends object>(name: Names<Target, boolean>): ElementReader<Target> {
  return once(name, readYesNo);
}

export function readYesNo(source: XmlSource): boolean | undefined {
  const { offset } = source.scanner;
  const found = readLine(source);
  if (found === 'Yes') return true;
  if (found === 'No') return false;
  if (found !== undefined) source.keepAt(offset, 'unknown-code', `"${found}" is neither Yes nor No.`);
  return undefined;
}

const integerForm = /^(?:0|-?[1-9]\d{0,14})$/;

/** A whole number in its shortest spelling, so that it is written back as it was; others are kept. */
export function readInteger(text: string): number | undefined {
  return integerForm.test(text) ? Number(text) : undefined;
}

export function integer<Target extends object>(name: Names<Target, number>): ElementReader<Target> {
  return once(name, (source) => {
    const { offset } = source.scanner;
    const found = readLine(source);
    if (found === undefined) return undefined;
    const number = readInteger(found);
    if (number === undefined) source.keepAt(offset, 'wrong-type', `"${found}" is no plain number.`);
    return number;
  });
}

/** A coded value; an unknown wording is kept in it, and reported. */
export function coded<Target extends object, Code extends string>(
  name: Names<Target, Coded<Code>>,
  table: CodeTable<Code>,
): ElementReader<Target> {
  return once(name, (source) => readCoded(source, table));
}

export function readCoded<Code extends string>(source: XmlSource, table: CodeTable<Code>): Coded<Code> | undefined {
  const { offset } = source.scanner;
  const wording = readLine(source);
  return wording === undefined ? undefined : toCode(source, offset, wording, table);
}

export function toCode<Code extends string>(
  source: XmlSource,
  offset: number,
  wording: string,
  table: CodeTable<Code>,
  part = '',
): Coded<Code> {
  const found = table.read(wording);
  if (found.code === undefined)
    source.remark(offset, 'unknown-code', `"${wording}" is no value of this field that we know.`, part);
  return found;
}

/** Kinds of dates, as one place of the format spells them. */
type DateTypes = CodeTable<'ACTUAL' | 'ESTIMATED'>;

/** A date, with its kind where the format says one. */
export function date<Target extends object>(name: Names<Target, TrialDate>, types?: DateTypes): ElementReader<Target> {
  return once(name, (source) => readDate(source, types));
}

/** The XSD's word for a date that nobody knows. */
export const unknownDate = 'Unknown';

/** What stands where there is no date: the XSD's word for it, and the day before the registry's clock begins. */
const noDay = '1969-12-31';
const noDates = new Map<string, AbsenceReason>([
  [unknownDate, 'not-provided'],
  ['December 31, 1969', 'placeholder'],
]);

/** As `date`; what stands where there is none is absence, of the field at a pointer. */
export function dateOrNone<Target extends object>(
  name: Names<Target, TrialDate>,
  pointer: string,
  types?: DateTypes,
): ElementReader<Target> {
  return once(name, (source) => readDate(source, types, pointer));
}

/** @param pointer of the field, where a word for none may stand. */
export function readDate(source: XmlSource, types?: DateTypes, pointer?: string): TrialDate | undefined {
  const { offset } = source.scanner;
  const kind = types && source.scanner.attribute('type');
  const wording = readLine(source);
  if (wording === undefined) {
    if (kind !== undefined) source.keepAt(offset, 'unknown-path', 'A kind of date without a date.', '@type');
    return undefined;
  }
  const found = readXmlDate(wording);
  // Looking each date up would cost more than reading it.
  const isNone = pointer !== undefined && (found === undefined || found === noDay);
  const reason = isNone ? noDates.get(wording) : undefined;
  if (isNone && reason !== undefined) {
    source.keepAt(offset, 'placeholder', `"${wording}" stands where no date is stated.`);
    source.absent(pointer, wording, offset, reason);
    return undefined;
  }
  const read: TrialDate = found === undefined ? { verbatim: wording } : { date: found };
  if (found === undefined && wording !== unknownDate)
    source.remark(offset, 'unreadable-value', `"${wording}" is no date of this format.`);
  if (kind !== undefined && types) read.type = toCode(source, offset, kind, types, '@type');
  return read;
}

/** An object of the model. */
export function object<Target extends object, Name extends keyof Target & string>(
  name: Name,
  children: Elements<NonNullable<Target[Name]>>,
): ElementReader<Target> {
  return once(name, (source) => readObject(source, children));
}

export function readObject<Model extends object>(source: XmlSource, children: Elements<Model>): Model | undefined {
  const model = {} as Model;
  readChildren(source, children, model);
  for (const _name in model) return model;
  return undefined;
}

/** An item of a list of the model. One that says nothing the model holds is kept whole. */
export function item<Target extends object, Name extends keyof Target & string, Model>(
  name: Name,
  read: (source: XmlSource) => Model | undefined,
): ElementReader<Target> {
  return (source, target) => {
    const held = target as Record<string, Model[] | undefined>;
    const { offset } = source.scanner;
    const since = source.noted;
    const value = read(source);
    if (value === undefined) {
      source.forget(since);
      source.keepAt(offset, 'unknown-path', 'An element that says nothing we know.');
      return;
    }
    let list = held[name];
    if (list === undefined) {
      list = [];
      held[name] = list;
    }
    source.trace(list, String(list.length), offset);
    list.push(value);
  };
}

export function items<Target extends object, Name extends keyof Target & string>(
  name: Name,
  children: Elements<NonNullable<Target[Name]> extends (infer Model)[] ? Model : never>,
): ElementReader<Target> {
  return item(name, (source) => readObject(source, children as Elements<object>));
}

/** A text of a list of texts. */
export function texts<Target extends object>(name: Names<Target, string[]>): ElementReader<Target> {
  return item(name, readLine);
}

/** A part of an object that the model holds one level further down. */
export function within<Target extends object, Group extends keyof Target & string>(
  group: Group,
  read: ElementReader<NonNullable<Target[Group]>>,
): ElementReader<Target> {
  return (source, target) => {
    const before = target[group];
    const held = (before ?? {}) as NonNullable<Target[Group]>;
    read(source, held);
    if (before) return;
    for (const _name in held) {
      target[group] = held;
      return;
    }
  };
}

/** An element that only groups its children: they are read into the same part of the trial. */
export function group<Target>(children: Elements<Target>): ElementReader<Target> {
  return (source, target) => {
    if (source.scanner.isRepeated()) source.keep('unknown-path', 'A second element where one belongs.');
    else readChildren(source, children, target);
  };
}

/** Texts in attributes of the entered element, by their names in the model. */
export function readAttributes<Target extends object>(
  source: XmlSource,
  target: Target,
  names: Readonly<Record<string, keyof Target & string>>,
): void {
  const { scanner } = source;
  const held = target as Record<string, string>;
  for (let index = 0; index < scanner.attributeCount; index += 1) {
    // What every object has by birth, and a source may name, is no text. A Map would take a tenth of the reader's time.
    const name: unknown = names[scanner.attributeNames[index] ?? ''];
    const value = scanner.attributeValues[index];
    if (typeof name !== 'string' || !value || !saysSomething(value)) continue;
    held[name] = value;
    scanner.attributeValues[index] = undefined;
    scanner.unclaimed -= 1;
  }
}
