import type { SourceKind } from '@trialbridge/core';

/**
 * File name of a trial without its ending. Characters that are unsafe in names or would make folders are written as
 * `%` and their number, so that two ids never share a name; the second trial of an id gets `-2`.
 */
export function fileNameOf(id: string, kind: SourceKind, occurrence: number): string {
  const safe = encodeURIComponent(id).replace(/[!'()*]|^\./g, percent);
  return `${safe}${kind === 'publication' ? '.publication' : ''}${occurrence > 1 ? `-${occurrence}` : ''}`;
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
