import type {
  BaselineMeasure,
  Denominator,
  DenominatorCount,
  MeasureCategory,
  MeasureClass,
  Measurement,
} from '@trialbridge/core';
import { measureDispersion, measureParameter } from '../codes/results.codes.js';
import { readComment, readLine } from './element-text.js';
import {
  coded,
  type ElementReader,
  type Elements,
  elements,
  group,
  item,
  items,
  prose,
  readAttributes,
  readChildren,
  text,
} from './elements.js';
import type { XmlSource } from './source.js';
import { oldDenominatorTitle } from './write-measures.js';

/** A table of measurements while it is read, with what the results around it have to know. */
export interface MeasureDraft extends BaselineMeasure {
  offset: number;
  /** Whether it is in the form used until 2017, or in the present one; `undefined` where it does not say. */
  isOld?: boolean;
  /** Offsets of the children that an outcome measure repeats. */
  readonly named: Map<string, number>;
}

const count: ElementReader<Denominator> = item('counts', (source: XmlSource): DenominatorCount | undefined => {
  const found: DenominatorCount = {};
  readAttributes(source, found, countAttributes);
  const { offset } = source.scanner;
  const words = readComment(source);
  if (words === undefined) return undefined;
  if (words !== '') source.keepAt(offset, 'unknown-path', 'Text in a count.', '#');
  for (const _name in found) return found;
  return undefined;
});

const countAttributes = { group_id: 'groupId', value: 'value' } as const;

interface DenominatorDraft extends Denominator {
  scope?: { readonly text: string; readonly offset: number };
}

const analyzed = elements<DenominatorDraft>({
  units: text<Denominator>('units') as ElementReader<DenominatorDraft>,
  scope: (source, target) => {
    if (target.scope) {
      source.keep('unknown-path', 'A second element where one belongs.');
      return;
    }
    const { offset } = source.scanner;
    const found = readLine(source);
    if (found !== undefined) target.scope = { text: found, offset };
  },
  count_list: group(elements<Denominator>({ count })),
});

/** How many were analysed. The scope follows from the place; another one is kept. */
export function analyzedList<Part extends { denominators?: Denominator[] }>(scope: string): ElementReader<Part> {
  return group(
    elements<Part>({
      analyzed: item<Part, 'denominators', Denominator>('denominators', (source) => {
        const { offset } = source.scanner;
        const draft: DenominatorDraft = {};
        readChildren(source, analyzed, draft);
        const { scope: stated, ...found } = draft;
        for (const _name in found) {
          if (stated?.text !== scope) {
            source.lacks(offset, 'scope');
            if (stated)
              source.keepAt(stated.offset, 'unknown-code', `"${stated.text}" is not the scope of this place.`);
          }
          return found;
        }
        return undefined;
      }),
    }),
  );
}

const measurement = (source: XmlSource): Measurement | undefined => {
  const found: Measurement = {};
  readAttributes(source, found, measurementAttributes);
  const comment = readComment(source);
  if (comment === undefined) return undefined;
  if (comment !== '') found.comment = comment;
  for (const _name in found) return found;
  return undefined;
};

const measurementAttributes = {
  group_id: 'groupId',
  value: 'value',
  spread: 'spread',
  lower_limit: 'lowerLimit',
  upper_limit: 'upperLimit',
} as const;

const measurementList = group(
  elements<MeasureCategory>({
    measurement: item<MeasureCategory, 'measurements', Measurement>('measurements', measurement),
  }),
);

const category = elements<MeasureCategory>({ title: text('title'), measurement_list: measurementList });
const oldCategory = elements<MeasureCategory>({ sub_title: text('title'), measurement_list: measurementList });

/** A category without title and measurements is one all the same: it stands for its place. */
function categories(children: Elements<MeasureCategory>): ElementReader<MeasureClass> {
  return group(elements<MeasureClass>({ category: items('categories', children) }));
}

const classList = group(
  elements<MeasureDraft>({
    class: items<MeasureDraft, 'classes'>(
      'classes',
      elements<MeasureClass>({
        title: text('title'),
        analyzed_list: analyzedList('Class'),
        category_list: categories(category),
      }),
    ),
  }),
);

const oldCategories = categories(oldCategory);
const measureAnalyzed = analyzedList<MeasureDraft>('Measure');

const inMeasure = elements<MeasureDraft>({
  title: named('title', text<BaselineMeasure>('title')),
  description: named('description', prose<BaselineMeasure>('description')),
  population: named('population', prose<BaselineMeasure>('populationDescription')),
  units: text<BaselineMeasure>('unitOfMeasure') as ElementReader<MeasureDraft>,
  param: coded('parameter', measureParameter.xml),
  dispersion: coded('dispersion', measureDispersion.xml),
  units_analyzed: text<BaselineMeasure>('denominatorUnitsSelected') as ElementReader<MeasureDraft>,
  analyzed_list: inForm(false, measureAnalyzed),
  class_list: inForm(false, classList),
  category_list: inForm(true, (source, draft) => {
    const only: MeasureClass = {};
    oldCategories(source, only);
    if (only.categories) draft.classes = [only];
  }),
});

function named(element: string, read: ElementReader<BaselineMeasure>): ElementReader<MeasureDraft> {
  return (source, draft) => {
    if (!draft.named.has(element)) draft.named.set(element, source.scanner.offset);
    read(source, draft);
  };
}

/** Elements of one form; those of the other in the same table are kept. */
function inForm(isOld: boolean, read: ElementReader<MeasureDraft>): ElementReader<MeasureDraft> {
  return (source, draft) => {
    if (draft.isOld === !isOld) source.keep('unknown-path', 'Two forms of results in one record.');
    else {
      draft.isOld = isOld;
      read(source, draft);
    }
  };
}

export function readMeasure(source: XmlSource, isOld: boolean | undefined): MeasureDraft {
  const draft: MeasureDraft = {
    offset: source.scanner.offset,
    named: new Map(),
    ...(isOld !== undefined && { isOld }),
  };
  readChildren(source, inMeasure, draft);
  return draft;
}

/** The number analysed, where a table of the form until 2017 gives nothing else. */
export function denominatorOf(draft: MeasureDraft): Denominator | undefined {
  const { title, description, populationDescription, parameter, dispersion, unitOfMeasure, classes } = draft;
  const [only] = classes?.[0]?.categories ?? [];
  const isPlain =
    title === oldDenominatorTitle &&
    description === undefined &&
    populationDescription === undefined &&
    parameter?.code === 'NUMBER' &&
    parameter.verbatim === undefined &&
    dispersion === undefined &&
    draft.denominatorUnitsSelected === undefined &&
    unitOfMeasure !== undefined &&
    classes?.[0]?.categories?.length === 1 &&
    only?.title === undefined &&
    (only?.measurements?.every(isCount) ?? false);
  if (!isPlain) return undefined;
  const counts = (only?.measurements ?? []).map(
    ({ groupId, value }): DenominatorCount => ({
      ...(groupId !== undefined && { groupId }),
      ...(value !== undefined && { value }),
    }),
  );
  return { units: unitOfMeasure, counts };
}

function isCount({ spread, lowerLimit, upperLimit, comment }: Measurement): boolean {
  return spread === undefined && lowerLimit === undefined && upperLimit === undefined && comment === undefined;
}

/** The table without what was needed to read it. */
export function measureOf({
  offset: _offset,
  isOld: _isOld,
  named: _named,
  ...measure
}: MeasureDraft): BaselineMeasure {
  return measure;
}
