import { messageOf } from '../exit.js';
import { type Batch, Batcher, type Position } from './batch.js';
import { type Chunks, gunzip, isGzip, isZip, peek, readFileChunks } from './bytes.js';
import { ContentFramer } from './choose-framer.js';
import { type Failure, type FramedRecord, noBytes, type Place } from './record.js';
import { explain, type InputFile, walkInputs } from './walk.js';
import { readZip } from './zip.js';

export interface ReadBatchesOptions {
  /** Largest record in bytes; a larger one fails without being kept. */
  readonly maxRecordSize: number;
  /** The standard input, for the input `-`. */
  readonly stdin: Chunks;
  /** Position of the last record that is done with. */
  readonly after?: Position;
  /** Hands over what is there whenever the source pauses, for pipes that wait for their answer. */
  readonly isEager?: boolean;
  /** Told how many bytes were read from files, before decompression. */
  readonly onBytes?: (count: number) => void;
}

/** Reads inputs of any kind as batches of records in order. What cannot be read becomes a record with a failure. */
export async function* readBatches(inputs: readonly string[], options: ReadBatchesOptions): AsyncGenerator<Batch> {
  const batcher = new Batcher();
  let file = -1;
  for await (const input of walkInputs(inputs)) {
    file += 1;
    if (options.after && file < options.after.file) continue;
    for await (const _ of readFile(input, file, batcher, options)) {
      if (options.isEager) batcher.cut();
      yield* batcher.ready.splice(0);
    }
  }
  batcher.cut();
  yield* batcher.ready.splice(0);
}

/** Yields whenever the batcher may hold something new. */
async function* readFile(
  input: InputFile,
  file: number,
  batcher: Batcher,
  options: ReadBatchesOptions,
): AsyncGenerator<void> {
  const source = new SourceRecords(input.name, { file, entry: 0 }, batcher, options.after);
  if (input.problem !== undefined) {
    source.fail({ code: 'input-unreadable', message: input.problem });
    return;
  }
  try {
    const opened = input.path === undefined ? options.stdin : readFileChunks(input.path);
    const { head, chunks, close } = await peek(counted(opened, options), 4);
    if (isZip(head) && input.path !== undefined) {
      await close();
      yield* readEntries(input, file, batcher, options);
    } else if (isZip(head)) {
      source.fail({ code: 'input-unreadable', message: 'A zip cannot be read from a pipe. Name it as a file.' });
    } else if (head.length === 0 && input.path !== undefined) {
      source.fail({ code: 'input-unreadable', message: 'The file is empty.' });
    } else {
      yield* readRecords(chunks, head, source, options);
    }
  } catch (error) {
    source.fail({ code: 'input-unreadable', message: explain(error) });
  }
}

async function* readEntries(
  input: InputFile,
  file: number,
  batcher: Batcher,
  options: ReadBatchesOptions,
): AsyncGenerator<void> {
  const { after } = options;
  const fromEntry = after?.file === file ? after.entry : 0;
  for await (const entry of readZip(input.path ?? '', fromEntry)) {
    const at = { file, entry: entry.index };
    const source = new SourceRecords(`${input.name}!${entry.name}`, at, batcher, after);
    if (entry.failure) {
      source.fail(entry.failure);
      yield;
      continue;
    }
    try {
      const { head, chunks, close } = await peek(await entry.open(), 4);
      if (isZip(head)) {
        await close();
        source.fail({ code: 'source-unreadable', message: 'A zip within a zip is not opened. Unpack the outer one.' });
      } else {
        yield* readRecords(chunks, head, source, options);
      }
    } catch (error) {
      source.fail({ code: 'source-unreadable', message: `This zip entry cannot be read: ${messageOf(error)}.` });
    }
    yield;
  }
}

async function* readRecords(
  chunks: Chunks,
  head: Uint8Array,
  source: SourceRecords,
  options: ReadBatchesOptions,
): AsyncGenerator<void> {
  const framer = new ContentFramer(options.maxRecordSize);
  try {
    for await (const chunk of isGzip(head) ? gunzip(chunks) : chunks) {
      const goesOn = framer.push(chunk, source.take);
      yield;
      if (!goesOn) break;
    }
  } catch (error) {
    // What was cut off is not handed over: half a record must not pass for one.
    source.fail({ code: 'source-unreadable', message: `The source breaks off: ${messageOf(error)}.` });
    return;
  }
  framer.end(source.take);
}

/** Numbers the records of one source, and leaves out those that an earlier run has done. */
class SourceRecords {
  private count = 0;
  private readonly skip: number;

  constructor(
    private readonly name: string,
    private readonly at: { readonly file: number; readonly entry: number },
    private readonly batcher: Batcher,
    after: Position | undefined,
  ) {
    this.skip = after && after.file === at.file && after.entry === at.entry ? after.record : 0;
  }

  readonly take = (record: FramedRecord): void => {
    this.count += 1;
    if (this.count <= this.skip) return;
    const place: Place = {
      source: this.name,
      record: this.count,
      byte: record.byte,
      ...(record.line !== undefined && { line: record.line }),
    };
    this.batcher.add(record, place, { ...this.at, record: this.count });
  };

  fail(failure: Failure): void {
    this.take({ bytes: noBytes, byte: 0, failure });
  }
}

async function* counted(chunks: Chunks, options: ReadBatchesOptions): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    options.onBytes?.(chunk.length);
    yield chunk;
  }
}
