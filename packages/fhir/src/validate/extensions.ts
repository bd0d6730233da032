import { checkObject } from './check-object.js';
import type { CompiledContents } from './extension-rules.js';
import { isAbsolute, print } from './primitives.js';
import type { ElementRule } from './structures.js';
import { isObject, type JsonObject, type Owner, objectsOf, type Walk } from './walk.js';

/** Extensions by which a version carries elements of another: HL7 defines every one that there is. */
const crossVersion = /^http:\/\/hl7\.org\/fhir\/[0-9]\.[0-9]\/StructureDefinition\/extension-([A-Za-z]+)/;

/** Checks one extension: where it stands, and that it holds what its definition says. */
export function checkExtension(walk: Walk, value: JsonObject, owner: Owner, rule: ElementRule): void {
  const type = walk.structures.type('Extension');
  if (!type) return;
  const url = typeof value.url === 'string' ? value.url : undefined;
  const contents = url === undefined ? undefined : contentsOf(walk, url, owner, rule);
  checkObject(walk, value, type, {
    lineage: type.lineage,
    extension: { contents },
    ...(contents?.values && { values: contents.values }),
  });
  const valued = Object.keys(value).find((key) => key.startsWith('value') || key.startsWith('_value'));
  const nested = objectsOf(value.extension);
  if ((valued !== undefined) === nested.length > 0)
    walk.broken('ext-1', 'An extension has a value or extensions of its own, one of both.', false);
  if (contents) checkContents(walk, contents, valued, nested);
}

/** What the definition of an extension says of its contents; nothing where the definition is not known. */
function contentsOf(walk: Walk, url: string, owner: Owner, rule: ElementRule): CompiledContents | undefined {
  if (!isAbsolute(url)) {
    if (!owner.extension) {
      walk.report('extension-contents', `The url of an extension is absolute, not ${print(url)}.`);
      return undefined;
    }
    const parts = owner.extension.contents?.parts;
    const part = parts?.get(url);
    if (owner.extension.contents && !part)
      walk.report(
        'extension-contents',
        `The extension has no part ${print(url)}${parts ? `: ${[...parts.keys()].join(', ')}` : ''}.`,
      );
    return part?.contents;
  }
  const part = owner.extension?.contents?.parts?.get(url);
  if (part) return part.contents;
  const definition = walk.structures.extension(url);
  if (!definition) {
    const root = crossVersion.exec(url)?.[1];
    if (root !== undefined && walk.structures.type(root))
      walk.report(
        'unknown-extension',
        `HL7 defines no cross-version extension ${print(url)} for this version of FHIR.`,
      );
    else walk.report('unknown-extension', `The extension ${print(url)} is not known here.`, 'information');
    return undefined;
  }
  const isModifier = rule.property === 'modifierExtension';
  if (definition.modifier !== isModifier)
    walk.report('extension-place', `${url} is ${isModifier ? 'no' : 'a'} modifier extension.`);
  if (definition.on && !fits(walk, definition.on, owner))
    walk.report('extension-place', `${url} belongs on ${definition.on.join(', ')}.`);
  return definition;
}

/** A place that names a type this check does not know, such as an interface of types, is given the benefit of the doubt. */
function fits(walk: Walk, places: readonly string[], owner: Owner): boolean {
  return places.some((place) => {
    if (place === 'Element' || owner.lineage.includes(place) || place === owner.element) return true;
    const root = place.split('.')[0] ?? '';
    return !walk.structures.resources.has(root) && !walk.structures.type(root) && !isLower(root);
  });
}

const isLower = (name: string): boolean => /^[a-z]/.test(name);

function checkContents(
  walk: Walk,
  contents: CompiledContents,
  valued: string | undefined,
  nested: readonly JsonObject[],
): void {
  const { values, parts } = contents;
  if (values && valued !== undefined && !values.has(valued.replace('_', '')))
    walk.report('extension-contents', `The value is written as ${[...values.keys()].join(' or ')}, not as ${valued}.`);
  if (values && valued === undefined) walk.report('extension-contents', 'The extension needs a value.');
  if (!parts) return;
  if (valued !== undefined) walk.report('extension-contents', 'The extension holds parts, no value.');
  for (const [url, { min, max }] of parts) {
    const count = nested.filter((part) => isObject(part) && part.url === url).length;
    if (count < min) walk.report('extension-contents', `The extension needs its part ${url}.`);
    if (count > max) walk.report('extension-contents', `The part ${url} may be there ${max} times, not ${count}.`);
  }
}
