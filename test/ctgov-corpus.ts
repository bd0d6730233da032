import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, inflateRawSync } from 'node:zlib';

/** Folder of real records; tests that need it are skipped where it is not named. */
export const corpus = process.env.TRIALBRIDGE_CORPUS ?? '';

/** API v2 studies, one text each. */
export function studies(): string[] {
  const lines = gunzipSync(readFileSync(join(corpus, 'ctgov-v2.ndjson.gz')))
    .toString('utf8')
    .split('\n');
  return lines.filter((line) => line.trim() !== '');
}

/** Public XML files, by their name in the archive. */
export function* publicXml(): Generator<{ name: string; text: string }> {
  for (const { name, bytes } of zipEntries(readFileSync(join(corpus, 'ctgov-public-xml.zip'))))
    yield { name, text: bytes.toString('utf8') };
}

/** The registry's XSD, read as strict engines need it; `undefined` where it is not at hand. */
export function publicXsd(): string | undefined {
  const beside = join(corpus, '../reference/formats/ctgov-public-xml/public.xsd');
  const path = process.env.TRIALBRIDGE_XSD ?? (corpus && existsSync(beside) ? beside : undefined);
  return path && readFileSync(path, 'utf8').replaceAll('\\,', ',');
}

/** Entries of a zip file by its central directory. */
export function* zipEntries(file: Buffer): Generator<{ name: string; bytes: Buffer }> {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  let at = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left -= 1) {
    const method = file.readUInt16LE(at + 10);
    const size = file.readUInt32LE(at + 20);
    const nameLength = file.readUInt16LE(at + 28);
    const name = file.toString('utf8', at + 46, at + 46 + nameLength);
    const local = file.readUInt32LE(at + 42);
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const packed = file.subarray(start, start + size);
    if (!name.endsWith('/')) yield { name, bytes: method === 0 ? packed : inflateRawSync(packed) };
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
}
