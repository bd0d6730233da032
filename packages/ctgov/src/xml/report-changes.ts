import { markupPaths, type Trial } from '@trialbridge/core';
import { toPlainText } from '../markup.js';
import type { XmlDraft } from './draft.js';
import { hasForbiddenCharacter } from './escape.js';

const isMarkup = new Set<string>(markupPaths);

/**
 * Reports what happened to texts everywhere in a trial. Looks through the whole trial, so it is called only when the
 * writer saw such a text.
 */
export function reportTexts(
  draft: XmlDraft,
  trial: Trial,
  seen: { markup: boolean; wordings: ReadonlySet<object>; forbidden: boolean },
): void {
  const { evidence: _evidence, unmapped: _unmapped, ...rest } = trial;
  visit(rest, '', '');

  function visit(value: unknown, pointer: string, path: string): void {
    if (draft.leftOut.has(pointer)) return;
    if (typeof value === 'string') {
      if (seen.markup && isMarkup.has(path) && toPlainText(value) !== value) draft.changed(pointer, 'markup-to-plain');
      else if (seen.forbidden && hasForbiddenCharacter(value)) draft.changed(pointer, 'forbidden-character');
    } else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, `${pointer}/${index}`, `${path}/*`);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) visit(item, `${pointer}/${key}`, `${path}/${key}`);
      if (seen.wordings.has(value)) draft.dropped(`${pointer}/verbatim`, 'code-says-it');
    }
  }
}
