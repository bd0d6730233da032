// Builds every package, in the order of their dependencies. `--without-types` leaves out the declarations, which take
// most of the time and which only packages that are published need.
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const flags = process.argv.includes('--without-types') ? ['--no-dts'] : [];
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
for (const name of ['core', 'ctgov', 'fhir', 'csv', 'cli']) {
  const begun = performance.now();
  execFileSync(process.execPath, [join(root, 'node_modules/tsup/dist/cli-default.js'), '--silent', ...flags], {
    cwd: join(root, 'packages', name),
    stdio: 'inherit',
  });
  process.stderr.write(`built packages/${name} in ${((performance.now() - begun) / 1000).toFixed(1)} s\n`);
}
