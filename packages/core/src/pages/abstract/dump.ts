import type { Line } from '../lines.js';
import { type Publication, PublicationDraft } from './publication.js';

/** `key: ... authors: A; B title: T date: D journal: J DOI: X doc_id: N cord_uid: U` and the text behind it. */
export function readDump(source: string, line: Line): Publication {
  const draft = new PublicationDraft(source);
  const text = source.slice(line.start, Math.min(line.end, line.start + 6000));
  const keys = ['authors', 'title', 'date', 'journal', 'DOI', 'doc_id', 'cord_uid'];
  const places: { key: string; start: number; from: number }[] = [];
  let at = 0;
  for (const key of keys) {
    const start = text.indexOf(` ${key}: `, at);
    if (start < 0) continue;
    places.push({ key, start, from: start + key.length + 3 });
    at = start + 1;
  }
  for (const [index, place] of places.entries()) {
    const end = places[index + 1]?.start ?? firstWordEnd(text, place.from);
    const span = { start: line.start + place.from, end: line.start + end };
    if (place.key === 'authors') draft.authors([span], ';');
    else if (place.key === 'title') draft.set('title', span);
    else if (place.key === 'journal') draft.set('journal', span);
    else if (place.key === 'DOI') draft.set('doi', span);
    else if (place.key === 'date' && /^(?:19|20)\d\d/.test(text.slice(place.from)))
      draft.set('year', { start: span.start, end: span.start + 4 });
  }
  const last = places.at(-1);
  return draft.finish({ start: line.start + (last ? firstWordEnd(text, last.from) : 0), end: source.length });
}

function firstWordEnd(text: string, from: number): number {
  const blank = text.indexOf(' ', from);
  return blank < 0 ? text.length : blank;
}
