import { crc32 } from 'node:zlib';
import { type Entry, fromRandomAccessReaderPromise, getFileNameLowLevel, validateFileName, type ZipFile } from 'yauzl';
import type { SourcePacking } from './batch.js';
import { BlockReader } from './block-reader.js';
import { type Chunks, isBomb, smallSource } from './bytes.js';
import type { Failure } from './record.js';

/** One file of a zip: its content, or why it has none. */
export interface ZipEntry {
  /** Position in the zip's directory, from 0. */
  readonly index: number;
  readonly name: string;
  readonly packedSize: number;
  /** How a small entry is packed; absent for one that must be streamed. */
  readonly small?: SourcePacking;
  /** The packed bytes of a small entry. */
  readonly read: () => Promise<Uint8Array>;
  /** The unpacked content. */
  readonly open: () => Promise<Chunks>;
  readonly failure?: Failure;
}

/** Reads the entries of a zip in the order of its directory, one at a time, without unpacking to disk. */
export async function* readZip(path: string, fromEntry = 0): AsyncGenerator<ZipEntry> {
  const reader = await BlockReader.open(path);
  // Names are decoded here: one unsafe name must cost its entry and not the archive.
  const options = { lazyEntries: true, decodeStrings: false, autoClose: false };
  const zip = await fromRandomAccessReaderPromise(reader, reader.size, options);
  try {
    let index = -1;
    for await (const entry of zip.eachEntry()) {
      index += 1;
      const name = nameOf(entry);
      if (name.endsWith('/') || index < fromEntry) continue;
      const failure = refuse(entry, name);
      yield {
        index,
        name,
        packedSize: entry.compressedSize,
        read: () => readEntry(zip, reader, entry),
        open: async () => checkSum(await zip.openReadStreamPromise(entry), entry),
        ...(isSmall(entry) && { small: packingOf(entry) }),
        ...(failure && { failure }),
      };
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

function isSmall({ uncompressedSize, compressedSize }: Entry): boolean {
  return uncompressedSize <= smallSource && compressedSize <= smallSource;
}

function packingOf(entry: Entry): SourcePacking {
  return { isDeflated: entry.compressionMethod !== 0, size: entry.uncompressedSize, crc: entry.crc32 };
}

async function readEntry(zip: ZipFile, reader: BlockReader, entry: Entry): Promise<Uint8Array> {
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  return reader.range(fileDataStart, entry.compressedSize);
}

async function* checkSum(chunks: Chunks, entry: Entry): AsyncGenerator<Uint8Array> {
  let sum = 0;
  for await (const chunk of chunks) {
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (sum !== entry.crc32) throw new Error('the checksum of the entry does not match its content');
}
