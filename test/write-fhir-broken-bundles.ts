// Writes docs/fhir-broken-bundles.md: our verdict on the broken bundles beside that of HL7's validator in HAPI, as recorded
// in hapi-verdicts.json by test/hapi/agreement.ts --record. Run: npx tsx test/write-fhir-broken-bundles.ts

import { readFileSync, writeFileSync } from 'node:fs';
import { appliesTo, partsOf } from '../packages/fhir/src/validate/broken/mutation.js';
import { mutations } from '../packages/fhir/src/validate/broken/mutations/index.js';
import { validBundle } from '../packages/fhir/src/validate/broken/valid.js';
import { type FhirVersion, fhirChecker } from '../packages/fhir/src/validate/index.js';

const versions: readonly FhirVersion[] = ['r4', 'r4b', 'r5'];
const recorded: Record<FhirVersion, Record<string, string>> = JSON.parse(
  readFileSync(new URL('../packages/fhir/src/validate/broken/hapi-verdicts.json', import.meta.url), 'utf8'),
);
const checks = new Map(
  await Promise.all(versions.map(async (version) => [version, await fhirChecker(version)] as const)),
);

function verdicts(version: FhirVersion, mutation: (typeof mutations)[number]): string {
  if (!appliesTo(mutation, version)) return '-';
  const bundle = validBundle(version);
  mutation.change(partsOf(bundle));
  const issues = checks.get(version)?.(bundle) ?? [];
  const ours = issues.some(({ severity }) => severity === 'error') ? 'refused' : 'accepted';
  return `${ours} / ${recorded[version][mutation.name]}`;
}

const rows = mutations.map((mutation) => {
  const cells = versions.map((version) => verdicts(version, mutation));
  return `| ${mutation.name} | ${mutation.rule} | ${cells.join(' | ')} | ${mutation.hapiAccepts ?? ''} |`;
});

writeFileSync(
  new URL('../docs/fhir-broken-bundles.md', import.meta.url),
  `# Broken bundles, and who notices

One valid bundle, broken in ${mutations.length} ways. For each version: our verdict / that of HL7's validator in HAPI. Where the two
differ, the last column says why. Written by \`test/write-fhir-broken-bundles.ts\`; \`pnpm conformance --only broken-bundles\`
asks HAPI anew, and fails when a verdict is another.

| Broken by | Our rule | R4 | R4B | R5 | Why HAPI accepts it |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`,
);
