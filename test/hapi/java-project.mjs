// Builds one of the Maven projects beside this file when its classes are absent or older than its sources.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** The command that starts `mainClass` of a project, or the reason why there is none. */
export function javaProject(name, mainClass, memory = '3g') {
  const folder = join(here, name);
  const classes = join(folder, 'target', 'classes');
  const libraries = join(folder, 'target', 'lib');
  const major = javaVersion();
  if (major === undefined) return { reason: 'Java is missing (17 or newer is needed).' };
  if (major < 17) return { reason: `Java ${major} is too old (17 or newer is needed).` };

  const stamp = join(folder, 'target', 'built');
  if (!existsSync(stamp) || newest(join(folder, 'src'), 'pom.xml') > age(stamp)) {
    const reason = build(folder);
    if (reason) return { reason };
    writeFileSync(stamp, '');
  }
  const classpath = [classes, join(libraries, '*')].join(delimiter);
  return { command: ['java', `-Xmx${memory}`, '-cp', classpath, mainClass] };
}

/** Offline first: what was fetched once is enough, and an offline machine is not an error. */
function build(folder) {
  if (spawnSync('mvn', ['--version']).error) return 'Maven is missing (it is needed once, to build).';
  const run = (...flags) => spawnSync('mvn', ['-B', '-q', ...flags, 'compile'], { cwd: folder, encoding: 'utf8' });
  if (run('-o').status === 0) return undefined;
  process.stderr.write('Fetching HAPI from Maven Central ...\n');
  const { status, stdout } = run();
  return status === 0 ? undefined : `Maven could not build ${folder}:\n${stdout.slice(-2000)}`;
}

function javaVersion() {
  const { error, stderr = '' } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  return error ? undefined : Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0);
}

function newest(sources, ...siblings) {
  const files = readdirSync(sources, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Math.max(...files.map(age), ...siblings.map((file) => age(join(dirname(sources), file))));
}

const age = (file) => statSync(file).mtimeMs;
