import { open, readFile, rename, rm } from 'node:fs/promises';
import { messageOf, systemCode, usageError } from '../exit.js';
import type { Position } from '../inputs/batch.js';
import { cannotWrite } from '../outputs/append-file.js';
import type { OutputState } from '../outputs/output.js';
import type { Collected } from './collector.js';
import type { InputPrint } from './fingerprint.js';

/** What must be the same for a run to go on. */
export interface RunIdentity {
  readonly version: string;
  readonly inputs: readonly InputPrint[];
  /** Everything that decides about the output, by the name a person knows it by. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** Everything a run needs to go on where it was interrupted. */
export interface CheckpointState {
  readonly identity: RunIdentity;
  /** `finishing` when all records are done and only the names of the outputs are missing. */
  readonly phase: 'running' | 'finishing';
  /** Of the last record that is done with. */
  readonly position?: Position;
  readonly outputs: readonly OutputState[];
  /** Lengths of the files beside the outputs. */
  readonly lengths: Readonly<Record<'journal' | 'deadLetters' | 'recordLosses' | 'evidenceRows', number>>;
  readonly collected: Collected;
  readonly seconds: number;
}

const format = 'trialbridge-checkpoint-1';

/** The file of a checkpoint. It is replaced as a whole, so that it always holds one state. */
export class CheckpointFile {
  constructor(readonly path: string) {}

  /**
   * The state an earlier run has left, if any.
   * @throws CommandError usage, when it belongs to another conversion.
   */
  async load(identity: RunIdentity): Promise<CheckpointState | undefined> {
    const text = await this.read();
    if (text === undefined) return undefined;
    const state = this.parse(text);
    const changes = differences(state.identity, identity);
    if (changes.length > 0) {
      throw usageError(
        `The checkpoint ${this.path} belongs to another run: ${changes.join('; ')}. ` +
          'Run the same command on the same input, or delete the checkpoint to begin anew.',
      );
    }
    return state;
  }

  async save(state: CheckpointState): Promise<void> {
    const aside = `${this.path}.partial`;
    try {
      const file = await open(aside, 'w');
      try {
        await file.writeFile(JSON.stringify({ format, ...state }));
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(aside, this.path);
    } catch (error) {
      await rm(aside, { force: true });
      throw cannotWrite(this.path, error);
    }
  }

  async remove(): Promise<void> {
    await rm(this.path, { force: true });
  }

  private async read(): Promise<string | undefined> {
    try {
      return await readFile(this.path, 'utf8');
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return undefined;
      throw usageError(`The checkpoint ${this.path} cannot be read: ${messageOf(error)}.`);
    }
  }

  private parse(text: string): CheckpointState {
    try {
      const state = JSON.parse(text) as CheckpointState & { readonly format?: unknown };
      if (state.format === format) return state;
    } catch {
      // Said below: it is no checkpoint.
    }
    throw usageError(`${this.path} is no checkpoint of Trialbridge. Name another file, or delete it.`);
  }
}

function differences(before: RunIdentity, now: RunIdentity): string[] {
  const changes: string[] = [];
  if (before.version !== now.version) changes.push(`the version was ${before.version} and is ${now.version}`);
  for (const name of new Set([...Object.keys(before.options), ...Object.keys(now.options)])) {
    const was = JSON.stringify(before.options[name]) ?? 'not set';
    const is = JSON.stringify(now.options[name]) ?? 'not set';
    if (was !== is) changes.push(`the option ${name} was ${was} and is ${is}`);
  }
  for (const [index, print] of now.inputs.entries()) {
    const known = before.inputs[index];
    if (known && (known.digest !== print.digest || known.bytes !== print.bytes)) {
      changes.push(`the input ${print.input} has changed`);
    }
  }
  return changes;
}
