import type { Analysis, OutcomeMeasure, TrialDate } from '@trialbridge/core';
import {
  analysisDispersion,
  confidenceIntervalSides,
  nonInferiorityType,
  outcomeMeasureType,
} from '../codes/results.codes.js';
import { readLine } from './element-text.js';
import {
  coded,
  type ElementReader,
  elements,
  group,
  items,
  prose,
  readChildren,
  text,
  texts,
  yesNo,
} from './elements.js';
import { groupList } from './read-flow.js';
import { denominatorOf, type MeasureDraft, measureOf, readMeasure } from './read-measures.js';
import type { ResultsForm, XmlSource } from './source.js';

interface OutcomeDraft extends OutcomeMeasure {
  readonly form: ResultsForm;
  measure?: MeasureDraft;
  /** Tables in the form until 2017, with the offset of their list. */
  oldMeasures?: { readonly offset: number; readonly measures: MeasureDraft[]; readonly since: number };
}

const analysis = elements<Analysis>({
  group_id_list: group(elements<Analysis>({ group_id: texts('groupIds') })),
  groups_desc: prose('groupDescription'),
  non_inferiority: yesNo('testedNonInferiority'),
  non_inferiority_type: coded('nonInferiorityType', nonInferiorityType.xml),
  non_inferiority_desc: prose('nonInferiorityComment'),
  p_value: text('pValue'),
  p_value_desc: prose('pValueComment'),
  method: text('method'),
  method_desc: prose('methodComment'),
  param_type: text('parameterType'),
  param_value: text('parameterValue'),
  dispersion_type: coded('dispersion', analysisDispersion.xml),
  dispersion_value: text('dispersionValue'),
  ci_percent: text('confidenceIntervalPercentage'),
  ci_n_sides: coded('confidenceIntervalSides', confidenceIntervalSides.xml),
  ci_lower_limit: text('confidenceIntervalLower'),
  ci_upper_limit: text('confidenceIntervalUpper'),
  ci_upper_limit_na_comment: prose('confidenceIntervalUpperComment'),
  estimate_desc: prose('estimateComment'),
  other_analysis_desc: prose('otherAnalysisDescription'),
});

const inOutcome = elements<OutcomeDraft>({
  type: coded('type', outcomeMeasureType.xml),
  title: text<OutcomeMeasure>('title') as ElementReader<OutcomeDraft>,
  description: prose<OutcomeMeasure>('description') as ElementReader<OutcomeDraft>,
  time_frame: prose<OutcomeMeasure>('timeFrame') as ElementReader<OutcomeDraft>,
  safety_issue: yesNo<OutcomeMeasure>('safetyIssue') as ElementReader<OutcomeDraft>,
  posting_date: postingDate,
  population: prose<OutcomeMeasure>('populationDescription') as ElementReader<OutcomeDraft>,
  group_list: groupList(),
  measure: measureElement,
  measure_list: measureListElement,
  analysis_list: group(elements<OutcomeDraft>({ analysis: items<OutcomeDraft, 'analyses'>('analyses', analysis) })),
});

/** One outcome measure. What its table repeats of it is checked, and not held twice. */
export function readOutcome(source: XmlSource, form: ResultsForm): OutcomeMeasure | undefined {
  const draft: OutcomeDraft = { form };
  readChildren(source, inOutcome, draft);
  const { form: _form, measure, oldMeasures, ...outcome } = draft;
  if (measure) takeMeasure(source, outcome, measure);
  if (oldMeasures) takeOldMeasures(source, outcome, oldMeasures, form);
  for (const _name in outcome) return outcome;
  return undefined;
}

function measureElement(source: XmlSource, draft: OutcomeDraft): void {
  if (draft.measure || draft.form.isOld === true) {
    source.keep(
      'unknown-path',
      draft.measure ? 'A second element where one belongs.' : 'Two forms of results in one record.',
    );
    return;
  }
  draft.form.isOld = false;
  draft.measure = readMeasure(source, false);
}

function takeMeasure(source: XmlSource, outcome: OutcomeMeasure, draft: MeasureDraft): void {
  const { title, description, populationDescription, ...table } = measureOf(draft);
  const hasData = table.denominators || table.classes || table.parameter || table.dispersion;
  if (!hasData && table.unitOfMeasure === undefined && table.denominatorUnitsSelected === undefined) {
    source.keepAt(draft.offset, 'unknown-path', 'A table without data.');
    return;
  }
  compare(source, draft, 'title', outcome.title, title);
  compare(source, draft, 'description', outcome.description, description);
  compare(source, draft, 'population', outcome.populationDescription, populationDescription);
  Object.assign(outcome, table);
}

/** The table repeats the words of its outcome measure. Where it does not, what it says is kept. */
function compare(
  source: XmlSource,
  draft: MeasureDraft,
  element: string,
  outer: string | undefined,
  inner: string | undefined,
): void {
  if (outer === inner) return;
  if (outer !== undefined) source.lacks(draft.offset, element);
  const offset = draft.named.get(element);
  if (inner !== undefined && offset !== undefined)
    source.keepAt(offset, 'conflict', 'The table has other words than its outcome measure.');
}

function measureListElement(source: XmlSource, draft: OutcomeDraft): void {
  if (draft.oldMeasures || draft.form.isOld === false) {
    source.keep(
      'unknown-path',
      draft.oldMeasures ? 'A second element where one belongs.' : 'Two forms of results in one record.',
    );
    return;
  }
  const { offset } = source.scanner;
  const measures: MeasureDraft[] = [];
  const since = source.noted;
  readChildren(source, measureList, measures);
  draft.oldMeasures = { offset, measures, since };
}

const measureList = elements<MeasureDraft[]>({
  measure: (source, measures) => measures.push(readMeasure(source, true)),
});

/** Until 2017: the number analysed, then the table. Any other list of tables is kept whole. */
function takeOldMeasures(
  source: XmlSource,
  outcome: OutcomeMeasure,
  { offset, measures, since }: NonNullable<OutcomeDraft['oldMeasures']>,
  form: ResultsForm,
): void {
  const [first, second] = measures;
  const denominator = first && denominatorOf(first);
  const table = second && measureOf(second);
  const isUsual =
    measures.length === 2 &&
    denominator !== undefined &&
    source.noted === since &&
    table !== undefined &&
    table.title === outcome.title &&
    table.description === outcome.description &&
    table.populationDescription === undefined;
  if (!isUsual) {
    source.forget(since);
    source.keepAt(offset, 'unknown-path', 'Tables in a form that we do not know.');
    return;
  }
  form.isOld = true;
  const { title: _title, description: _description, ...data } = table;
  Object.assign(outcome, data);
  outcome.denominators = [denominator];
}

const postingForm = /^(?:(0[1-9]|1[0-2])\/)?([1-3]\d{3})$/;

function postingDate(source: XmlSource, draft: OutcomeDraft): void {
  if (draft.anticipatedPosting) {
    source.keep('unknown-path', 'A second element where one belongs.');
    return;
  }
  const { offset } = source.scanner;
  const wording = readLine(source);
  if (wording === undefined) return;
  const match = postingForm.exec(wording);
  const date: TrialDate = match
    ? { date: match[1] === undefined ? wording : `${match[2]}-${match[1]}` }
    : { verbatim: wording };
  if (!match) source.remark(offset, 'unreadable-value', `"${wording}" is no date of this format.`);
  draft.anticipatedPosting = date;
  source.trace(draft, 'anticipatedPosting', offset);
}
