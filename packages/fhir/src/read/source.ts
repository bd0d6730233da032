import { TrialError } from '@trialbridge/core';
import { Account } from './account.js';
import { isObject, type JsonObject, type Place } from './place.js';
import { ResourcePart } from './resource-part.js';

/** A resource of a source, and where it stands. */
export interface Resource {
  readonly json: JsonObject;
  readonly place: Place;
  /** The resource that contains it. */
  readonly container: JsonObject | undefined;
}

/** What a document says of itself, not of a trial. */
const bundleEnvelope = ['resourceType', 'id', 'type', 'identifier', 'timestamp', 'total', 'link', 'signature', 'meta'];
const entryEnvelope = ['fullUrl', 'link', 'search', 'request', 'response'];
const metaEnvelope = ['versionId', 'lastUpdated', 'source', 'profile'];

/** The resources of a source, found by the names that others call them by. */
export class FhirSource {
  readonly account = new Account();
  /** Holds the source, so that the source itself has a place. */
  readonly root: Place;
  /** Resources that stand for themselves, in their order; contained ones are not among them. */
  readonly resources: Resource[] = [];
  private readonly byType = new Map<string, Resource[]>();
  private readonly byName = new Map<string, Resource>();
  private readonly contained = new Map<JsonObject, Map<string, Resource>>();
  private readonly copies = new Map<JsonObject, JsonObject[]>();
  private roles: Map<JsonObject, Resource[]> | undefined;
  private readonly parts = new Map<JsonObject, ResourcePart>();
  /** Resources that something refers to, with the study that is being read when it is found. */
  readonly reached = new Map<JsonObject, JsonObject>();

  constructor(
    value: unknown,
    /** XML has no lists, only elements side by side: turns a JSON Pointer into the place of one of them. */
    readonly xmlPath?: (pointer: string) => string,
  ) {
    this.root = { holder: [value], key: 0 };
    if (Array.isArray(value)) {
      for (const key of value.keys()) this.add({ holder: value, key }, value[key]);
    } else if (isObject(value) && value.resourceType === 'Bundle') {
      this.addBundle(value);
    } else {
      this.add(this.root, value);
    }
  }

  private addBundle(bundle: JsonObject): void {
    this.account.open(bundle);
    for (const key of bundleEnvelope) if (key in bundle) this.account.take({ holder: bundle, key });
    if (bundle.entry === undefined) return;
    if (!Array.isArray(bundle.entry)) {
      throw new TrialError('source-unreadable', 'The entries of a Bundle are a list. At /entry.', { at: '/entry' });
    }
    for (const entry of bundle.entry) {
      if (!isObject(entry)) continue;
      this.account.open(entry);
      for (const key of entryEnvelope) if (key in entry) this.account.take({ holder: entry, key });
      const name = typeof entry.fullUrl === 'string' ? entry.fullUrl : undefined;
      // Servers page through bundles of bundles.
      if (isObject(entry.resource) && entry.resource.resourceType === 'Bundle') this.addBundle(entry.resource);
      else this.add({ holder: entry, key: 'resource' }, entry.resource, name);
    }
  }

  private add(place: Place, json: unknown, fullUrl?: string): void {
    if (!isObject(json) || typeof json.resourceType !== 'string') return;
    const resource: Resource = { json, place, container: undefined };
    this.resources.push(resource);
    const same = this.byType.get(json.resourceType);
    if (same) same.push(resource);
    else this.byType.set(json.resourceType, [resource]);
    const names: string[] = [];
    if (fullUrl !== undefined) {
      names.push(fullUrl);
      // Some name an entry by a bare number, and refer to it as if it were an id.
      if (!/[:/]/.test(fullUrl)) names.push(`${json.resourceType}/${fullUrl}`);
    }
    if (typeof json.id === 'string') names.push(`${json.resourceType}/${json.id}`);
    for (const name of names) {
      const before = this.byName.get(name);
      if (before) this.addCopy(json, before.json);
      else this.byName.set(name, resource);
    }
  }

  private addCopy(json: JsonObject, of: JsonObject): void {
    const copies = this.copies.get(of);
    if (copies) copies.push(json);
    else this.copies.set(of, [json]);
  }

  /** Takes resources that stand there again, letter by letter, where the first of them was read. */
  takeCopies(): void {
    for (const [json, copies] of this.copies) {
      if (!this.reached.has(json)) continue;
      const text = JSON.stringify(json);
      for (const copy of copies) if (JSON.stringify(copy) === text) this.account.takeWhole(copy);
    }
  }

  /** Every study, those inside another after those that stand for themselves. */
  studies(): Resource[] {
    const own = this.byType.get('ResearchStudy') ?? [];
    const contained = own.flatMap(({ json }) => [...this.containedIn(json).values()]);
    return [...own, ...contained.filter(({ json }) => json.resourceType === 'ResearchStudy')];
  }

  part(json: JsonObject): ResourcePart {
    let part = this.parts.get(json);
    if (!part) {
      part = new ResourcePart(json, this.account);
      this.parts.set(json, part);
    }
    return part;
  }

  /** The resource that a reference names: by full URL, by type and id, or `#id` inside its container. */
  resolve(reference: string, container: JsonObject): Resource | undefined {
    if (reference === '#') return this.resources.find(({ json }) => json === container);
    if (reference.startsWith('#')) return this.containedIn(container).get(reference.slice(1));
    const exact = this.byName.get(reference);
    if (exact) return exact;
    const tail = /(?:^|\/)([A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64})(?:\/_history\/[^/]+)?$/.exec(reference)?.[1];
    return tail === undefined ? undefined : this.byName.get(tail);
  }

  /** The resources inside one, by id; the first of those with the same id. */
  containedIn(container: JsonObject): Map<string, Resource> {
    const known = this.contained.get(container);
    if (known) return known;
    const map = new Map<string, Resource>();
    const list = container.contained;
    if (Array.isArray(list)) {
      for (const [key, json] of list.entries()) {
        if (!isObject(json) || typeof json.resourceType !== 'string') continue;
        const id = typeof json.id === 'string' ? json.id.replace(/^#/, '') : `[${key}]`;
        const before = map.get(id);
        if (before) this.addCopy(json, before.json);
        else map.set(id, { json, place: { holder: list, key }, container });
      }
    }
    this.contained.set(container, map);
    return map;
  }

  /** Everything of a type that can belong to a study: what it contains, or what stands beside it. */
  companions(study: JsonObject, type: string): Resource[] {
    const contained = [...this.containedIn(study).values()].filter(({ json }) => json.resourceType === type);
    return [...contained, ...(this.byType.get(type) ?? [])];
  }

  /** The roles that name a Location, in their order. */
  rolesAt(location: JsonObject): readonly Resource[] {
    this.roles ??= this.rolesByLocation();
    return this.roles.get(location) ?? [];
  }

  private rolesByLocation(): Map<JsonObject, Resource[]> {
    const roles = new Map<JsonObject, Resource[]>();
    const add = (resource: Resource, container: JsonObject): void => {
      const { location } = resource.json;
      for (const reference of Array.isArray(location) ? location : [location]) {
        if (!isObject(reference) || typeof reference.reference !== 'string') continue;
        const at = this.resolve(reference.reference, container);
        if (!at) continue;
        const list = roles.get(at.json);
        if (list) list.push(resource);
        else roles.set(at.json, [resource]);
      }
    };
    for (const resource of this.byType.get('PractitionerRole') ?? []) add(resource, resource.json);
    for (const { json } of this.byType.get('ResearchStudy') ?? []) {
      for (const resource of this.containedIn(json).values()) {
        if (resource.json.resourceType === 'PractitionerRole') add(resource, json);
      }
    }
    return roles;
  }

  /** Takes what a resource says of itself as a document. */
  reach(json: JsonObject, study: JsonObject): void {
    if (this.reached.has(json)) return;
    this.reached.set(json, study);
    const { account } = this;
    for (const key of ['resourceType', 'id', 'implicitRules']) if (key in json) account.take({ holder: json, key });
    if (isObject(json.meta)) {
      for (const key of metaEnvelope) if (key in json.meta) account.take({ holder: json.meta, key });
    }
    // A narrative repeats the data, unless it says that it holds more.
    if (isObject(json.text) && json.text.status !== 'additional') account.takeWhole(json.text);
  }
}
