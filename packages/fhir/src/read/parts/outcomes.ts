import type { Outcome } from '@trialbridge/core';
import { smallLabels } from '../../labels.js';
import { behind } from '../labelled.js';
import type { Part } from '../part.js';
import { found } from '../place.js';
import type { StudyReading } from '../study-reading.js';
import { table } from '../table.js';
import { codingsOf } from '../vocabulary.js';

type OutcomeField = 'primaryOutcomes' | 'secondaryOutcomes' | 'otherOutcomes';

/** An outcome as it stands in the source, to compare R4's objectives with. */
interface Named {
  readonly name: string | undefined;
  readonly field: OutcomeField;
}

/** Outcome measures: of the study in R5, of its objectives in R6, in a cross-version extension in R4. */
export function readOutcomes(reading: StudyReading): void {
  const { study } = reading;
  const lists: Record<OutcomeField, Outcome[]> = { primaryOutcomes: [], secondaryOutcomes: [], otherOutcomes: [] };
  const named: Named[] = [];
  for (const measure of study.parts('outcomeMeasure')) readMeasure(reading, measure, undefined, lists, named);
  for (const objective of study.parts('objective')) {
    const measures = objective.parts('outcomeMeasure');
    const type = objective.part('type');
    const field = type && fieldOf([type]);
    for (const measure of measures) readMeasure(reading, measure, field, lists, named);
    if (measures.length > 0 && field !== undefined && type) takeType(type, field);
  }
  readObjectives(reading, named);
  for (const field of ['primaryOutcomes', 'secondaryOutcomes', 'otherOutcomes'] as const) {
    if (lists[field].length > 0) reading.trial[field] = lists[field];
  }
}

/** One whose kind is not said belongs to no list of the model. */
function readMeasure(
  reading: StudyReading,
  measure: Part,
  inherited: OutcomeField | undefined,
  lists: Record<OutcomeField, Outcome[]>,
  named: Named[],
): void {
  const types = measure.parts('type');
  const field = fieldOf(types) ?? inherited;
  if (field === undefined) return;
  const outcome: Outcome = {};
  const name = measure.peek('name');
  reading.put(outcome, 'measure', measure.text('name') ?? measure.text('value'));
  reading.put(outcome, 'description', measure.text('description'));
  for (const type of types) {
    const place = type.place('text');
    const said = place && behind(smallLabels.safetyIssue, found(place, type.peek('text') ?? ''));
    if (said && reading.put(outcome, 'safetyIssue', found(said, said.value === 'true'))) type.take('text');
    else takeType(type, field);
  }
  const reference = measure.part('reference') ?? measure.part('endpoint');
  if (reference) readVariable(reading, outcome, reference, name);
  for (const _key in outcome) {
    lists[field].push(outcome);
    named.push({ name, field });
    return;
  }
}

const fields = table<OutcomeField>({
  primary: 'primaryOutcomes',
  secondary: 'secondaryOutcomes',
  exploratory: 'otherOutcomes',
});

/** Words for outcomes that HL7 has no code for. */
const otherWords = /^other(?: pre-?specified)?(?: outcomes?)?$/i;

function fieldOf(types: readonly Part[]): OutcomeField | undefined {
  for (const type of types) {
    for (const { code } of codingsOf(type)) {
      const field = fields.get(code ?? '');
      if (field !== undefined) return field;
    }
    if (otherWords.test(type.peek('text') ?? '')) return 'otherOutcomes';
  }
  return undefined;
}

/** That an outcome is exploratory says more than that it is another one: the word is kept. */
function takeType(type: Part, field: OutcomeField): void {
  for (const { part, code } of codingsOf(type)) {
    if (fields.get(code ?? '') === field && code !== 'exploratory') part.takeAll();
  }
  if (field === 'otherOutcomes' && otherWords.test(type.peek('text') ?? '')) type.take('text');
}

/** The variable that is measured has the time frame; in R4 the reference says it in words. */
function readVariable(reading: StudyReading, outcome: Outcome, reference: Part, name: string | undefined): void {
  const variable = reading.resolve(reference);
  if (reference.peek('display') === name) reference.take('display');
  const place = reference.place('display');
  const display = place && behind(smallLabels.timeFrame, found(place, reference.peek('display') ?? ''));
  if (display && reading.put(outcome, 'timeFrame', display)) reference.take('display');
  if (!variable) return;
  variable.take('status');
  if (variable.peek('title') === name) variable.take('title');
  const [characteristic] = variable.parts('characteristic');
  const [event] = characteristic?.parts('timeFromEvent') ?? [];
  if (event && outcome.timeFrame === undefined) reading.put(outcome, 'timeFrame', event.text('description'));
  const timing = variable.part('timing');
  if (timing && outcome.timeFrame === undefined) reading.put(outcome, 'timeFrame', timing.text('text'));
  const concept = variable.part('definition')?.part('concept');
  if (concept && concept.peek('text') === name) concept.take('text');
  for (const classifier of variable.parts('classifier')) {
    const at = classifier.place('text');
    const said = at && behind(smallLabels.safetyIssue, found(at, classifier.peek('text') ?? ''));
    if (said && reading.put(outcome, 'safetyIssue', found(said, said.value === 'true'))) classifier.take('text');
  }
}

/** R4's objectives that name an outcome measure again. Others are goals, for which the model has no place. */
function readObjectives(reading: StudyReading, named: readonly Named[]): void {
  let position = 0;
  for (const objective of reading.study.parts('objective')) {
    const type = objective.part('type');
    const outcome = named[position];
    if (!type || !outcome || objective.has('outcomeMeasure')) continue;
    if (objective.peek('name') !== outcome.name || fieldOf([type]) !== outcome.field) continue;
    objective.takeAll();
    position += 1;
  }
}
