import { checkObject } from './check-object.js';
import { isAbsolute, print } from './primitives.js';
import { containedTypes } from './references.js';
import type { ElementRule, Type } from './structures.js';
import {
  type BundleEntry,
  type BundleIndex,
  isObject,
  itemsOf,
  type JsonObject,
  objectsOf,
  type Scope,
  textOf,
  type Walk,
} from './walk.js';

/** Checks a resource, with what can be seen around it: the bundle it is an entry of, the resource that contains it. */
export function checkResource(walk: Walk, value: JsonObject, container?: Scope, fullUrl?: string): void {
  const name = value.resourceType;
  if (typeof name !== 'string' || !walk.structures.resources.has(name)) {
    walk.report('unknown-type', `resourceType is ${print(name)}, which is no resource type of this version of FHIR.`);
    return;
  }
  const type = walk.structures.type(name);
  if (!type) {
    walk.report('not-checked', `${name} is not among the resource types whose structure is checked.`, 'information');
    return;
  }
  const outer = walk.scope;
  const outerBundle = walk.bundle;
  const scope: Scope = {
    resource: value,
    ...(container && { container }),
    contained: containedTypes(value),
    used: new Set(),
    ...(fullUrl !== undefined && { fullUrl }),
  };
  walk.scope = scope;
  if (name === 'Bundle') walk.bundle = indexOf(value);
  checkObject(walk, value, type, { lineage: type.lineage, element: name });
  if (name === 'Bundle') checkFullUrls(walk, value);
  if (!container) checkUse(walk, scope);
  walk.scope = outer;
  walk.bundle = outerBundle;
}

/** A resource as the value of an element: an entry of a bundle, or contained. */
export function visitResource(walk: Walk, value: JsonObject, parent: Type, rule: ElementRule): void {
  if (rule.property === 'contained') {
    if (typeof value.id !== 'string') walk.report('missing', 'A contained resource needs an id.');
    checkResource(walk, value, walk.scope);
  } else if (parent.name === 'Bundle.entry') {
    const index = walk.path.at(-2);
    const entry = typeof index === 'number' ? itemsOf(walk.scope?.resource.entry)[index] : undefined;
    checkResource(walk, value, undefined, isObject(entry) ? textOf(entry.fullUrl) : undefined);
  } else checkResource(walk, value);
}

const withoutFullUrls = ['transaction', 'transaction-response', 'batch', 'batch-response'];
const restful = /^https?:\/\/.*\/([A-Z][A-Za-z]+)\/([A-Za-z0-9\-.]{1,64})$/;

/** HL7's validator wants every entry to be addressable, and the address of a server to be that of the resource. */
function checkFullUrls(walk: Walk, bundle: JsonObject): void {
  const needed = !withoutFullUrls.includes(textOf(bundle.type) ?? '');
  for (const [index, entry] of itemsOf(bundle.entry).entries()) {
    if (!isObject(entry)) continue;
    walk.path.push('entry', index);
    checkFullUrl(walk, entry, needed);
    walk.path.length -= 2;
  }
}

function checkFullUrl(walk: Walk, { fullUrl, resource }: JsonObject, needed: boolean): void {
  if (typeof fullUrl !== 'string') {
    if (needed) walk.report('full-url', 'Every entry of this kind of bundle needs a fullUrl.');
    return;
  }
  if (!isAbsolute(fullUrl)) walk.report('full-url', `${print(fullUrl)} is no absolute address.`);
  const [, type, id] = restful.exec(fullUrl) ?? [];
  if (type === undefined || !walk.structures.resources.has(type) || !isObject(resource)) return;
  if (resource.resourceType !== type || resource.id !== id)
    walk.report(
      'full-url',
      `${print(fullUrl)} is not the address of ${String(resource.resourceType)}/${String(resource.id)}.`,
    );
}

/** dom-3: what is contained is pointed to, or points to what contains it. */
function checkUse(walk: Walk, scope: Scope): void {
  if (scope.contained.size === 0) return;
  const contained = objectsOf(scope.resource.contained);
  for (const [index, resource] of contained.entries()) {
    const id = textOf(resource.id);
    if (id === undefined || scope.used.has(id) || pointsToContainer(resource)) continue;
    walk.path.push('contained', index);
    walk.report('unused-contained', `Nothing points to the contained resource ${print(id)}.`);
    walk.path.length -= 2;
  }
}

function pointsToContainer(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(pointsToContainer);
  return isObject(value) && (value.reference === '#' || Object.values(value).some(pointsToContainer));
}

function indexOf(bundle: JsonObject): BundleIndex {
  const byFullUrl = new Map<string, BundleEntry>();
  const byTypeAndId = new Map<string, BundleEntry>();
  for (const { fullUrl, resource } of objectsOf(bundle.entry)) {
    if (!isObject(resource)) continue;
    const resourceType = textOf(resource.resourceType) ?? '';
    const id = textOf(resource.id);
    const entry: BundleEntry = { resourceType, id, fullUrl: textOf(fullUrl) };
    if (entry.fullUrl !== undefined && !byFullUrl.has(entry.fullUrl)) byFullUrl.set(entry.fullUrl, entry);
    if (id !== undefined) byTypeAndId.set(`${resourceType}/${id}`, entry);
  }
  return { type: textOf(bundle.type), byFullUrl, byTypeAndId };
}
