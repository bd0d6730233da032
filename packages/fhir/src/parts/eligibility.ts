import type { Age, Eligibility } from '@trialbridge/core';
import type { CodeableConcept, Coding, Extension, Quantity, Range } from '../elements.js';
import { characteristicLabels } from '../labels.js';
import { eligibilityNarrative, type Narrative } from '../narrative.js';
import type { StudyContext } from '../study-context.js';
import { extensionUrls, fixedSystems } from '../systems.js';
import { originalText } from '../text.js';

interface Characteristic {
  code: CodeableConcept;
  valueCodeableConcept?: CodeableConcept;
  valueBoolean?: boolean;
  valueRange?: Range;
  exclude: boolean;
}

interface Group {
  resourceType: 'Group';
  id: string;
  text?: Narrative;
  extension?: Extension[];
  type: 'person';
  actual?: false;
  membership?: 'definitional';
  combinationMethod?: 'all-of';
  description?: string;
  characteristic?: Characteristic[];
}

/** Adds the definition of who can take part; gives the reference to it, or `undefined` when nothing is said of it. */
export function addEligibility(context: StudyContext): string | undefined {
  const { trial, resources, vocabulary } = context;
  const { eligibility } = trial;
  if (!eligibility) return undefined;
  const characteristics = toCharacteristics(context, eligibility);
  const { criteria } = eligibility;
  if (criteria === undefined && characteristics.length === 0) return undefined;
  const group: Group = { resourceType: 'Group', id: resources.ids.id('eligibility'), type: 'person' };
  if (criteria !== undefined && context.options.narrative) group.text = eligibilityNarrative(criteria);
  if (vocabulary.version === 'R4') {
    if (criteria !== undefined) group.extension = [{ url: extensionUrls.r5GroupDescription, valueMarkdown: criteria }];
    group.actual = false;
  } else {
    group.membership = 'definitional';
    if (criteria !== undefined) group.description = criteria;
  }
  if (vocabulary.version === 'R6') group.combinationMethod = 'all-of';
  if (characteristics.length > 0) group.characteristic = characteristics;
  return resources.add(group, 'eligibility');
}

function toCharacteristics(context: StudyContext, eligibility: Eligibility): Characteristic[] {
  const { minimumAge, maximumAge, sex, healthyVolunteers } = eligibility;
  const list: Characteristic[] = [];
  if (minimumAge && maximumAge && canShareRange(minimumAge, maximumAge)) {
    list.push(ageCriterion({ low: toQuantity(minimumAge), high: toQuantity(maximumAge) }));
  } else {
    if (minimumAge) list.push(ageCriterion({ low: toQuantity(minimumAge) }));
    if (maximumAge) list.push(ageCriterion({ high: toQuantity(maximumAge) }));
  }
  if (sex?.code !== undefined && sex.code !== 'ALL') {
    list.push({
      code: { coding: [usageContext('gender', 'Gender')] },
      valueCodeableConcept: context.vocabulary.sex.concept(sex),
      exclude: false,
    });
  }
  if (healthyVolunteers !== undefined) {
    list.push({
      code: { text: characteristicLabels.healthyVolunteers },
      valueBoolean: healthyVolunteers,
      exclude: false,
    });
  }
  return list;
}

/** A range whose ends cannot be compared, or stand the wrong way round, is no valid Range: each end then stands alone. */
function canShareRange(low: Age, high: Age): boolean {
  return low.unit !== undefined && low.unit === high.unit && (low.value ?? 0) <= (high.value ?? -1);
}

function ageCriterion(range: Range): Characteristic {
  return { code: { coding: [usageContext('age', 'Age Range')] }, valueRange: range, exclude: false };
}

function usageContext(code: string, display: string): Coding {
  return { system: fixedSystems.usageContext, code, display };
}

/** Units of age in UCUM. */
export const ageUnits = {
  YEARS: ['years', 'a'],
  MONTHS: ['months', 'mo'],
  WEEKS: ['weeks', 'wk'],
  DAYS: ['days', 'd'],
  HOURS: ['hours', 'h'],
  MINUTES: ['minutes', 'min'],
} as const satisfies Record<NonNullable<Age['unit']>, readonly [string, string]>;

function toQuantity({ value, unit, verbatim }: Age): Quantity {
  const quantity: Quantity = {};
  if (verbatim !== undefined) quantity.extension = originalText(verbatim).extension;
  if (value !== undefined) quantity.value = value;
  if (unit !== undefined) {
    const [name, code] = ageUnits[unit];
    quantity.unit = name;
    quantity.system = fixedSystems.ucum;
    quantity.code = code;
  }
  return quantity;
}
