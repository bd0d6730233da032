import type { Span } from '../../generated/trial.js';
import { isExplicitAbsence } from '../absences.codes.js';
import { type CriteriaBlock, readCriteria } from '../criteria.js';
import { spanOf } from '../draft.js';
import type { Line } from '../lines.js';
import type { RecordPage } from '../page.js';
import type { Section } from '../sections.js';
import { type MedpathKey, withoutDash } from './labels.js';

type Page = RecordPage<MedpathKey>;
type Part = Section<MedpathKey>;

/**
 * The criteria stand under their headings, or without any right behind the target; then nothing says where the
 * exclusion criteria begin, and nothing is guessed.
 */
export function readCriteriaSections(page: Page): void {
  const blocks: CriteriaBlock[] = [];
  const target = page.section('Target Recruitment');
  const loose = target && looseCriteria(page, target);
  if (loose) blocks.push({ content: loose });
  for (const [key, kind] of [
    ['Inclusion Criteria', 'INCLUSION'],
    ['Exclusion Criteria', 'EXCLUSION'],
  ] as const) {
    const section = page.section(key);
    if (section)
      blocks.push({ heading: spanOf(section.label), kind, content: { start: section.start, end: section.end } });
  }
  const [first] = blocks;
  if (!first) return;
  const given = blocks.filter((block) => !isNotGiven(page, block));
  const span = readCriteria(page.draft, given);
  const last = page.sections.list.at(-1);
  if (span) page.reportCutText('/eligibility/criteria', span);
  else
    page.draft.absent(
      '/eligibility/criteria',
      last && page.isLast(last) && last.label.start === blocks.at(-1)?.heading?.start ? 'truncated' : 'no-value',
      undefined,
      first.heading,
    );
}

const fillers = ['Not provided', 'Not available', 'Not specified'];

/** Whether a page says of a part of the criteria that it has none to show: "Not provided". */
function isNotGiven(page: Page, block: CriteriaBlock): boolean {
  const { draft } = page;
  const lines = page.lines(block.content);
  const [first] = lines;
  const isFiller = (line: Line): boolean => {
    const text = line.end - line.start > 40 ? '' : withoutDash(draft.words(line));
    // The end of the source may cut the filler itself, or the label behind it.
    if (page.isCut(line)) return line !== first || (text !== '' && fillers.some((filler) => filler.startsWith(text)));
    return isExplicitAbsence(text) && !/^none$/i.test(text);
  };
  if (!first || !lines.every(isFiller)) return false;
  const part = block.kind === undefined ? 'The criteria' : `The ${block.kind.toLowerCase()} criteria`;
  const message = `${part} are not given: "${draft.text(first)}".`;
  page.context.report({ code: 'placeholder', severity: 'information', at: '/eligibility/criteria', message });
  draft.absent('/eligibility/criteria', 'not-provided', draft.text(first), first);
  return true;
}

/** What stands behind the number of people and before the next label. */
function looseCriteria(page: Page, target: Part): Span | undefined {
  const lines: Line[] = page.lines(target);
  const [, first] = lines;
  const last = lines.at(-1);
  return first && last && { start: first.start - first.indent, end: last.end };
}
