// Generates the tables of the structural FHIR check from HL7's definitions.
//
//   node packages/fhir/scripts/generate-structures.mjs
//
// Needs the network once (npm). Not part of `pnpm generate`: the definitions of a published FHIR version do not change.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { elementTables } from './structures/elements.mjs';
import { crossVersionTables, extensionTables } from './structures/extensions.mjs';
import { loadDefinitions, packageFolder } from './structures/packages.mjs';
import { Terminology } from './structures/terminology.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '..', 'src', 'validate', 'generated');
const hapiResources = join(
  here,
  '..',
  '..',
  '..',
  'test',
  'hapi',
  'validator',
  'src',
  'main',
  'resources',
  'generated',
);

const resources = [
  'Bundle',
  'ResearchStudy',
  'Group',
  'Organization',
  'Location',
  'Practitioner',
  'PractitionerRole',
  'PlanDefinition',
  'EvidenceVariable',
  'Provenance',
  'DocumentReference',
  'Citation',
  'OperationOutcome',
];

/** Systems that our output or usual input uses without a binding that names them. */
const furtherSystems = [
  'urn:iso:std:iso:3166',
  'http://hl7.org/fhir/administrative-gender',
  'http://hl7.org/fhir/publication-status',
  'http://hl7.org/fhir/research-study-arm-type',
  'http://hl7.org/fhir/research-study-classifiers',
  'http://hl7.org/fhir/research-study-objective-type',
  'http://hl7.org/fhir/research-study-party-organization-type',
  'http://hl7.org/fhir/research-study-phase',
  'http://hl7.org/fhir/research-study-prim-purp-type',
  'http://hl7.org/fhir/research-study-reason-stopped',
  'http://hl7.org/fhir/research-study-registration-activity',
  'http://hl7.org/fhir/study-design',
  'http://terminology.hl7.org/CodeSystem/contactentity-type',
  'http://terminology.hl7.org/CodeSystem/data-absent-reason',
  'http://terminology.hl7.org/CodeSystem/definition-status',
  'http://terminology.hl7.org/CodeSystem/location-physical-type',
  'http://terminology.hl7.org/CodeSystem/organization-type',
  'http://terminology.hl7.org/CodeSystem/plan-definition-type',
  'http://terminology.hl7.org/CodeSystem/provenance-participant-type',
  'http://terminology.hl7.org/CodeSystem/usage-context-type',
  'http://terminology.hl7.org/CodeSystem/v2-0203',
  'http://terminology.hl7.org/CodeSystem/v3-DataOperation',
];

const kinds = ['StructureDefinition', 'ValueSet', 'CodeSystem'];
const r4Packages = ['hl7.fhir.r4.examples@4.0.1', 'hl7.fhir.uv.extensions.r4@5.3.0-ballot-tc1'];
const sources = {
  r5: {
    title: 'FHIR R5 (5.0.0)',
    packages: ['hl7.fhir.r5.core@5.0.0', 'hl7.fhir.uv.extensions.r5@5.3.0-ballot-tc1', 'hl7.terminology.r5@7.0.1'],
  },
  r4: { title: 'FHIR R4 (4.0.1)', packages: r4Packages },
  // R4B's package leaves out the version 2 and 3 vocabularies that R4's holds.
  r4b: { title: 'FHIR R4B (4.3.0)', packages: ['hl7.fhir.r4b.core@4.3.0', ...r4Packages] },
};

// R5 names these lists and leaves them empty.
const countries = ['iso3166-1-2', 'iso3166-1-3', 'iso3166-1-N'].map((name) =>
  JSON.parse(readFileSync(join(packageFolder(r4Packages[0]), `ValueSet-${name}.json`), 'utf8')),
);
const paths = JSON.parse(
  readFileSync(join(packageFolder('hl7.fhir.xver-extensions@0.1.0'), 'other', 'xver-paths-5.0.json'), 'utf8'),
);

mkdirSync(target, { recursive: true });
mkdirSync(hapiResources, { recursive: true });
const earlier = loadDefinitions(r4Packages.slice(0, 1), ['StructureDefinition']).get('StructureDefinition');
let newest;
for (const [version, { title, packages }] of Object.entries(sources)) {
  const definitions = loadDefinitions(packages, kinds);
  // Structures of this version only: a later package may hold those of another.
  const structures = loadDefinitions(packages.slice(0, 1), kinds).get('StructureDefinition');
  const terminology = new Terminology(definitions, countries, newest?.terminology);
  const roots = resources.filter((name) => structures.has(`http://hl7.org/fhir/StructureDefinition/${name}`));
  const types = elementTables(structures, roots, terminology);
  const extensions = {
    ...extensionTables(definitions.get('StructureDefinition'), types, terminology, earlier),
    ...(newest ? crossVersionTables(paths, newest.types, types, terminology) : {}),
  };
  for (const url of furtherSystems) terminology.addSystem(url);
  const allResources = [...structures.values()]
    .filter(({ kind, abstract, derivation }) => kind === 'resource' && !abstract && derivation === 'specialization')
    .map(({ type }) => type);
  write(version, title, packages, { types, extensions, resources: allResources.sort().join('|'), terminology });
  newest ??= { types, terminology };
}
writeCrossVersionPaths();
writeCodeSystems(newest.terminology.systems);

/** One line per table, so that a change of the definitions reads well in a diff. */
function write(version, title, packages, { types, extensions, resources, terminology }) {
  const lines = (object, print = JSON.stringify) =>
    Object.keys(object)
      .sort()
      .map((key) => `${JSON.stringify(key)}: ${print(object[key])},\n`)
      .join('');
  const table = ({ base, rules, elements }) => JSON.stringify([base, rules.join(' '), elements]);
  const text = `// Generated from ${packages.join(', ')} by packages/fhir/scripts/generate-structures.mjs. Do not edit.
import type { StructureTables } from '../structures.js';

/** What the structural check knows of ${title}. The notation is explained at \`StructureTables\`. */
export const ${version}Tables: StructureTables = {
resources: ${JSON.stringify(resources)},
types: {
${lines(types, table)}},
extensions: {
${lines(extensions)}},
valueSets: {
${lines(terminology.valueSets)}},
systems: {
${lines(terminology.systems)}},
};
`;
  writeFileSync(join(target, `${version}-tables.ts`), text);
  process.stderr.write(
    `${version}: ${Object.keys(types).length} types, ${Object.keys(extensions).length} extensions, ${text.length} bytes\n`,
  );
}

/** The part of HL7's list that concerns our resource types, for the oracle under test/hapi. */
function writeCrossVersionPaths() {
  const kept = Object.entries(paths).filter(([path]) => resources.includes(path.split('.')[0]));
  const lines = kept.map(([path, entry]) => `${JSON.stringify(path)}: ${JSON.stringify(entry)}`);
  writeFileSync(join(hapiResources, 'xver-paths-5.0.json'), `{\n${lines.join(',\n')}\n}\n`);
}

/** Systems of R5 and of the extension pack that our R4 output uses, for the oracle, which knows those of one version. */
function writeCodeSystems(systems) {
  const kept = Object.keys(systems).filter((url) => url.startsWith('http://hl7.org/fhir/'));
  const lines = kept.sort().map((url) => `${JSON.stringify(url)}: ${JSON.stringify(systems[url].split('|'))}`);
  writeFileSync(join(hapiResources, 'code-systems-r5.json'), `{\n${lines.join(',\n')}\n}\n`);
}
