// Builds every package, in the order of their dependencies.
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
for (const name of ['core', 'ctgov', 'fhir', 'csv', 'cli']) {
  execFileSync(process.execPath, [join(root, 'node_modules/tsup/dist/cli-default.js'), '--silent'], {
    cwd: join(root, 'packages', name),
    stdio: 'inherit',
  });
}
