import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  type Declared,
  defaultExports,
  importBreaches,
  importCycles,
  isTestFile,
  longFiles,
  nodeGlobals,
  packageRules,
  type SourceFile,
} from './architecture/rules.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const packages = readdirSync(join(root, 'packages'));
const files = packages.flatMap((name) => sourcesOf(`packages/${name}/src`));
const declared = Object.fromEntries(packages.map((name) => [name, declaredBy(name)]));
const written = files.filter(({ path }) => !path.includes('/generated/'));

describe('the packages', () => {
  it('are the ones that have rules', () => expect(packages.sort()).toEqual(Object.keys(packageRules).sort()));

  it('import only what they may', () => expect(importBreaches(files, declared)).toEqual([]));

  it('have no import cycles', () => expect(importCycles(files)).toEqual([]));

  it('use no globals of Node where browsers are served', () => expect(nodeGlobals(written)).toEqual([]));

  it('have files of one idea each', () => {
    expect(longFiles(written.filter(({ path }) => !isTestFile(path)))).toEqual([]);
  });

  it('export by name', () => expect(defaultExports(written)).toEqual([]));
});

describe('the rules find', () => {
  const nothing: Record<string, Declared> = {};
  const breaches = (path: string, text: string): string[] => importBreaches([{ path, text }], nothing);

  it('an adapter that imports another', () => {
    expect(breaches('packages/csv/src/writer.ts', "import { fhirR4Writer } from '@trialbridge/fhir';")).toEqual([
      'packages/csv/src/writer.ts imports @trialbridge/fhir: the package may not know it',
    ]);
    expect(breaches('packages/csv/src/writer.ts', "export * from '../../fhir/src/index.js';")).toHaveLength(1);
  });

  it('an adapter that reaches behind the public entries of core, or ships the kit', () => {
    expect(breaches('packages/fhir/src/a.ts', "import '@trialbridge/core/src/loss.js';")).toHaveLength(1);
    expect(breaches('packages/fhir/src/a.ts', "import type { Check } from '@trialbridge/core/testing';")).toHaveLength(
      1,
    );
    expect(breaches('packages/fhir/src/a.test.ts', "import '@trialbridge/core/testing';")).toEqual([]);
  });

  it('core that imports an adapter', () => {
    expect(breaches('packages/core/src/a.ts', "const csv = await import('@trialbridge/csv');")).toHaveLength(1);
  });

  it('Node in what runs in browsers, but not in the command and not in tests', () => {
    expect(breaches('packages/csv/src/a.ts', "import { readFileSync } from 'node:fs';")).toHaveLength(1);
    expect(breaches('packages/csv/src/a.ts', "import { readFileSync } from 'fs';")).toHaveLength(1);
    expect(breaches('packages/csv/src/a.test.ts', "import { readFileSync } from 'node:fs';")).toEqual([]);
    expect(breaches('packages/cli/src/a.ts', "import { readFileSync } from 'node:fs';")).toEqual([]);
    expect(nodeGlobals([{ path: 'packages/csv/src/a.ts', text: 'const home = process.env.HOME;' }])).toHaveLength(1);
  });

  it('a dependency that is not declared, or only for development', () => {
    const text = "import { parse } from 'csv-parse/sync';";
    const forTests = { csv: { runtime: [], development: ['csv-parse'] } };
    expect(breaches('packages/csv/src/a.ts', text)).toHaveLength(1);
    expect(importBreaches([{ path: 'packages/csv/src/a.ts', text }], forTests)).toHaveLength(1);
    expect(importBreaches([{ path: 'packages/csv/src/a.test.ts', text }], forTests)).toEqual([]);
  });

  it('a package without rules', () => expect(breaches('packages/utils/src/a.ts', "import 'x';")).toHaveLength(1));

  it('a cycle', () => {
    const cycle = [
      { path: 'packages/csv/src/a.ts', text: "import { b } from './b.js';" },
      { path: 'packages/csv/src/b.ts', text: "import { C } from './c/c.js';" },
      { path: 'packages/csv/src/c/c.ts', text: "export { a } from '../a.js';" },
    ];
    expect(importCycles(cycle)).toEqual([
      'packages/csv/src/a.ts -> packages/csv/src/b.ts -> packages/csv/src/c/c.ts -> packages/csv/src/a.ts',
    ]);
  });

  it('but no cycle of types alone', () => {
    const types = [
      { path: 'packages/csv/src/a.ts', text: "import { b } from './b.js';" },
      { path: 'packages/csv/src/b.ts', text: "import type {\n  A,\n} from './a.js';\nexport type * from './a.js';" },
    ];
    expect(importCycles(types)).toEqual([]);
  });

  it('a long file and a default export', () => {
    expect(longFiles([{ path: 'packages/csv/src/a.ts', text: '\n'.repeat(301) }])).toEqual([
      'packages/csv/src/a.ts has 301 lines',
    ]);
    expect(defaultExports([{ path: 'packages/csv/src/a.ts', text: 'const a = 1;\nexport default a;\n' }])).toHaveLength(
      1,
    );
    expect(defaultExports([{ path: 'packages/csv/src/a.ts', text: 'export { a as default };\n' }])).toHaveLength(1);
  });
});

function sourcesOf(folder: string): SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name): SourceFile => {
      const path = `${folder}/${name.replaceAll('\\', '/')}`;
      return { path, text: readFileSync(join(root, path), 'utf8') };
    });
}

function declaredBy(name: string): Declared {
  const manifest = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8')) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string> | undefined
  >;
  return {
    runtime: Object.keys(manifest.dependencies ?? {}),
    development: Object.keys(manifest.devDependencies ?? {}),
  };
}
