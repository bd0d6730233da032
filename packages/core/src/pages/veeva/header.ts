import { spanOf } from '../draft.js';
import type { Line } from '../lines.js';
import type { RecordPage } from '../page.js';
import { pathOf } from '../page.js';
import { isNavigation } from '../site-words.codes.js';
import type { VeevaKey } from './labels.js';

/**
 * Reads what stands above the first label: title, logo line, sponsor. The logo line is `X logo` or the first letter of
 * the sponsor; it is never data.
 */
export function readHeader(page: RecordPage<VeevaKey>): void {
  const { draft, sections } = page;
  const all = page.lines({ start: 0, end: sections.headerEnd });
  const name = all.findLastIndex((line) => siteChrome.has(draft.words(line)));
  const lines = all.slice(name + 1).filter((line) => !page.isCut(line) && !isNavigation(draft.text(line)));
  // Text before the first label of a page that starts in its middle is no title.
  if (sections.list.length > 0 && !startsAtTop(page)) {
    if (lines.length > 0) keepRest(page, lines, 'text before the first heading of a page that starts in its middle.');
    return;
  }
  const [title, ...others] = lines;
  if (!title) return;
  draft.trial.briefTitle = draft.text(title);
  draft.evidence.stated('/briefTitle', spanOf(title));
  const sponsor = sponsorOf(page, others);
  if (sponsor) {
    draft.trial.leadSponsor = { name: draft.text(sponsor) };
    draft.evidence.stated('/leadSponsor/name', spanOf(sponsor));
  }
  keepRest(
    page,
    others.filter((line) => line !== sponsor && !isLogo(draft.text(line), draft.text(sponsor ?? title))),
    'no known line of the header.',
  );
}

const siteChrome: ReadonlySet<string> = new Set(['ClinicalTrials.Veeva', 'Menu', 'Skip to main content']);

function startsAtTop(page: RecordPage<VeevaKey>): boolean {
  const first = page.sections.list[0]?.key;
  return first === undefined || first === 'Status' || first === 'Status and phase';
}

/** The line after its logo line; with one line only, that line, unless it is a logo. */
function sponsorOf(page: RecordPage<VeevaKey>, lines: readonly Line[]): Line | undefined {
  const { draft } = page;
  for (const [index, line] of lines.entries()) {
    const previous = lines[index - 1];
    if (previous && isLogo(draft.text(previous), draft.text(line))) return line;
  }
  const [only, second] = lines;
  if (!only || second || page.sections.list.length === 0) return undefined;
  const text = draft.text(only);
  return text.endsWith(' logo') || text.length === 1 ? undefined : only;
}

function isLogo(text: string, sponsor: string): boolean {
  if (text === `${sponsor} logo`) return true;
  return text.length <= 2 && sponsor.toUpperCase().startsWith(text.toUpperCase());
}

function keepRest(page: RecordPage<VeevaKey>, lines: readonly Line[], why: string): void {
  for (const line of lines) page.draft.unmapped(pathOf('header'), line, why);
}
