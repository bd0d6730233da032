import { TrialError } from '../errors.js';
import type { Reading, TrialReader } from '../formats.js';
import type { Issue } from '../issue.js';

/** A source that a reader has to read, and what it has to read in it. */
export interface ReaderSample {
  readonly name: string;
  readonly source: string;
  /** The trials that it holds, reviewed by a person. Without them the other checks still run. */
  readonly trials?: Reading['trials'];
}

export interface ReadSample extends Reading {
  readonly issues: readonly Issue[];
}

/** Reads a sample with evidence; inference is on unless switched off. */
export function readSample(reader: TrialReader, source: string, infer = true): ReadSample {
  const issues: Issue[] = [];
  const reading = reader.read(source, { report: (issue) => issues.push(issue), infer, evidence: true });
  return { ...reading, issues };
}

/** The same for a source that may be damaged: a TrialError is an answer, and gives `undefined`. */
export function readDamaged(reader: TrialReader, source: string): ReadSample | undefined {
  try {
    return readSample(reader, source);
  } catch (error) {
    if (!TrialError.is(error)) throw error;
    return undefined;
  }
}
