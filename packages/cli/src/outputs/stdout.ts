import { outputError, systemCode } from '../exit.js';
import type { StreamTarget } from './stream-output.js';

/** Ends a run whose reader has closed the pipe: that is the reader's right, and no failure. */
export class OutputClosed extends Error {
  override readonly name = 'OutputClosed';
}

/** The standard output, which a reader may close at any time. Nothing can be taken back from it. */
export class StandardOutput implements StreamTarget {
  length = 0;
  private problem: Error | undefined;

  constructor(private readonly stream: NodeJS.WriteStream) {
    stream.on('error', (error) => {
      this.problem = systemCode(error) === 'EPIPE' ? new OutputClosed() : cannotPrint(error);
    });
  }

  async append(bytes: Uint8Array): Promise<void> {
    if (this.problem) throw this.problem;
    if (bytes.length === 0) return;
    this.length += bytes.length;
    // Waits until the bytes are taken, so that a slow reader slows the whole run instead of filling the memory.
    await new Promise<void>((resolve) => void this.stream.write(bytes, () => resolve()));
    if (this.problem) throw this.problem;
  }

  async commit(): Promise<number> {
    return this.length;
  }

  async resume(): Promise<void> {
    throw new Error('The standard output cannot be resumed.');
  }

  async finish(): Promise<void> {
    if (this.problem) throw this.problem;
  }

  async release(): Promise<void> {}

  async abandon(): Promise<void> {}
}

/** Prints a whole text. */
export function printText(text: string): Promise<void> {
  return new StandardOutput(process.stdout).append(Buffer.from(text, 'utf8'));
}

function cannotPrint(error: Error): Error {
  return outputError(`The standard output cannot be written: ${error.message}.`, error);
}
