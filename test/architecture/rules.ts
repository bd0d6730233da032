import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import ts from 'typescript';

/** A source file of the workspace: path from its root with `/`, and text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** What a package may import: of ours by full specifier, of others by what its package.json declares. */
export interface PackageRules {
  readonly workspace: readonly string[];
  readonly inTests: readonly string[];
  /** Whether the package has to run in browsers and workers. */
  readonly isUniversal: boolean;
}

const core = '@trialbridge/core';
const publicCore = [core, `${core}/validate`, `${core}/trial-json`];

/** Who may import whom. Core imports no adapter; adapters import public entries of core, and never each other. */
export const packageRules: Readonly<Record<string, PackageRules>> = {
  core: { workspace: [], inTests: [], isUniversal: true },
  ctgov: { workspace: publicCore, inTests: [`${core}/testing`], isUniversal: true },
  fhir: { workspace: publicCore, inTests: [`${core}/testing`], isUniversal: true },
  csv: { workspace: publicCore, inTests: [`${core}/testing`], isUniversal: true },
  cli: {
    workspace: [
      ...publicCore,
      `${core}/html`,
      '@trialbridge/ctgov',
      '@trialbridge/fhir',
      ...['r4', 'r5', 'r6-ballot5', 'read', 'validate'].map((entry) => `@trialbridge/fhir/${entry}`),
      '@trialbridge/csv',
    ],
    inTests: [`${core}/testing`],
    isUniversal: false,
  },
};

const maximumLines = 300;

/** Longer for a reason: the scanner is one state machine, whose parts share its position in the hot loop. */
const longerFiles: Readonly<Record<string, number>> = { 'packages/ctgov/src/xml/scanner.ts': 450 };
const builtins = new Set(builtinModules);

/** Breaches of who may import whom. `declared` are the third-party packages that each package.json names. */
export function importBreaches(files: readonly SourceFile[], declared: Readonly<Record<string, Declared>>): string[] {
  return files.flatMap((file) => {
    const name = packageOf(file.path);
    const rules = packageRules[name];
    if (!rules) return [`${file.path}: no rules for the package ${name}`];
    return importsOf(file).flatMap((specifier) => {
      const breach = breachOf(specifier, file, rules, declared[name] ?? { runtime: [], development: [] });
      return breach ? [`${file.path} imports ${specifier}: ${breach}`] : [];
    });
  });
}

/** The packages that a package.json names: those that users get, and those that only its tests and scripts may use. */
export interface Declared {
  readonly runtime: readonly string[];
  readonly development: readonly string[];
}

function breachOf(specifier: string, file: SourceFile, rules: PackageRules, declared: Declared): string | undefined {
  const isTest = isTestFile(file.path);
  if (specifier.startsWith('.')) {
    const target = posix.join(posix.dirname(file.path), specifier);
    const isInside = target.startsWith(`packages/${packageOf(file.path)}/`);
    // The schemas are data of the workspace, and are built into the package.
    const isSchema = /^schemas\/[\w.-]+\.json$/.test(target);
    return isInside || isSchema ? undefined : 'it lies outside the package';
  }
  if (specifier.startsWith('@trialbridge/') || specifier === 'trialbridge') {
    const allowed = isTest ? [...rules.workspace, ...rules.inTests] : rules.workspace;
    return allowed.includes(specifier) ? undefined : 'the package may not know it';
  }
  if (specifier.startsWith('node:') || builtins.has(specifier)) {
    return rules.isUniversal && !isTest ? 'the package runs in browsers' : undefined;
  }
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  // `@types/fhir` is all there is of `fhir`: a module of types.
  if (declared.runtime.includes(name) || declared.runtime.includes(`@types/${name}`)) return undefined;
  // Test tools stand in the package.json of the workspace.
  if (isTest && ['vitest', 'fast-check', ...declared.development].includes(name)) return undefined;
  return 'its package.json does not declare it';
}

/** Import cycles inside a package: each as the files it runs through. Imports of types alone are gone at run time. */
export function importCycles(files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const state = new Map<string, 'open' | 'done'>();
  const cycles: string[] = [];
  const visit = (file: SourceFile, trail: readonly string[]): void => {
    if (state.get(file.path) === 'done') return;
    if (state.get(file.path) === 'open') {
      cycles.push([...trail.slice(trail.indexOf(file.path)), file.path].join(' -> '));
      return;
    }
    state.set(file.path, 'open');
    for (const specifier of importsOf(withoutTypeImports(file))) {
      const target = specifier.startsWith('.') && byPath.get(sourceOf(file.path, specifier));
      if (target) visit(target, [...trail, file.path]);
    }
    state.set(file.path, 'done');
  };
  for (const file of files) visit(file, []);
  return cycles;
}

/** Files that are too long to be one idea. */
export function longFiles(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const lines = text.split('\n').length - 1;
    return lines > (longerFiles[path] ?? maximumLines) ? [`${path} has ${lines} lines`] : [];
  });
}

/** Files with a default export, which every importer could name as it likes. */
export function defaultExports(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => (/^export (default\b|\{[^}]*\bas default\b)/m.test(text) ? [path] : []));
}

/** Files that name a global which only Node has. */
export function nodeGlobals(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    if (!packageRules[packageOf(file.path)]?.isUniversal || isTestFile(file.path)) return [];
    const found =
      /(?<![\w.'"`/])(process\.(?:env|argv|stdout|stderr|exit|cwd)|Buffer\.|__dirname|__filename|require\()/.exec(
        withoutComments(file.text),
      );
    return found ? [`${file.path} uses ${found[0]}`] : [];
  });
}

export function isTestFile(path: string): boolean {
  return /\.(test|bench)\.ts$/.test(path) || /\/(bench|scripts)\//.test(path);
}

function packageOf(path: string): string {
  return path.split('/')[1] ?? '';
}

function importsOf({ text }: SourceFile): string[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
}

function withoutTypeImports({ path, text }: SourceFile): SourceFile {
  return { path, text: text.replace(/^(import|export) type\b[^;]*?from '[^']*';/gm, '') };
}

function sourceOf(from: string, specifier: string): string {
  return posix.join(posix.dirname(from), specifier).replace(/\.js$/, '.ts');
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}
