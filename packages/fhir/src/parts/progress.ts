import type { Registration, TrialDate } from '@trialbridge/core';
import type { CodeableConcept, Element, Extension, Period } from '../elements.js';
import { smallLabels } from '../labels.js';
import { isCalendarDate } from '../primitive-forms.js';
import { reportChanged, type StudyContext } from '../study-context.js';
import { extensionUrls, fixedSystems } from '../systems.js';
import { originalText, setDate, unknownValue } from '../text.js';

/** A state of the study: `progressStatus` in R5 and R6, its cross-version extension in R4. */
export interface Progress {
  state: CodeableConcept;
  actual?: boolean;
  _actual?: Element;
  period?: Period;
}

/** Status, last known status, and the dates of the study with whether they are actual. */
export function toProgress(context: StudyContext): Progress[] {
  const { trial, vocabulary } = context;
  const progress: Progress[] = [];
  if (trial.overallStatus) progress.push({ state: vocabulary.status.concept(trial.overallStatus) });
  if (trial.lastKnownStatus) {
    const state = vocabulary.status.concept(trial.lastKnownStatus);
    const { verbatim } = trial.lastKnownStatus;
    state.text = verbatim === undefined ? smallLabels.lastKnownStatus : `${smallLabels.lastKnownStatus}: ${verbatim}`;
    progress.push({ state });
  }
  addDates(context, progress);
  return progress;
}

/** Start and end of the study. A period that ends before it starts is no period: the end then stands in `progressStatus`. */
export function toPeriod(context: StudyContext): Period | undefined {
  const { startDate, completionDate } = context.trial;
  if (!startDate && !completionDate) return undefined;
  const period: Period = {};
  if (startDate) setDate(context, '/startDate', period, 'start', startDate);
  if (completionDate && !disorderOf(context)) setDate(context, '/completionDate', period, 'end', completionDate);
  return (period.start ?? period._start ?? period.end ?? period._end) ? period : undefined;
}

function addDates(context: StudyContext, progress: Progress[]): void {
  const { startDate, completionDate } = context.trial;
  const disorder = disorderOf(context);
  if (disorder) {
    const message = `${disorder.message} The end is written in progressStatus only.`;
    reportChanged(context, '/completionDate', disorder.rule, message);
  }
  const startType = startDate?.type;
  const endType = completionDate?.type;
  if (
    startType &&
    endType &&
    isGiven(startDate) &&
    isGiven(completionDate) &&
    !disorder &&
    startType.code === endType.code &&
    !startType.verbatim &&
    !endType.verbatim
  ) {
    const both = overall(context, startType);
    const period: Period = {};
    setDate(context, '/startDate', period, 'start', startDate);
    setDate(context, '/completionDate', period, 'end', completionDate);
    both.period = period;
    progress.push(both);
    return;
  }
  if (startType) progress.push(withDate(context, startDate, 'start'));
  if (completionDate && (endType || disorder)) progress.push(withDate(context, completionDate, 'end'));
}

function withDate(context: StudyContext, date: TrialDate, key: 'start' | 'end'): Progress {
  const made = overall(context, date.type);
  const period: Period = {};
  setDate(context, key === 'start' ? '/startDate' : '/completionDate', period, key, date);
  if (isGiven(date)) made.period = period;
  else made.period = { [`_${key}`]: unknownValue() };
  return made;
}

/** A date may be known by its type alone. */
function isGiven({ date, verbatim }: TrialDate): boolean {
  return date !== undefined || verbatim !== undefined;
}

function overall(context: StudyContext, type: TrialDate['type']): Progress {
  const system = context.vocabulary.systems.studyStatus;
  const made: Progress = { state: { coding: [{ system, code: 'overall-study', display: 'Overall study' }] } };
  if (type?.code !== undefined) made.actual = type.code === 'ACTUAL';
  if (type?.verbatim !== undefined) made._actual = originalText(type.verbatim);
  return made;
}

/**
 * Why start and end are no Period together (per-1). They are compared as far as both are precise: `2015` is not after
 * `2015-03`. R4's form of the rule, which compares with `<=`, also refuses dates whose order is left open by that.
 */
function disorderOf({ trial, vocabulary }: StudyContext): { rule: string; message: string } | undefined {
  const start = trial.startDate?.date;
  const end = trial.completionDate?.date;
  if (start === undefined || end === undefined || !isCalendarDate(start) || !isCalendarDate(end)) return undefined;
  const length = Math.min(start.length, end.length);
  const startShared = start.slice(0, length);
  const endShared = end.slice(0, length);
  if (startShared > endShared) {
    return { rule: 'inverted-period', message: `The study ends (${end}) before it starts (${start}).` };
  }
  if (vocabulary.version !== 'R4' || startShared < endShared || start.length === end.length) return undefined;
  const message = `Whether the study ends (${end}) after it starts (${start}) is left open by their precision.`;
  return { rule: 'undecided-period', message: `${message} R4 takes no such period.` };
}

/** The extension's code for each date of the record. */
export const registrationActivities = {
  firstSubmitted: 'registration-submission',
  firstSubmittedQc: 'registration-submission-qc',
  firstPosted: 'registration-posting',
  resultsFirstSubmitted: 'results-submission',
  resultsFirstSubmittedQc: 'results-submission-qc',
  resultsFirstPosted: 'results-posting',
  dispositionFirstSubmitted: 'disposition-submission',
  dispositionFirstSubmittedQc: 'disposition-submission-qc',
  dispositionFirstPosted: 'disposition-posting',
  lastUpdateSubmitted: 'update-submission',
  lastUpdatePosted: 'update-posting',
  verified: 'record-verification',
} as const satisfies Partial<Record<keyof Registration, string>>;

/** HL7 has no code for these dates: they are told by their text. */
export const registrationActivityTexts = {
  registered: 'Registration',
  lastUpdateSubmittedQc: 'Update submission that met quality criteria',
} as const satisfies Partial<Record<keyof Registration, string>>;

/** And for the last data for the primary outcome, which the model keeps apart. */
export const primaryCompletionActivity = 'primary-outcome-data-collection';

const codedDates = Object.keys(registrationActivities) as (keyof typeof registrationActivities)[];
const namedDates = Object.keys(registrationActivityTexts) as (keyof typeof registrationActivityTexts)[];

/** Dates of the record, and of the last data for the primary outcome, in HL7's extension for them. */
export function toRegistration(context: StudyContext): Extension[] {
  const { registration, primaryCompletionDate } = context.trial;
  const extensions: Extension[] = [];
  if (primaryCompletionDate)
    extensions.push(
      toActivity(context, '/primaryCompletionDate', coded(primaryCompletionActivity), primaryCompletionDate, 'end'),
    );
  if (!registration) return extensions;
  for (const name of codedDates) {
    const date = registration[name];
    if (date) extensions.push(toActivity(context, `/registration/${name}`, coded(registrationActivities[name]), date));
  }
  for (const name of namedDates) {
    const date = registration[name];
    if (date)
      extensions.push(toActivity(context, `/registration/${name}`, { text: registrationActivityTexts[name] }, date));
  }
  return extensions;
}

function coded(code: string): CodeableConcept {
  return { coding: [{ system: fixedSystems.registrationActivity, code }] };
}

/** @param key The end of what took its time; other activities of a record have a start. */
function toActivity(
  context: StudyContext,
  at: string,
  activity: CodeableConcept,
  date: TrialDate,
  key: 'start' | 'end' = 'start',
): Extension {
  const period: Period = {};
  setDate(context, at, period, key, date);
  const extension: Extension[] = [{ url: 'activity', valueCodeableConcept: activity }];
  if (date.type) extension.push(toActual(date.type));
  if (period[key] ?? period[`_${key}`]) extension.push({ url: 'period', valuePeriod: period });
  return { url: extensionUrls.registration, extension };
}

function toActual(type: NonNullable<TrialDate['type']>): Extension {
  const actual: Extension = { url: 'actual' };
  if (type.code !== undefined) actual.valueBoolean = type.code === 'ACTUAL';
  if (type.verbatim !== undefined) actual._valueBoolean = originalText(type.verbatim);
  return actual;
}
