/** How the documents of one target share their file. */
export type Framing =
  | 'lines' // one JSON document a line
  | 'list' // JSON values in an array, or XML documents in one root
  | 'rows' // rows under one header
  | 'entries' // one file or zip entry per trial
  | 'resources'; // FHIR resources, one list of lines per type

export type Packing = 'plain' | 'gzip' | 'zip';

/** One format to write, with everything a worker must know about it. */
export interface TargetPlan {
  /** Format with options, as parsed by the catalogue. */
  readonly spec: string;
  readonly framing: Framing;
  readonly packing: Packing;
  /** Indents JSON. */
  readonly isPretty: boolean;
}

/** Which records of the inputs are wanted. */
export interface SlicePlan {
  /** Last update on or after this date. */
  readonly since?: string;
  /** This part, from 1, of so many. */
  readonly shard?: { readonly part: number; readonly of: number };
  /** Share of the records, chosen by the hash of their ids. */
  readonly sample?: number;
}

/** What is done with each record. Plain data: it is sent to the workers, and its hash guards a checkpoint. */
export interface ConversionPlan {
  readonly from?: string;
  readonly maxRecordSize: number;
  /** Whether a source is one text, whatever it begins with. */
  readonly isWhole: boolean;
  readonly targets: readonly TargetPlan[];
  readonly infer: boolean;
  readonly evidence: boolean;
  /** Counts the leaves of every trial by path, which walks it once more. */
  readonly countsLeaves: boolean;
  /** Checks every document against the schema of its writer. */
  readonly checksDocuments: boolean;
  /** Writes down the loss of each record. */
  readonly keepsRecordLosses: boolean;
  /** Keeps records that failed as dead letters. */
  readonly keepsDeadLetters: boolean;
  /** Writes down where each value came from. */
  readonly keepsEvidence: boolean;
  readonly slice: SlicePlan;
}
