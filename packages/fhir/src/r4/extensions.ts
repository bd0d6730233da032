import type { Element, Extension } from '../elements.js';
import type { OutcomeMeasure } from '../parts/outcomes.js';
import type { Party } from '../parts/parties.js';
import type { Progress } from '../parts/progress.js';
import type { Recruitment } from '../parts/small.js';
import { extensionUrls } from '../systems.js';

// R5 elements in an R4 study: the extensions of HL7's package hl7.fhir.uv.xver-r5.r4. Simple elements have a value,
// complex ones a child for each part.

const prefix = extensionUrls.r5Study;

export const urls = {
  label: `${prefix}label`,
  version: `${prefix}version`,
  descriptionSummary: `${prefix}descriptionSummary`,
  classifier: `${prefix}classifier`,
  associatedParty: `${prefix}associatedParty`,
  progressStatus: `${prefix}progressStatus`,
  recruitment: `${prefix}recruitment`,
  outcomeMeasure: `${prefix}outcomeMeasure`,
} as const;

export function partyExtension({ name, role, period, classifier, party }: Party): Extension {
  const extension: Extension[] = [];
  if (name !== undefined) extension.push({ url: 'name', valueString: name });
  extension.push({ url: 'role', valueCodeableConcept: role });
  if (period) for (const one of period) extension.push({ url: 'period', valuePeriod: one });
  if (classifier) for (const one of classifier) extension.push({ url: 'classifier', valueCodeableConcept: one });
  if (party) extension.push({ url: 'party', valueReference: party });
  return { url: urls.associatedParty, extension };
}

export function progressExtension({ state, actual, _actual, period }: Progress): Extension {
  const extension: Extension[] = [{ url: 'state', valueCodeableConcept: state }];
  if (actual !== undefined || _actual) {
    const child: Extension = { url: 'actual' };
    if (actual !== undefined) child.valueBoolean = actual;
    if (_actual) child._valueBoolean = _actual;
    extension.push(child);
  }
  if (period) extension.push({ url: 'period', valuePeriod: period });
  return { url: urls.progressStatus, extension };
}

export function outcomeExtension({ name, _name, type, description, reference }: OutcomeMeasure): Extension {
  const extension: Extension[] = [];
  if (name !== undefined) extension.push(stringChild('name', name, _name));
  for (const one of type) extension.push({ url: 'type', valueCodeableConcept: one });
  if (description !== undefined) extension.push({ url: 'description', valueMarkdown: description });
  if (reference) extension.push({ url: 'reference', valueReference: reference });
  return { url: urls.outcomeMeasure, extension };
}

export function recruitmentExtension(recruitment: Recruitment): Extension {
  const { targetNumber, actualNumber, eligibility } = recruitment;
  const extension: Extension[] = [];
  if (targetNumber !== undefined) {
    extension.push(numberChild('targetNumber', targetNumber, recruitment._targetNumber));
  }
  if (actualNumber !== undefined) {
    extension.push(numberChild('actualNumber', actualNumber, recruitment._actualNumber));
  }
  if (eligibility) extension.push({ url: 'eligibility', valueReference: eligibility });
  return { url: urls.recruitment, extension };
}

function numberChild(url: string, valueUnsignedInt: number, twin: Element | undefined): Extension {
  return twin ? { url, valueUnsignedInt, _valueUnsignedInt: twin } : { url, valueUnsignedInt };
}

function stringChild(url: string, valueString: string, twin: Element | undefined): Extension {
  return twin ? { url, valueString, _valueString: twin } : { url, valueString };
}
