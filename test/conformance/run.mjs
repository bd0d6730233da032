// Runs the checks that need more than Node: validators and servers of others, a cluster, a browser. What cannot run here
// is skipped, and says why. Needs `pnpm build` first.
//
//   pnpm conformance [--sample] [--only <name>[,<name>]]
//
// TRIALBRIDGE_CORPUS names a folder of real records; without it only the seeds are converted. --sample takes a part of
// it, in a few minutes. Exit code 1 when a check failed.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkBundles } from './bundle-check.mjs';
import { Converter } from './converter.mjs';
import { failed, root, runScript, skipped } from './outcome.mjs';

const { values: flags } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: { sample: { type: 'boolean', default: false }, only: { type: 'string' } },
});
const isSample = flags.sample;
const folder = mkdtempSync(join(tmpdir(), 'trialbridge-conformance-'));
const converter = new Converter(folder, isSample);

/** A script of its own, with what it needs of our bundles. */
const hapi = (name, ...files) => {
  const script = join(root, 'test/hapi', name);
  if (!existsSync(script)) return skipped(`test/hapi/${name} is not there`);
  return runScript(process.execPath, [script, ...files, ...(isSample ? ['--sample'] : [])]);
};

/** In the order in which they run: the ones that fail soonest first. */
const checks = {
  browser: () => runScript(process.execPath, [join(root, 'test/conformance/browser.mjs')]),
  // The sample does without a cluster of processes, which a busy machine may not start in time.
  spark: () =>
    runScript(
      'bash',
      [join(root, 'examples/spark/run.sh'), isSample ? '300' : '1300'],
      isSample ? { SPARK_MASTER: 'local[2]' } : {},
    ),
  'hapi-r4': () => checkBundles('r4', converter),
  'hapi-r4b': () => checkBundles('r4b', converter),
  'hapi-r5': () => checkBundles('r5', converter),
  'broken-bundles': () =>
    hapi('broken-bundles.mjs', ...converter.files('fhir-r4').slice(0, 2), ...converter.files('fhir-r5').slice(0, 2)),
  'hapi-server': () => hapi('server.mjs', 'r4', ...converter.files('fhir-r4+bundle=transaction')),
};

const only = flags.only?.split(',') ?? Object.keys(checks);
const unknown = only.filter((name) => !(name in checks));
if (unknown.length > 0) {
  console.error(`There is no check ${unknown.join(', ')}. Known: ${Object.keys(checks).join(', ')}.`);
  process.exit(2);
}

const lines = [];
try {
  for (const name of only) {
    console.log(`\n== ${name}`);
    const started = Date.now();
    let outcome;
    try {
      outcome = await checks[name]();
    } catch (error) {
      outcome = failed(error.message);
    }
    if (outcome.status === 'failed') process.exitCode = 1;
    const seconds = Math.round((Date.now() - started) / 1000);
    lines.push(`${outcome.status.padEnd(7)} ${name.padEnd(15)} ${outcome.detail} (${seconds} s)`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`\n== conformance${isSample ? ', sample' : ''}\n${lines.join('\n')}`);
