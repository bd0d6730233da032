import { isTypedIntervention } from '../interventions.js';
import type { Line } from '../lines.js';
import type { RecordPage } from '../page.js';
import type { VeevaKey } from './labels.js';
import { armTypeTable, armTypeWordings } from './veeva.codes.js';

/** What a line under the participants line is. */
export type ArmPart = 'name' | 'type' | 'Description:' | 'Treatment:' | 'description' | 'treatment' | 'other';

const partLines = [...armTypeWordings, 'Description:', 'Treatment:'];

/**
 * Tells what each line of the arms is. No mark stands before a name: it is the line before a type; on pages without
 * types, the line before `Description:`, or before `Treatment:` where no description comes first. `groups` is the
 * number of arms that the page says it shows, where all of them are there.
 */
export function partsOfArms(page: RecordPage<VeevaKey>, lines: readonly Line[], groups: number | undefined): ArmPart[] {
  const texts = lines.map((line) => (line.end - line.start > 200 ? '' : page.draft.words(line)));
  const last = lines.at(-1);
  const isOpen = last !== undefined && page.isLastLine(last) && !page.isCut(last);
  const hasTypes = pageHasTypes(texts);
  const parts = hasTypes ? typedParts(texts, isOpen) : untypedParts(texts, isOpen);
  markUnknownTypes(texts, parts, hasTypes ? groups : undefined);
  if (groups !== undefined && !hasTypes) markNames(texts, parts, groups);
  return parts;
}

/** A record gives all of its arms a type or none; the type stands behind the first name, which may read like one. */
function pageHasTypes(texts: readonly string[]): boolean {
  if (armTypeTable.has(texts[1] ?? '')) return true;
  return !startsArm(texts[1] ?? '') && texts.slice(2).some((text) => armTypeTable.has(text));
}

function typedParts(texts: readonly string[], isOpen: boolean): ArmPart[] {
  const parts: ArmPart[] = [];
  let state: State = 'start';
  for (const [index, text] of texts.entries()) {
    const next = texts[index + 1] ?? '';
    // Of two lines that both read like a type, the first is the name of the arm.
    const isBeforeType = armTypeTable.has(next) && !(index > 0 && armTypeTable.has(texts[index + 2] ?? ''));
    let part: ArmPart;
    if (parts.at(-1) === 'name' && armTypeTable.has(text)) part = 'type';
    else if (startsArm(text)) part = text;
    else if (isBeforeType || (text !== '' && state !== 'description' && startsNext(texts, index))) part = 'name';
    else if (isOpenName(texts, index, state, isOpen)) part = 'name';
    else part = inside(texts, index, state);
    parts.push(part);
    state = after(part, state);
  }
  return parts;
}

function untypedParts(texts: readonly string[], isOpen: boolean): ArmPart[] {
  const parts: ArmPart[] = [];
  let state: State = 'start';
  for (const [index, text] of texts.entries()) {
    const next = texts[index + 1] ?? '';
    const isName = state === 'description' ? next === 'Description:' : startsNext(texts, index);
    let part: ArmPart;
    if (startsArm(text)) part = text;
    else if ((text !== '' && isName) || isOpenName(texts, index, state, isOpen)) part = 'name';
    else part = inside(texts, index, state);
    parts.push(part);
    state = after(part, state);
  }
  return parts;
}

type State = 'start' | 'description' | 'treatment';

function after(part: ArmPart, state: State): State {
  if (part === 'Description:') return 'description';
  if (part === 'Treatment:') return 'treatment';
  return part === 'name' || part === 'type' ? 'start' : state;
}

function inside(texts: readonly string[], index: number, state: State): ArmPart {
  if (state === 'description') return 'description';
  return state === 'treatment' && (isTypedIntervention(texts[index] ?? '') || !isBeforeArm(texts, index))
    ? 'treatment'
    : 'other';
}

function startsArm(text: string): text is 'Description:' | 'Treatment:' {
  return text === 'Description:' || text === 'Treatment:';
}

/** Whether an untyped line in a list of treatments is more likely the name of the next arm: only one can follow. */
function isBeforeArm(texts: readonly string[], index: number): boolean {
  return texts[index + 1] === undefined || startsArm(texts[index + 1] ?? '');
}

/** Whether the next line is one that stands under the name of an arm, or the beginning of one where the source ends. */
function startsNext(texts: readonly string[], index: number): boolean {
  const next = texts[index + 1] ?? '';
  return (
    startsArm(next) || (index + 2 === texts.length && !isTypedIntervention(texts[index] ?? '') && isHalfOfPart(next))
  );
}

/** Whether the last line of a source is the beginning of what stands under the name of an arm. */
function isHalfOfPart(text: string): boolean {
  return text !== '' && partLines.some((part) => part.startsWith(text));
}

/** Whether the last line is whole, in a source that ends before the page does, and a name by its place. */
function isOpenName(texts: readonly string[], index: number, state: State, isOpen: boolean): boolean {
  if (!isOpen || index + 1 !== texts.length) return false;
  return index === 0 || (state === 'treatment' && !isTypedIntervention(texts[index] ?? ''));
}

/**
 * A line that ends in "group" and stands between a line that is nothing and an arm's parts is a type of a wording that
 * we do not know: so where there are more names than arms, or where the first line of all would be no name.
 */
function markUnknownTypes(texts: readonly string[], parts: ArmPart[], groups: number | undefined): void {
  const isFirst = parts[0] === 'other' && parts[1] === 'name';
  let spare = isFirst ? parts.length : parts.filter((part) => part === 'name').length - (groups ?? parts.length);
  for (const [index, part] of parts.entries()) {
    if (spare <= 0) return;
    const before = parts[index - 1];
    if (part !== 'name' || !/ group$/i.test(texts[index] ?? '')) continue;
    if (before !== 'other' && !(isFirst && (before === 'treatment' || before === 'description'))) continue;
    parts[index - 1] = 'name';
    parts[index] = 'type';
    spare -= 1;
  }
}

/**
 * Finds the names of arms that have nothing else printed, or nothing but a treatment: no line tells them from the text
 * before them, but the page says how many arms there are. Where the number leaves a choice, nothing is changed.
 */
function markNames(texts: readonly string[], parts: ArmPart[], groups: number): void {
  let missing = groups - parts.filter((part) => part === 'name').length;
  const alone = linesAlone(texts, parts);
  if (alone.length <= missing) {
    for (const index of alone) parts[index] = 'name';
    missing -= alone.length;
  }
  const behind = linesBehindText(parts);
  if (behind.length === missing) for (const index of behind) parts[index] = 'name';
}

/** Lines that are no part of the arm before them: untyped ones among treatments, and ones behind a name. */
function linesAlone(texts: readonly string[], parts: readonly ArmPart[]): number[] {
  const found: number[] = [];
  for (const [index, part] of parts.entries()) {
    const isUntyped = part === 'treatment' && !isTypedIntervention(texts[index] ?? '');
    if (part === 'other' || (isUntyped && parts[index - 1] !== 'Treatment:')) found.push(index);
  }
  return found;
}

/** The second and further lines of descriptions. */
function linesBehindText(parts: readonly ArmPart[]): number[] {
  const found: number[] = [];
  for (const [index, part] of parts.entries())
    if (part === 'description' && parts[index - 1] === 'description') found.push(index);
  return found;
}
