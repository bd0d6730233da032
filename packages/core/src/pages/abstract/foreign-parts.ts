import type { Span } from '../../generated/trial.js';
import { scanLines } from '../lines.js';
import { startsAbstract } from './detect.js';

/** Headings of parts of a page that list other publications. */
const foreign =
  /^(?:references|reference list|bibliography|works cited|literature cited|similar articles|related articles|recommended articles|cited by(?: \d[\d,]* articles)?|comment(?:ed)? (?:in|on)|see also|most read|read more articles)\s*:?$/i;
/** Headings of parts that are about the publication itself again. */
const own =
  /^(?:publication types?|mesh terms|substances|associated data|related information|linkout.{0,40}|full text (?:sources|links)|grants?(?: and funding)?|figures?|keywords|(?:clinical )?trial registration(?: number)?|acknowledge?ments?|funding|author information|affiliations|abstract|data availability|conflicts? of interest|footnotes|pubmed disclaimer)\s*:?$/i;

/**
 * The parts of a page, from the beginning of its abstract on, that list other publications, each from its heading to the
 * next one that does not: ids there are theirs. Above the abstract the words of such headings are the site's navigation.
 */
export function foreignParts(source: string, from: number): Span[] {
  const parts: Span[] = [];
  let start: number | undefined;
  for (const line of scanLines(source, from)) {
    const text = line.end - line.start > 80 ? '' : source.slice(line.start, line.end);
    if (start === undefined && foreign.test(text)) start = line.start;
    else if (start !== undefined && (own.test(text) || startsAbstract(text))) {
      parts.push({ start, end: line.start });
      start = undefined;
    }
  }
  if (start !== undefined) parts.push({ start, end: source.length });
  return parts;
}

/** What lies outside of some parts; both are in their order. */
export function outside<Item extends { readonly start: number }>(
  items: readonly Item[],
  parts: readonly Span[],
): readonly Item[] {
  let part = 0;
  return items.filter(({ start }) => {
    while (part < parts.length && (parts[part]?.end ?? 0) <= start) part += 1;
    return (parts[part]?.start ?? Number.POSITIVE_INFINITY) > start;
  });
}
