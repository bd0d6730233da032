import type { Mention, Reference } from '@trialbridge/core';
import type { Fact } from './facts.js';

/** Citations that stand nowhere in the text word for word cost a whole search each; after so many we stop looking. */
const fruitlessSearches = 50;

/** Publications and registry ids of a source, as lines of the list. `from` is the id of the first. */
export function citationFacts(
  source: string,
  citations: readonly Reference[],
  mentions: readonly Mention[],
  from: number,
): Fact[] {
  const facts: Fact[] = [];
  let cursor = 0;
  let fruitless = 0;
  for (const [index, citation] of citations.entries()) {
    const raw = citation.citation;
    const start = raw === undefined || fruitless >= fruitlessSearches ? -1 : source.indexOf(raw, cursor);
    if (raw !== undefined && start === -1) fruitless += 1;
    if (raw !== undefined && start !== -1) cursor = start + raw.length;
    facts.push({
      id: from + facts.length,
      section: 'Citations',
      label: `Citation ${index + 1}`,
      kind: 'citation',
      value: { text: titleOf(citation), isCode: false, details: detailsOf(citation) },
      spans: raw === undefined || start === -1 ? [] : [{ start, end: start + raw.length }],
    });
  }
  for (const { value, registry, start } of mentions) {
    facts.push({
      id: from + facts.length,
      section: 'Mentions',
      label: 'Registry id in passing',
      kind: 'mention',
      value: { text: value, isCode: true, details: [['registry', registry]] },
      spans: [{ start, end: endOfMention(source, start, value) }],
    });
  }
  return facts;
}

function titleOf({ title, citation, doi, pmid }: Reference): string {
  return title ?? citation ?? doi ?? pmid ?? '';
}

function detailsOf(reference: Reference): (readonly [string, string])[] {
  const { authors, authorsTruncated, journal, year, volume, issue, pages, doi, pmid, pmcid } = reference;
  const parts: readonly (readonly [string, string | undefined])[] = [
    ['authors', authors && `${authors.join('; ')}${authorsTruncated ? ', et al.' : ''}`],
    ['journal', journal],
    ['year', year],
    ['volume', volume],
    ['issue', issue],
    ['pages', pages],
    ['doi', doi],
    ['pmid', pmid],
    ['pmcid', pmcid],
  ];
  return parts.flatMap(([name, text]) => (text === undefined ? [] : [[name, text] as const]));
}

/** A mention names the normal form of an id; in the text it may hold spaces or dashes. */
function endOfMention(source: string, start: number, value: string): number {
  if (source.startsWith(value, start)) return start + value.length;
  const letters = value.replace(/[^A-Za-z0-9]/g, '').length;
  let seen = 0;
  let at = start;
  for (; at < source.length && seen < letters && at < start + 2 * value.length; at += 1) {
    if (/[A-Za-z0-9]/.test(source.charAt(at))) seen += 1;
    else if (/[\n\r.;,()[\]]/.test(source.charAt(at))) break;
  }
  return Math.max(at, start + 1);
}
