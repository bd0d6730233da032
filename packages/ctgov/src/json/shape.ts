import { saysSomething } from '../blank.js';
import { integer, type Kind, marked, reject, text } from './kinds.js';
import type { JsonSheet } from './sheet.js';
import type { JsonObject, JsonSource } from './source.js';

/** One field of an object of the format, and where the model holds it. */
export interface Field<Model> {
  readonly key: string;
  /** JSON Schema of the value. */
  readonly schema: object;
  /** Reads the value under `key` of `holder` into `target`. */
  read(value: unknown, source: JsonSource, holder: JsonObject, target: Model): void;
  /** The value to write under `key`; `undefined` for none. */
  write(target: Model, sheet: JsonSheet): unknown;
}

/** An object of the format: its fields, in the order in which they are written. */
export interface Shape<Model> {
  readonly schema: object;
  readonly fields: readonly Field<Model>[];
  readonly byKey: ReadonlyMap<string, Field<Model>>;
}

export function shape<Model>(...fields: Field<Model>[]): Shape<Model> {
  const properties = Object.fromEntries(fields.map(({ key, schema }) => [key, schema]));
  return {
    schema: { type: 'object', additionalProperties: false, properties },
    fields,
    byKey: new Map(fields.map((one) => [one.key, one])),
  };
}

/** A field that the model holds under `name` of the same object. */
export function field<Model extends object, Name extends keyof Model & string>(
  key: string,
  name: Name,
  kind: Kind<NonNullable<Model[Name]>>,
): Field<Model> {
  return {
    key,
    schema: kind.schema,
    read(value, source, holder, target) {
      const found = kind.read(value, source, holder, key);
      if (found === undefined) return;
      target[name] = found;
      source.traces?.push({ holder, key, target, name });
    },
    write(target, sheet) {
      const value = target[name];
      return value === undefined || value === null ? undefined : kind.write(value, sheet, target, name);
    },
  };
}

/** A field that the model holds one level further down, under `group`. */
export function within<
  Model extends object,
  Group extends keyof Model & string,
  Name extends keyof NonNullable<Model[Group]> & string,
>(key: string, group: Group, name: Name, kind: Kind<NonNullable<NonNullable<Model[Group]>[Name]>>): Field<Model> {
  return {
    key,
    schema: kind.schema,
    read(value, source, holder, target) {
      const found = kind.read(value, source, holder, key);
      if (found === undefined) return;
      target[group] ??= {} as NonNullable<Model[Group]>;
      const held = target[group] as NonNullable<Model[Group]>;
      held[name] = found;
      source.traces?.push({ holder, key, target: held, name });
    },
    write(target, sheet) {
      const holder = target[group];
      const value = holder?.[name];
      if (holder === undefined || holder === null || value === undefined || value === null) return undefined;
      return kind.write(value, sheet, holder, name);
    },
  };
}

/** A module: an object of the format whose fields the model holds in the target itself. */
export function part<Model extends object>(key: string, inner: Shape<Model>): Field<Model> {
  return {
    key,
    schema: inner.schema,
    read(value, source, holder, target) {
      if (isObject(value)) readInto(value, source, inner, target);
      else reject('an object', value, source, holder, key);
    },
    write: (target, sheet) => writeShape(target, sheet, inner),
  };
}

/** An object of the format that is an object of the model. */
export function object<Model extends object>(inner: Shape<Model>): Kind<Model> {
  return {
    schema: inner.schema,
    read(value, source, holder, key) {
      if (!isObject(value)) return reject('an object', value, source, holder, key);
      const target = {} as Model;
      readInto(value, source, inner, target);
      for (const _name in target) return target;
      return undefined;
    },
    write: (value, sheet) => writeShape(value, sheet, inner),
  };
}

/** A field that is neither: it says itself how it is read and written. */
export function special<Model>(
  key: string,
  schema: object,
  read: Field<Model>['read'],
  write: Field<Model>['write'],
): Field<Model> {
  return { key, schema, read, write };
}

export function readInto<Model>(value: JsonObject, source: JsonSource, inner: Shape<Model>, target: Model): void {
  for (const key in value) {
    const known = inner.byKey.get(key);
    if (known) known.read(value[key], source, value, target);
    else source.keep(value, key, 'unknown-path', `No field that we know: ${key}.`);
  }
}

export function writeShape<Model>(target: Model, sheet: JsonSheet, inner: Shape<Model>): JsonObject | undefined {
  let written: JsonObject | undefined;
  for (const { key, write } of inner.fields) {
    const value = write(target, sheet);
    if (value === undefined) continue;
    written ??= {};
    written[key] = value;
  }
  return written;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const scalars = { text, marked, integer } as const;

/**
 * An object whose fields have the same names in both, all of them texts or whole numbers: it is checked and shared, not
 * copied. Anything else in it makes it an object like any other.
 */
export function shared<Model extends object>(
  fields: Readonly<Record<keyof Model & string, keyof typeof scalars>>,
): Kind<Model> {
  const types = new Map<string, keyof typeof scalars>(Object.entries(fields) as [string, keyof typeof scalars][]);
  const copied = object(
    shape<Model>(
      ...[...types].map(
        ([name, type]): Field<Model> => field(name, name as keyof Model & string, scalars[type] as Kind<never>),
      ),
    ),
  );
  const hasMarkup = [...types.values()].includes('marked');
  return {
    schema: copied.schema,
    read: (value, source, holder, key) =>
      isObject(value) && isWhole(value, types) ? (value as Model) : copied.read(value, source, holder, key),
    write: (value, sheet, holder, name) =>
      hasMarkup && sheet.isPlain ? copied.write(value, sheet, holder, name) : value,
  };
}

function isWhole(value: JsonObject, types: ReadonlyMap<string, keyof typeof scalars>): boolean {
  let isThere = false;
  for (const key in value) {
    const one = value[key];
    const type = types.get(key);
    if (type === undefined) return false;
    if (type === 'integer' ? !Number.isSafeInteger(one) : typeof one !== 'string' || !saysSomething(one)) return false;
    isThere = true;
  }
  return isThere;
}
