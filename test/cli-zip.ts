import { createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { root } from './cli-command.js';

interface YazlFile {
  addBuffer(content: Buffer, name: string): void;
  addEmptyDirectory(name: string): void;
  end(): void;
  readonly outputStream: NodeJS.ReadableStream;
}

const yazl = createRequire(join(root, 'packages/cli/package.json'))('yazl') as { ZipFile: new () => YazlFile };

/** Makes a zip with another tool than ours. */
export async function makeZip(path: string, entries: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of Object.entries(entries)) {
    if (name.endsWith('/')) zip.addEmptyDirectory(name);
    else zip.addBuffer(Buffer.from(content), name);
  }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}

/** Changes bytes wherever they stand: names of entries, which the tool would not write that way. */
export function patch(path: string, from: string, to: string): void {
  if (from.length !== to.length) throw new Error('a patch must not move what follows');
  const bytes = readFileSync(path);
  const text = bytes.toString('latin1').replaceAll(from, to);
  writeFileSync(path, Buffer.from(text, 'latin1'));
}

/** Sets the flag of an encrypted entry in its headers. */
export function markEncrypted(path: string, name: string): void {
  const bytes = readFileSync(path);
  for (let at = bytes.indexOf(name); at !== -1; at = bytes.indexOf(name, at + 1)) {
    if (bytes.readUInt32LE(at - 30) === 0x04034b50) bytes.writeUInt16LE(bytes.readUInt16LE(at - 24) | 1, at - 24);
    if (bytes.readUInt32LE(at - 46) === 0x02014b50) bytes.writeUInt16LE(bytes.readUInt16LE(at - 38) | 1, at - 38);
  }
  writeFileSync(path, bytes);
}
