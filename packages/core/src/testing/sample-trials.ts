import type { Trial } from '../generated/trial.js';
import { genericPath } from '../loss.js';
import { model, resolved, type SchemaNode } from './model.js';
import { fixedForm } from './sample-values.js';

/**
 * Synthetic trials for the checks of a writer. Two are maximal: every leaf of the model is filled, no two texts are
 * alike, every list has two items; they differ in codes, booleans, markup and the precision of dates. The last is
 * minimal: an id, and where it came from. The maximal ones follow the schema, not sense: no trial is both
 * interventional and an expanded access programme.
 */
export function sampleTrials(): [maximal: Trial, otherMaximal: Trial, minimal: Trial] {
  return [maximalTrial(0), maximalTrial(1), minimalTrial()];
}

function minimalTrial(): Trial {
  return { schemaVersion: '1.0', id: 'NCT90000003', source: { format: 'sample', kind: 'registration' } };
}

function maximalTrial(variant: number): Trial {
  const trial = fill(model, '', { variant, count: 0 }) as Trial;
  const id = `NCT9000000${variant + 1}`;
  const [first, ...others] = trial.identifiers ?? [];
  return {
    ...trial,
    id,
    ...(first && { identifiers: [{ ...first, value: id, role: { ...first.role, code: 'PRIMARY' } }, ...others] }),
    evidence: { '/briefTitle': { kind: 'stated', path: '/briefTitle' } },
    unmapped: [{ format: 'sample', path: '/extra', value: { note: `unmapped ${variant}` } }],
  };
}

interface Filling {
  /** Turns codes, booleans and dates, so that two maximal trials differ in them. */
  readonly variant: number;
  /** Number of leaves so far, which makes texts and numbers differ. */
  count: number;
}

function fill(node: SchemaNode, pointer: string, filling: Filling): unknown {
  const target = resolved(node);
  if (target.properties) {
    const entries = Object.entries(target.properties)
      .filter(([key]) => pointer !== '' || (key !== 'evidence' && key !== 'unmapped'))
      .map(([key, child]): [string, unknown] => [key, fill(child, `${pointer}/${key}`, filling)]);
    return Object.fromEntries(entries);
  }
  if (target.items) {
    const items = target.items;
    return [0, 1].map((index) => fill(items, `${pointer}/${index}`, filling));
  }
  return leaf(target, pointer, filling);
}

function leaf(target: SchemaNode, pointer: string, filling: Filling): string | number | boolean {
  filling.count += 1;
  const { count, variant } = filling;
  if (target.const !== undefined) return target.const;
  if (target.enum) return target.enum[(count + variant) % target.enum.length] ?? '';
  switch (target.type) {
    case 'boolean':
      return variant === 0;
    case 'integer':
      return count;
    case 'number':
      return (count % 90) + 0.25;
  }
  return text(target, pointer, count, variant);
}

function text(target: SchemaNode, pointer: string, count: number, variant: number): string {
  if (target.pattern?.startsWith('^[0-9]{4}(-')) return partialDate(count, variant);
  if (target.pattern?.startsWith('^[0-9]{4}')) return String(1900 + (count % 100));
  if (target.pattern?.startsWith('^[A-Z]{2}')) return count % 2 === 0 ? 'ID' : 'DE';
  return fixedForm(pointer, count) ?? `${words(pointer)} ${count}`;
}

/** A full date in the first trial; year, month and day precision by turns in the second. */
function partialDate(count: number, variant: number): string {
  const year = String(1950 + (count % 70));
  const month = String((count % 12) + 1).padStart(2, '0');
  const day = String((count % 28) + 1).padStart(2, '0');
  return [year, month, day].slice(0, variant === 0 ? 3 : (count % 3) + 1).join('-');
}

/** The name of the field in words: `/arms/0/description` is `Arms description`. */
function words(pointer: string): string {
  const spaced = genericPath(pointer)
    .replaceAll('/*', '')
    .slice(1)
    .split('/')
    .slice(-2)
    .join(' ')
    .replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
