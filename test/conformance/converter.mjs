import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './outcome.mjs';

/** What is converted: the seeds, and where there is a corpus all of its JSON records and 600 of its XML ones. */
const sources = [
  { name: 'seeds', path: join(root, 'seeds'), all: [], sample: [] },
  { name: 'json', file: 'ctgov-v2.ndjson.gz', all: [], sample: ['--sample', '20%'] },
  { name: 'xml', file: 'ctgov-public-xml.zip', all: ['--sample', '16%', '--limit', '600'], sample: ['--sample', '1%'] },
];

/** Makes bundles through the built command, each kind once. */
export class Converter {
  #made = new Map();

  constructor(folder, isSample) {
    this.folder = folder;
    this.isSample = isSample;
    this.command = process.env.TRIALBRIDGE_COMMAND ?? join(root, 'packages/cli/dist/trialbridge.js');
    if (!existsSync(this.command)) throw new Error(`${this.command} is missing: run pnpm build first.`);
  }

  /** NDJSON files of bundles: one of the seeds, and one of each part of the corpus. */
  files(format) {
    const made = this.#made.get(format) ?? this.#make(format);
    this.#made.set(format, made);
    return made;
  }

  #make(format) {
    const corpus = process.env.TRIALBRIDGE_CORPUS;
    if (corpus === undefined) console.log('TRIALBRIDGE_CORPUS names no folder: only the seeds are converted.');
    const files = [];
    for (const { name, path, file, all, sample } of sources) {
      const input = path ?? (corpus !== undefined && join(corpus, file));
      if (!input || !existsSync(input)) continue;
      const out = join(this.folder, `${format.replace(/\W+/g, '-')}-${name}.ndjson`);
      const slice = this.isSample ? sample : all;
      const args = [this.command, 'convert', input, '--to', format, '--out', out, '--quiet', ...slice];
      const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
      if (status !== 0)
        throw new Error(`convert ${input} --to ${format} ended with ${status}: ${stderr.slice(0, 500)}`);
      files.push(out);
    }
    return files;
  }
}
