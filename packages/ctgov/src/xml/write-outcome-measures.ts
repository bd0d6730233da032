import type { Analysis, OutcomeMeasure, TrialDate } from '@trialbridge/core';
import {
  analysisDispersion,
  confidenceIntervalSides,
  nonInferiorityType,
  nonInferiorityTypeLosses,
  outcomeMeasureType,
} from '../codes/results.codes.js';
import type { XmlDraft } from './draft.js';
import { writeGroups } from './write-groups.js';
import { writeMeasure, writeOldDenominator } from './write-measures.js';

/** Whether an outcome measure says what the format demands of one. */
export function isWritable({ type, title }: OutcomeMeasure): boolean {
  return type?.code !== undefined && title !== undefined;
}

export function writeOutcomeMeasure(draft: XmlDraft, outcome: OutcomeMeasure, pointer: string): void {
  if (!draft.isOwn && !isWritable(outcome)) {
    draft.dropped(pointer, outcome.title === undefined ? 'needs-title' : 'not-in-vocabulary');
    return;
  }
  draft.open('outcome');
  draft.coded('type', outcome.type, outcomeMeasureType.xml);
  draft.leaf('title', outcome.title);
  draft.marked('description', outcome.description);
  draft.leaf('time_frame', outcome.timeFrame);
  draft.yesNo('safety_issue', outcome.safetyIssue);
  writePosting(draft, outcome.anticipatedPosting, `${pointer}/anticipatedPosting`);
  draft.marked('population', outcome.populationDescription);
  writeGroups(draft, outcome.groups, `${pointer}/groups`);
  writeTable(draft, outcome, pointer);
  if (outcome.analyses) {
    draft.open('analysis_list');
    for (const [index, analysis] of outcome.analyses.entries())
      writeAnalysis(draft, analysis, `${pointer}/analyses/${index}`);
    draft.close('analysis_list');
  }
  draft.close('outcome');
}

/** An outcome without data has no table. */
function writeTable(draft: XmlDraft, outcome: OutcomeMeasure, pointer: string): void {
  const { denominators, classes, parameter, dispersion, unitOfMeasure, denominatorUnitsSelected } = outcome;
  const hasData = denominators || classes || parameter || dispersion;
  if (!hasData && unitOfMeasure === undefined && denominatorUnitsSelected === undefined) return;
  if (draft.isOldResults) writeOldTables(draft, outcome, pointer);
  else writeMeasure(draft, outcome, outcome, 'Measure', pointer);
}

/** Until 2017 the number analysed was a measure of its own before the one that mattered. */
function writeOldTables(draft: XmlDraft, outcome: OutcomeMeasure, pointer: string): void {
  const { title, description } = outcome;
  draft.open('measure_list');
  for (const denominator of outcome.denominators ?? []) writeOldDenominator(draft, denominator, pointer);
  const named = { ...(title !== undefined && { title }), ...(description !== undefined && { description }) };
  writeMeasure(draft, outcome, named, 'Measure', pointer);
  draft.close('measure_list');
}

/** Years in which the XSD lets results be posted. */
const postingYears = /^[123]/;

function writePosting(draft: XmlDraft, date: TrialDate | undefined, pointer: string): void {
  if (!date) return;
  if (draft.isOwn && date.verbatim !== undefined) draft.leaf('posting_date', date.verbatim);
  else if (date.date === undefined) draft.dropped(pointer, 'not-a-date');
  else if (!draft.isOwn && !postingYears.test(date.date)) draft.dropped(pointer, 'not-in-form');
  else {
    const [year = '', month, day] = date.date.split('-');
    draft.leaf('posting_date', month === undefined ? year : `${month}/${year}`);
    if (day !== undefined) draft.changed(`${pointer}/date`, 'month-only');
    if (date.type) draft.dropped(`${pointer}/type`, 'not-in-vocabulary');
    if (date.verbatim !== undefined) draft.withoutWording.add(date);
  }
}

const float = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

function writeAnalysis(draft: XmlDraft, analysis: Analysis, pointer: string): void {
  if (!analysis.groupIds && !draft.isOwn) {
    draft.dropped(pointer, 'needs-groups');
    return;
  }
  draft.open('analysis');
  if (analysis.groupIds) {
    draft.open('group_id_list');
    for (const id of analysis.groupIds) draft.leaf('group_id', id);
    draft.close('group_id_list');
  }
  draft.marked('groups_desc', analysis.groupDescription);
  writeNonInferiority(draft, analysis, pointer);
  draft.leaf('p_value', analysis.pValue);
  draft.marked('p_value_desc', analysis.pValueComment);
  draft.leaf('method', analysis.method);
  draft.marked('method_desc', analysis.methodComment);
  draft.leaf('param_type', analysis.parameterType);
  draft.leaf('param_value', analysis.parameterValue);
  draft.listed('dispersion_type', analysis.dispersion, analysisDispersion.xml, () => `${pointer}/dispersion`);
  draft.leaf('dispersion_value', analysis.dispersionValue);
  const percent = analysis.confidenceIntervalPercentage;
  if (percent !== undefined && !draft.isOwn && !float.test(percent))
    draft.dropped(`${pointer}/confidenceIntervalPercentage`, 'not-a-number');
  else draft.leaf('ci_percent', percent);
  draft.listed(
    'ci_n_sides',
    analysis.confidenceIntervalSides,
    confidenceIntervalSides.xml,
    () => `${pointer}/confidenceIntervalSides`,
  );
  draft.leaf('ci_lower_limit', analysis.confidenceIntervalLower);
  draft.leaf('ci_upper_limit', analysis.confidenceIntervalUpper);
  draft.marked('ci_upper_limit_na_comment', analysis.confidenceIntervalUpperComment);
  draft.marked('estimate_desc', analysis.estimateComment);
  draft.marked('other_analysis_desc', analysis.otherAnalysisDescription);
  draft.close('analysis');
}

function writeNonInferiority(draft: XmlDraft, analysis: Analysis, pointer: string): void {
  const { nonInferiorityType: kind, testedNonInferiority } = analysis;
  if (testedNonInferiority !== undefined) {
    if (draft.isOwn) draft.yesNo('non_inferiority', testedNonInferiority);
    else draft.dropped(`${pointer}/testedNonInferiority`, 'old-form');
  }
  if (kind?.code !== undefined && nonInferiorityTypeLosses.has(kind.code) && !draft.isOwn)
    draft.changed(`${pointer}/nonInferiorityType/code`, 'legacy-not-said');
  draft.listed('non_inferiority_type', kind, nonInferiorityType.xml, () => `${pointer}/nonInferiorityType`);
  draft.marked('non_inferiority_desc', analysis.nonInferiorityComment);
}
