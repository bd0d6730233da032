// Converts a whole registry's worth of records, a tenth of it first, and shows that memory does not grow with them:
//   node million.mjs <records.ndjson[.gz]> [--counts 100000,1000000] [--jobs n] [--temp folder] [--write page.md]
// Makes the input from the records given (make-input.mjs), as .gz in a temporary folder. JSON becomes FHIR R4 NDJSON,
// which is counted and thrown away as it comes (a million records are 33 GB), and a zip of public XML, which is counted
// and removed. A million records need 10 GB of disk. Needs the built command. Exit code 1 when a number is missed.
import { execFileSync, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { machine, writeSection } from './section.mjs';

const mostMegabytes = 400;
const mostGrowth = 1.1;
/** The peak of one run of 30 seconds varies by a tenth; a run that is ten times as long sees the higher ones. */
const firstRuns = 3;

const here = dirname(fileURLToPath(import.meta.url));
const command = join(here, '..', 'dist', 'trialbridge.js');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    counts: { type: 'string', default: '100000,1000000' },
    jobs: { type: 'string' },
    temp: { type: 'string', default: tmpdir() },
    write: { type: 'string' },
  },
});
const [source] = positionals;
const counts = values.counts.split(',').map(Number);
if (!source || counts.some((count) => !(count > 0))) {
  process.stderr.write(
    'usage: million.mjs <records.ndjson[.gz]> [--counts n,n] [--jobs n] [--temp folder] [--write file]\n',
  );
  process.exit(2);
}

const folder = mkdtempSync(join(values.temp, 'trialbridge-million-'));
const runs = [];
try {
  for (const count of counts) {
    const input = join(folder, 'records.ndjson.gz');
    const made = execFileSync(process.execPath, [join(here, 'make-input.mjs'), source, String(count), input]);
    const bytesIn = Number(made);
    for (let run = 0; run < (count === counts[0] ? firstRuns : 1); run += 1) {
      runs.push(await measure(count, input, bytesIn, 'fhir-r4', '-'));
      runs.push(await measure(count, input, bytesIn, 'ctgov-xml', join(folder, 'trials.zip')));
    }
    rmSync(input);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const problems = missed();
const rows = runs.map((run) => {
  const { format, count, written, seconds, bytesIn, bytesOut, peak } = run;
  const size = (bytes) => `${(bytes / 1e9).toFixed(2)} GB`;
  const rate = `${Math.round(count / seconds).toLocaleString('en')} | ${(bytesIn / 1e6 / seconds).toFixed(1)}`;
  return `| ${format} | ${count.toLocaleString('en')} | ${written.toLocaleString('en')} | ${Math.round(seconds)} | ${rate} | ${size(bytesIn)} | ${size(bytesOut)} | ${peak} |`;
});
const page = `Written by \`packages/cli/bench/million.mjs\`: ${machine()}, ${values.jobs ?? 'one job for each core'}${values.jobs ? ' jobs' : ''}.

Records of API v2 (real ones, repeated under ids of their own) from NDJSON as .gz to FHIR R4 NDJSON, through a pipe, and to a zip of public XML, on the disk. Peak memory is the largest resident set of the whole process, threads included, as the system counts it. Records that the public XML cannot hold (withheld studies, which have no status) fail and are counted.

| to | records | written | seconds | records/s | MB/s of JSON | JSON in | out | peak MB |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

Resident memory in MB, the largest in each tenth of the longest runs: ${flatness()}.

${problems.length === 0 ? `Under ${mostMegabytes} MB each, and never more than 10 % above the highest of the ${firstRuns} runs of ${counts[0].toLocaleString('en')} records (one run varies by that much from the next).` : problems.join(' ')}`;
process.stdout.write(`${page}\n`);
if (values.write) writeSection(values.write, 'Whole registries', page);
process.exitCode = problems.length === 0 ? 0 : 1;

function flatness() {
  const longest = runs.filter(({ count }) => count === counts.at(-1));
  return longest.map(({ format, tenths }) => `${format} ${tenths.join(', ')}`).join('; ');
}

async function measure(count, input, bytesIn, format, out) {
  const report = join(folder, 'report.json');
  const jobs = values.jobs ? ['--jobs', values.jobs] : [];
  const args = [command, 'convert', input, '--to', format, '--out', out, '--report', report, '--quiet', ...jobs];
  const begun = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let bytesOut = 0;
  let lines = 0;
  child.stdout.on('data', (chunk) => {
    bytesOut += chunk.length;
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines += 1;
  });
  const memory = watchMemory(child.pid);
  const code = await new Promise((resolve) => child.on('close', resolve));
  const seconds = (performance.now() - begun) / 1000;
  // 1: some records have no status and cannot become public XML.
  if (code !== 0 && code !== 1) throw new Error(`${format}, ${count} records: convert ended with ${code}`);
  const { records, outputs, performance: measured } = JSON.parse(readFileSync(report, 'utf8'));
  const { written } = outputs[0];
  const found = out === '-' ? lines : entriesOf(out);
  if (found !== written || written + records.failed !== count) {
    throw new Error(`${format}: ${found} found, ${written} written and ${records.failed} failed of ${count} records`);
  }
  if (out !== '-') {
    bytesOut = statSync(out).size;
    rmSync(out);
  }
  const run = {
    format,
    count,
    written,
    seconds,
    bytesIn,
    bytesOut,
    peak: Math.round(Math.max(measured.peakMemory, memory.peak())),
    tenths: memory.tenths(),
  };
  process.stderr.write(`${JSON.stringify(run)}\n`);
  return run;
}

/** Watches the resident set of a process as the kernel tells it; says nothing where there is no /proc, and the report must do. */
function watchMemory(pid) {
  let highest = 0;
  const seen = [];
  const look = () => {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      highest = Math.max(highest, Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? 0));
      seen.push(Number(/VmRSS:\s*(\d+)/.exec(status)?.[1] ?? 0));
    } catch {
      // The process has ended.
    }
  };
  const timer = setInterval(look, 200);
  return {
    /** The high-water mark in megabytes. */
    peak() {
      clearInterval(timer);
      return highest / 1024;
    },
    /** The largest that was seen in each tenth of the run, in megabytes. */
    tenths() {
      const size = Math.ceil(seen.length / 10);
      return Array.from({ length: size === 0 ? 0 : 10 }, (_, tenth) =>
        Math.round(Math.max(0, ...seen.slice(tenth * size, (tenth + 1) * size)) / 1024),
      );
    },
  };
}

/** Number of entries by the end of a zip's directory, of its zip64 form where there is one. */
function entriesOf(path) {
  const { size } = statSync(path);
  const tail = Buffer.alloc(Math.min(size, 128));
  const file = openSync(path);
  readSync(file, tail, 0, tail.length, size - tail.length);
  closeSync(file);
  const far = tail.indexOf('PK\x06\x06', 0, 'latin1');
  if (far !== -1) return Number(tail.readBigUInt64LE(far + 32));
  return tail.readUInt16LE(tail.indexOf('PK\x05\x06', 0, 'latin1') + 10);
}

function missed() {
  return runs.flatMap(({ format, count, peak }) => {
    const first = Math.max(
      ...runs.flatMap((run) => (run.format === format && run.count === counts[0] ? run.peak : [])),
    );
    const what = `${format} of ${count.toLocaleString('en')} records took ${peak} MB`;
    if (peak >= mostMegabytes) return [`Missed: ${what}, and ${mostMegabytes} MB is the bound.`];
    return peak > first * mostGrowth ? [`Missed: ${what}, against ${first} MB at first.`] : [];
  });
}
