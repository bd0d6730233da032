import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { readZip } from '../inputs/zip.js';
import { AppendFile } from './append-file.js';
import { ZipOutput } from './zip-output.js';

const folder = mkdtempSync(join(tmpdir(), 'trialbridge-zip-'));
afterAll(() => rmSync(folder, { recursive: true }));

const content = Buffer.from('<clinical_study/>\n');
const packed = deflateRawSync(content);
const result = (count: number) => ({
  bytes: packed,
  documents: count,
  entries: Array.from({ length: count }, (_, trial) => {
    return { trial, start: 0, end: packed.length, crc: crc32(content), size: content.length };
  }),
});
const trials = (count: number) => {
  return Array.from({ length: count }, (_, number) => ({
    id: `T${number}`,
    kind: 'registration' as const,
    occurrence: 1,
  }));
};

/** A zip whose entries begin behind a hole of so many bytes, which takes no room on the disk. */
async function zipBehind(hole: number, entries: number): Promise<string> {
  const path = join(folder, `${hole}-${entries}.zip`);
  const file = new AppendFile(path);
  const directory = new AppendFile(path, `${path}.directory.partial`);
  writeFileSync(file.aside, '');
  truncateSync(file.aside, hole);
  const output = new ZipOutput(file, directory, '.xml');
  await output.resume({ lengths: { file: hole, directory: 0 }, counts: { entries: 0 } }, false);
  await output.append(result(entries), trials(entries));
  await output.finish();
  return path;
}

async function lastEntry(path: string): Promise<{ entries: number; name: string; text: string }> {
  let found = { entries: 0, name: '', text: '' };
  for await (const entry of readZip(path)) {
    const text = entry.index % 10_000 === 0 ? await entry.open() : undefined;
    const parts: Uint8Array[] = [];
    for await (const part of text ?? []) parts.push(part);
    found = { entries: found.entries + 1, name: entry.name, text: text ? Buffer.concat(parts).toString() : found.text };
  }
  return found;
}

/** Another tool reads it whole and checks every sum. */
function pythonCount(path: string): string {
  const script =
    'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(len(z.namelist()), z.testzip(), z.read("T0.xml"))';
  const { status, stdout, error } = spawnSync('python3', ['-c', script, path], { encoding: 'utf8' });
  return error || status === null ? 'python3 is missing' : stdout.trim();
}

it.each([
  ['behind 4 GB', 2 ** 32 + 12_345, 3],
  ['at the very bound of 4 GB', 2 ** 32 - 20, 3],
  ['more than 65,535', 0, 70_001],
])('writes entries %s in zip64, as other tools read it', { timeout: 120_000 }, async (_, hole, entries) => {
  const path = await zipBehind(hole, entries);
  expect(await lastEntry(path)).toEqual({ entries, name: `T${entries - 1}.xml`, text: '<clinical_study/>\n' });
  const counted = pythonCount(path);
  if (counted !== 'python3 is missing') expect(counted).toBe(`${entries} None b'<clinical_study/>\\n'`);
});
