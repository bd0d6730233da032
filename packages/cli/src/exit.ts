/** What the command tells its caller, by class of outcome. */
export const exitCodes = {
  done: 0,
  someRecordsFailed: 1,
  usage: 2,
  thresholdTripped: 3,
  inputUnreadable: 4,
  outputFailed: 5,
  internal: 70,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

const marker = Symbol.for('trialbridge.CommandError');

/** Ends a command with a message for the person and an exit code for the program that called it. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.exitCode = exitCode;
    Object.defineProperty(this, marker, { value: true });
  }

  static is(error: unknown): error is CommandError {
    return typeof error === 'object' && error !== null && marker in error;
  }
}

export function usageError(message: string): CommandError {
  return new CommandError(exitCodes.usage, message);
}

export function outputError(message: string, cause: unknown): CommandError {
  return new CommandError(exitCodes.outputFailed, message, cause);
}

/** The `code` of an operating-system error, for instance `ENOENT`. */
export function systemCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
