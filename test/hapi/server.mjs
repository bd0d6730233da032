// Posts transaction bundles twice to a HAPI FHIR server of its own, in memory, and counts what is stored: each resource
// once, however often it comes.
//
//   node test/hapi/server.mjs <r4|r4b|r5> [--sample] <bundles.ndjson>...
//
// Exit codes: 0 each resource is stored once, 1 not so, 2 usage, 3 Java or Maven is missing or the server cannot be built.
import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { javaProject } from './java-project.mjs';

const isSample = process.argv.includes('--sample');
const [version, ...files] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
if (!['r4', 'r4b', 'r5'].includes(version) || files.length === 0) {
  process.stderr.write('Usage: node test/hapi/server.mjs <r4|r4b|r5> [--sample] <bundles.ndjson>...\n');
  process.exit(2);
}
const { command, reason } = javaProject('server', 'trialbridge.server.Server', '2g');
if (!command) {
  process.stderr.write(`The HAPI server cannot run: ${reason}\n`);
  process.exit(3);
}

const bundles = await read(files, isSample ? 8 : 40);
const server = await start([...command, version]);
try {
  process.exitCode = (await postTwice(server.address, bundles)) ? 0 : 1;
} finally {
  server.stop();
}

/** A share of each file, small bundles and large ones as they come. */
async function read(paths, each) {
  const found = [];
  for (const path of paths) {
    let taken = 0;
    const input = createReadStream(path);
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line.trim() === '') continue;
      const bundle = JSON.parse(line);
      if (bundle.type !== 'transaction') throw new Error(`${path} holds a ${bundle.type} bundle, not a transaction.`);
      found.push(bundle);
      taken += 1;
      if (taken === each) break;
    }
    input.destroy();
  }
  return found;
}

/** The server says its address when it is ready, and ends with its input. */
async function start([program, ...args]) {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise((_, reject) => {
    child.on('error', reject);
    child.on('close', (code) => reject(new Error(`The server ended with ${code} before it was ready.`)));
  });
  const ready = (async () => {
    for await (const line of createInterface({ input: child.stdout })) if (line.startsWith('http')) return line;
    return ended;
  })();
  const address = await Promise.race([ready, ended]);
  ended.catch(() => {});
  return { address, stop: () => child.stdin.end() };
}

async function postTwice(address, bundles) {
  const wanted = distinct(bundles);
  const [created, afterFirst] = await post(address, bundles, wanted);
  const [createdAgain, afterSecond] = await post(address, bundles, wanted);
  let good = createdAgain === 0;
  for (const [type, count] of [...wanted].sort()) {
    const [first, second] = [afterFirst.get(type), afterSecond.get(type)];
    if (first !== count || second !== count) good = false;
    console.log(`  ${type.padEnd(18)} ${count} in the bundles, ${first} stored, ${second} after the second time`);
  }
  const twice = await studiesFoundTwice(address, bundles);
  if (twice.length > 0) console.log(`  not found once by their registry id: ${twice.join(', ')}`);
  const total = [...afterSecond.values()].reduce((sum, count) => sum + count, 0);
  console.log(
    `${bundles.length} transactions posted twice: ${created} resources created the first time, ${createdAgain} the second; ${total} stored`,
  );
  return good && twice.length === 0;
}

/** How many different resources the bundles hold, by type: a request's url says which one is meant. */
function distinct(bundles) {
  const urls = new Map();
  for (const { entry } of bundles) {
    for (const { request, resource } of entry) {
      const type = resource.resourceType;
      urls.set(type, (urls.get(type) ?? new Set()).add(request.url));
    }
  }
  return new Map([...urls].map(([type, set]) => [type, set.size]));
}

async function post(address, bundles, types) {
  let created = 0;
  for (const bundle of bundles) {
    const body = JSON.stringify(bundle);
    const answer = await ask(address, { method: 'POST', body, headers: { 'content-type': 'application/fhir+json' } });
    created += answer.entry.filter(({ response }) => response.status.startsWith('201')).length;
  }
  const counts = new Map();
  for (const type of types.keys())
    counts.set(type, (await ask(`${address}/${type}?_summary=count&_total=accurate`)).total);
  return [created, counts];
}

async function studiesFoundTwice(address, bundles) {
  const wrong = [];
  for (const { entry } of bundles) {
    const [url] = entry.map(({ request }) => request.url).filter((text) => text.startsWith('ResearchStudy?'));
    if (url === undefined) continue;
    const query = new URLSearchParams(url.slice(url.indexOf('?') + 1));
    const { total } = await ask(`${address}/ResearchStudy?${query}&_summary=count&_total=accurate`);
    if (total !== 1) wrong.push(`${url} (${total})`);
  }
  return wrong;
}

async function ask(url, options) {
  const response = await fetch(url, { ...options, headers: { 'cache-control': 'no-cache', ...options?.headers } });
  const text = await response.text();
  if (!response.ok)
    throw new Error(`${options?.method ?? 'GET'} ${url} gave ${response.status}: ${text.slice(0, 1000)}`);
  return JSON.parse(text);
}
