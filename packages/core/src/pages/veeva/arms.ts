import type { Arm, Span } from '../../generated/trial.js';
import { spanOf } from '../draft.js';
import { isTypedIntervention } from '../interventions.js';
import type { Line } from '../lines.js';
import { pathOf, type RecordPage } from '../page.js';
import type { Section } from '../sections.js';
import type { VeevaKey } from './labels.js';
import { armTypeTable, armTypeWordings } from './veeva.codes.js';

const partLines = [...armTypeWordings, 'Description:', 'Treatment:'];

type Part = 'name' | 'type' | 'Description:' | 'Treatment:' | 'description' | 'treatment' | 'other';

/**
 * Reads the arms under the participants line: name, type, `Description:` with text, `Treatment:` with one intervention
 * per line; all but the name may be missing. A type is a whole line from the closed list, since an arm's own name may
 * end in "group".
 */
export function readArms(page: RecordPage<VeevaKey>, section: Section<VeevaKey>, groups: number): void {
  const lines = page.lines(section);
  const parts: Part[] = partsOf(page, lines);
  // Groups of which only the names are printed.
  if (lines.length === groups && !parts.some((part) => part !== 'other')) parts.fill('name');
  const arms: Arm[] = [];
  let arm: Arm | undefined;
  let description: Span | undefined;
  for (const [index, line] of lines.entries()) {
    const part = parts[index];
    if (part === 'name') {
      closeDescription(page, arms, description);
      description = undefined;
      if (page.isCut(line)) break;
      arm = { label: page.draft.text(line) };
      page.draft.evidence.stated(`/arms/${arms.length}/label`, spanOf(line));
      arms.push(arm);
    } else if (part === 'type' && arm) {
      if (!page.isCut(line)) arm.type = page.draft.coded(`/arms/${arms.length - 1}/type`, line, armTypeTable);
    } else if (part === 'description' && arm) {
      description = { start: description?.start ?? line.start, end: line.end };
    } else if (part === 'treatment' && arm) {
      if (!page.isLastLine(line) || isListed(page, line)) addTreatment(page, arm, arms.length - 1, line);
    } else if (part === 'other' && !page.isCut(line)) {
      page.draft.unmapped(pathOf('arms'), line, 'no known part of an arm.');
    }
  }
  closeDescription(page, arms, description);
  if (arms.length > 0) page.draft.trial.arms = arms;
  checkNumber(page, section, arms.length, groups);
}

function partsOf(page: RecordPage<VeevaKey>, lines: readonly Line[]): Part[] {
  const texts = lines.map((line) => (line.end - line.start > 200 ? '' : page.draft.words(line)));
  const parts: Part[] = [];
  let state: 'start' | 'description' | 'treatment' = 'start';
  for (const [index, text] of texts.entries()) {
    const next = texts[index + 1] ?? '';
    if (parts.at(-1) === 'name' && armTypeTable.has(text)) {
      parts.push('type');
      state = 'start';
    } else if (text === 'Description:') {
      parts.push(text);
      state = 'description';
    } else if (text === 'Treatment:') {
      parts.push(text);
      state = 'treatment';
    } else if (armTypeTable.has(next) || (state !== 'description' && text !== '' && startsNext(texts, index))) {
      parts.push('name');
      state = 'start';
    } else if (
      isOpenEnd(page, lines, index) &&
      (index === 0 || (state === 'treatment' && !isTypedIntervention(text)))
    ) {
      parts.push('name');
    } else if (state === 'description') {
      parts.push('description');
    } else if (state === 'treatment' && (isTypedIntervention(text) || !isName(texts, index))) {
      parts.push('treatment');
    } else {
      parts.push('other');
    }
  }
  return parts;
}

/** Whether a treatment is one of those listed for the trial, so that it cannot be half of one. */
function isListed(page: RecordPage<VeevaKey>, line: Line): boolean {
  if (page.isCut(line)) return false;
  const text = page.draft.words(line);
  const name = text.slice(text.indexOf(':') + 1).trim();
  return page.draft.trial.interventions?.some((intervention) => intervention.name === name) ?? false;
}

/** Whether the last line of a source is the beginning of what stands under the name of an arm. */
function isHalfOfPart(text: string): boolean {
  return text !== '' && partLines.some((part) => part.startsWith(text));
}

function startsArm(text: string): boolean {
  return text === 'Description:' || text === 'Treatment:';
}

/** Whether a line is whole, and the last one of a source that ends before the page does. */
function isOpenEnd(page: RecordPage<VeevaKey>, lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  return line !== undefined && page.isLastLine(line) && !page.isCut(line);
}

/** Whether the next line is one that stands under the name of an arm, or the beginning of one where the source ends. */
function startsNext(texts: readonly string[], index: number): boolean {
  const next = texts[index + 1] ?? '';
  return (
    startsArm(next) || (index + 2 === texts.length && !isTypedIntervention(texts[index] ?? '') && isHalfOfPart(next))
  );
}

/** Whether an untyped line in a list of treatments is more likely the name of the next arm: only one can follow. */
function isName(texts: readonly string[], index: number): boolean {
  return texts[index + 1] === undefined || startsArm(texts[index + 1] ?? '');
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
