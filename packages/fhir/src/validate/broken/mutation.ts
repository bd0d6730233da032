import type { FhirVersion } from '../check-fhir.js';
import type { Loose } from './valid.js';

/** One way to break the valid bundle, and the rule of ours that has to notice. */
export interface Mutation {
  readonly name: string;
  readonly rule: string;
  /** Default: every version. */
  readonly only?: 'r4' | 'r5';
  readonly change: (parts: Parts) => void;
  /** Why HL7's validator in HAPI lets it pass, where it does. */
  readonly hapiAccepts?: string;
}

/** The resources of the bundle by type, to be changed in place. */
export interface Parts {
  readonly bundle: Loose;
  readonly entry: (type: string) => Loose;
  readonly study: Loose;
  readonly group: Loose;
  readonly location: Loose;
  readonly organization: Loose;
  readonly practitioner: Loose;
  readonly provenance: Loose;
  readonly document: Loose;
  readonly plan: Loose;
  readonly variable: Loose;
}

export function partsOf(bundle: Loose): Parts {
  const entry = (type: string): Loose =>
    bundle.entry.find((candidate: Loose) => candidate.resource.resourceType === type);
  const resource = (type: string): Loose => entry(type)?.resource;
  return {
    bundle,
    entry,
    study: resource('ResearchStudy'),
    group: resource('Group'),
    location: resource('Location'),
    organization: resource('Organization'),
    practitioner: resource('Practitioner'),
    provenance: resource('Provenance'),
    document: resource('DocumentReference'),
    plan: resource('PlanDefinition'),
    variable: resource('EvidenceVariable'),
  };
}

export function appliesTo(mutation: Mutation, version: FhirVersion): boolean {
  return mutation.only === undefined || (mutation.only === 'r5') === (version === 'r5');
}

/** An extension in one line. */
export const plain = (url: string, value: Loose): Loose => ({ url, ...value });
