import type { Age, Criterion, Eligibility } from '@trialbridge/core';
import { characteristicLabels } from '../../labels.js';
import { ageUnits } from '../../parts/eligibility.js';
import { extensionUrls } from '../../systems.js';
import type { Part } from '../part.js';
import { type Found, found } from '../place.js';
import { within } from '../set-field.js';
import type { StudyReading } from '../study-reading.js';
import { sexVocabulary } from '../vocabularies.js';
import { bare, codingsOf, readCoded } from '../vocabulary.js';

/** Who can take part: the group that `enrollment` (R4) or `recruitment.eligibility` names. */
export function readEligibility(reading: StudyReading): void {
  const { study, trial } = reading;
  const references = [...study.parts('enrollment')];
  const recruited = study.part('recruitment')?.part('eligibility');
  if (recruited) references.push(recruited);
  within(trial, 'eligibility', (eligibility) => {
    const seen = new Set<Part>();
    for (const reference of references) {
      const group = reading.resolve(reference);
      if (group && !seen.has(group)) readGroup(reading, eligibility, group);
      if (group) seen.add(group);
      readDisplay(reading, eligibility, reference);
    }
  });
}

/** mCODE's converter has the criteria in the display of the reference. */
function readDisplay(reading: StudyReading, eligibility: Eligibility, reference: Part): void {
  if (eligibility.criteria !== undefined) return;
  const display = reference.peek('display');
  if (display !== undefined && /inclusion criteri|exclusion criteri/i.test(display)) {
    reading.put(eligibility, 'criteria', reference.text('display'));
  }
}

function readGroup(reading: StudyReading, eligibility: Eligibility, group: Part): void {
  for (const name of ['type', 'actual', 'membership', 'combinationMethod']) group.take(name);
  reading.put(eligibility, 'criteria', group.text('description'));
  const items: Found<Criterion>[] = [];
  for (const characteristic of group.parts('characteristic')) {
    const isRead = readCharacteristic(reading, eligibility, characteristic);
    if (!isRead && !reading.isOurs) readCriterion(characteristic, items);
  }
  const list = reading.list(items);
  if (list) eligibility.items = list;
}

function readCharacteristic(reading: StudyReading, eligibility: Eligibility, characteristic: Part): boolean {
  const concept = characteristic.part('code');
  if (!concept || characteristic.value('exclude') === true) return false;
  const codes = codingsOf(concept).map(({ code }) => code);
  const text = concept.peek('text') ?? '';
  const isRead =
    codes.includes('age') || /^age(?: range)?$/i.test(text)
      ? readAges(reading, eligibility, characteristic)
      : codes.includes('gender') || /^(?:gender|sex)$/i.test(text)
        ? readSex(reading, eligibility, characteristic)
        : text === characteristicLabels.healthyVolunteers
          ? reading.put(eligibility, 'healthyVolunteers', characteristic.boolean('valueBoolean'))
          : false;
  if (!isRead) return false;
  concept.takeAll();
  characteristic.take('exclude');
  return true;
}

function readSex(reading: StudyReading, eligibility: Eligibility, characteristic: Part): boolean {
  const value = characteristic.part('valueCodeableConcept');
  if (!value || eligibility.sex) return false;
  return reading.put(eligibility, 'sex', readCoded(reading, value, sexVocabulary));
}

function readAges(reading: StudyReading, eligibility: Eligibility, characteristic: Part): boolean {
  const range = characteristic.part('valueRange');
  if (!range) return false;
  const low = range.part('low');
  const high = range.part('high');
  const hasLow = low !== undefined && readAge(reading, eligibility, 'minimumAge', low);
  const hasHigh = high !== undefined && readAge(reading, eligibility, 'maximumAge', high);
  return hasLow || hasHigh;
}

const units = new Map<string, NonNullable<Age['unit']>>();
for (const [unit, [name, code]] of Object.entries(ageUnits)) {
  for (const spelling of [name, code, name.slice(0, -1)]) units.set(spelling, unit as NonNullable<Age['unit']>);
}

/** Ages are whole numbers of their unit; others are left as they stand. */
function readAge(
  reading: StudyReading,
  eligibility: Eligibility,
  field: 'minimumAge' | 'maximumAge',
  quantity: Part,
): boolean {
  if (eligibility[field]) return false;
  const age: Age = {};
  const unit = units.get(quantity.peek('code') ?? '') ?? units.get((quantity.peek('unit') ?? '').toLowerCase());
  const verbatim = quantity.extensionText(extensionUrls.originalText);
  const value = unit === undefined && quantity.has('unit') ? undefined : quantity.count('value');
  if (value) age.value = value.value;
  if (unit !== undefined) age.unit = unit;
  if (verbatim) age.verbatim = verbatim.value;
  const place = value ?? verbatim ?? quantity.place('code');
  if (!place || Object.keys(age).length === 0) return false;
  for (const name of unit === undefined ? [] : ['unit', 'system', 'code']) quantity.take(name);
  return reading.put(eligibility, field, found(place, age));
}

/** A criterion of its own, in words. */
function readCriterion(characteristic: Part, items: Found<Criterion>[]): void {
  const exclude = characteristic.value('exclude');
  const concept = characteristic.part('valueCodeableConcept');
  const label = characteristic.part('code');
  const isCriterion = /^(?:inclusion|exclusion) criterion$|^defined by codeableconcept$/i;
  if (!concept || typeof exclude !== 'boolean' || !isCriterion.test(bare(label?.peek('text') ?? ''))) return;
  const text = concept.text('text');
  if (!text) return;
  items.push(found(text, { kind: exclude ? 'EXCLUSION' : 'INCLUSION', role: 'CRITERION', text: text.value }));
  label?.takeAll();
  characteristic.take('exclude');
}
