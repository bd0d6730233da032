import type { Unmapped } from '@trialbridge/core';
import type { JsonObject } from './source.js';

/**
 * Puts parts without a place in the model back where they stood. Containers on the way are copied first: the document
 * shares parts with the trial, and a trial is never changed.
 */
export function restore(document: JsonObject, parts: readonly Unmapped[]): JsonObject {
  const fresh = new Set<object>([document]);
  for (const { path, value } of parts) {
    const steps = path.slice(1).split('/').map(unescapeStep);
    const last = steps.pop() ?? '';
    let holder: JsonObject | unknown[] = document;
    for (const [index, step] of steps.entries()) holder = child(holder, step, steps[index + 1] ?? last, fresh);
    // A list has lost the item: it goes back between the others.
    if (Array.isArray(holder)) holder.splice(Number(last), 0, value);
    else set(holder, last, value);
  }
  return document;
}

const indexForm = /^\d+$/;

function child(holder: JsonObject | unknown[], step: string, next: string, fresh: Set<object>): JsonObject | unknown[] {
  const found = Array.isArray(holder) ? holder[Number(step)] : holder[step];
  if (typeof found === 'object' && found !== null && fresh.has(found)) return found as JsonObject | unknown[];
  const copy: JsonObject | unknown[] = Array.isArray(found)
    ? [...found]
    : typeof found === 'object' && found !== null
      ? { ...found }
      : indexForm.test(next)
        ? []
        : {};
  fresh.add(copy);
  if (Array.isArray(holder)) holder[Number(step)] = copy;
  else set(holder, step, copy);
  return copy;
}

/** Sets a key of any name, `__proto__` included. */
function set(holder: JsonObject, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });
}

function unescapeStep(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}
