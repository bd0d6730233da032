import type { Annotations, Browse, Trial } from '@trialbridge/core';
import { unpostedEventType } from '../codes/sharing.codes.js';
import { dateWording } from './date.js';
import { dialects, hasDialect } from './dialects.js';
import type { XmlDraft } from './draft.js';
import { writeDate, writePlainDate, writePostedDate } from './write-dates.js';

/** Dates of the record, under the names used since 2017 or, for files of before, under the ones of then. */
export function writeRegistration(draft: XmlDraft): void {
  const { registration } = draft.trial;
  if (!registration) return;
  const at = '/registration';
  writePlainDate(draft, 'verification_date', registration.verified, `${at}/verified`);
  const isOld = draft.isOwn && hasDialect(draft.trial, dialects.dates);
  if (isOld) {
    writePlainDate(draft, 'lastchanged_date', registration.lastUpdateSubmitted, `${at}/lastUpdateSubmitted`);
    writePlainDate(draft, 'firstreceived_date', registration.firstSubmitted, `${at}/firstSubmitted`);
    writePlainDate(draft, 'firstreceived_results_date', registration.resultsFirstSubmitted, `${at}/resultsFirstSubmitted`);
    writePlainDate(draft, 'firstreceived_results_disposition_date', registration.dispositionFirstSubmitted, `${at}/dispositionFirstSubmitted`);
  }
  if (!isOld) writePlainDate(draft, 'study_first_submitted', registration.firstSubmitted, `${at}/firstSubmitted`);
  writePlainDate(draft, 'study_first_submitted_qc', registration.firstSubmittedQc, `${at}/firstSubmittedQc`);
  writePostedDate(draft, 'study_first_posted', registration.firstPosted, `${at}/firstPosted`);
  if (!isOld) writePlainDate(draft, 'results_first_submitted', registration.resultsFirstSubmitted, `${at}/resultsFirstSubmitted`);
  writePlainDate(draft, 'results_first_submitted_qc', registration.resultsFirstSubmittedQc, `${at}/resultsFirstSubmittedQc`);
  writePostedDate(draft, 'results_first_posted', registration.resultsFirstPosted, `${at}/resultsFirstPosted`);
  if (!isOld) writePlainDate(draft, 'disposition_first_submitted', registration.dispositionFirstSubmitted, `${at}/dispositionFirstSubmitted`);
  writePlainDate(draft, 'disposition_first_submitted_qc', registration.dispositionFirstSubmittedQc, `${at}/dispositionFirstSubmittedQc`);
  writePostedDate(draft, 'disposition_first_posted', registration.dispositionFirstPosted, `${at}/dispositionFirstPosted`);
  if (!isOld) writePlainDate(draft, 'last_update_submitted', registration.lastUpdateSubmitted, `${at}/lastUpdateSubmitted`);
  writePlainDate(draft, 'last_update_submitted_qc', registration.lastUpdateSubmittedQc, `${at}/lastUpdateSubmittedQc`);
  writePostedDate(draft, 'last_update_posted', registration.lastUpdatePosted, `${at}/lastUpdatePosted`);
} // biome-ignore format: a table

export function writeBrowse(draft: XmlDraft, element: string, browse: Browse | undefined): void {
  const terms = browse?.terms?.filter((term) => term.term !== undefined);
  if (!terms || terms.length === 0) return;
  draft.open(element);
  for (const { term } of terms) draft.leaf('mesh_term', term);
  draft.close(element);
}

/** Results that were submitted and are not posted yet. */
export function writePendingResults(draft: XmlDraft, annotations: Annotations | undefined): void {
  const events = annotations?.unpostedResults?.events;
  if (!events) return;
  const pointer = '/annotations/unpostedResults/events';
  let isOpen = false;
  for (const [index, event] of events.entries()) {
    const element = event.type?.code && unpostedEventType.xml.write(event.type.code);
    const text = event.date ? dateWording(event.date, draft.isOwn) : event.dateUnknown ? 'Unknown' : undefined;
    if (element === undefined || text === undefined) {
      draft.dropped(`${pointer}/${index}`, element === undefined ? 'not-in-vocabulary' : 'unposted-needs-date');
      continue;
    }
    if (!isOpen) draft.open('pending_results');
    isOpen = true;
    if (event.date) writeDate(draft, element, event.date, `${pointer}/${index}/date`);
    else draft.leaf(element, text);
    if (event.type?.verbatim !== undefined) draft.withoutWording.add(event.type);
    if (event.date && event.dateUnknown !== undefined) draft.dropped(`${pointer}/${index}/dateUnknown`, 'date-says-it');
  }
  if (isOpen) draft.close('pending_results');
}

/** Fields that stood at the root until 2017, written for files of that time only. */
export function writeOldFlags(draft: XmlDraft, trial: Trial): void {
  const { isFdaRegulated, isSection801 } = trial.oversight ?? {};
  if (draft.isOwn) {
    draft.yesNo('is_fda_regulated', isFdaRegulated);
    draft.yesNo('is_section_801', isSection801);
    return;
  }
  if (isFdaRegulated !== undefined) draft.dropped('/oversight/isFdaRegulated', 'old-form');
  if (isSection801 !== undefined) draft.dropped('/oversight/isSection801', 'old-form');
}
