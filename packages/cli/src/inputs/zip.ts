import { crc32, inflateRawSync } from 'node:zlib';
import { type Entry, getFileNameLowLevel, openPromise, validateFileName, type ZipFile } from 'yauzl';
import { messageOf } from '../exit.js';
import { type Chunks, isBomb } from './bytes.js';
import type { Failure } from './record.js';

/** Entries up to this size are read and unpacked in one go, which is much faster than a stream for each. */
const smallEntry = 1 << 22;

/** One file of a zip: its content, or why it has none. */
export interface ZipEntry {
  /** Position in the zip's directory, from 0. */
  readonly index: number;
  readonly name: string;
  readonly open: () => Promise<Chunks>;
  readonly failure?: Failure;
}

/** Reads the entries of a zip in the order of its directory, one at a time, without unpacking to disk. */
export async function* readZip(path: string, fromEntry = 0): AsyncGenerator<ZipEntry> {
  // Names are decoded here: one unsafe name must cost its entry and not the archive.
  const zip = await openPromise(path, { lazyEntries: true, decodeStrings: false, autoClose: false });
  try {
    let index = -1;
    for await (const entry of zip.eachEntry()) {
      index += 1;
      const name = nameOf(entry);
      if (name.endsWith('/') || index < fromEntry) continue;
      const failure = refuse(entry, name);
      yield { index, name, open: () => openEntry(zip, entry), ...(failure && { failure }) };
    }
  } finally {
    zip.close();
  }
}

function nameOf(entry: Entry): string {
  return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
}

function refuse(entry: Entry, name: string): Failure | undefined {
  const problem = problemOf(entry, name);
  return problem === undefined ? undefined : { code: 'source-unreadable', message: problem };
}

function problemOf(entry: Entry, name: string): string | undefined {
  if (validateFileName(name) !== null) return `The name of this zip entry leads outside of the archive: ${name}`;
  if (entry.isEncrypted()) return 'This zip entry is encrypted. Decrypt the archive first.';
  if (!entry.canDecodeFileData()) {
    return `This zip entry is compressed by method ${entry.compressionMethod}; only stored and deflated entries are read.`;
  }
  if (isBomb(entry.compressedSize, entry.uncompressedSize)) {
    return `This zip entry claims ${entry.uncompressedSize} bytes in ${entry.compressedSize}: a decompression bomb.`;
  }
  return undefined;
}

async function openEntry(zip: ZipFile, entry: Entry): Promise<Chunks> {
  if (entry.uncompressedSize > smallEntry || entry.compressedSize > smallEntry) {
    return checkSum(await zip.openReadStreamPromise(entry), entry);
  }
  const stream = await zip.openReadStreamPromise(entry, { decodeFileData: false });
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  const stored = parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
  // One byte of room more than claimed, so that an entry that holds more than it claims is noticed.
  const bytes =
    entry.compressionMethod === 0 ? stored : inflate(stored, { maxOutputLength: entry.uncompressedSize + 1 });
  if (bytes.length !== entry.uncompressedSize) throw new Error('the entry has another size than it claims');
  return checkSum(once(bytes), entry);
}

function inflate(stored: Buffer, options: { maxOutputLength: number }): Buffer {
  try {
    return inflateRawSync(stored, options);
  } catch (error) {
    throw new Error(`the entry cannot be unpacked: ${messageOf(error)}`, { cause: error });
  }
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function* checkSum(chunks: Chunks, entry: Entry): AsyncGenerator<Uint8Array> {
  let sum = 0;
  for await (const chunk of chunks) {
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (sum !== entry.crc32) throw new Error('the checksum of the entry does not match its content');
}
