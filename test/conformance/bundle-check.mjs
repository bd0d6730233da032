import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { oracle } from '../hapi/oracle.mjs';
import { MessageTally } from './message-tally.mjs';
import { failed, passed, skipped } from './outcome.mjs';
import { isStatusNotSaid } from './status-not-said.mjs';

/** Fewest bundles that say something about a version, where there is a corpus. */
const least = 300;

/** HL7's validator, through HAPI, over our bundles of one version. R4B reads the output for R4. */
export async function checkBundles(version, converter) {
  const { reason, command } = oracle();
  if (!command) return skipped(reason);
  const files = converter.files(version === 'r5' ? 'fhir-r5' : 'fhir-r4');
  const { records, refused, tally } = await validate(command, version, files);
  const { excepted, faults } = await weigh(refused);
  tally.print();
  for (const { file, line, message } of faults.slice(0, 20)) {
    console.log(`  ${basename(file)}, line ${line}: ${message.location}: ${message.message}`);
  }
  const seen = `${records} bundles, ${faults.length} errors, ${tally.warnings} warnings`;
  const detail = excepted === 0 ? seen : `${seen}, ${excepted} accepted exceptions (no status said)`;
  if (process.env.TRIALBRIDGE_CORPUS !== undefined && records < least) {
    return failed(`${detail}; at least ${least} are needed`);
  }
  return faults.length === 0 && records > 0 ? passed(detail) : failed(detail);
}

/** Runs the validator; keeps the errors of each bundle that it refuses, and counts the rest. */
async function validate([program, ...args], version, files) {
  const child = spawn(program, [...args, version, '--json', ...files], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  const tally = new MessageTally();
  const refused = new Map();
  let records = 0;
  for await (const text of createInterface({ input: child.stdout })) {
    if (!text.startsWith('{')) {
      console.log(text);
      continue;
    }
    const { file, line, issues } = JSON.parse(text);
    records += 1;
    const errors = [];
    for (const issue of issues) {
      tally.add(issue);
      if (issue.severity === 'error' || issue.severity === 'fatal') errors.push(issue);
    }
    if (errors.length > 0) refused.set(`${file}\n${line}`, { file, line, errors });
  }
  // The oracle ends with 1 where there were errors; they are weighed here.
  const code = await ended;
  if (code !== 0 && code !== 1) throw new Error(`The validator ended with ${code} after ${records} bundles.`);
  return { records, refused, tally };
}

/** Sorts the errors: those that follow from a record that says no status, and faults. */
async function weigh(refused) {
  const faults = [];
  let excepted = 0;
  const files = new Set([...refused.values()].map(({ file }) => file));
  for (const file of files) {
    let line = 0;
    for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
      line += 1;
      const found = refused.get(`${file}\n${line}`);
      if (!found) continue;
      const bundle = JSON.parse(text);
      for (const message of found.errors) {
        if (isStatusNotSaid(message, bundle)) excepted += 1;
        else faults.push({ file, line, message });
      }
    }
  }
  return { excepted, faults };
}
