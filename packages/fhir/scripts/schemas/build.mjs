// Small words for writing closed JSON Schemas: what is not named is refused, and nothing is ever empty.

export const ref = (name) => ({ $ref: `#/$defs/${name}` });
export const list = (items) => ({ type: 'array', minItems: 1, items });
export const oneOf = (...values) => ({ enum: values });
export const constant = (value) => ({ const: value });

/** A closed object. Names of `required` that hold a `|` ask for one of them: `status|_status`. */
export function object(properties, required = []) {
  const plain = required.filter((name) => !name.includes('|'));
  const choices = required.filter((name) => name.includes('|'));
  return {
    type: 'object',
    additionalProperties: false,
    minProperties: 1,
    properties,
    ...(plain.length > 0 && { required: plain }),
    ...(choices.length > 0 && {
      allOf: choices.map((names) => ({ anyOf: names.split('|').map((name) => ({ required: [name] })) })),
    }),
  };
}

/** A resource: its type, its id, an optional narrative, then its own properties. */
export function resource(type, properties, required = []) {
  return object({ resourceType: constant(type), id: ref('id'), ...properties }, ['resourceType', 'id', ...required]);
}

/** One of several objects, told apart by a constant in `key`. */
export function union(key, schemas) {
  return { type: 'object', discriminator: { propertyName: key }, required: [key], oneOf: schemas };
}

/** A property of a primitive type and its twin, in which extensions stand. */
export function withTwin(name, schema) {
  return { [name]: schema, [`_${name}`]: ref('Element') };
}

/** An extension with one value. `twin` lets extensions stand beside the value, or in its place. */
export function extension(url, key, schema, { twin = false } = {}) {
  const properties = { url: constant(url), [key]: schema, ...(twin && { [`_${key}`]: ref('Element') }) };
  return object(properties, ['url', twin ? `${key}|_${key}` : key]);
}

/** An extension with children, given as a list of extensions. */
export function complexExtension(url, children) {
  return object({ url: constant(url), extension: list(union('url', children)) }, ['url', 'extension']);
}
