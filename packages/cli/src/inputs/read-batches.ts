import { readFile, stat } from 'node:fs/promises';
import { messageOf } from '../exit.js';
import type { OwnFiles } from '../outputs/own-files.js';
import { type Batch, Batcher, type Position, type SourcePacking } from './batch.js';
import { type Cutting, nestedZip } from './batch-records.js';
import type { BatchRooms } from './batch-rooms.js';
import { isOfficeDocument, officeDocument } from './binary.js';
import { type Chunks, gunzip, isGzip, isZip, peek, readFileChunks, smallSource } from './bytes.js';
import { ContentFramer } from './choose-framer.js';
import { type Failure, type FramedRecord, noBytes, type Place } from './record.js';
import { explain, type InputFile, walkInputs } from './walk.js';

export interface ReadBatchesOptions extends Cutting {
  /** The standard input, for the input `-`. */
  readonly stdin: Chunks;
  /** Files that the run writes, which are not read. */
  readonly own?: OwnFiles;
  /** Memory for the batches, where the caller gives it back. */
  readonly rooms?: BatchRooms;
  /** Position of the last record that is done with. */
  readonly after?: Position;
  /** Hands over what is there whenever the source pauses, for pipes that wait for their answer. */
  readonly isEager?: boolean;
  /** Told how many bytes were read from files, before decompression. */
  readonly onBytes?: (count: number) => void;
}

/** Reads inputs of any kind as batches of records in order. What cannot be read becomes a record with a failure. */
export async function* readBatches(inputs: readonly string[], options: ReadBatchesOptions): AsyncGenerator<Batch> {
  const batcher = new Batcher(options.rooms);
  let file = -1;
  for await (const input of walkInputs(inputs, options.own)) {
    file += 1;
    if (options.after && file < options.after.file) continue;
    for await (const _ of readInput(input, file, batcher, options)) {
      if (options.isEager) batcher.cut();
      yield* batcher.ready.splice(0);
    }
  }
  batcher.cut();
  yield* batcher.ready.splice(0);
}

/** Yields whenever the batcher may hold something new. */
async function* readInput(
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
    if (input.path !== undefined && (await addSmallFile(input.path, source, options))) return;
    const opened = input.path === undefined ? options.stdin : readFileChunks(input.path);
    const { head, chunks, close } = await peek(counted(opened, options), 4);
    if (isZip(head) && input.path !== undefined) {
      await close();
      yield* readEntries(input, file, batcher, options);
    } else if (isZip(head)) {
      source.fail({ code: 'input-unreadable', message: 'A zip cannot be read from a pipe. Name it as a file.' });
    } else {
      yield* readRecords(chunks, head, source, options);
    }
  } catch (error) {
    source.fail({ code: 'input-unreadable', message: explain(error) });
  }
}

/** Adds a file that is small and no archive, whole; false when it must be streamed. */
async function addSmallFile(path: string, source: SourceRecords, options: ReadBatchesOptions): Promise<boolean> {
  const { size } = await stat(path);
  // Pipes and devices have no size.
  if (size === 0 && !(await isPipe(path))) {
    source.fail({ code: 'input-unreadable', message: 'The file is empty.' });
    return true;
  }
  if (size === 0 || size > smallSource) return false;
  const bytes = await readFile(path);
  if (isZip(bytes) || isGzip(bytes)) return false;
  options.onBytes?.(bytes.length);
  source.takeWhole(bytes, { isDeflated: false, size: bytes.length });
  return true;
}

async function isPipe(path: string): Promise<boolean> {
  return !(await stat(path)).isFile();
}

async function* readEntries(
  input: InputFile,
  file: number,
  batcher: Batcher,
  options: ReadBatchesOptions,
): AsyncGenerator<void> {
  const { after } = options;
  const fromEntry = after?.file === file ? after.entry + (after.record === 'all' ? 1 : 0) : 0;
  // Loaded when there is a zip: what opens one takes longer to load than a page to convert.
  const { readZip } = await import('./zip.js');
  for await (const entry of readZip(input.path ?? '', fromEntry)) {
    const at = { file, entry: entry.index };
    const source = new SourceRecords(`${input.name}!${entry.name}`, at, batcher, after);
    options.onBytes?.(entry.packedSize);
    if (entry.index === 0 && isOfficeDocument(entry.name)) {
      new SourceRecords(input.name, at, batcher, after).fail(officeDocument);
      return;
    }
    if (entry.failure) {
      source.fail(entry.failure);
      yield;
      continue;
    }
    try {
      if (entry.small) source.takeWhole(await entry.read(), entry.small);
      else {
        const { head, chunks, close } = await peek(await entry.open(), 4);
        if (isZip(head)) {
          await close();
          source.fail(nestedZip);
        } else yield* readRecords(chunks, head, source, options);
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
  let size = 0;
  const framer = new ContentFramer(options.maxRecordSize, options.isWhole);
  try {
    for await (const chunk of isGzip(head) ? gunzip(chunks) : chunks) {
      size += chunk.length;
      const goesOn = framer.push(chunk, source.take);
      yield;
      if (!goesOn) break;
    }
  } catch (error) {
    // What was cut off is not handed over: half a record must not pass for one.
    source.fail({ code: 'source-unreadable', message: `The source breaks off: ${messageOf(error)}.` });
    return;
  }
  if (size === 0 && isGzip(head)) {
    source.fail({ code: 'input-unreadable', message: 'The file is empty.' });
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
    const isHere = after && after.file === at.file && after.entry === at.entry;
    this.skip = !isHere ? 0 : after.record === 'all' ? Number.POSITIVE_INFINITY : after.record;
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

  /** A source that is handed over whole; its records are numbered where they are cut. */
  takeWhole(bytes: Uint8Array, packing: SourcePacking): void {
    if (this.skip === Number.POSITIVE_INFINITY) return;
    const place = { source: this.name, record: 1, byte: 0 };
    this.batcher.addSource(bytes, packing, place, { ...this.at, record: 'all' });
  }

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
