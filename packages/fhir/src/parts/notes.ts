import type { UnpostedEvent, ViolationEvent } from '@trialbridge/core';
import type { Annotation } from '../elements.js';
import { noteLabels as labels, violationLabels } from '../labels.js';
import { reportDropped, type StudyContext } from '../study-context.js';
import { labelledLines, labelledNote } from '../text.js';

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
  const lines = labelledLines([
    [labels['/annotations/unpostedResults/events/*'], event.type?.code ?? event.type?.verbatim ?? ''],
    [dateUnknownLabel, event.dateUnknown],
  ]);
  const note: Annotation = { text: lines ?? '' };
  if (event.date?.date !== undefined) note.time = event.date.date;
  const at = `/annotations/unpostedResults/events/${index}`;
  if (event.type?.code !== undefined) dropWordings(context, `${at}/type`, event.type);
  dropWordings(context, `${at}/date`, event.date);
  return note;
}

function toViolation(context: StudyContext, event: ViolationEvent, index: number): Annotation {
  const lines = labelledLines([
    [labels['/annotations/violations/*'], event.type?.code ?? event.type?.verbatim ?? ''],
    [violationLabels.created, event.created?.date],
    [violationLabels.issued, event.issued?.date],
    [violationLabels.released, event.released?.date],
    [violationLabels.posted, event.posted?.date],
    [violationLabels.description, event.description],
  ]);
  const at = `/annotations/violations/${index}`;
  if (event.type?.code !== undefined) dropWordings(context, `${at}/type`, event.type);
  for (const key of ['created', 'issued', 'released', 'posted'] as const)
    dropWordings(context, `${at}/${key}`, event[key]);
  return { text: lines ?? '' };
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
