import type { BaselineMeasure, Denominator, MeasureClass, Measurement, OutcomeMeasure } from '@trialbridge/core';
import { measureDispersion, measureParameter } from '../codes/results.codes.js';
import type { XmlDraft } from './draft.js';

type Measure = Pick<
  BaselineMeasure & OutcomeMeasure,
  'title' | 'description' | 'populationDescription' | 'parameter' | 'dispersion' | 'unitOfMeasure'
  | 'denominatorUnitsSelected' | 'denominators' | 'classes'
>; // biome-ignore format: a list

/** One table of measurements, under the words of `named`: an outcome measure repeats its own above the table. */
export function writeMeasure(
  draft: XmlDraft,
  measure: Measure,
  named: { title?: string; description?: string; populationDescription?: string },
  scope: string,
  pointer: string,
): void {
  if (named.title === undefined && !draft.isOwn) {
    draft.dropped(pointer, 'needs-title');
    return;
  }
  const isOld = draft.isOldResults;
  draft.open('measure');
  draft.leaf('title', named.title);
  draft.marked('description', named.description);
  draft.marked('population', named.populationDescription);
  draft.leaf('units', measure.unitOfMeasure);
  draft.listed('param', measure.parameter, measureParameter.xml, () => `${pointer}/parameter`);
  draft.coded('dispersion', measure.dispersion, measureDispersion.xml);
  draft.leaf('units_analyzed', measure.denominatorUnitsSelected);
  if (isOld) writeOldClasses(draft, measure.classes ?? []);
  else {
    writeAnalyzed(draft, measure.denominators, scope, `${pointer}/denominators`);
    writeClasses(draft, measure.classes, `${pointer}/classes`);
  }
  draft.close('measure');
}

/** How many were analysed; the scope says for what: all of a part, one measure or one class. */
export function writeAnalyzed(
  draft: XmlDraft,
  denominators: Denominator[] | undefined,
  scope: string,
  pointer: string,
): void {
  if (!denominators) return;
  const whole = denominators.filter((denominator) => draft.isOwn || isWhole(denominator));
  if (whole.length > 0) draft.open('analyzed_list');
  for (const [index, denominator] of denominators.entries()) {
    if (!draft.isOwn && !isWhole(denominator)) {
      draft.dropped(`${pointer}/${index}`, 'needs-participants');
      continue;
    }
    draft.open('analyzed');
    draft.leaf('units', denominator.units);
    draft.leaf('scope', scope);
    if (denominator.counts) {
      draft.open('count_list');
      for (const { groupId, value } of denominator.counts)
        draft.empty('count', draft.attribute('group_id', groupId) + draft.attribute('value', value));
      draft.close('count_list');
    }
    draft.close('analyzed');
  }
  if (whole.length > 0) draft.close('analyzed_list');
}

function isWhole({ units, counts }: Denominator): boolean {
  return (
    units !== undefined && (counts?.every((count) => count.groupId !== undefined && count.value !== undefined) ?? false)
  );
}

function writeClasses(draft: XmlDraft, classes: MeasureClass[] | undefined, pointer: string): void {
  if (!classes) return;
  draft.open('class_list');
  for (const [index, { title, denominators, categories }] of classes.entries()) {
    draft.open('class');
    draft.leaf('title', title);
    writeAnalyzed(draft, denominators, 'Class', `${pointer}/${index}/denominators`);
    if (categories) {
      draft.open('category_list');
      for (const category of categories) writeCategory(draft, category.title, category.measurements, 'title');
      draft.close('category_list');
    }
    draft.close('class');
  }
  draft.close('class_list');
}

/** Title of the measure that gave the number analysed until 2017. */
export const oldDenominatorTitle = 'Number of Participants';

/** Until 2017 the number analysed was a measure of its own. */
export function writeOldDenominator(draft: XmlDraft, { units, counts = [] }: Denominator, pointer: string): void {
  const measurements = counts.map(
    ({ groupId, value }): Measurement => ({
      ...(groupId !== undefined && { groupId }),
      ...(value !== undefined && { value }),
    }),
  );
  const measure: Measure = {
    parameter: { code: 'NUMBER' },
    ...(units !== undefined && { unitOfMeasure: units }),
    classes: [{ categories: [{ measurements }] }],
  };
  writeMeasure(draft, measure, { title: oldDenominatorTitle }, 'Measure', pointer);
}

/** Until 2017 there were no classes, and a category's name was its sub-title. */
function writeOldClasses(draft: XmlDraft, classes: readonly MeasureClass[]): void {
  const [only] = classes;
  if (!only?.categories) return;
  draft.open('category_list');
  for (const category of only.categories) writeCategory(draft, category.title, category.measurements, 'sub_title');
  draft.close('category_list');
}

function writeCategory(
  draft: XmlDraft,
  title: string | undefined,
  measurements: Measurement[] | undefined,
  element: string,
): void {
  draft.open('category');
  draft.leaf(element, title);
  if (measurements) {
    draft.open('measurement_list');
    for (const measurement of measurements) writeMeasurement(draft, measurement);
    draft.close('measurement_list');
  }
  draft.close('category');
}

function writeMeasurement(draft: XmlDraft, measurement: Measurement): void {
  const attributes =
    draft.attribute('group_id', measurement.groupId) +
    draft.attribute('value', measurement.value) +
    draft.attribute('spread', measurement.spread) +
    draft.attribute('lower_limit', measurement.lowerLimit) +
    draft.attribute('upper_limit', measurement.upperLimit);
  if (measurement.comment === undefined) draft.empty('measurement', attributes);
  else draft.leaf('measurement', draft.plain(measurement.comment), attributes);
}
