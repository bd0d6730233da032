import type { Span } from '../../generated/trial.js';
import { mentionsIn } from '../draft.js';
import { readIdentifiers, registryIdsIn } from '../identifier-lines.js';
import type { Line } from '../lines.js';
import { pathOf, type RecordPage } from '../page.js';
import type { Section } from '../sections.js';
import type { MedpathKey } from './labels.js';

/**
 * Reads the registry ids of a trial: one, or several in a line or in lines of their own. The first line may hold an id
 * of a form that is not known; other lines hold ids of registries or nothing that belongs there.
 */
export function readRegistrationNumbers(page: RecordPage<MedpathKey>, section: Section<MedpathKey>): void {
  const { draft } = page;
  const spans: Span[] = [];
  for (const [index, line] of page.values(section, ['/identifiers']).entries()) {
    const ids = idsOf(page, line);
    const path = index === 0 ? pathOf(section.key) : `${pathOf(section.key)}/${index}`;
    if (ids) spans.push(...ids);
    else if (draft.isNotProvided(['/identifiers'], line)) continue;
    else if (index > 0) draft.unmapped(path, line, 'a second value where one belongs.');
    else if (mentionsIn(draft.text(line).slice(0, 1000)).length > 1)
      draft.unmapped(path, line, 'several ids with words between.');
    else spans.push(line);
  }
  readIdentifiers(draft, spans);
}

function idsOf(page: RecordPage<MedpathKey>, line: Line): Span[] | undefined {
  const ids = registryIdsIn(page.draft.text(line));
  return ids?.map(({ start, end }) => ({ start: line.start + start, end: line.start + end }));
}
