import type { Identifier } from './elements.js';
import { type ResourceKind, type SharedId, TrialIds } from './ids.js';
import type { ResolvedOptions } from './options.js';

/** A resource as data; its exact type is known where it is made. */
export interface AnyResource {
  resourceType: string;
  id?: string;
}

export interface BundleEntry {
  fullUrl: string;
  resource: AnyResource;
  request?: { method: 'PUT'; url: string };
}

/** The resources made for one trial, and how they refer to each other. */
export class ResourceSet {
  readonly ids: TrialIds;
  /** Companions of the study, in the order they were made. */
  readonly entries: BundleEntry[] = [];
  private readonly organizations = new Map<string, string>();

  constructor(
    trialId: string,
    private readonly options: ResolvedOptions,
    private readonly organizationId: (name: string) => SharedId,
  ) {
    this.ids = new TrialIds(trialId);
  }

  /** How other resources name this one. */
  reference(type: string, kind: ResourceKind, number?: number): string {
    if (this.options.contained) return kind === 'study' ? '#' : `#${this.ids.id(kind, number)}`;
    return this.outsideReference(type, kind, number);
  }

  /** How a resource outside of the study names one, even where the study contains the others. */
  outsideReference(type: string, kind: ResourceKind, number?: number): string {
    return this.options.references === 'relative' ? `${type}/${this.ids.id(kind, number)}` : this.ids.urn(kind, number);
  }

  /** Adds a resource; gives the reference to it. Its id is the one that `ids` gives for kind and number. */
  add(resource: AnyResource, kind: ResourceKind, number?: number): string {
    const type = resource.resourceType;
    this.push(resource, type, this.ids.id(kind, number), () => this.ids.urn(kind, number));
    return this.reference(type, kind, number);
  }

  /** The reference to an organisation, which is added when it is new. */
  organization(name: string): string {
    const known = this.organizations.get(name);
    if (known !== undefined) return known;
    const { id, urn } = this.organizationId(name);
    this.push({ resourceType: 'Organization', id, name } as AnyResource, 'Organization', id, () => urn);
    const reference = this.options.contained
      ? `#${id}`
      : this.options.references === 'relative'
        ? `Organization/${id}`
        : urn;
    this.organizations.set(name, reference);
    return reference;
  }

  /**
   * The entry of the study itself. In a transaction it is found by its registry id, whatever id the server gave it; only
   * relative references, or the lack of a registry id, bind it to ours.
   */
  studyEntry(study: AnyResource, identifier: Identifier | undefined): BundleEntry {
    const id = this.ids.id('study');
    const { baseUrl, references } = this.options;
    const fullUrl = baseUrl === undefined ? this.ids.urn('study') : `${baseUrl}/ResearchStudy/${id}`;
    if (this.options.bundle !== 'transaction') return { fullUrl, resource: study };
    if (references === 'relative' || identifier?.system === undefined || identifier.value === undefined) {
      return { fullUrl, resource: study, request: { method: 'PUT', url: `ResearchStudy/${id}` } };
    }
    const { id: _id, ...withoutId } = study;
    const url = `ResearchStudy?identifier=${identifier.system}|${encodeURIComponent(identifier.value)}`;
    return { fullUrl, resource: withoutId as AnyResource, request: { method: 'PUT', url } };
  }

  private push(resource: AnyResource, type: string, id: string, urn: () => string): void {
    this.entries.push(this.entry(resource, type, id, urn));
  }

  /** An entry for a resource that stands beside the study even where the study contains the others. */
  entry(resource: AnyResource, type: string, id: string, urn: () => string): BundleEntry {
    const { baseUrl, bundle } = this.options;
    const fullUrl = baseUrl === undefined ? urn() : `${baseUrl}/${type}/${id}`;
    const entry: BundleEntry = { fullUrl, resource };
    if (bundle === 'transaction') entry.request = { method: 'PUT', url: `${type}/${id}` };
    return entry;
  }
}
