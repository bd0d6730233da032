// Runs the broken bundles of the structural check through HAPI as well, lists both verdicts side by side and compares.
//
//   tsx test/hapi/agreement.ts [--record] [--table FILE]
//
// --record stores what HAPI said, for the tests that run without Java; --table writes the list as Markdown.
// Exit codes: 0 both agree (differences that are declared apart), 1 they do not, 3 the oracle cannot run.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { appliesTo, partsOf } from '../../packages/fhir/src/validate/broken/mutation.js';
import { mutations } from '../../packages/fhir/src/validate/broken/mutations/index.js';
import { type Loose, validBundle } from '../../packages/fhir/src/validate/broken/valid.js';
import { type FhirVersion, fhirChecker } from '../../packages/fhir/src/validate/index.js';
import { oracle } from './oracle.mjs';

interface Case {
  readonly name: string;
  readonly bundle: Loose;
  readonly hapiAccepts?: string | undefined;
}

interface HapiVerdict {
  readonly errors: number;
  readonly issues: ReadonlyArray<{ severity: string; message: string }>;
}

const verdictsFile = fileURLToPath(
  new URL('../../packages/fhir/src/validate/broken/hapi-verdicts.json', import.meta.url),
);
const versions: readonly FhirVersion[] = ['r4', 'r4b', 'r5'];
const word = (refused: boolean): 'refused' | 'accepted' => (refused ? 'refused' : 'accepted');

const { command, reason } = oracle();
if (!command) {
  process.stderr.write(`The HAPI oracle cannot run: ${reason}\n`);
  process.exit(3);
}
process.exit(await compare(command));

async function compare(start: readonly string[]): Promise<number> {
  const recorded: Record<string, Record<string, string>> = {};
  const table: string[] = ['| version | broken bundle | ours | HAPI | HAPI says |', '| --- | --- | --- | --- | --- |'];
  let differences = 0;
  for (const version of versions) {
    const check = await fhirChecker(version);
    const cases = casesOf(version);
    const verdicts = askHapi(start, version, cases);
    recorded[version] = {};
    let agree = 0;
    for (const [index, { name, bundle, hapiAccepts }] of cases.entries()) {
      const ours = word(check(bundle).some(({ severity }) => severity === 'error'));
      const said = verdicts[index];
      const theirs = word((said?.errors ?? 0) > 0);
      recorded[version][name] = theirs;
      table.push(
        `| ${version} | ${name} | ${ours} | ${theirs} | ${hapiAccepts ? `(${hapiAccepts})` : firstError(said)} |`,
      );
      const asDeclared = hapiAccepts ? ours === 'refused' && theirs === 'accepted' : ours === theirs;
      if (asDeclared) agree++;
      else {
        differences++;
        process.stdout.write(`${version} ${name}: ours ${ours}, HAPI ${theirs}: ${firstError(said)}\n`);
      }
    }
    const declared = cases.filter(({ hapiAccepts }) => hapiAccepts).length;
    process.stdout.write(
      `${version}: ${cases.length} bundles, ${agree} as declared, of them ${declared} refused by us only\n`,
    );
  }
  if (process.argv.includes('--record')) writeFileSync(verdictsFile, `${JSON.stringify(recorded, null, 2)}\n`);
  const tableAt = process.argv.indexOf('--table');
  const tableFile = tableAt > 0 ? process.argv[tableAt + 1] : undefined;
  if (tableFile) writeFileSync(tableFile, `${table.join('\n')}\n`);
  return differences === 0 ? 0 : 1;
}

function casesOf(version: FhirVersion): Case[] {
  const broken = mutations
    .filter((mutation) => appliesTo(mutation, version))
    .map(({ name, change, hapiAccepts }): Case => {
      const bundle = validBundle(version);
      change(partsOf(bundle));
      return { name, bundle, hapiAccepts };
    });
  return [{ name: 'the valid bundle', bundle: validBundle(version) }, ...broken];
}

function askHapi(start: readonly string[], version: string, cases: readonly Case[]): HapiVerdict[] {
  const folder = mkdtempSync(join(tmpdir(), 'trialbridge-agreement-'));
  const file = join(folder, 'bundles.ndjson');
  writeFileSync(file, `${cases.map(({ bundle }) => JSON.stringify(bundle)).join('\n')}\n`);
  const [program = 'java', ...rest] = start;
  const { stdout, status, signal, error } = spawnSync(program, [...rest, version, '--json', file], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  rmSync(folder, { recursive: true });
  if (stdout === '')
    throw new Error(`The oracle said nothing of ${cases.length} bundles: ${error?.message ?? signal ?? status}.`);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

function firstError(verdict: HapiVerdict | undefined): string {
  const message = verdict?.issues.find(({ severity }) => severity === 'error' || severity === 'fatal')?.message ?? '';
  return message.replace(/\s+/g, ' ').replaceAll('|', '\\|').slice(0, 110);
}
