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
  add(resource: AnyResource & { id: string }, kind: ResourceKind, number?: number): string {
    const { contained, references } = this.options;
    const { resourceType, id } = resource;
    const urn = this.ids.urn(kind, number);
    this.entries.push(this.entry(resource, urn));
    if (contained) return `#${id}`;
    return references === 'relative' ? `${resourceType}/${id}` : urn;
  }

  /** The reference to an organisation, which is added when it is new. */
  organization(name: string): string {
    const known = this.organizations.get(name);
    if (known !== undefined) return known;
    const { contained, references } = this.options;
    const { id, urn } = this.organizationId(name);
    const organization = { resourceType: 'Organization', id, name };
    this.entries.push(this.entry(organization, urn));
    const reference = contained ? `#${id}` : references === 'relative' ? `Organization/${id}` : urn;
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

  /** An entry for a resource beside the study. */
  entry(resource: AnyResource & { id: string }, urn: string): BundleEntry {
    const { baseUrl, bundle } = this.options;
    const { resourceType, id } = resource;
    const fullUrl = baseUrl === undefined ? urn : `${baseUrl}/${resourceType}/${id}`;
    if (bundle !== 'transaction') return { fullUrl, resource };
    return { fullUrl, resource, request: { method: 'PUT', url: `${resourceType}/${id}` } };
  }
}
