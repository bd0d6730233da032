import type { JsonObject, Walk } from '../walk.js';
import { bundleInvariants } from './bundle.js';
import { datatypeInvariants } from './datatypes.js';
import { resourceInvariants } from './resources.js';

/** A rule of FHIR that cannot be said by cardinality, type and value set. Named by FHIR's own key. */
export interface Invariant {
  readonly message: string;
  readonly holds: (value: JsonObject, walk: Walk) => boolean;
}

/** The rules that are checked, by key. Which version has which is in the generated tables. */
export const invariants: Readonly<Record<string, Invariant>> = {
  ...bundleInvariants,
  ...datatypeInvariants,
  ...resourceInvariants,
};

/** Keys that the tables name and that need no function here, with the reason. */
export const notInvariants: Readonly<Record<string, string>> = {
  'dom-3': 'checked where references are resolved (unused-contained)',
  'ref-1': 'checked where references are resolved (unresolved-reference)',
  'txt-1': 'checked where the XHTML of a narrative is read (bad-xhtml)',
  'txt-2': 'checked where the XHTML of a narrative is read (bad-xhtml)',
  'dom-r4b': 'warns that a resource type of R4B is a draft; says nothing of the content',
  'dom-6': 'recommends a narrative in every resource; whether one is wanted is an option of the writer',
  'docRef-1': 'a warning of DocumentReference about encounters, which trials have none of',
  'docRef-2': 'a warning of DocumentReference about encounters, which trials have none of',
  'prov-2': 'compares practitioners behind roles; only prov-1 concerns the references themselves',
  'prov-3': 'compares organisations behind roles; only prov-1 concerns the references themselves',
};
