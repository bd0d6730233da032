import type { Unmapped } from '@trialbridge/core';
import type { JsonObject } from './source.js';

/**
 * Puts parts without a place in the model back where they stood. Containers on the way are copied first: the document
 * shares parts with the trial, and a trial is never changed. The schema is that of the document.
 */
export function restore(document: JsonObject, parts: readonly Unmapped[], schema: object): JsonObject {
  const fresh = new Set<object>([document]);
  for (const { path, value } of parts) {
    const steps = path.slice(1).split('/').map(unescapeStep);
    const last = steps.pop() ?? '';
    let holder: JsonObject | unknown[] = document;
    let known: PartSchema | undefined = schema;
    for (const step of steps) {
      known = known?.items ?? known?.properties?.[step];
      holder = child(holder, step, known?.type === 'array', fresh);
    }
    // A list has lost the item: it goes back between the others.
    if (Array.isArray(holder)) holder.splice(Number(last), 0, value);
    else set(holder, last, value);
  }
  return document;
}

/** Says whether a part that is not there is a list or an object: a key of an object may look like an index. */
interface PartSchema {
  readonly type?: string;
  readonly items?: PartSchema;
  readonly properties?: Readonly<Record<string, PartSchema>>;
}

function child(
  holder: JsonObject | unknown[],
  step: string,
  isList: boolean,
  fresh: Set<object>,
): JsonObject | unknown[] {
  const found = Array.isArray(holder) ? holder[Number(step)] : holder[step];
  if (typeof found === 'object' && found !== null && fresh.has(found)) return found as JsonObject | unknown[];
  const copy: JsonObject | unknown[] = Array.isArray(found)
    ? [...found]
    : typeof found === 'object' && found !== null
      ? { ...found }
      : isList
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
