/** JSON Pointers of objects and lists inside a value, found by identity; the first place of each. */
export function pointersOf(root: unknown, wanted: ReadonlySet<object>): Map<object, string> {
  const found = new Map<object, string>();
  visit(root, '');
  return found;

  function visit(value: unknown, pointer: string): void {
    if (typeof value !== 'object' || value === null || found.size === wanted.size) return;
    if (wanted.has(value) && !found.has(value)) found.set(value, pointer);
    if (Array.isArray(value)) for (const [index, item] of value.entries()) visit(item, `${pointer}/${index}`);
    else for (const [key, item] of Object.entries(value)) visit(item, `${pointer}/${escapeStep(key)}`);
  }
}

/** Escapes one step of a JSON Pointer. */
export function escapeStep(step: string): string {
  return step.includes('~') || step.includes('/') ? step.replaceAll('~', '~0').replaceAll('/', '~1') : step;
}
