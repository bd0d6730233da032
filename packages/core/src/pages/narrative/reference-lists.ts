import type { Reference, Span } from '../../generated/trial.js';
import { type Line, scanLines } from '../lines.js';
import { readReference } from './references.js';

interface Entry extends Span {
  readonly number: number;
}

const numbered = /^(?:\[(\d{1,3})\]|(\d{1,3})[.)])[ \t\u00a0]+(?=\S)/;
const heading = /^(?:references?|bibliography|literature cited|works cited|citations|sources)\s*:?$/i;
const year = /(?:^|[\s(,;.])(?:19|20)\d\d(?=[\s).;,:]|$)/;
const longestEntry = 3000;
const mostReferences = 20_000;

/**
 * The entries of the numbered reference lists of a text. A numbered list is one of references when it counts up from
 * its first number and most of its entries name a year, as other lists do not.
 */
export function readReferenceLists(source: string): Reference[] {
  const references: Reference[] = [];
  let run: Entry[] = [];
  let isUnderHeading = false;
  let wasHeading = false;
  const close = (): void => {
    if (isReferenceList(source, run, isUnderHeading)) {
      for (const { start, end } of run)
        if (references.length < mostReferences) references.push(readReference(source.slice(start, end)));
    }
    run = [];
  };
  for (const line of scanLines(source)) {
    const entry = entryOf(source, line);
    const last = run.at(-1);
    if (entry && (!last || entry.number !== last.number + 1)) {
      close();
      isUnderHeading = wasHeading;
    }
    if (entry) {
      if (run.length > 0 || entry.number === 1) run.push(entry);
    } else if (!(last && isContinuation(source, line))) close();
    wasHeading = line.end - line.start < 40 && heading.test(source.slice(line.start, line.end));
  }
  close();
  return references;
}

function entryOf(source: string, line: Line): Entry | undefined {
  const match = numbered.exec(source.slice(line.start, line.start + 16));
  if (!match || line.end - line.start > longestEntry) return undefined;
  const start = line.start + match[0].length;
  return start < line.end ? { number: Number(match[1] ?? match[2]), start, end: line.end } : undefined;
}

/** Links that sites print below an entry do not end a list. */
function isContinuation(source: string, line: Line): boolean {
  return /^(?:\[?(?:PubMed|Google Scholar|CrossRef|DOI|View|Free (?:PMC )?(?:full text|article))\b|https?:\/\/)/i.test(
    source.slice(line.start, line.start + 40),
  );
}

function isReferenceList(source: string, run: readonly Entry[], isUnderHeading: boolean): boolean {
  if (run.length === 0 || (run.length < 2 && !isUnderHeading)) return false;
  const dated = run.filter(({ start, end }) => year.test(source.slice(start, end))).length;
  return dated >= run.length * (isUnderHeading ? 0.5 : 0.75);
}
