/**
 * Remembers where the second line of the first value could be a record of its own. A first line of NDJSON that is cut
 * behind a colon, or in a list, seems to go on with the record of the next line; only what follows shows that it does not.
 */
export class SecondLine {
  /** Offset in the buffer of the framer, or -1. */
  at = -1;
  private depth = 0;

  mark(at: number, depth: number): void {
    this.at = at;
    this.depth = depth;
  }

  forget(): void {
    this.at = -1;
  }

  /** The framer has dropped its first bytes. */
  shift(count: number): void {
    if (this.at !== -1) this.at -= count;
  }

  /** At its end: only a line that is a value from its first character to its last could have been a record. */
  check(depth: number, inString: boolean): void {
    if (inString || depth !== this.depth) this.forget();
  }
}
