import { TrialError } from '../errors.js';
import type { TrialWriter } from '../formats.js';
import type { Trial } from '../generated/trial.js';
import type { Issue } from '../issue.js';

/** A document that a writer made, as text too, with what it reported. */
export interface Written<Document> {
  readonly document: Document;
  readonly text: string;
  readonly issues: readonly Issue[];
}

/** What a writer made of a trial, or its refusal. */
export type Attempt<Document> = Written<Document> | { readonly refusal: TrialError };

/** Writes a trial. A TrialError is an answer; anything else that is thrown is a fault of the writer. */
export function attempt<Document>(writer: TrialWriter<Document>, trial: Trial): Attempt<Document> {
  const issues: Issue[] = [];
  try {
    const document = writer.write(trial, { report: (issue) => issues.push(issue) });
    return { document, text: writer.toText(document), issues };
  } catch (error) {
    if (!TrialError.is(error)) throw error;
    return { refusal: error };
  }
}

/** The samples that a writer can write, with what it made of them. */
export function* writable<Document>(
  writer: TrialWriter<Document>,
  samples: readonly Trial[],
): Generator<{ trial: Trial; written: Written<Document> }> {
  let count = 0;
  for (const trial of samples) {
    const written = attempt(writer, trial);
    if ('refusal' in written) continue;
    count += 1;
    yield { trial, written };
  }
  if (count === 0) throw new Error(`None of the ${samples.length} samples can be written as ${writer.format}.`);
}
