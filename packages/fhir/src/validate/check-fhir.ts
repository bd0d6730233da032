import { checkExtension } from './extensions.js';
import type { FhirIssue } from './issue.js';
import { checkResource, visitResource } from './resources.js';
import { Structures, type StructureTables } from './structures.js';
import { isObject, Walk } from './walk.js';

/** A FHIR version whose structure can be checked. R4B has R4's shape for trials, and is its own version all the same. */
export type FhirVersion = 'r4' | 'r4b' | 'r5';

/** Checks one resource or bundle: what it breaks of FHIR's rules, in the order of the document. */
export type FhirChecker = (resource: unknown) => FhirIssue[];

/**
 * The check for one version. Only the tables of that version are loaded; keep the checker for more than one resource.
 *
 * Checked: elements, cardinalities, types, choices, primitive values, required and extensible value sets, codes of known
 * systems, references inside a bundle and to contained resources, extensions that HL7 defines, invariants. Not checked:
 * profiles, and resource types that a study is not made of (they are named in an information).
 */
export async function fhirChecker(version: FhirVersion): Promise<FhirChecker> {
  const structures = new Structures(await loadTables(version));
  const isR5 = version === 'r5';
  return (resource) => {
    const walk = new Walk(structures, isR5, { extension: checkExtension, resource: visitResource });
    if (!isObject(resource)) {
      walk.report('not-an-object', 'A resource is a JSON object.');
      return walk.issues;
    }
    walk.path.push(typeof resource.resourceType === 'string' ? resource.resourceType : 'Resource');
    checkResource(walk, resource);
    return walk.issues;
  };
}

/** Checks one resource or bundle. For many, `fhirChecker` gives the check itself. */
export async function checkFhir(resource: unknown, version: FhirVersion): Promise<FhirIssue[]> {
  return (await fhirChecker(version))(resource);
}

async function loadTables(version: FhirVersion): Promise<StructureTables> {
  switch (version) {
    case 'r4':
      return (await import('./generated/r4-tables.js')).r4Tables;
    case 'r4b':
      return (await import('./generated/r4b-tables.js')).r4bTables;
    case 'r5':
      return (await import('./generated/r5-tables.js')).r5Tables;
  }
}
