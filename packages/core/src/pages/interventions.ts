import type { Intervention, Span } from '../generated/trial.js';
import type { TrialDraft } from './draft.js';
import { spanOf } from './draft.js';
import { interventionTypeTable } from './page.codes.js';

/**
 * Reads `Drug: somatropin` at a pointer. Split at the first colon only, and only behind a kind of the closed list: a
 * name may hold colons itself.
 */
export function readIntervention(draft: TrialDraft, pointer: string, span: Span): Intervention {
  const text = draft.text(span);
  const colon = text.slice(0, 40).indexOf(':');
  const type = colon > 0 ? interventionTypeTable.read(text.slice(0, colon).trim()) : undefined;
  const name = text.slice(colon + 1).trim();
  if (type?.code === undefined || name === '') {
    draft.evidence.stated(pointer, spanOf(span));
    draft.unknownCode(`${pointer}/type`, text);
    return { name: text };
  }
  const nameStart = span.start + text.indexOf(name, colon + 1);
  draft.evidence.stated(`${pointer}/type`, { start: span.start, end: span.start + colon });
  draft.evidence.stated(`${pointer}/name`, { start: nameStart, end: span.end });
  return { type, name };
}

/** Whether a text begins with a kind of intervention and a colon. */
export function isTypedIntervention(text: string): boolean {
  const colon = text.slice(0, 40).indexOf(':');
  return colon > 0 && interventionTypeTable.read(text.slice(0, colon).trim()).code !== undefined;
}
