/** Why nothing could be produced. Codes are stable: programs may test for them. */
export type TrialErrorCode =
  | 'format-unknown' // no reader accepts the source
  | 'format-ambiguous' // two readers accept it
  | 'source-unreadable' // not well-formed, wrong encoding, wrong shape
  | 'source-too-large' // over a stated bound
  | 'record-incomplete' // the target's rules demand what the trial does not have
  | 'option-unknown'; // an option or a value of one that the format does not have

const marker = Symbol.for('trialbridge.TrialError');

export interface TrialErrorDetails {
  /** Place in the source: `line:column`, or a path. */
  readonly at?: string;
  /** Names of what is missing, for `record-incomplete`. */
  readonly missing?: readonly string[];
  readonly cause?: unknown;
}

/** Thrown only when nothing can be produced. Test with `TrialError.is`: `instanceof` fails across two copies. */
export class TrialError extends Error {
  override readonly name = 'TrialError';
  readonly code: TrialErrorCode;
  readonly at: string | undefined;
  readonly missing: readonly string[] | undefined;

  constructor(code: TrialErrorCode, message: string, details: TrialErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.at = details.at;
    this.missing = details.missing;
    Object.defineProperty(this, marker, { value: true });
  }

  static is(error: unknown): error is TrialError {
    return typeof error === 'object' && error !== null && marker in error;
  }
}
