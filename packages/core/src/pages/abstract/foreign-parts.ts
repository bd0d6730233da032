import type { Span } from '../../generated/trial.js';
import { scanLines } from '../lines.js';

/** Headings of parts of a page that list other publications. */
const foreign =
  /^(?:references|reference list|bibliography|works cited|literature cited|similar articles|related articles|recommended articles|cited by(?: \d[\d,]* articles)?|comment(?:ed)? (?:in|on)|see also|most read|read more articles)\s*:?$/i;
/** Headings of parts that are about the publication itself again. */
const own =
  /^(?:publication types?|mesh terms|substances|associated data|related information|linkout.{0,40}|full text (?:sources|links)|grants?(?: and funding)?|figures?|keywords|(?:clinical )?trial registration(?: number)?|acknowledge?ments?|funding|author information|affiliations|abstract|data availability|conflicts? of interest|footnotes|pubmed disclaimer)\s*:?$/i;

/** The parts of a page that list other publications, each from its heading to the next one that does not: ids there are theirs. */
export function foreignParts(source: string): Span[] {
  const parts: Span[] = [];
  let start: number | undefined;
  for (const line of scanLines(source)) {
    const text = line.end - line.start > 80 ? '' : source.slice(line.start, line.end);
    if (start === undefined && foreign.test(text)) start = line.start;
    else if (start !== undefined && own.test(text)) {
      parts.push({ start, end: line.start });
      start = undefined;
    }
  }
  if (start !== undefined) parts.push({ start, end: source.length });
  return parts;
}

/** What lies outside of some parts, which are in order. */
export function outside<Item extends { readonly start: number }>(
  items: readonly Item[],
  parts: readonly Span[],
): readonly Item[] {
  if (parts.length === 0) return items;
  return items.filter((item) => !parts.some(({ start, end }) => item.start >= start && item.start < end));
}
