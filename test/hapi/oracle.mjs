// Runs HAPI's instance validator over NDJSON: builds the Maven project on first use, then starts plain Java, offline.
//
//   node test/hapi/oracle.mjs <r4|r4b|r5> [--json] [--strict-extensions] [file.ndjson | file.ndjson.gz | file.json | -]...
//
// Exit codes: 0 no errors, 1 errors found, 2 usage, 3 Java or Maven is missing or the project cannot be built.
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { javaProject } from './java-project.mjs';

/** What is needed to start the oracle, or the reason why it cannot be started. */
export function oracle() {
  return javaProject('validator', 'trialbridge.oracle.Oracle');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { reason, command } = oracle();
  if (!command) {
    process.stderr.write(`The HAPI oracle cannot run: ${reason}\n`);
    process.exit(3);
  }
  const { status } = spawnSync(command[0], [...command.slice(1), ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exit(status ?? 3);
}
