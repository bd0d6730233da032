// Makes a big input from a small one: node make-input.mjs <records.ndjson[.gz]> <count> <out.ndjson[.gz]>
// The records repeat in order, each under an NCT id of its own, so that no two are duplicates. Prints the number of
// bytes, before compression.
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

const [source, countText, out] = process.argv.slice(2);
const count = Number(countText);
if (!source || !out || !(count > 0)) {
  process.stderr.write('usage: make-input.mjs <records.ndjson[.gz]> <count> <out.ndjson[.gz]>\n');
  process.exit(2);
}

const records = await readRecords(source);
let bytes = 0;
const stages = [Readable.from(lines(), { objectMode: false, highWaterMark: 1 << 20 })];
if (out.endsWith('.gz')) stages.push(createGzip({ level: 1 }));
await pipeline(...stages, createWriteStream(out));
process.stdout.write(`${bytes}\n`);

/** Each record in two halves of its own id, so that the id is replaced without a search. */
async function readRecords(path) {
  const file = createReadStream(path);
  const input = path.endsWith('.gz') ? file.pipe(createGunzip()) : file;
  const found = [];
  for await (const line of createInterface({ input })) {
    const id = /"nctId"\s*:\s*"(NCT\d{8})"/.exec(line)?.[1];
    if (id !== undefined) found.push(line.split(id));
  }
  return found;
}

function* lines() {
  let chunk = '';
  for (let number = 1; number <= count; number += 1) {
    const parts = records[(number - 1) % records.length];
    chunk += `${parts.join(`NCT${String(number).padStart(8, '0')}`)}\n`;
    if (chunk.length > 1 << 18) {
      yield counted(chunk);
      chunk = '';
    }
  }
  yield counted(chunk);
}

function counted(chunk) {
  const encoded = Buffer.from(chunk);
  bytes += encoded.length;
  return encoded;
}
