/** A table that is looked up with words of a source: `constructor` and the like are in none. */
export function table<Value>(entries: Readonly<Record<string, Value>>): ReadonlyMap<string, Value> {
  return new Map(Object.entries(entries));
}
