import { type Coded, readDate as readDateText, type TrialDate } from '@trialbridge/core';
import type { Part } from '../part.js';
import { type Found, found } from '../place.js';
import type { StudyReading } from '../study-reading.js';

type DateType = NonNullable<TrialDate['type']>;

const moment = /^(\d{4}-\d\d-\d\d)T/;
const plain = /^\d{4}(-\d\d(-\d\d)?)?$/;

/**
 * A date, with the wording it was read from. FHIR's dates are as precise as ours; of a moment, the day counts. `undefined`
 * when neither date nor wording stands there.
 */
export function readDate(reading: StudyReading, part: Part, name: string): Found<TrialDate> | undefined {
  const text = part.text(name);
  const original = part.original(name);
  const place = text ?? original;
  if (!place) return undefined;
  const date: TrialDate = {};
  if (text) {
    const read = readDateText(moment.exec(text.value)?.[1] ?? text.value);
    if (read === undefined) {
      reading.note(text, 'unreadable-value', `${JSON.stringify(text.value)} is no date; it is kept as it stands.`);
    } else {
      date.date = read;
    }
    if (!plain.test(text.value) || read === undefined) date.verbatim = text.value;
  }
  if (original) date.verbatim = original.value;
  return found(place, date);
}

/** Whether a date is actual or estimated, from `actual` beside it. */
export function readDateType(part: Part): Found<Coded<'ACTUAL' | 'ESTIMATED'>> | undefined {
  const actual = part.boolean('actual');
  const original = part.original('actual');
  const place = actual ?? original;
  if (!place) return undefined;
  const type: DateType = {};
  if (actual) type.code = actual.value ? 'ACTUAL' : 'ESTIMATED';
  if (original) type.verbatim = original.value;
  return found(place, type);
}

/** A date and its type, of which either may be all that is known. */
export function withType(
  date: Found<TrialDate> | undefined,
  type: Found<DateType> | undefined,
): Found<TrialDate> | undefined {
  if (!type) return date;
  if (!date) return found(type, { type: type.value });
  return found(date, { ...date.value, type: type.value });
}
