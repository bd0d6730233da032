import { join } from 'node:path';
import type { TrialWriter } from '@trialbridge/core';
import { AppendFile } from './append-file.js';
import type { Destination } from './destination.js';
import { Folder, FolderOutput } from './folder-output.js';
import { ResourcesOutput, RowsFolderOutput } from './lists-output.js';
import type { Output } from './output.js';
import { StandardOutput } from './stdout.js';
import { StreamOutput } from './stream-output.js';
import { ZipOutput } from './zip-output.js';

/** Opens the output that a destination stands for. Nothing is written yet. */
export function openOutput(destination: Destination, writer: TrialWriter<unknown>, stdout: NodeJS.WriteStream): Output {
  const { path, shape, framing, packing } = destination;
  if (path === undefined) return new StreamOutput(new StandardOutput(stdout), writer, framing, false);
  if (shape === 'folder') {
    const folder = new Folder(path);
    if (framing === 'resources') return new ResourcesOutput(folder);
    if (framing === 'entries') return new FolderOutput(folder, writer.extension);
    const rows = new StreamOutput(fileAside(join(folder.aside, `trials${writer.extension}`)), writer, framing, false);
    return new RowsFolderOutput(rows, folder);
  }
  const file = fileAside(path);
  if (shape === 'stream') return new StreamOutput(file, writer, framing, packing === 'gzip');
  const directory = new AppendFile(path, `${path}.directory.partial`);
  return new ZipOutput(file, directory, writer.extension);
}

function fileAside(path: string): AppendFile {
  return new AppendFile(path, `${path}.partial`);
}
