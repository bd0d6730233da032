import type { Span } from '../../generated/trial.js';
import { type CriteriaBlock, readCriteria } from '../criteria.js';
import { spanOf } from '../draft.js';
import type { RecordPage } from '../page.js';
import type { VeevaKey } from './labels.js';

/** The criteria stand in one or two sections that follow each other: one text of the model. */
export function readCriteriaSections(page: RecordPage<VeevaKey>): void {
  const blocks: CriteriaBlock[] = [];
  for (const section of page.sections.list) {
    const content: Span = { start: section.start, end: section.end };
    const heading = spanOf(section.label);
    if (section.key === 'Inclusion criteria') blocks.push({ heading, kind: 'INCLUSION', content });
    else if (section.key === 'Exclusion criteria') blocks.push({ heading, kind: 'EXCLUSION', content });
    else if (section.key === 'Inclusion and exclusion criteria') blocks.push({ heading, content });
  }
  const last = page.sections.list.at(-1);
  const [first] = blocks;
  if (!first) return;
  const span = readCriteria(page.draft, blocks);
  if (span) page.reportCutText('/eligibility/criteria', span);
  else {
    const isLast = last !== undefined && page.isLast(last) && blocks.at(-1)?.heading?.start === last.label.start;
    page.draft.absent('/eligibility/criteria', isLast ? 'truncated' : 'no-value', undefined, first.heading);
  }
}
