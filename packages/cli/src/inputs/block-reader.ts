import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { RandomAccessReader } from 'yauzl';

const blockSize = 1 << 18;
const keptBlocks = 8;

/**
 * Reads a file at any place in blocks. A zip is read in tiny pieces, a directory line and a header at a time, and each of
 * them would be a call of the operating system.
 */
export class BlockReader extends RandomAccessReader {
  private readonly blocks = new Map<number, Promise<Buffer>>();

  private constructor(
    private readonly path: string,
    private readonly file: FileHandle,
    readonly size: number,
  ) {
    super();
  }

  static async open(path: string): Promise<BlockReader> {
    const file = await open(path);
    const { size } = await file.stat();
    return new BlockReader(path, file, size);
  }

  /** Bytes of a range; the range must lie in the file. */
  async range(start: number, length: number): Promise<Buffer> {
    const bytes = Buffer.allocUnsafe(length);
    await this.fill(bytes, 0, length, start);
    return bytes;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    this.fill(buffer, offset, length, position).then(() => callback(null), callback);
  }

  override _readStreamForRange(start: number, end: number): Readable {
    // The end is exclusive here, and inclusive there.
    return createReadStream(this.path, { start, end: end - 1, highWaterMark: blockSize });
  }

  override close(callback: (error: Error | null) => void): void {
    this.file.close().then(() => callback(null), callback);
  }

  private async fill(buffer: Buffer, offset: number, length: number, position: number): Promise<void> {
    if (position < 0 || position + length > this.size) throw new Error('the archive ends before its own end');
    let done = 0;
    while (done < length) {
      const at = position + done;
      const block = await this.block(Math.floor(at / blockSize));
      const from = at % blockSize;
      done += block.copy(buffer, offset + done, from, Math.min(from + length - done, block.length));
    }
  }

  private block(number: number): Promise<Buffer> {
    const known = this.blocks.get(number);
    if (known) return known;
    const loading = this.load(number);
    this.blocks.set(number, loading);
    for (const oldest of this.blocks.keys()) {
      if (this.blocks.size <= keptBlocks) break;
      this.blocks.delete(oldest);
    }
    return loading;
  }

  private async load(number: number): Promise<Buffer> {
    const start = number * blockSize;
    const bytes = Buffer.allocUnsafe(Math.min(blockSize, this.size - start));
    const { bytesRead } = await this.file.read(bytes, 0, bytes.length, start);
    if (bytesRead < bytes.length) throw new Error('the file has become shorter while it was read');
    return bytes;
  }
}
