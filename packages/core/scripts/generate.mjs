// Generates the types, the trial paths and the validators from schemas/. Run by `pnpm generate`; CI refuses stale output.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { compile } from 'json-schema-to-typescript';
import { trialPaths } from './trial-paths.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const target = join(root, 'packages/core/src/generated');
const head = (source) => `// Generated from schemas/${source} by packages/core/scripts/generate.mjs. Do not edit.\n`;

await mkdir(target, { recursive: true });
const schema = JSON.parse(await readFile(join(root, 'schemas/trial.schema.json'), 'utf8'));

const types = await compile(schema, 'Trial', {
  bannerComment: head('trial.schema.json').trimEnd(),
  additionalProperties: false,
  // Tuples for every list with minItems would make each list unwritable with push.
  ignoreMinAndMaxItems: true,
  unreachableDefinitions: true,
  style: { singleQuote: true, printWidth: 120 },
});
// The generator's notes on which definition a type stands for tell a reader nothing.
const notes =
  /^ \* This interface was referenced by `Trial`'s JSON-Schema\n \* via the `definition` ".*"\.\n|^ \*\n(?= \* This interface)/gm;
await writeFile(join(target, 'trial.ts'), types.replace(notes, '').replace(/^\/\*\*\n \*\/\n/gm, ''));

await writeFile(
  join(target, 'trial-schema.ts'),
  `${head('trial.schema.json')}
/** \`schemas/trial.schema.json\`. */
export const trialSchema: object = ${JSON.stringify(schema)};
`,
);

const { all, leaves, markup } = trialPaths(schema);
await writeFile(
  join(target, 'trial-paths.ts'),
  `${head('trial.schema.json')}
/** Every path of a trial: lists as \`*\`. */
export const trialPaths = ${JSON.stringify(all, null, 2)} as const;

/** A path of a trial. */
export type TrialPath = (typeof trialPaths)[number];

/** The paths that end in a scalar. */
export const leafPaths: readonly TrialPath[] = ${JSON.stringify(leaves, null, 2)};

/** The paths of texts that may hold markup: see \`textMarkup\`. */
export const markupPaths: readonly TrialPath[] = ${JSON.stringify(markup, null, 2)};
`,
);

const withoutDescriptions = (node) =>
  Array.isArray(node)
    ? node.map(withoutDescriptions)
    : node && typeof node === 'object'
      ? Object.fromEntries(
          Object.entries(node)
            .filter(([key, value]) => !(key === 'description' && typeof value === 'string'))
            .map(([key, value]) => [key, withoutDescriptions(value)]),
        )
      : node;

const ajv = new Ajv2020({
  allErrors: true,
  strict: true,
  strictRequired: false,
  inlineRefs: false,
  code: { source: true, esm: true, lines: true, optimize: 2 },
});
ajv.addKeyword({ keyword: 'x-markup', schemaType: 'boolean' });
const validator = standaloneCode(ajv, ajv.compile(withoutDescriptions(schema)));
if (/\brequire\(/.test(validator))
  throw new Error('The generated validator holds a require(): avoid minLength and formats.');
await writeFile(join(target, 'validate-trial.js'), head('trial.schema.json') + validator);
await writeFile(
  join(target, 'validate-trial.d.ts'),
  `${head('trial.schema.json')}
interface SchemaError {
  instancePath: string;
  schemaPath: string;
  keyword: string;
  params: Record<string, unknown>;
  message?: string;
}
declare const validate: { (data: unknown): boolean; errors?: SchemaError[] | null };
export default validate;
export { validate };
`,
);
