import type { TrialDate } from '@trialbridge/core';
import { dateType, postedDateType } from '../codes/status.codes.js';
import { dateFault, dateWording } from './date.js';
import type { XmlDraft } from './draft.js';

/** A date of the trial, with its kind: `Anticipated` where it is expected. */
export function writeDate(draft: XmlDraft, element: string, date: TrialDate | undefined, pointer: string): void {
  writeTypedDate(draft, element, date, pointer, dateType.xml);
}

/** A date of posting, with its kind: `Estimate` where it is estimated. */
export function writePostedDate(draft: XmlDraft, element: string, date: TrialDate | undefined, pointer: string): void {
  writeTypedDate(draft, element, date, pointer, postedDateType.xml);
}

/** A date without a kind. */
export function writePlainDate(draft: XmlDraft, element: string, date: TrialDate | undefined, pointer: string): void {
  if (!date) return;
  const text = wording(draft, date, pointer);
  draft.leaf(element, text);
  if (text !== undefined && date.type) draft.dropped(`${pointer}/type`, 'not-in-vocabulary');
}

function writeTypedDate(
  draft: XmlDraft,
  element: string,
  date: TrialDate | undefined,
  pointer: string,
  types: typeof dateType.xml,
): void {
  if (!date) return;
  const text = wording(draft, date, pointer);
  if (text === undefined) return;
  const { type } = date;
  const isUnknown = type !== undefined && type.code === undefined && !draft.isOwn;
  if (isUnknown) draft.dropped(`${pointer}/type`, 'not-in-vocabulary');
  draft.leaf(element, text, type && !isUnknown ? draft.attribute('type', draft.wording(type, types)) : '');
}

function wording(draft: XmlDraft, date: TrialDate, pointer: string): string | undefined {
  const text = dateWording(date, draft.isOwn);
  if (text === undefined) draft.dropped(pointer, dateFault(date));
  else if (date.verbatim !== undefined && !draft.isOwn) draft.withoutWording.add(date);
  return text;
}
