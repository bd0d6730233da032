import type { Position } from '../inputs/batch.js';
import type { AppendFile } from '../outputs/append-file.js';
import type { Output, OutputState } from '../outputs/output.js';
import type { CheckpointFile, CheckpointState, RunIdentity } from './checkpoint.js';
import type { Collector } from './collector.js';
import { readKeys } from './journal.js';

/** Files a run writes, next to its outputs. */
export interface SideFiles {
  readonly deadLetters?: AppendFile;
  readonly recordLosses?: AppendFile;
  /** Has a header, which is written when the run begins. */
  readonly evidenceRows?: AppendFile;
  readonly journal?: AppendFile;
  /** Written by the caller when the run has ended, as the report is. */
  readonly later?: readonly AppendFile[];
}

/** Everything a run writes, and how it is brought to a checkpoint, to its end, or away. */
export class RunFiles {
  constructor(
    private readonly outputs: readonly Output[],
    private readonly side: SideFiles,
    private readonly checkpoint: CheckpointFile | undefined,
    private readonly identity: RunIdentity,
  ) {}

  get isResumable(): boolean {
    return this.checkpoint !== undefined;
  }

  /** Goes back to the last checkpoint of an earlier run, if there is one. */
  async resume(collector: Collector): Promise<CheckpointState | undefined> {
    const state = await this.checkpoint?.load(this.identity);
    if (!state) return undefined;
    const isFinishing = state.phase === 'finishing';
    for (const [index, output] of this.outputs.entries()) {
      const saved = state.outputs[index];
      if (saved) await output.resume(saved, isFinishing);
    }
    const { journal, deadLetters, recordLosses, evidenceRows } = this.side;
    await journal?.resume(state.lengths.journal, isFinishing);
    await deadLetters?.resume(state.lengths.deadLetters, isFinishing);
    await recordLosses?.resume(state.lengths.recordLosses, isFinishing);
    await evidenceRows?.resume(state.lengths.evidenceRows, isFinishing);
    await collector.resume(state.collected, journal ? readKeys(journal.aside) : noKeys());
    return state;
  }

  /** Opens the files beside the outputs: a night's run must not end with a report that cannot be written. */
  async prepare(): Promise<void> {
    const { deadLetters, recordLosses, evidenceRows, later = [] } = this.side;
    for (const file of [deadLetters, recordLosses, evidenceRows, ...later]) await file?.prepare();
    for (const file of later) await file.release();
  }

  /** Writes what stands before the first record. */
  async begin(): Promise<void> {
    if (!this.side.evidenceRows) return;
    const { evidenceHead } = await import('@trialbridge/csv');
    await this.side.evidenceRows.append(Buffer.from(`${evidenceHead()}\r\n`));
  }

  /** Saves a checkpoint; passed over while an output has no place to go on from. */
  async commit(
    phase: CheckpointState['phase'],
    position: Position | undefined,
    collector: Collector,
    seconds: number,
  ): Promise<void> {
    if (!this.checkpoint) return;
    const outputs: OutputState[] = [];
    for (const output of this.outputs) {
      const state = await output.commit();
      if (!state) return;
      outputs.push(state);
    }
    const { journal, deadLetters, recordLosses, evidenceRows } = this.side;
    const lengths = {
      journal: (await journal?.commit()) ?? 0,
      deadLetters: (await deadLetters?.commit()) ?? 0,
      recordLosses: (await recordLosses?.commit()) ?? 0,
      evidenceRows: (await evidenceRows?.commit()) ?? 0,
    };
    const { identity } = this;
    const collected = collector.collected();
    await this.checkpoint.save({
      identity,
      phase,
      ...(position && { position }),
      outputs,
      lengths,
      collected,
      seconds,
    });
  }

  /** @param withOutputs Whether the outputs take their names; else what stood under them stays. */
  async finish(withOutputs: boolean): Promise<void> {
    for (const output of this.outputs) await (withOutputs ? output.finish() : output.abandon());
    await this.side.deadLetters?.finish();
    await this.side.recordLosses?.finish();
    await this.side.evidenceRows?.finish();
    await this.side.journal?.abandon();
    await this.checkpoint?.remove();
  }

  async finishDeadLetters(): Promise<void> {
    await this.side.deadLetters?.finish();
  }

  /** After a failure: with a checkpoint everything is kept for the next run, without one nothing is. */
  async giveUp(): Promise<void> {
    const { later = [], ...side } = this.side;
    const files: readonly Pick<Output, 'release' | 'abandon'>[] = [...this.outputs, ...Object.values(side), ...later];
    for (const file of files) {
      // The run has failed already; why it failed must not be hidden by what follows from it.
      await (this.isResumable ? file.release() : file.abandon()).catch(() => {});
    }
  }
}

async function* noKeys(): AsyncGenerator<number> {}
