import type { Coded } from '@trialbridge/core';
import { extensionUrls } from '../systems.js';
import type { Part } from './part.js';
import { type Found, found } from './place.js';
import type { StudyReading } from './study-reading.js';
import type { Vocabulary } from './vocabulary.js';

/** A text taken apart: which field it is for, and what it says of it. */
export interface Labelled<Field> {
  readonly field: Field;
  readonly text: Found<string>;
}

/** Takes `Label: value` apart. A label may itself hold `: `; the shortest one that is known counts. */
export function readLabelled<Field>(
  text: Found<string>,
  fields: ReadonlyMap<string, Field>,
): Labelled<Field> | undefined {
  for (let at = text.value.indexOf(':'); at >= 0; at = text.value.indexOf(':', at + 1)) {
    const rest = text.value.slice(at + 1);
    const before = rest.startsWith(' ') ? 1 : rest.startsWith('\n\n') ? 2 : -1;
    if (before < 0) continue;
    const field = fields.get(text.value.slice(0, at));
    if (field === undefined || rest.trim() === '') continue;
    return { field, text: found(text, rest.slice(before)) };
  }
  return undefined;
}

/** The value behind one label: `Other name: X`. */
export function behind(label: string, text: Found<string>): Found<string> | undefined {
  return text.value.startsWith(`${label}: `) ? found(text, text.value.slice(label.length + 2)) : undefined;
}

/** A coded fact whose code stands in the text, with the source's wording beside it: see `labelledCode` of the writer. */
export function readLabelledCode<Code extends string>(
  reading: StudyReading,
  concept: Part,
  text: Found<string>,
  label: string,
  words: Vocabulary<Code>,
): Found<Coded<Code>> | undefined {
  const verbatim = concept.extensionText(extensionUrls.originalText)?.value;
  const coded: Coded<Code> = {};
  const code = behind(label, text);
  if (code && words.has(code.value)) coded.code = code.value;
  if (verbatim !== undefined) coded.verbatim = verbatim;
  else if (code && coded.code === undefined) {
    coded.verbatim = code.value;
    reading.note(text, 'unknown-code', `No code is known for ${JSON.stringify(code.value)}; it is kept as it stands.`);
  }
  return coded.code === undefined && coded.verbatim === undefined ? undefined : found(text, coded);
}

/** Lines of `Label: value`, in the order of the labels; what follows the last label, line for line, belongs to it. */
export function readLines(text: string, labels: readonly string[]): Map<string, string> {
  const values = new Map<string, string>();
  let last = -1;
  for (const line of text.split('\n')) {
    const index = labels.findIndex((label, position) => position > last && line.startsWith(`${label}: `));
    const label = labels[index < 0 ? last : index];
    if (label === undefined) continue;
    values.set(label, index < 0 ? `${values.get(label)}\n${line}` : line.slice(label.length + 2));
    last = Math.max(last, index);
  }
  return values;
}
