import { genericPath } from '../loss.js';

/** A scalar in a value: its JSON Pointer, the same with `*` for list positions, and the scalar. */
export interface Leaf {
  readonly pointer: string;
  readonly path: string;
  readonly value: unknown;
}

/** Every scalar in a value, in order. `null` counts as none, as in the loss report. */
export function* leavesOf(value: unknown, pointer = ''): Generator<Leaf> {
  if (value === null || value === undefined) return;
  if (typeof value !== 'object') {
    yield { pointer, path: genericPath(pointer), value };
  } else if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) yield* leavesOf(value[index], `${pointer}/${index}`);
  } else {
    for (const key of Object.keys(value)) {
      yield* leavesOf((value as Record<string, unknown>)[key], `${pointer}/${escapeStep(key)}`);
    }
  }
}

/** The value at a JSON Pointer; `undefined` when there is none. */
export function valueAt(root: unknown, pointer: string): unknown {
  let value = root;
  for (const step of stepsOf(pointer)) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}

/** A copy without the value at a pointer, and without the objects and lists that its removal leaves empty. */
export function without<Root>(root: Root, pointer: string): Root {
  return (removed(root, stepsOf(pointer), 0) ?? {}) as Root;
}

/** A copy with another value at a pointer. */
export function replaced<Root>(root: Root, pointer: string, value: unknown): Root {
  return placed(root, stepsOf(pointer), 0, value) as Root;
}

/** The pointers into a value that a path with `*` stands for. */
export function pointersTo(root: unknown, path: string): string[] {
  let found: { pointer: string; value: unknown }[] = [{ pointer: '', value: root }];
  for (const step of path.slice(1).split('/')) {
    found = found.flatMap(({ pointer, value }) => {
      if (step === '*') {
        return Array.isArray(value)
          ? value.map((item, index) => ({ pointer: `${pointer}/${index}`, value: item }))
          : [];
      }
      const child = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined;
      return child === undefined ? [] : [{ pointer: `${pointer}/${step}`, value: child }];
    });
  }
  return found.map(({ pointer }) => pointer);
}

/** Whether a pointer or a path is another one or lies below it. */
export function isAtOrBelow(pointer: string, above: string): boolean {
  return pointer === above || pointer.startsWith(`${above}/`);
}

function removed(value: unknown, steps: readonly string[], index: number): unknown {
  const step = steps[index];
  if (step === undefined) return undefined;
  if (Array.isArray(value)) {
    const child = removed(value[Number(step)], steps, index + 1);
    const items = value.flatMap((item, position) =>
      position !== Number(step) ? [item] : child === undefined ? [] : [child],
    );
    return items.length > 0 ? items : undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const child = removed((value as Record<string, unknown>)[step], steps, index + 1);
  const { [step]: _removed, ...rest } = value as Record<string, unknown>;
  const copy = child === undefined ? rest : { ...value, [step]: child };
  return Object.keys(copy).length > 0 ? copy : undefined;
}

function placed(value: unknown, steps: readonly string[], index: number, leaf: unknown): unknown {
  const step = steps[index];
  if (step === undefined) return leaf;
  if (Array.isArray(value)) {
    return value.map((item, position) => (position === Number(step) ? placed(item, steps, index + 1, leaf) : item));
  }
  const record = value as Record<string, unknown>;
  return { ...record, [step]: placed(record[step], steps, index + 1, leaf) };
}

function stepsOf(pointer: string): string[] {
  return pointer === ''
    ? []
    : pointer
        .slice(1)
        .split('/')
        .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function escapeStep(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
