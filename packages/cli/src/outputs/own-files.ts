import { basename } from 'node:path';
import { usageError } from '../exit.js';
import { isSameFile, placeOf } from './place.js';

const aside = /(?:\.directory)?\.partial$/;

/**
 * The files and folders that a run writes. They may lie in a folder that it reads, where they are left out: else a run
 * would read what it has written itself, or what the run of yesterday has written.
 */
export class OwnFiles {
  private readonly names: ReadonlySet<string>;
  private readonly places: ReadonlySet<string>;

  constructor(private readonly paths: readonly string[]) {
    this.names = new Set(paths.map((path) => basename(path)));
    this.places = new Set(paths.map(placeOf));
  }

  has(path: string): boolean {
    const complete = path.replace(aside, '');
    return this.names.has(basename(complete)) && this.places.has(placeOf(complete));
  }

  /** @throws CommandError usage, when an input would be replaced by what is made of it. */
  checkInputs(inputs: readonly string[]): void {
    for (const input of inputs) {
      const own = input === '-' ? undefined : this.paths.find((path) => isSameFile(input, path));
      if (own === undefined) continue;
      throw usageError(`${own} is an input and would be written too. Name another file or folder to write.`);
    }
  }
}
