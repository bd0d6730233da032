import type { Baseline, CertainAgreement, OutcomeMeasure, PointOfContact, Results, Trial } from '@trialbridge/core';
import { investigatorsAreEmployed, investigatorsAreNotEmployed, readRestriction } from './agreements.js';
import { readLine, readProse } from './element-text.js';
import { type ElementReader, elements, group, item, object, prose, readChildren, text } from './elements.js';
import { reportedEvents } from './read-events.js';
import { groupList, participantFlow } from './read-flow.js';
import { analyzedList, denominatorOf, measureOf, readMeasure } from './read-measures.js';
import { readOutcome } from './read-outcome-measures.js';
import type { ResultsForm, XmlSource } from './source.js';

interface ResultsDraft extends Results {
  readonly form: ResultsForm;
}

interface BaselineDraft extends Baseline {
  readonly form: ResultsForm;
}

const inBaseline = elements<BaselineDraft>({
  population: prose<Baseline>('populationDescription') as ElementReader<BaselineDraft>,
  group_list: groupList(),
  analyzed_list: (source, draft) => {
    if (draft.form.isOld) source.keep('unknown-path', 'Two forms of results in one record.');
    else {
      draft.form.isOld = false;
      overallAnalyzed(source, draft);
    }
  },
  measure_list: group(elements<BaselineDraft>({ measure: baselineMeasure })),
});

const overallAnalyzed = analyzedList<BaselineDraft>('Overall');

function baselineMeasure(source: XmlSource, draft: BaselineDraft): void {
  const { offset } = source.scanner;
  const since = source.noted;
  const measure = readMeasure(source, draft.form.isOld);
  if (measure.isOld !== undefined) draft.form.isOld ??= measure.isOld;
  const denominator = measure.isOld && !draft.measures && source.noted === since ? denominatorOf(measure) : undefined;
  if (denominator) {
    draft.denominators ??= [];
    draft.denominators.push(denominator);
    return;
  }
  const found = measureOf(measure);
  for (const _name in found) {
    draft.measures ??= [];
    source.trace(draft.measures, String(draft.measures.length), offset);
    draft.measures.push(found);
    return;
  }
  source.forget(since);
  source.keepAt(offset, 'unknown-path', 'An element that says nothing we know.');
}

const inResults = elements<ResultsDraft>({
  participant_flow: object<Results, 'participantFlow'>(
    'participantFlow',
    participantFlow,
  ) as ElementReader<ResultsDraft>,
  baseline: (source, draft) => {
    if (draft.baseline) {
      source.keep('unknown-path', 'A second element where one belongs.');
      return;
    }
    const found: BaselineDraft = { form: draft.form };
    readChildren(source, inBaseline, found);
    const { form: _form, ...baseline } = found;
    for (const _name in baseline) draft.baseline = baseline;
  },
  outcome_list: group(
    elements<ResultsDraft>({
      outcome: (source, draft) =>
        item<ResultsDraft, 'outcomeMeasures', OutcomeMeasure>('outcomeMeasures', () => readOutcome(source, draft.form))(
          source,
          draft,
        ),
    }),
  ),
  reported_events: object<Results, 'adverseEvents'>('adverseEvents', reportedEvents) as ElementReader<ResultsDraft>,
  certain_agreements: object<Results, 'certainAgreement'>(
    'certainAgreement',
    elements<CertainAgreement>({ pi_employee: employment, restrictive_agreement: restriction }),
  ) as ElementReader<ResultsDraft>,
  limitations_and_caveats: prose<Results>('limitationsAndCaveats') as ElementReader<ResultsDraft>,
  point_of_contact: object<Results, 'pointOfContact'>(
    'pointOfContact',
    elements<PointOfContact>({
      name_or_title: text('title'),
      organization: text('organization'),
      phone: phone,
      email: text('email'),
    }),
  ) as ElementReader<ResultsDraft>,
});

/** The results, and the form they are in. */
export function readResults(source: XmlSource, trial: Trial): ResultsForm {
  const form: ResultsForm = {};
  const { offset } = source.scanner;
  const draft: ResultsDraft = { form };
  readChildren(source, inResults, draft);
  const { form: _form, ...results } = draft;
  for (const _name in results) {
    trial.results = results;
    trial.hasResults = true;
    source.trace(trial, 'hasResults', offset);
    break;
  }
  return form;
}

function employment(source: XmlSource, target: CertainAgreement): void {
  if (target.isSponsorEmployee !== undefined) {
    source.keep('unknown-path', 'A second element where one belongs.');
    return;
  }
  const { offset } = source.scanner;
  const wording = readLine(source);
  if (wording === undefined) return;
  if (wording !== investigatorsAreEmployed && wording !== investigatorsAreNotEmployed) {
    source.keepAt(offset, 'unknown-code', `"${wording}" is no value of this field that we know.`);
    return;
  }
  source.trace(target, 'isSponsorEmployee', offset);
  target.isSponsorEmployee = wording === investigatorsAreEmployed;
}

function restriction(source: XmlSource, target: CertainAgreement): void {
  if (target.isRestrictive !== undefined) {
    source.keep('unknown-path', 'A second element where one belongs.');
    return;
  }
  const { offset } = source.scanner;
  const words = readProse(source);
  if (words === undefined) return;
  const agreement = readRestriction(words);
  for (const name in agreement) source.trace(target, name, offset);
  Object.assign(target, agreement);
}

const extensionForm = /^(.*\S) ext (\S.*)$/;

function phone(source: XmlSource, target: PointOfContact): void {
  if (target.phone !== undefined) {
    source.keep('unknown-path', 'A second element where one belongs.');
    return;
  }
  const { offset } = source.scanner;
  const wording = readLine(source);
  if (wording === undefined) return;
  source.trace(target, 'phone', offset);
  const [, number = wording, extension] = extensionForm.exec(wording) ?? [];
  target.phone = number;
  if (extension === undefined) return;
  source.trace(target, 'phoneExtension', offset);
  target.phoneExtension = extension;
}
