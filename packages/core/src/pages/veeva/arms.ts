import type { Arm, Span } from '../../generated/trial.js';
import { spanOf } from '../draft.js';
import { isTypedIntervention } from '../interventions.js';
import type { Line } from '../lines.js';
import { pathOf, type RecordPage } from '../page.js';
import type { Section } from '../sections.js';
import { partsOfArms } from './arm-parts.js';
import type { VeevaKey } from './labels.js';
import { armTypeTable } from './veeva.codes.js';

/**
 * Reads the arms under the participants line: name, type, `Description:` with text, `Treatment:` with one intervention
 * per line; all but the name may be missing. A type is a whole line from the closed list, since an arm's own name may
 * end in "group".
 */
export function readArms(page: RecordPage<VeevaKey>, section: Section<VeevaKey>, groups: number): void {
  const lines = page.lines(section);
  const parts = partsOfArms(page, lines, page.isLast(section) ? undefined : groups);
  const hasKinds = lines.some(
    (line, index) => parts[index] === 'treatment' && isTypedIntervention(page.draft.words(line)),
  );
  const listed = new Set(page.draft.trial.interventions?.flatMap(({ name }) => name ?? []));
  const arms: Arm[] = [];
  let arm: Arm | undefined;
  let description: Span | undefined;
  for (const [index, line] of lines.entries()) {
    const part = parts[index];
    if (part === 'name') {
      closeDescription(page, arms, description);
      description = undefined;
      if (page.isCut(line)) {
        page.keepPart(pathOf('arms'), line);
        break;
      }
      arm = { label: page.draft.text(line) };
      page.draft.evidence.stated(`/arms/${arms.length}/label`, spanOf(line));
      arms.push(arm);
    } else if (part === 'type' && arm) {
      if (page.isCut(line)) page.keepPart(pathOf('arms'), line);
      else arm.type = page.draft.coded(`/arms/${arms.length - 1}/type`, line, armTypeTable);
    } else if (part === 'description' && arm) {
      description = { start: description?.start ?? line.start, end: line.end };
    } else if (part === 'treatment' && arm) {
      const isKnown = isListed(page, line, listed);
      if (page.isLastLine(line) && !isKnown) page.keepPart(pathOf('arms'), line);
      else if (isKnown || !hasKinds || isTypedIntervention(page.draft.words(line)))
        addTreatment(page, arm, arms.length - 1, line);
      else page.draft.unmapped(pathOf('arms'), line, 'a line without a kind among treatments that have one.');
    } else if (part === 'other') {
      if (page.isCut(line)) page.keepPart(pathOf('arms'), line);
      else page.draft.unmapped(pathOf('arms'), line, 'no known part of an arm.');
    }
  }
  closeDescription(page, arms, description);
  if (arms.length > 0) page.draft.trial.arms = arms;
  checkNumber(page, section, arms.length, groups);
}

/** Whether a treatment is one of those listed for the trial, so that it cannot be half of one. */
function isListed(page: RecordPage<VeevaKey>, line: Line, listed: ReadonlySet<string>): boolean {
  if (page.isCut(line)) return false;
  const text = page.draft.words(line);
  return listed.has(text) || listed.has(text.slice(text.indexOf(':') + 1).trim());
}

function closeDescription(page: RecordPage<VeevaKey>, arms: readonly Arm[], span: Span | undefined): void {
  const arm = arms.at(-1);
  if (!span || !arm) return;
  const pointer = `/arms/${arms.length - 1}/description`;
  arm.description = page.draft.text(span);
  page.draft.evidence.stated(pointer, span);
  page.reportCutText(pointer, span);
}

function addTreatment(page: RecordPage<VeevaKey>, arm: Arm, index: number, line: Line): void {
  arm.interventionNames ??= [];
  page.draft.evidence.stated(`/arms/${index}/interventionNames/${arm.interventionNames.length}`, spanOf(line));
  arm.interventionNames.push(page.draft.text(line));
}

function checkNumber(page: RecordPage<VeevaKey>, section: Section<VeevaKey>, found: number, groups: number): void {
  if (found === 0)
    page.draft.absent('/arms', page.isLast(section) ? 'truncated' : 'no-value', undefined, section.label);
  else if (found !== groups && !page.isLast(section)) {
    const message = `The page speaks of ${groups} groups and shows ${found}.`;
    page.context.report({ code: 'conflict', severity: 'warning', at: '/arms', message });
  }
}
