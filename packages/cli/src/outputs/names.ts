import type { SourceKind } from '@trialbridge/core';
import { IdSet } from '../engine/id-set.js';

/**
 * File name of a trial without its ending. Characters that are unsafe in names or would make folders are written as
 * `%` and their number, so that two ids never share a name.
 */
export function fileNameOf(id: string, kind: SourceKind): string {
  const safe = encodeURIComponent(id).replace(/[!'()*]|^\./g, percent);
  return kind === 'publication' ? `${safe}.publication` : safe;
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** Gives every trial of an output a name of its own: the second trial of an id gets `-2`. */
export class Names {
  private readonly taken = new IdSet();
  private readonly repeated = new Map<string, number>();

  take(id: string, kind: SourceKind): string {
    const name = fileNameOf(id, kind);
    if (this.taken.add(name)) return name;
    const count = (this.repeated.get(name) ?? 1) + 1;
    this.repeated.set(name, count);
    return `${name}-${count}`;
  }
}
