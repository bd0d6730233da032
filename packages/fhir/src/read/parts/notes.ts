import {
  readDate as readDateText,
  type TrialDate,
  type TrialPath,
  type UnpostedEvent,
  type ViolationEvent,
} from '@trialbridge/core';
import { noteLabels, violationLabels } from '../../labels.js';
import { dateUnknownLabel } from '../../parts/notes.js';
import { type Labelled, readLabelled, readLines } from '../labelled.js';
import type { Part } from '../part.js';
import { type Found, found } from '../place.js';
import { setField } from '../set-field.js';
import type { StudyReading } from '../study-reading.js';
import { unpostedEventVocabulary, violationEventVocabulary } from '../vocabularies.js';
import type { Vocabulary } from '../vocabulary.js';
import { readDate } from './dates.js';

const fields = new Map(Object.entries(noteLabels).map(([path, label]) => [label, path as TrialPath]));

/** `note`: texts that say which field they hold. Notes of others have no place. */
export function readNotes(reading: StudyReading): void {
  for (const note of reading.study.parts('note')) {
    const place = note.place('text');
    const text = note.peek('text');
    const labelled = place && text !== undefined && readLabelledNote(found(place, text));
    if (!labelled) continue;
    const { field } = labelled;
    const value =
      field === '/annotations/unpostedResults/events/*'
        ? toUnpostedEvent(reading, note, labelled.text)
        : field === '/annotations/violations/*'
          ? toViolation(labelled.text, text)
          : labelled.text;
    if (setField(reading, field, value)) note.take('text');
  }
}

const eventPaths = ['/annotations/unpostedResults/events/*', '/annotations/violations/*'] as const;

/** An event of which nothing says what it was has a label alone in its first line. */
function readLabelledNote(text: Found<string>): Labelled<TrialPath> | undefined {
  for (const field of eventPaths) {
    const label = noteLabels[field];
    const rest = text.value.slice(label.length);
    if (text.value.startsWith(label) && (rest === '' || rest.startsWith('\n'))) {
      return { field, text: found(text, rest) };
    }
  }
  return readLabelled(text, fields);
}

function toUnpostedEvent(reading: StudyReading, note: Part, text: Found<string>): Found<UnpostedEvent> {
  const label = noteLabels['/annotations/unpostedResults/events/*'];
  const lines = readLines(`${label}: ${text.value}`, [label, dateUnknownLabel]);
  const event: UnpostedEvent = {};
  const type = toType(lines.get(label), unpostedEventVocabulary);
  if (type) event.type = type;
  const date = readDate(reading, note, 'time');
  if (date) event.date = date.value;
  const unknown = lines.get(dateUnknownLabel);
  if (unknown !== undefined) event.dateUnknown = unknown === 'true';
  return found(text, event);
}

function toViolation(text: Found<string>, whole: string): Found<ViolationEvent> {
  const label = noteLabels['/annotations/violations/*'];
  const { created, issued, released, posted, description } = violationLabels;
  const lines = readLines(whole, [label, created, issued, released, posted, description]);
  const event: ViolationEvent = {};
  const type = toType(lines.get(label), violationEventVocabulary);
  if (type) event.type = type;
  const dates: Partial<Record<'created' | 'issued' | 'released' | 'posted', string>> = violationLabels;
  for (const key of ['created', 'issued', 'released', 'posted'] as const) {
    const date = toDate(lines.get(dates[key] ?? ''));
    if (date) event[key] = date;
  }
  const said = lines.get(description);
  if (said !== undefined) event.description = said;
  return found(text, event);
}

function toDate(text: string | undefined): TrialDate | undefined {
  if (text === undefined) return undefined;
  const date = readDateText(text);
  return date === undefined ? { verbatim: text } : { date };
}

function toType<Code extends string>(
  text: string | undefined,
  words: Vocabulary<Code>,
): { code: Code } | { verbatim: string } | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  return words.has(text) ? { code: text } : { verbatim: text };
}
