import { isAbsolute, print } from './primitives.js';
import { isObject, type JsonObject, type Scope, textOf, type Walk } from './walk.js';

const restful = /^(.*\/)([A-Z][A-Za-z]+)\/[A-Za-z0-9\-.]{1,64}(?:\/_history\/[A-Za-z0-9\-.]{1,64})?$/;
const relative = /^([A-Z][A-Za-z]+)\/([A-Za-z0-9\-.]{1,64})(?:\/_history\/[A-Za-z0-9\-.]{1,64})?$/;
const search = /^([A-Z][A-Za-z]+)\?[^=&\s]+=[^&\s]*(?:&[^=&\s]+=[^&\s]*)*$/;

/** Checks that a reference points to something that is there, as far as it can be seen, and of an allowed type. */
export function checkReference(walk: Walk, value: JsonObject, targets: ReadonlySet<string> | undefined): void {
  const said = textOf(value.type);
  if (said !== undefined)
    checkTarget(walk, said.replace(/^http:\/\/hl7\.org\/fhir\/StructureDefinition\//, ''), targets);
  const reference = textOf(value.reference);
  if (reference === undefined || reference === '') return;
  const found = /\s/.test(reference) ? undefined : targetOf(walk, reference);
  if (/\s/.test(reference)) walk.report('reference-format', `${print(reference)} holds a blank.`);
  if (found === undefined) return;
  checkTarget(walk, found, targets);
  if (said !== undefined && said !== found)
    walk.report('reference-target', `The reference says ${said}, its target is a ${found}.`);
}

function checkTarget(walk: Walk, found: string, targets: ReadonlySet<string> | undefined): void {
  if (targets && !targets.has(found))
    walk.report('reference-target', `The reference is to a ${found}; allowed: ${[...targets].join(', ')}.`);
}

/** The type of what a reference points to; nothing where that cannot be seen from here. */
function targetOf(walk: Walk, reference: string): string | undefined {
  if (reference.startsWith('#')) return containedTarget(walk, reference.slice(1));
  const query = search.exec(reference)?.[1];
  if (query !== undefined && (!walk.bundle || isTransaction(walk))) return query;
  if (isAbsolute(reference)) return absoluteTarget(walk, reference);
  const [, type, id] = relative.exec(reference) ?? [];
  if (type === undefined || id === undefined || !walk.structures.resources.has(type)) {
    walk.report('reference-format', `${print(reference)} is no reference: Type/id, #id or an absolute address.`);
    return undefined;
  }
  return walk.bundle ? relativeTarget(walk, walk.bundle, reference, type, id) : type;
}

function containedTarget(walk: Walk, id: string): string | undefined {
  const scope = outermost(walk.scope);
  if (!scope) return undefined;
  if (id === '') return walk.scope?.container ? textOf(scope.resource.resourceType) : undefined;
  scope.used.add(id);
  const type = scope.contained.get(id);
  if (type === undefined) walk.report('unresolved-reference', `Nothing contained has the id ${print(id)}.`);
  return type;
}

function absoluteTarget(walk: Walk, reference: string): string | undefined {
  const entry = walk.bundle?.byFullUrl.get(reference.replace(/\/_history\/.*$/, ''));
  if (entry) return entry.resourceType;
  if (walk.bundle && reference.startsWith('urn:')) {
    walk.report('unresolved-reference', `No entry has the fullUrl ${print(reference)}.`);
    return undefined;
  }
  const type = restful.exec(reference)?.[2];
  return type !== undefined && walk.structures.resources.has(type) ? type : undefined;
}

/** As FHIR's rules for bundles say: relative to the fullUrl of the entry that holds the reference. */
function relativeTarget(
  walk: Walk,
  bundle: NonNullable<Walk['bundle']>,
  reference: string,
  type: string,
  id: string,
): string {
  const fullUrl = outermost(walk.scope)?.fullUrl;
  const entry = fullUrl === undefined ? undefined : bundle.byFullUrl.get(resolve(fullUrl, type, id));
  if (entry) return entry.resourceType;
  // On a server the resource may be there already.
  if (isTransaction(walk)) return type;
  const byId = bundle.byTypeAndId.get(`${type}/${id}`);
  // R5 leaves open what a relative reference means where the entry's own address is no server's.
  if (byId && walk.isR5 && !(fullUrl !== undefined && restful.test(fullUrl)))
    walk.report('reference-by-id', `${print(reference)} fits the id of an entry, not its fullUrl.`, 'warning');
  else
    walk.report(
      'unresolved-reference',
      `No entry of the bundle is ${print(reference)}, seen from ${fullUrl ?? 'here'}.`,
    );
  return type;
}

function resolve(fullUrl: string, type: string, id: string): string {
  if (fullUrl.startsWith('urn:')) return fullUrl.slice(0, fullUrl.lastIndexOf(':') + 1) + id;
  return `${restful.exec(fullUrl)?.[1] ?? `${fullUrl}/`}${type}/${id}`;
}

function isTransaction(walk: Walk): boolean {
  return walk.bundle?.type === 'transaction' || walk.bundle?.type === 'batch';
}

/** The resource that a contained one belongs to: ids of contained resources are seen from there. */
function outermost(scope: Scope | undefined): Scope | undefined {
  let current = scope;
  while (current?.container) current = current.container;
  return current;
}

/** A fragment in a uri also counts as use of a contained resource. */
export function noteFragment(walk: Walk, value: string): void {
  outermost(walk.scope)?.used.add(value.slice(1));
}

/** The resources that a resource contains, by id. */
export function containedTypes(resource: JsonObject): Map<string, string> {
  const types = new Map<string, string>();
  if (!Array.isArray(resource.contained)) return types;
  for (const contained of resource.contained) {
    if (isObject(contained) && typeof contained.id === 'string')
      types.set(contained.id, textOf(contained.resourceType) ?? '');
  }
  return types;
}
