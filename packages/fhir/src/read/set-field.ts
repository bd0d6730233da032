import type { Trial, TrialPath } from '@trialbridge/core';
import type { Found } from './place.js';
import type { StudyReading } from './study-reading.js';

/**
 * Sets the field of a trial that a path of the model names; the objects on the way are made. A path that ends in `*` adds
 * to its list. A field that has a value keeps it: the answer is then `false`.
 */
export function setField(reading: StudyReading, path: TrialPath, value: Found<unknown>): boolean {
  const steps = path.slice(1).split('/');
  const isList = steps.at(-1) === '*';
  const key = steps[steps.length - (isList ? 2 : 1)] ?? '';
  let holder = reading.trial as unknown as Record<string, unknown>;
  for (const step of steps.slice(0, isList ? -2 : -1)) {
    const next = holder[step] ?? {};
    holder[step] = next;
    holder = next as Record<string, unknown>;
  }
  if (isList) {
    const list = (holder[key] ?? []) as unknown[];
    holder[key] = list;
    list.push(value.value);
    reading.trace(list, list.length - 1, value);
    return true;
  }
  if (holder[key] !== undefined) return false;
  holder[key] = value.value;
  reading.trace(holder, key, value);
  return true;
}

/** An object of the trial that several parts of a study fill; it stays out while nothing is in it. */
export function within<Key extends ObjectKeys>(
  trial: Trial,
  key: Key,
  fill: (object: NonNullable<Trial[Key]>) => void,
): void {
  const object = (trial[key] ?? {}) as NonNullable<Trial[Key]>;
  fill(object);
  for (const _filled in object) {
    trial[key] = object;
    return;
  }
}

type ObjectKeys = {
  [Key in keyof Trial]-?: NonNullable<Trial[Key]> extends readonly unknown[] | string | number | boolean ? never : Key;
}[keyof Trial];
