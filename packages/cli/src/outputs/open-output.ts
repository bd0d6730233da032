import { join } from 'node:path';
import type { TrialWriter } from '@trialbridge/core';
import { AppendFile } from './append-file.js';
import type { Destination } from './destination.js';
import { Folder } from './folder.js';
import { FolderOutput } from './folder-output.js';
import type { Output } from './output.js';
import { type ManifestFacts, ResourcesOutput } from './resources-output.js';
import { RowsFolderOutput } from './rows-folder-output.js';
import { StandardOutput } from './stdout.js';
import { StreamOutput } from './stream-output.js';
import { ZipOutput } from './zip-output.js';

/** Opens the output that a destination stands for. Nothing is written yet. */
export async function openOutput(
  destination: Destination,
  writer: TrialWriter<unknown>,
  stdout: NodeJS.WriteStream,
  manifest?: ManifestFacts,
): Promise<Output> {
  const { path, shape, framing, packing } = destination;
  if (path === undefined) return new StreamOutput(new StandardOutput(stdout), writer, framing, false);
  if (shape === 'folder') {
    const folder = new Folder(path);
    if (framing === 'resources') return new ResourcesOutput(folder, manifest);
    if (framing === 'entries') return new FolderOutput(folder, writer.extension);
    const inside = (name: string): AppendFile => new AppendFile(join(folder.aside, name), join(folder.aside, name));
    const rows = new StreamOutput(inside(`trials${writer.extension}`), writer, framing, false);
    return new RowsFolderOutput(rows, folder, await explanations(inside, writer));
  }
  const file = new AppendFile(path);
  if (shape === 'stream') return new StreamOutput(file, writer, framing, packing === 'gzip');
  const directory = new AppendFile(path, `${path}.directory.partial`);
  return new ZipOutput(file, directory, writer.extension);
}

/** A table explains itself: a Data Package (Frictionless, version 2) describes its columns. */
async function explanations(
  inside: (name: string) => AppendFile,
  writer: TrialWriter<unknown>,
): Promise<[file: AppendFile, text: string][]> {
  const { csvTableSchema } = await import('@trialbridge/csv');
  const path = `trials${writer.extension}`;
  const resource = { name: 'trials', type: 'table', path, format: 'csv', encoding: 'utf-8', schema: schemaOf() };
  return [[inside('datapackage.json'), `${JSON.stringify({ name: 'trials', resources: [resource] }, null, 2)}\n`]];

  function schemaOf(): object {
    const columns = (writer.head?.() ?? '').replace(/^\uFEFF/, '').split(',');
    return csvTableSchema({ columns });
  }
}
