/** Where a record stands in the inputs. */
export interface Place {
  /** Path as given or found, `stdin`, and for an entry of a zip `archive.zip!entry`. */
  readonly source: string;
  /** Number of the record in its source, from 1. */
  readonly record: number;
  /** Offset of its first byte in the source, after decompression. */
  readonly byte: number;
  /** Line of its first byte, from 1, where lines were counted. */
  readonly line?: number;
}

/** Why a record, or a whole source, could not be handed to a reader. */
export interface Failure {
  readonly code: 'source-unreadable' | 'source-too-large' | 'input-unreadable';
  readonly message: string;
}

/** One record cut out of a stream. The bytes are a view that is valid only while it is handed over. */
export interface FramedRecord {
  readonly bytes: Uint8Array;
  readonly byte: number;
  readonly line?: number;
  readonly failure?: Failure;
}

export type Emit = (record: FramedRecord) => void;

/** Cuts a stream of bytes into records. Keeps at most one record, and never more than the bound. */
export interface Framer {
  /** Returns false when nothing that could follow would matter, so that the source may be closed. */
  push(chunk: Uint8Array, emit: Emit): boolean;
  end(emit: Emit): void;
}

export const noBytes = new Uint8Array(0);

/** For a person: `trials.ndjson, record 3 (line 3)`; a source that is one record goes by its name alone. */
export function describePlace(place: Place): string {
  if (place.record === 1 && place.byte <= 3) return place.source;
  const line = place.line === undefined ? '' : ` (line ${place.line})`;
  return `${place.source}, record ${place.record}${line}`;
}

export function tooLarge(bound: number): Failure {
  const megabytes = Math.round((bound / 1_048_576) * 100) / 100;
  return {
    code: 'source-too-large',
    message: `The record is larger than ${megabytes} MB. Raise --max-record-size to read it.`,
  };
}

export const unfinishedList: Failure = {
  code: 'source-unreadable',
  message: 'The source ends inside its list of records; what is missing behind this place is not known.',
};

/** How a line of a dead-letter file begins. A file that begins so is one, whatever format its records are said to be. */
export const letterStart = '{"deadLetter":1,';
