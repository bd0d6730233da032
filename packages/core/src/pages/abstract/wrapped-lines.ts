import type { Span } from '../../generated/trial.js';

/** Longest abstract that is joined: a longer text is none. */
const longest = 200_000;
/** A line break inside a paragraph, and no heading of a structured abstract behind it. */
const softBreak = /(?<=[^\n\r])(?:\r\n|\n|\r)(?![\n\r]|[A-Z][A-Z /&,-]{2,60}:|(?:DOI|PMCID|PMID): )/g;

/**
 * A text whose lines were wrapped at a width, with blanks for the line breaks inside the paragraphs of a part: a sentence
 * goes on in the next line there. Places stay what they are.
 */
export function withoutWraps(source: string, { start, end }: Span): string {
  if (end - start > longest) return source;
  const part = source.slice(start, end).replace(softBreak, (wrap) => ' '.repeat(wrap.length));
  return source.slice(0, start) + part + source.slice(end);
}
