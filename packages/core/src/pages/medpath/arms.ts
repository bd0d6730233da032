import type { Arm, Span } from '../../generated/trial.js';
import { isExplicitAbsence } from '../absences.codes.js';
import { pathOf, type RecordPage } from '../page.js';
import type { Section } from '../sections.js';
import type { MedpathKey } from './labels.js';

const gluedHeader = 'GroupInterventionDescription';
const flatHeader = /^Group\sIntervention\sDescription\s*/;
const longestRow = 4000;

interface ArmCells {
  readonly label: Span;
  readonly intervention: Span;
  readonly description: Span | undefined;
}

/**
 * Reads the table of arms: group, intervention, description, one row for each intervention of a group. Where the cells
 * stand glued, a row is parted where one intervention of the page stands in it once, glued to what is before it; other
 * rows are kept whole as unmapped.
 */
export function readArmTable(page: RecordPage<MedpathKey>, section: Section<MedpathKey>): void {
  const { draft } = page;
  const names = (draft.trial.interventions ?? []).flatMap(({ name }) => (name && name.length >= 3 ? [name] : []));
  const arms: Arm[] = [];
  let isGlued = false;
  let hasRows = false;
  for (const line of page.lines(section)) {
    const text = line.end - line.start > longestRow ? '' : draft.text(line);
    if (text === gluedHeader) {
      isGlued = true;
      continue;
    }
    const row = { start: line.start + (flatHeader.exec(text)?.[0].length ?? 0), end: line.end };
    if (row.start >= row.end) continue;
    hasRows = true;
    if (page.isLastLine(line)) continue;
    const cells = row.start === line.start ? cellsOf(text, line.start, isGlued ? names : []) : undefined;
    if (cells) addRow(page, arms, cells);
    else {
      const why = 'a row of a table without borders between its cells.';
      draft.unmapped(`${pathOf(section.key)}/row`, row, why, 'unreadable-value');
    }
  }
  if (arms.length > 0) draft.trial.arms = arms;
  else if (!hasRows) draft.absent('/arms', page.isLast(section) ? 'truncated' : 'no-value', undefined, section.label);
}

/** Adds an arm, or to the last one its next intervention. */
function addRow(page: RecordPage<MedpathKey>, arms: Arm[], cells: ArmCells): void {
  const { draft } = page;
  const given = cells.description && draft.text(cells.description);
  const description = given === undefined || isExplicitAbsence(given) ? undefined : given;
  const label = draft.text(cells.label);
  const last = arms.at(-1);
  const isSame = last?.label === label && last.description === description;
  const pointer = `/arms/${isSame ? arms.length - 1 : arms.length}`;
  const arm: Arm = isSame && last ? last : { label, ...(description !== undefined && { description }) };
  arm.interventionNames ??= [];
  const name = draft.text(cells.intervention);
  draft.evidence.normalized(`${pointer}/interventionNames/${arm.interventionNames.length}`, rule, cells.intervention);
  arm.interventionNames.push(name);
  if (isSame) return;
  draft.evidence.normalized(`${pointer}/label`, rule, cells.label);
  if (description !== undefined && cells.description) {
    draft.evidence.normalized(`${pointer}/description`, rule, cells.description);
  }
  arms.push(arm);
}

const rule = 'row-of-arms';

/** Rows of a page saved as HTML keep the borders of their cells; in others they have to be found. */
function cellsOf(row: string, offset: number, names: readonly string[]): ArmCells | undefined {
  const [first, second, ...more] = [...row.matchAll(/\t/g)].map(({ index }) => index);
  if (first === undefined) return names.length <= 50 ? partArmRow(row, offset, names) : undefined;
  if (more.length > 0 || first === 0) return undefined;
  const intervention = { start: offset + first + 1, end: offset + (second ?? row.length) };
  const description =
    second === undefined || second + 1 >= row.length
      ? undefined
      : { start: offset + second + 1, end: offset + row.length };
  return intervention.start < intervention.end
    ? { label: { start: offset, end: offset + first }, intervention, description }
    : undefined;
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
