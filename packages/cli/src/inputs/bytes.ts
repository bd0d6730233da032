import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';

export type Chunks = AsyncIterable<Uint8Array>;

/** Sources up to this size are handed over whole, and cut into records where they are converted. */
export const smallSource = 1 << 22;

const chunkSize = 1 << 18;
/** A gzip stream that grows more than this, and beyond a size that is worth it, holds nothing but repetition. */
const bombRatio = 200;
const bombSize = 100 * 1_048_576;

/** A stream of bytes with its first bytes already known. */
export interface Peeked {
  readonly head: Buffer;
  readonly chunks: Chunks;
  /** Lets go of a stream that is not read after all. */
  readonly close: () => Promise<void>;
}

/** A file in chunks, each valid until the next: they share their memory. */
export async function* readFileChunks(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  try {
    const room = Buffer.allocUnsafeSlow(chunkSize);
    for (;;) {
      const { bytesRead } = await file.read(room, 0, chunkSize, null);
      if (bytesRead === 0) return;
      yield room.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** Reads enough of a stream to know its first bytes, and gives the whole of it back. */
export async function peek(chunks: Chunks, count: number): Promise<Peeked> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first: Buffer[] = [];
  let length = 0;
  while (length < count) {
    const next = await iterator.next();
    if (next.done) break;
    first.push(Buffer.from(next.value));
    length += next.value.length;
  }
  const head = first.length === 1 && first[0] ? first[0] : Buffer.concat(first);
  return {
    head,
    chunks: replay(head, iterator),
    close: async () => void (await iterator.return?.()),
  };
}

async function* replay(head: Buffer, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (head.length > 0) yield head;
    for (;;) {
      const next = await rest.next();
      if (next.done) return;
      yield next.value;
    }
  } finally {
    await rest.return?.();
  }
}

export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && (head[2] === 0x03 || head[2] === 0x05 || head[2] === 0x07);
}

/** Whether so much came out of so few bytes that it can only be meant to exhaust its reader. */
export function isBomb(compressed: number, uncompressed: number): boolean {
  return uncompressed > bombSize && uncompressed > compressed * bombRatio;
}

/** Decompresses gzip, several members one after another included. */
export async function* gunzip(chunks: Chunks): AsyncGenerator<Uint8Array> {
  const unzip = createGunzip({ chunkSize });
  let read = 0;
  const feed = async (): Promise<void> => {
    try {
      for await (const chunk of chunks) {
        read += chunk.length;
        if (unzip.destroyed) return;
        // What it takes later must not change until then.
        if (!unzip.write(Buffer.from(chunk))) await drained(unzip);
      }
      unzip.end();
    } catch (error) {
      unzip.destroy(error instanceof Error ? error : new Error(String(error)));
    }
  };
  const feeding = feed();
  let written = 0;
  try {
    for await (const chunk of unzip) {
      written += chunk.length;
      if (isBomb(read, written)) throw new Error(`it holds ${written} bytes and more in ${read}: a decompression bomb`);
      yield chunk;
    }
  } finally {
    unzip.destroy();
    await feeding;
  }
}

function drained(stream: NodeJS.EventEmitter): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      stream.off('drain', done);
      stream.off('close', done);
      resolve();
    };
    stream.on('drain', done);
    stream.on('close', done);
  });
}
