// Packs every package as it would be published and looks at the tarballs: publint, arethetypeswrong, what is inside,
// and whether each public entry can be imported. Needs `pnpm build` first. Run by `pnpm packaging`.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

const root = fileURLToPath(new URL('../..', import.meta.url));
const target = mkdtempSync(join(tmpdir(), 'trialbridge-packaging-'));
const faults = [];
const pnpm = process.env.npm_execpath?.includes('pnpm') ? process.env.npm_execpath : undefined;

try {
  const packed = readdirSync(join(root, 'packages')).map(pack);
  for (const { name, folder, manifest } of packed) {
    await lint(name, folder, manifest);
    checkContents(name, folder, manifest);
  }
  for (const { name, tarball } of packed) checkTypes(name, tarball);
  for (const { manifest } of packed) checkImports(manifest);
} finally {
  rmSync(target, { recursive: true, force: true });
}

if (faults.length > 0) {
  console.error(`\n${faults.length} faults:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  process.exitCode = 1;
} else {
  console.log('\nAll packages are fit to publish.');
}

/** Packs a package and unpacks it where an installed package would stand. */
function pack(directory) {
  const source = join(root, 'packages', directory);
  if (!existsSync(join(source, 'dist'))) throw new Error(`packages/${directory} is not built: run pnpm build first.`);
  const tarball = join(target, `${directory}.tgz`);
  run(source, ['pack', '--out', tarball]);
  const { name } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
  const folder = join(target, 'node_modules', name);
  mkdirSync(folder, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', folder]);
  linkDependencies(source, folder);
  return { name, tarball, folder, manifest: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) };
}

function run(directory, parts) {
  const [command, first] = pnpm?.endsWith('js') ? [process.execPath, [pnpm]] : [pnpm ?? 'pnpm', []];
  execFileSync(command, [...first, ...parts], { cwd: directory, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Links what a package has installed, except our own packages, which stand beside it. */
function linkDependencies(source, folder) {
  const installed = join(source, 'node_modules');
  if (!existsSync(installed)) return;
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  for (const entry of readdirSync(installed)) {
    if (entry.startsWith('.') || entry === '@trialbridge') continue;
    symlinkSync(join(installed, entry), join(folder, 'node_modules', entry));
  }
}

async function lint(name, folder, manifest) {
  const { messages } = await publint({ pkgDir: folder, strict: true, level: 'suggestion', pack: false });
  for (const message of messages) faults.push(`${name}: publint: ${formatMessage(message, manifest)}`);
  console.log(`${name}: publint: ${messages.length} messages`);
}

function checkTypes(name, tarball) {
  const attw = join(root, 'node_modules/.bin/attw');
  try {
    execFileSync(attw, [tarball, '--profile', 'esm-only', '--format', 'ascii', '--no-color', '--no-emoji'], {
      stdio: 'pipe',
    });
    console.log(`${name}: arethetypeswrong: no problems`);
  } catch (error) {
    faults.push(`${name}: arethetypeswrong:\n${error.stdout}`);
  }
}

function checkContents(name, folder, manifest) {
  const files = readdirSync(folder, { recursive: true }).filter((file) => !file.startsWith('node_modules'));
  for (const needed of ['README.md', 'LICENSE']) if (!files.includes(needed)) faults.push(`${name}: no ${needed}`);
  for (const path of Object.values(manifest.bin ?? {})) {
    if (!files.includes(path.replace(/^\.\//, ''))) faults.push(`${name}: no ${path}, which bin names`);
  }
  const strange = files.filter((file) => /(^|\/)(src|test|scripts)(\/|$)|\.test\./.test(file));
  if (strange.length > 0) faults.push(`${name}: holds ${strange.join(', ')}`);
  for (const [dependency, range] of Object.entries(manifest.dependencies ?? {})) {
    if (/^(workspace|catalog):/.test(range)) faults.push(`${name}: ${dependency} is still ${range}`);
  }
  if (/\.\/src\//.test(JSON.stringify(manifest.exports ?? {}))) faults.push(`${name}: exports point at sources`);
  for (const field of ['description', 'license', 'engines', 'type']) {
    if (!manifest[field]) faults.push(`${name}: package.json has no ${field}`);
  }
}

/** Imports every public entry the way a user would. */
function checkImports(manifest) {
  for (const entry of Object.keys(manifest.exports ?? {})) {
    const specifier = manifest.name + entry.slice(1);
    const script = `import(${JSON.stringify(specifier)}).then((names) => console.log(Object.keys(names).length));`;
    try {
      const count = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
        cwd: target,
        encoding: 'utf8',
        stdio: 'pipe',
      });
      console.log(`${specifier}: ${count.trim()} public names`);
    } catch (error) {
      faults.push(`${specifier} cannot be imported: ${error.stderr}`);
    }
  }
}
