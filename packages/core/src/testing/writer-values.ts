import type { TrialWriter } from '../formats.js';
import type { Trial } from '../generated/trial.js';
import { genericPath } from '../loss.js';
import { Findings, show } from './check.js';
import { pointersTo, replaced, without } from './leaves.js';
import { leafSchemas, requiredPaths, type SchemaNode } from './model.js';
import { isOmitted, isReported } from './writer-loss.js';
import { attempt, type Written, writable } from './written.js';

/** Dates that a writer could confuse by completing them. */
const dates = ['2015', '2015-01', '2015-01-01', '2015-08', '2015-08-01', '2015-08-31', '2015-12-31'];

/** Numbers that a writer could confuse by taking zero for none, or by rounding. */
const integers = [0, 1_000_000, 1_000_001];
const decimals = [0, 45.123456, 45.1234567];

/**
 * Writes each code, each boolean, numbers, and dates of each precision in their places, and nothing in its place. The documents
 * must differ, unless the writer reports what it changed: so no value turns into another, and none is a default.
 */
export function checkValuesAreToldApart<Document>(writer: TrialWriter<Document>, samples: readonly Trial[]): void {
  const findings = new Findings();
  for (const { trial } of writable(writer, samples)) {
    for (const [path, schema] of leafSchemas) {
      const values = valuesOf(schema);
      if (values.length === 0 || isOmitted(path, writer.omits)) continue;
      const [pointer] = pointersTo(trial, path);
      if (pointer === undefined) continue;
      for (const alike of indistinct(writer, trial, pointer, values)) {
        findings.add(`${pointer} of ${trial.id}: ${alike.map(show).join(' and ')} give the same document`);
      }
    }
  }
  findings.report(`${writer.format} confuses values`);
}

function valuesOf({ enum: codes, type, pattern }: SchemaNode): readonly unknown[] {
  if (codes) return codes;
  if (type === 'boolean') return [true, false];
  if (type === 'integer') return integers;
  if (type === 'number') return decimals;
  return pattern?.startsWith('^[0-9]{4}(-') ? dates : [];
}

/** Groups of values, `undefined` for none, whose documents are the same although none was reported as changed. */
function indistinct<Document>(
  writer: TrialWriter<Document>,
  trial: Trial,
  pointer: string,
  values: readonly unknown[],
): unknown[][] {
  const found: { value: unknown; written: Written<Document> }[] = [];
  // A wording beside the code, or beside the date, would tell the values apart for it.
  const bare = /\/(code|date)$/.test(pointer) ? without(trial, pointer.replace(/[^/]+$/, 'verbatim')) : trial;
  const isRequired = requiredPaths.has(genericPath(pointer));
  for (const value of isRequired ? values : [undefined, ...values]) {
    const variant = value === undefined ? without(bare, pointer) : replaced(bare, pointer, value);
    const written = attempt(writer, variant);
    if ('refusal' in written || isReported(pointer, written.issues)) continue;
    found.push({ value, written });
  }
  const alike = new Map<string, unknown[]>();
  for (const { value, written } of found) {
    // Documents with the same data in another order are of one length: only those are worth the sorting.
    const twins = found.filter((other) => other.written.text.length === written.text.length);
    if (twins.length < 2) continue;
    const data = writer.kind === 'json' ? inOrder(writer.toJson(written.document)) : written.text;
    alike.set(data, [...(alike.get(data) ?? []), value]);
  }
  return [...alike.values()].filter((group) => group.length > 1);
}

/** Data as text with the keys of its objects in order: a default may stand elsewhere than a value that was held. */
function inOrder(data: unknown): string {
  return JSON.stringify(data, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
      : value,
  );
}
