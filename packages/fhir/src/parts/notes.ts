import type { TrialDate, UnpostedEvent, ViolationEvent } from '@trialbridge/core';
import type { Annotation } from '../elements.js';
import { noteLabels as labels, violationLabels } from '../labels.js';
import { isCalendarDate } from '../primitive-forms.js';
import { reportDropped, type StudyContext } from '../study-context.js';
import { labelledLines, labelledNote, reportNoDate, setDate } from '../text.js';

/** Texts without an element of their own, for `note`: see `noteLabels`. */
export function toNotes(context: StudyContext): Annotation[] {
  const { design, biospecimens, eligibility, ipdSharing, results, resultsSummary, annotations } = context.trial;
  const list: Annotation[] = [];
  add(list, '/design/interventionModelDescription', design?.interventionModelDescription);
  add(list, '/design/masking/description', design?.masking?.description);
  add(list, '/biospecimens/description', biospecimens?.description);
  add(list, '/eligibility/genderDescription', eligibility?.genderDescription);
  add(list, '/eligibility/studyPopulation', eligibility?.studyPopulation);
  add(list, '/ipdSharing/description', ipdSharing?.description);
  add(list, '/ipdSharing/timeFrame', ipdSharing?.timeFrame);
  add(list, '/ipdSharing/accessCriteria', ipdSharing?.accessCriteria);
  add(list, '/results/limitationsAndCaveats', results?.limitationsAndCaveats);
  add(list, '/results/certainAgreement/otherDetails', results?.certainAgreement?.otherDetails);
  add(list, '/resultsSummary/text', resultsSummary?.text);
  const unposted = annotations?.unpostedResults;
  add(list, '/annotations/unpostedResults/responsibleParty', unposted?.responsibleParty);
  unposted?.events?.forEach((event, index) => {
    list.push(toUnpostedEvent(context, event, index));
  });
  annotations?.violations?.forEach((event, index) => {
    list.push(toViolation(context, event, index));
  });
  return list;
}

function add(list: Annotation[], path: keyof typeof labels, text: string | undefined): void {
  if (text !== undefined) list.push(labelledNote(labels[path], text));
}

/** The day of an event that was given without one. */
export const dateUnknownLabel = 'Date unknown';

function toUnpostedEvent(context: StudyContext, event: UnpostedEvent, index: number): Annotation {
  const lines = [[dateUnknownLabel, event.dateUnknown]] as const;
  const note: Annotation = { text: eventText('/annotations/unpostedResults/events/*', event, lines) };
  const at = `/annotations/unpostedResults/events/${index}`;
  if (event.date) setDate(context, `${at}/date`, note, 'time', event.date);
  if (event.type?.code !== undefined) dropWordings(context, `${at}/type`, event.type);
  dropWordings(context, `${at}/date`, { type: event.date?.type });
  return note;
}

function toViolation(context: StudyContext, event: ViolationEvent, index: number): Annotation {
  const lines = [
    [violationLabels.created, dateWords(event.created)],
    [violationLabels.issued, dateWords(event.issued)],
    [violationLabels.released, dateWords(event.released)],
    [violationLabels.posted, dateWords(event.posted)],
    [violationLabels.description, event.description],
  ] as const;
  const at = `/annotations/violations/${index}`;
  if (event.type?.code !== undefined) dropWordings(context, `${at}/type`, event.type);
  for (const key of ['created', 'issued', 'released', 'posted'] as const) {
    const { date, verbatim, type } = event[key] ?? {};
    if (date !== undefined && !isCalendarDate(date)) reportNoDate(context, `${at}/${key}`, date);
    dropWordings(context, `${at}/${key}`, { type, ...(date !== undefined && verbatim !== undefined && { verbatim }) });
  }
  return { text: eventText('/annotations/violations/*', event, lines) };
}

/** The first line is the label and the type; the label alone where the source does not say which event it was. */
function eventText(
  path: keyof typeof labels,
  { type }: UnpostedEvent | ViolationEvent,
  lines: readonly (readonly [label: string, value: unknown])[],
): string {
  const words = type?.code ?? type?.verbatim;
  const first = words === undefined ? labels[path] : `${labels[path]}: ${words}`;
  const rest = labelledLines(lines);
  return rest === undefined ? first : `${first}\n${rest}`;
}

/** The date, or where there is none the wording in its place. */
function dateWords(date: TrialDate | undefined): string | undefined {
  return date?.date ?? date?.verbatim;
}

/** A line of a note has room for a value, not for its wording or for whether it is actual. */
function dropWordings(
  context: StudyContext,
  at: string,
  value: { verbatim?: string; type?: unknown } | undefined,
): void {
  if (value?.verbatim !== undefined) {
    reportDropped(context, `${at}/verbatim`, 'note-wording', 'A note has room for the value only.');
  }
  if (value?.type !== undefined) {
    reportDropped(context, `${at}/type`, 'date-type', 'A note has no actual or estimated.');
  }
}
