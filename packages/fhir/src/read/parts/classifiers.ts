import type { Age, TrialPath } from '@trialbridge/core';
import { detailedOnlyText } from '../../labels.js';
import { readClassifier } from '../facts.js';
import type { Part } from '../part.js';
import { type Found, found } from '../place.js';
import { setField } from '../set-field.js';
import type { StudyReading } from '../study-reading.js';
import { table } from '../table.js';
import { codingsOf } from '../vocabulary.js';

/** `classifier`: facts that FHIR has no element for. */
export function readClassifiers(reading: StudyReading): void {
  const participants = new Map<string, Part>();
  for (const concept of reading.study.parts('classifier')) {
    if (concept.peek('text') === detailedOnlyText) concept.takeAll();
    else if (!readClassifier(reading, concept) && !reading.isOurs) readOthers(reading, concept, participants);
  }
  readParticipants(reading, participants);
}

/** Facts that FEvIR's converter writes in one text: `Oversight Classifier: oversightHasDmc True`. */
const oversight = table<TrialPath>({
  oversightHasDmc: '/oversight/hasDataMonitoringCommittee',
  isFdaRegulatedDrug: '/oversight/isFdaRegulatedDrug',
  isFdaRegulatedDevice: '/oversight/isFdaRegulatedDevice',
  isUnapprovedDevice: '/oversight/isUnapprovedDevice',
  isPpsd: '/oversight/isPediatricPostmarketSurveillance',
  isUsExport: '/oversight/isUsExport',
  fdaaa801Violation: '/oversight/fdaaa801Violation',
});

const statedAge = /^(Minimum|Maximum) Age: ((\d{1,4}) (Year|Month|Week|Day|Hour|Minute)s?)$/;
const statedOversight = /^Oversight Classifier: (\w+) (True|False)$/i;

function readOthers(reading: StudyReading, concept: Part, participants: Map<string, Part>): void {
  for (const { code } of codingsOf(concept)) if (code !== undefined) participants.set(code, concept);
  const place = concept.place('text');
  const text = concept.peek('text');
  if (!place || text === undefined) return;
  const age = statedAge.exec(text);
  if (age) {
    const path = age[1] === 'Minimum' ? '/eligibility/minimumAge' : '/eligibility/maximumAge';
    const unit = `${age[4]?.toUpperCase()}S` as NonNullable<Age['unit']>;
    if (setField(reading, path, found(place, { value: Number(age[3]), unit }))) concept.take('text');
    return;
  }
  const [, name = '', word] = statedOversight.exec(text) ?? [];
  const path = oversight.get(name);
  if (path !== undefined && setField(reading, path, found(place, word?.toLowerCase() === 'true'))) concept.take('text');
}

/** Who can take part, as the evidence-based medicine guide classifies studies. */
function readParticipants(reading: StudyReading, concepts: ReadonlyMap<string, Part>): void {
  const set = (path: TrialPath, value: unknown, ...codes: string[]): void => {
    const parts = codes.flatMap((code) => concepts.get(code) ?? []);
    const [first] = parts;
    if (!first || parts.length < codes.length) return;
    const place: Found<unknown> = found({ holder: first.json, key: 'coding' }, value);
    if (setField(reading, path, place)) for (const part of parts) part.takeAll();
  };
  set('/eligibility/sex', { code: 'ALL' }, 'includes-females', 'includes-males');
  if (!concepts.has('includes-males')) set('/eligibility/sex', { code: 'FEMALE' }, 'includes-females');
  if (!concepts.has('includes-females')) set('/eligibility/sex', { code: 'MALE' }, 'includes-males');
  set('/eligibility/healthyVolunteers', true, 'includes-healthy-volunteers');
  set('/eligibility/healthyVolunteers', false, 'does-not-include-healthy-volunteers');
}
