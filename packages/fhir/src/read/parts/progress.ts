import type { Coded, OverallStatusCode, TrialDate } from '@trialbridge/core';
import { r4Status } from '../../codes/tables.js';
import { smallLabels } from '../../labels.js';
import { primaryCompletionActivity, registrationActivities, registrationActivityTexts } from '../../parts/progress.js';
import { extensionUrls, fixedSystems } from '../../systems.js';
import { behind } from '../labelled.js';
import type { Part } from '../part.js';
import { type Found, found } from '../place.js';
import { within } from '../set-field.js';
import type { StudyReading } from '../study-reading.js';
import { statesByDefinition, statusVocabulary } from '../vocabularies.js';
import { codingsOf, readCode, readWording, type Vocabulary } from '../vocabulary.js';
import { readDate, readDateType, withType } from './dates.js';

/** States of the study, its dates, and the dates of its record. */
export function readProgress(reading: StudyReading): void {
  const { study } = reading;
  const states: Part[] = [];
  const overall: Part[] = [];
  for (const progress of study.parts('progressStatus')) {
    const state = progress.part('state');
    if (!state) continue;
    const codes = codingsOf(state);
    if (codes.some(({ system }) => system === fixedSystems.registrationActivity))
      readActivity(reading, progress, state);
    else if (codes.some(({ code }) => code === 'overall-study')) overall.push(progress);
    else states.push(progress);
  }
  readStates(reading, states);
  readStudyDates(reading, overall);
  for (const activity of study.extensions(extensionUrls.registration)) {
    const concept = activity.part('activity');
    if (concept) readActivity(reading, activity, concept);
  }
}

/**
 * The states that the study is or was in. One that is only planned is none; of several, the one without an end is what
 * the study is in now; where that does not decide, none of them is called its status.
 */
function readStates(reading: StudyReading, progresses: readonly Part[]): void {
  const current: Part[] = [];
  for (const progress of progresses) {
    const state = progress.part('state') as Part;
    const lastKnown = readLastKnown(state);
    if (lastKnown) reading.put(reading.trial, 'lastKnownStatus', toLastKnown(state, lastKnown));
    else if (isState(state)) current.push(progress);
  }
  const actual = current.filter((progress) => progress.value('actual') !== false);
  const open = actual.filter((progress) => progress.part('period')?.peek('end') === undefined);
  const [first, second] = actual.length > 1 ? open : actual;
  if (!first || second) return;
  first.take('actual');
  reading.put(reading.trial, 'overallStatus', readStatus(reading, first.part('state') as Part, statusVocabulary));
}

/** Whether a concept can be a state of a study: a code of HL7 or of the registry, or words. */
function isState(state: Part): boolean {
  const codings = codingsOf(state);
  return (
    codings.length === 0 ||
    codings.some(({ system }) => system?.endsWith('research-study-status') || system === statusVocabulary.system)
  );
}

/** The text that marks the status before it became unknown; behind it the wording, if there is one. */
function readLastKnown(state: Part): { verbatim?: string } | undefined {
  const text = state.peek('text');
  if (text === smallLabels.lastKnownStatus) return {};
  const place = state.place('text');
  const verbatim = text !== undefined && place && behind(smallLabels.lastKnownStatus, found(place, text));
  return verbatim ? { verbatim: verbatim.value } : undefined;
}

function toLastKnown(state: Part, { verbatim }: { verbatim?: string }): Found<Coded<OverallStatusCode>> {
  const code = readCode(state, statusVocabulary);
  if (code) takeEquivalent(state, code.value);
  state.take('text');
  const status: Coded<OverallStatusCode> = {};
  if (code) status.code = code.value;
  if (verbatim !== undefined) status.verbatim = verbatim;
  return found(code ?? { holder: state.json, key: 'text' }, status);
}

/** A status from a concept. HL7's code is the status where it determines the registry's; else it is kept as a word. */
export function readStatus(
  reading: StudyReading,
  concept: Part,
  words: Vocabulary<OverallStatusCode>,
): Found<Coded<OverallStatusCode>> | undefined {
  const code = readCode(concept, words);
  const text = concept.text('text');
  if (code) {
    takeEquivalent(concept, code.value);
    return found(code, text ? { code: code.value, verbatim: text.value } : { code: code.value });
  }
  for (const coding of codingsOf(concept)) {
    if (coding.code === undefined || !coding.system?.endsWith('research-study-status')) continue;
    const status = ofHl7(reading, found({ holder: coding.part.json, key: 'code' }, coding.code));
    coding.part.takeAll();
    return text ? found(status, { ...status.value, verbatim: text.value }) : status;
  }
  return text && readWording(reading, text, words);
}

/** HL7's coding beside the registry's, where R5's word for the status is less than the registry's. */
function takeEquivalent(concept: Part, status: OverallStatusCode): void {
  const word = r4Status[status];
  for (const { part, code, system } of codingsOf(concept)) {
    if (code === word && system?.endsWith('research-study-status')) part.takeAll();
  }
}

/** A status from an HL7 word alone. */
export function ofHl7(reading: StudyReading, word: Found<string>): Found<Coded<OverallStatusCode>> {
  const code = statusVocabulary.ofHl7(word.value);
  if (code !== undefined) return found(word, code === 'WITHDRAWN' ? { code, verbatim: word.value } : { code });
  const byDefinition = statesByDefinition.get(word.value);
  if (byDefinition !== undefined) return found(word, { code: byDefinition, verbatim: word.value });
  reading.note(
    word,
    'unknown-code',
    `FHIR's ${JSON.stringify(word.value)} does not say which status of a registry it is.`,
  );
  return found(word, { verbatim: word.value });
}

/**
 * R4's own status. Where the study says its status in more words, too, this one follows from it and says nothing new; if
 * it does not, both are kept and the conflict is reported.
 */
export function readR4Status(reading: StudyReading): void {
  const { study, trial, version } = reading;
  if (version !== 'R4') return;
  study.takeAbsence('status');
  const place = study.place('status');
  const word = study.peek('status');
  if (!place || word === undefined) return;
  if (!trial.overallStatus) {
    reading.put(trial, 'overallStatus', ofHl7(reading, found(place, word)));
    study.take('status');
    return;
  }
  const known = [trial.overallStatus.code, trial.lastKnownStatus?.code];
  const implied = known.map((code) => code && r4Status[code]).find((status) => status !== undefined);
  if (implied === word || implied === undefined || trial.overallStatus.verbatim === word) study.take('status');
  else {
    const stated = trial.overallStatus.code ?? trial.overallStatus.verbatim;
    reading.leave(place, 'conflict', `The status is ${word} here and ${stated} in progressStatus, which is taken.`);
  }
}

/** Start and end: `period`, and `progressStatus` of the whole study, which says whether they are actual. */
function readStudyDates(reading: StudyReading, overall: readonly Part[]): void {
  const { study, trial } = reading;
  const period = study.part('period');
  const dates = {
    start: period && readDate(reading, period, 'start'),
    end: period && readDate(reading, period, 'end'),
  };
  const types: { start?: Found<NonNullable<TrialDate['type']>>; end?: Found<NonNullable<TrialDate['type']>> } = {};
  for (const progress of overall) {
    const spanned = progress.part('period');
    if (!spanned) continue;
    const type = readDateType(progress);
    const names = (['start', 'end'] as const).filter((name) => spanned.has(name) || spanned.twin(name));
    for (const name of names) {
      const stated = readDate(reading, spanned, name);
      spanned.takeAbsence(name);
      dates[name] ??= stated;
      if (type) types[name] ??= type;
    }
    if (names.length > 0) progress.part('state')?.takeAll();
  }
  reading.put(trial, 'startDate', withType(dates.start, types.start));
  reading.put(trial, 'completionDate', withType(dates.end, types.end));
}

type DateField = keyof typeof registrationActivities | keyof typeof registrationActivityTexts | 'primaryCompletion';

const activities = new Map<string, DateField>([
  ...Object.entries(registrationActivities).map(([field, code]) => [code, field] as [string, DateField]),
  ...Object.entries(registrationActivityTexts).map(([field, text]) => [text, field] as [string, DateField]),
  [primaryCompletionActivity, 'primaryCompletion'],
]);

/** A date of the record. Whether it is actual stands beside it; its period has a start only. */
function readActivity(reading: StudyReading, activity: Part, concept: Part): void {
  const codes = codingsOf(concept).map(({ code }) => code);
  const field = activities.get(codes[0] ?? concept.peek('text') ?? '');
  if (field === undefined) return;
  const { trial } = reading;
  const isCompletion = field === 'primaryCompletion';
  if ((isCompletion ? trial.primaryCompletionDate : trial.registration?.[field]) !== undefined) return;
  const period = activity.part('period');
  const date = period && (readDate(reading, period, 'start') ?? readDate(reading, period, 'end'));
  const value = withType(date, readDateType(activity));
  if (!value) return;
  if (isCompletion) reading.put(trial, 'primaryCompletionDate', value);
  else within(trial, 'registration', (registration) => reading.put(registration, field, value));
  concept.takeAll();
}
