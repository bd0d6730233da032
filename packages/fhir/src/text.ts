import type { TrialDate } from '@trialbridge/core';
import type { Annotation, CodeableConcept, Element } from './elements.js';
import { isCalendarDate } from './primitive-forms.js';
import { reportChanged, type StudyContext } from './study-context.js';
import { extensionUrls } from './systems.js';

/** The wording that a value was read from, beside the value or in its place. */
export function originalText(verbatim: string): Element {
  return { extension: [{ url: extensionUrls.originalText, valueString: verbatim }] };
}

/** In the place of a value that FHIR demands and the record does not give. */
export function unknownValue(): Element {
  return { extension: [{ url: extensionUrls.dataAbsentReason, valueCode: 'unknown' }] };
}

/**
 * A text with markup on an element that is a plain string: the string has the escapes of CommonMark removed, and what it
 * was stands beside it. `undefined` twin: the text had none, so both are the same.
 */
export function plainString(text: string): { value: string; twin?: Element } {
  if (!text.includes('\\')) return { value: text };
  const value = text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
  if (value === text || value.trim() === '') return { value: text };
  return { value, twin: { extension: [{ url: extensionUrls.markdown, valueMarkdown: text }] } };
}

/** A note that says which field it holds: `Label: text`, or the label, an empty line and a text of several lines. */
export function labelledNote(label: string, text: string): Annotation {
  return { text: text.includes('\n') ? `${label}:\n\n${text}` : `${label}: ${text}` };
}

/** A fact as a concept without a code: `Label: value`. */
export function labelledText(label: string, value: string | number | boolean): CodeableConcept {
  return { text: `${label}: ${value}` };
}

/** A coded fact whose code belongs to no published system: `Label: CODE`, with the source's wording beside it. */
export function labelledCode(label: string, coded: { code?: string; verbatim?: string }): CodeableConcept {
  const concept: CodeableConcept = {};
  if (coded.verbatim !== undefined) concept.extension = originalText(coded.verbatim).extension;
  concept.text = coded.code === undefined ? label : `${label}: ${coded.code}`;
  return concept;
}

/** Lines of `Label: value`, for the places that have one text for several facts. */
export function labelledLines(lines: readonly (readonly [label: string, value: unknown])[]): string | undefined {
  let text = '';
  for (const [label, value] of lines) {
    if (value === undefined) continue;
    text += text === '' ? `${label}: ${value}` : `\n${label}: ${value}`;
  }
  return text === '' ? undefined : text;
}

/**
 * Sets a date and the wording it was read from on an object: FHIR takes dates as precise as they are. One that no calendar
 * has, such as a 30th of February, is no date of FHIR: it is then the wording of a date that is not there.
 */
export function setDate<Key extends string>(
  context: StudyContext,
  at: string,
  target: { [K in Key]?: string } & { [K in `_${Key}`]?: Element },
  key: Key,
  date: TrialDate,
): void {
  const fields = target as Record<string, unknown>;
  const isDate = date.date !== undefined && isCalendarDate(date.date);
  if (isDate) fields[key] = date.date;
  else if (date.date !== undefined) reportNoDate(context, at, date.date);
  const wording = date.verbatim ?? (isDate ? undefined : date.date);
  if (wording !== undefined) fields[`_${key}`] = originalText(wording);
}

export function reportNoDate(context: StudyContext, at: string, date: string): void {
  reportChanged(context, at, 'no-such-date', `No calendar has ${date}: it is written as a wording, not as a date.`);
}
