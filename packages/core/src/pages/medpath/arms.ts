import type { Arm, Span } from '../../generated/trial.js';
import { isExplicitAbsence } from '../absences.codes.js';
import type { Line } from '../lines.js';
import { pathOf, type RecordPage } from '../page.js';
import type { Section } from '../sections.js';
import type { MedpathKey } from './labels.js';

const gluedHeader = 'GroupInterventionDescription';
const flatHeader = /^Group\sIntervention\sDescription\s*/;
const longestRow = 4000;
/** Names that are looked for in each row: bounds the work. */
const mostNames = 50;

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
  const rows = rowsOf(page, section);
  const whole = rows.filter(({ line }) => !page.isLastLine(line));
  for (const { line, start } of rows.slice(whole.length))
    page.keepPart(`${pathOf(section.key)}/row`, { start, end: line.end });
  const parted = whole.map((row) => cellsOf(page, row, names));
  // A line that names no intervention may go on with the row before it: then no row of this kind is sure to be whole.
  const isSure = whole.every(({ borders }, index) => borders !== 'blanks' || parted[index]);
  for (const [index, row] of whole.entries()) {
    const cells = parted[index];
    if (cells && (isSure || row.borders !== 'blanks')) addRow(page, arms, cells);
    else {
      const why = 'a row of a table without borders between its cells.';
      draft.unmapped(`${pathOf(section.key)}/row`, { start: row.start, end: row.line.end }, why, 'unreadable-value');
    }
  }
  if (arms.length > 0) draft.trial.arms = arms;
  else if (rows.length === 0)
    draft.absent('/arms', page.isLast(section) ? 'truncated' : 'no-value', undefined, section.label);
}

interface Row {
  readonly line: Line;
  /** Where its cells begin: in one layout the first row stands behind the header, in its line. */
  readonly start: number;
  /** What stands between its cells. */
  readonly borders: 'tabs' | 'nothing' | 'blanks';
}

function rowsOf(page: RecordPage<MedpathKey>, section: Section<MedpathKey>): Row[] {
  const rows: Row[] = [];
  let isGlued = false;
  for (const line of page.lines(section)) {
    const text = line.end - line.start > longestRow ? '' : page.draft.text(line);
    if (text === gluedHeader) {
      isGlued = true;
      continue;
    }
    const start = line.start + (flatHeader.exec(text)?.[0].length ?? 0);
    const borders = text.includes('\t') ? 'tabs' : isGlued ? 'nothing' : 'blanks';
    if (start < line.end) rows.push({ line, start, borders });
  }
  return rows;
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
function cellsOf(
  page: RecordPage<MedpathKey>,
  { line, start, borders }: Row,
  names: readonly string[],
): ArmCells | undefined {
  if (line.end - line.start > longestRow) return undefined;
  const text = page.draft.text({ start, end: line.end });
  if (borders === 'tabs') return start === line.start ? partAtTabs(text, start) : undefined;
  if (names.length > mostNames) return undefined;
  return borders === 'nothing' ? partArmRow(text, start, names) : partFlatArmRow(text, start, names);
}

function partAtTabs(row: string, offset: number): ArmCells | undefined {
  const [first = 0, second, ...more] = [...row.matchAll(/\t/g)].map(({ index }) => index);
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

/** Parts a row of glued cells; `undefined` where no border or more than one way to part it is found. */
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

/**
 * Parts a row of cells with single blanks between: every row names one intervention of the page, so where one stands in
 * it once, that is the cell. `undefined` where one stands there twice, or another one too, since the line may then hold
 * two rows, and where the words around it read on: then it is named in a description.
 */
export function partFlatArmRow(row: string, offset: number, names: readonly string[]): ArmCells | undefined {
  const folded = row.toLowerCase();
  let found: { at: number; end: number } | undefined;
  for (const name of names) {
    const at = folded.indexOf(name.toLowerCase());
    if (at < 0) continue;
    if (found || folded.includes(name.toLowerCase(), at + 1)) return undefined;
    found = { at, end: at + name.length };
  }
  if (!found || found.at < 2 || row.charAt(found.at - 1) !== ' ') return undefined;
  if (found.end < row.length && row.charAt(found.end) !== ' ') return undefined;
  if (readsOn.test(row.slice(0, found.at)) || /^ [a-z]/.test(row.slice(found.end))) return undefined;
  const description =
    found.end + 1 < row.length ? { start: offset + found.end + 1, end: offset + row.length } : undefined;
  return {
    label: { start: offset, end: offset + found.at - 1 },
    intervention: { start: offset + found.at, end: offset + found.end },
    description,
  };
}

/** Words behind which an intervention belongs to a sentence. */
const readsOn =
  /(?:\b(?:a|an|the|of|with|without|and|or|to|in|on|for|by|from|after|before|plus|receive[sd]?|receiving|given|then|as|than|vs|versus|is|are|was|be|their|per|both|either|single|oral|daily)|[,;:(/+-]) $/;
