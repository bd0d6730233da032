/** Every scalar of a value with its JSON Pointer; `null` and containers of nothing are none. */
export function jsonLeaves(value: unknown, pointer = '', leaves = new Map<string, unknown>()): Map<string, unknown> {
  if (Array.isArray(value))
    for (const [index, item] of value.entries()) jsonLeaves(item, `${pointer}/${index}`, leaves);
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value))
      jsonLeaves(item, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, leaves);
  else if (value !== null && value !== undefined) leaves.set(pointer, value);
  return leaves;
}

/** What differs between two sets of leaves, one line each. */
export function differences(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): string[] {
  const lines: string[] = [];
  for (const [path, value] of before)
    if (!Object.is(after.get(path), value))
      lines.push(`${path}: ${JSON.stringify(value)} became ${JSON.stringify(after.get(path))}`);
  for (const [path, value] of after) if (!before.has(path)) lines.push(`${path}: ${JSON.stringify(value)} was added`);
  return lines;
}
