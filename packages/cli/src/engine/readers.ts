import type { TrialReader } from '@trialbridge/core';
import { loadReader, loadReaders } from '../catalogue.js';
import type { Batch } from '../inputs/batch.js';
import { isGzip } from '../inputs/bytes.js';

/** How a text begins that may be JSON or XML. */
const dataStart = /^[\s\uFEFF]*[[{<]/;
const [brace, bracket, angle] = [0x7b, 0x5b, 0x3c];

/**
 * The readers of a run. Those of JSON and XML are loaded with the first source that may be theirs: they take longer to
 * load than a page takes to convert.
 */
export class Readers {
  private loading: Promise<void> | undefined;

  private constructor(
    private readonly ofTexts: readonly TrialReader[],
    private all?: readonly TrialReader[],
  ) {}

  /** @param from format that is not to be doubted. */
  static async load(from: string | undefined): Promise<Readers> {
    if (from === undefined) return new Readers(await loadReaders('texts'));
    const readers = [await loadReader(from)];
    return new Readers(readers, readers);
  }

  /** Loads what the records of a batch may need; to be waited for before they are read. */
  async prepareFor(batch: Batch): Promise<void> {
    if (this.all || !mayHoldData(batch)) return;
    this.loading ??= loadReaders('all').then((readers) => {
      this.all = readers;
    });
    await this.loading;
  }

  /** Those that may accept a text. It alone decides, whatever was loaded before, so that errors name the same ones in every run. */
  for(text: string): readonly TrialReader[] {
    if (!dataStart.test(text)) return this.ofTexts;
    if (!this.all) throw new Error('The readers were not prepared for this record.');
    return this.all;
  }
}

/**
 * Whether the text of a record of the batch may begin as `dataStart` says: as its source does, or as a line of NDJSON.
 * What stands before may be white space or a byte order mark of any kind; framing and decoding take some of it off, and
 * HTML, which begins so itself, may show such a text.
 */
function mayHoldData({ bytes, parts }: Batch): boolean {
  return parts.some(
    ({ start, end, source }) => source?.isDeflated === true || beginsOrHoldsData(bytes.subarray(start, end)),
  );
}

function beginsOrHoldsData(bytes: Uint8Array): boolean {
  if (isGzip(bytes)) return true;
  const first = bytes.find((byte) => byte > 0x20 && byte < 0x80);
  return first === bracket || first === angle || bytes.includes(brace);
}
