/** How far a run is. */
export interface Progress {
  readonly records: number;
  readonly failed: number;
  /** Bytes read from the inputs, before decompression. */
  readonly bytesRead: number;
  /** Of all inputs; absent when it is not known, as for a pipe. */
  readonly bytesTotal?: number;
  readonly seconds: number;
}
