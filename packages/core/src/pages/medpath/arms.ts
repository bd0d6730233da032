import type { Arm, Span } from '../../generated/trial.js';
import { isExplicitAbsence } from '../absences.codes.js';
import { pathOf, type RecordPage } from '../page.js';
import type { Section } from '../sections.js';
import type { MedpathKey } from './labels.js';

const gluedHeader = 'GroupInterventionDescription';
const flatHeader = /^Group Intervention Description\s*/;
const longestRow = 4000;

interface ArmCells {
  readonly label: Span;
  readonly intervention: Span;
  readonly description: Span | undefined;
}

/**
 * Reads the table of arms, whose cells stand glued: group, intervention, description. A row is parted where one
 * intervention of the page stands in it once, glued to what is before it; other rows are kept whole as unmapped.
 */
export function readArmTable(page: RecordPage<MedpathKey>, section: Section<MedpathKey>): void {
  const { draft } = page;
  const names = (draft.trial.interventions ?? []).flatMap(({ name }) =>
    name === undefined || name.length < 3 ? [] : [name],
  );
  const arms: Arm[] = [];
  let isGlued = false;
  const lines = page.lines(section);
  for (const line of lines) {
    const text = line.end - line.start > longestRow ? '' : draft.text(line);
    if (text === gluedHeader) {
      isGlued = true;
      continue;
    }
    const header = flatHeader.exec(text)?.[0].length ?? 0;
    const row = { start: line.start + header, end: line.end };
    if (row.start >= row.end || page.isLastLine(line)) continue;
    const cells = isGlued && names.length <= 50 ? partArmRow(text, line.start, names) : undefined;
    if (cells) arms.push(addArm(page, arms.length, cells, draft.trial.interventions ?? []));
    else
      draft.unmapped(
        `${pathOf(section.key)}/row`,
        row,
        'a row of a table without borders between its cells.',
        'unreadable-value',
      );
  }
  if (arms.length > 0) draft.trial.arms = arms;
  else if (lines.every((line) => isHeader(draft.text(line))))
    draft.absent('/arms', page.isLast(section) ? 'truncated' : 'no-value', undefined, section.label);
}

function isHeader(text: string): boolean {
  return text === gluedHeader || text === 'Group Intervention Description';
}

function addArm(
  page: RecordPage<MedpathKey>,
  index: number,
  cells: ArmCells,
  interventions: readonly { name?: string }[],
): Arm {
  const { draft } = page;
  const pointer = `/arms/${index}`;
  const name = draft.text(cells.intervention);
  draft.evidence.normalized(`${pointer}/label`, 'known-intervention-in-row', cells.label);
  draft.evidence.normalized(`${pointer}/interventionNames/0`, 'known-intervention-in-row', cells.intervention);
  const arm: Arm = { label: draft.text(cells.label), interventionNames: [name] };
  const { description } = cells;
  if (description && !isExplicitAbsence(draft.text(description)) && interventions.length > 0) {
    arm.description = draft.text(description);
    draft.evidence.normalized(`${pointer}/description`, 'known-intervention-in-row', description);
  }
  return arm;
}

/** Parts one row; `undefined` where no border or more than one way to part it is found. */
export function partArmRow(row: string, offset: number, names: readonly string[]): ArmCells | undefined {
  const found: ArmCells[] = [];
  for (const name of names) {
    for (let at = row.indexOf(name, 1); at > 0; at = row.indexOf(name, at + 1)) {
      const end = at + name.length;
      if (/\s/.test(row.charAt(at - 1)) || /\s/.test(row.charAt(end))) continue;
      const description = end < row.length ? { start: offset + end, end: offset + row.length } : undefined;
      found.push({
        label: { start: offset, end: offset + at },
        intervention: { start: offset + at, end: offset + end },
        description,
      });
      if (found.length > 1) return undefined;
    }
  }
  return found[0];
}
