/** JSON Pointers of objects and lists inside a value, found by identity; the first place of each. */
export function pointersOf(root: unknown, wanted: ReadonlySet<object>): Map<object, string> {
  const found = new Map<object, string>();
  // The way to the visited value. Pointers are made of it only for what is wanted: most of a record is not.
  const steps: (string | number)[] = [];
  visit(root);
  return found;

  function visit(value: unknown): void {
    if (typeof value !== 'object' || value === null || found.size === wanted.size) return;
    if (wanted.has(value) && !found.has(value))
      found.set(value, steps.map((step) => `/${typeof step === 'number' ? step : escapeStep(step)}`).join(''));
    const depth = steps.length;
    if (Array.isArray(value))
      for (let index = 0; index < value.length; index += 1) {
        steps[depth] = index;
        visit(value[index]);
      }
    else
      for (const key in value) {
        const part = (value as Record<string, unknown>)[key];
        if (typeof part !== 'object') continue;
        steps[depth] = key;
        visit(part);
      }
    steps.length = depth;
  }
}

/** Escapes one step of a JSON Pointer. */
export function escapeStep(step: string): string {
  return step.includes('~') || step.includes('/') ? step.replaceAll('~', '~0').replaceAll('/', '~1') : step;
}
