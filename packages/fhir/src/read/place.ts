export type JsonObject = Record<string, unknown>;

/** Where one value stands in the source: a key of an object, or an index of a list. */
export interface Place {
  readonly holder: object;
  readonly key: string | number;
}

/** A value that was read, and where it stands. */
export interface Found<Value> extends Place {
  readonly value: Value;
  /** Name of the rule, where the value is not what stands there. */
  readonly rule?: string;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function valueAt({ holder, key }: Place): unknown {
  return (holder as Record<string | number, unknown>)[key];
}

/** The same place, read as something else. */
export function found<Value>({ holder, key }: Place, value: Value, rule?: string): Found<Value> {
  return rule === undefined ? { holder, key, value } : { holder, key, value, rule };
}

/** JSON Pointers of objects and lists inside a value, found by identity. */
export function pointersOf(root: unknown, wanted: ReadonlySet<object>): Map<object, string> {
  const pointers = new Map<object, string>();
  visit(root, '');
  return pointers;

  function visit(value: unknown, pointer: string): void {
    if (typeof value !== 'object' || value === null || pointers.size === wanted.size) return;
    if (wanted.has(value) && !pointers.has(value)) pointers.set(value, pointer);
    for (const key in value) visit((value as JsonObject)[key], `${pointer}/${escapeStep(key)}`);
  }
}

export function escapeStep(step: string): string {
  return step.includes('~') || step.includes('/') ? step.replaceAll('~', '~0').replaceAll('/', '~1') : step;
}
