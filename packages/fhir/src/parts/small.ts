import type { CodeableConcept, Coding, Element } from '../elements.js';
import { partyLabels } from '../labels.js';
import { isCode, isUnsignedInt } from '../primitive-forms.js';
import type { StudyContext } from '../study-context.js';
import { fixedSystems } from '../systems.js';
import { originalText, plainString } from '../text.js';
import type { Party } from './parties.js';

/** Number of participants, where it is said whether it is a target and FHIR can count it; else see `addEnrollment`. */
export interface Recruitment {
  targetNumber?: number;
  _targetNumber?: Element;
  actualNumber?: number;
  _actualNumber?: Element;
  eligibility?: { reference: string };
}

export function toRecruitment({ trial }: StudyContext, eligibility: string | undefined): Recruitment | undefined {
  const recruitment: Recruitment = {};
  const { count, type, verbatim } = trial.enrollment ?? {};
  if (count !== undefined && type?.code !== undefined && isUnsignedInt(count)) {
    const key = type.code === 'ACTUAL' ? 'actualNumber' : 'targetNumber';
    recruitment[key] = count;
    if (verbatim !== undefined) recruitment[`_${key}`] = originalText(verbatim);
  } else if (eligibility === undefined) {
    return undefined;
  }
  if (eligibility !== undefined) recruitment.eligibility = { reference: eligibility };
  return recruitment;
}

/** Titles beside the main one. */
export interface Label {
  type: CodeableConcept;
  value: string;
}

export function toLabels({ trial, vocabulary }: StudyContext): Label[] {
  const system = vocabulary.systems.titleType;
  const labels: Label[] = [];
  if (trial.officialTitle !== undefined) {
    labels.push({
      type: { coding: [{ system, code: 'official', display: 'Official title' }] },
      value: trial.officialTitle,
    });
  }
  if (trial.acronym !== undefined) {
    labels.push({ type: { coding: [{ system, code: 'acronym', display: 'Acronym' }] }, value: trial.acronym });
  }
  return labels;
}

/** Conditions as stated have a text; the registry's MeSH terms have a coding and no text. They are never merged. */
export function toConditions({ trial }: StudyContext): CodeableConcept[] {
  const list = (trial.conditions ?? []).map((text): CodeableConcept => ({ text }));
  for (const term of trial.conditionBrowse?.terms ?? []) list.push(toMesh(term));
  return list;
}

/** What the study is about: the names of its interventions, then the registry's MeSH terms for them. */
export function toFocus({ trial }: StudyContext): CodeableConcept[] {
  const list: CodeableConcept[] = [];
  for (const { name } of trial.interventions ?? []) if (name !== undefined) list.push({ text: name });
  for (const term of trial.interventionBrowse?.terms ?? []) list.push(toMesh(term));
  return list;
}

/** The registry derived it: no person chose it. */
function toMesh({ id, term }: { id?: string; term?: string }): CodeableConcept {
  const coding: Coding = { system: fixedSystems.mesh };
  if (id !== undefined && isCode(id)) coding.code = id;
  else if (id !== undefined) coding._code = originalText(id);
  if (term !== undefined) coding.display = term;
  coding.userSelected = false;
  return { coding: [coding] };
}

/**
 * Countries, by their ISO codes. Those that the source lists have a text, which is its name for them; those that only its
 * sites name have none.
 */
export function toRegions({ trial, vocabulary }: StudyContext): CodeableConcept[] {
  if (trial.countries) return trial.countries.map((text) => toListedCountry(text, vocabulary.countryCode(text)));
  const list: CodeableConcept[] = [];
  const seen = new Set<string>();
  for (const { country, countryCode } of trial.sites ?? []) {
    const key = countryCode ?? country;
    if (key === undefined || seen.has(key)) continue;
    seen.add(key);
    const code = countryCode ?? vocabulary.countryCode(key);
    list.push({ coding: [code === '' ? { display: key } : { system: fixedSystems.country, code }] });
  }
  return list;
}

function toListedCountry(text: string, code: string): CodeableConcept {
  return code === '' ? { text } : { coding: [{ system: fixedSystems.country, code }], text };
}

/** Free text: HL7's four reasons are not the registry's. */
export function toWhyStopped({ trial }: StudyContext): CodeableConcept | undefined {
  if (trial.whyStopped === undefined) return undefined;
  const { value, twin } = plainString(trial.whyStopped);
  return twin ? { text: value, _text: twin } : { text: value };
}

const investigators: ReadonlySet<string> = new Set(['primary-investigator', 'sponsor-investigator']);

/** The principal investigator: an overall official with that role, else the responsible party who is one. */
export function principalInvestigator(parties: readonly Party[]): string | undefined {
  let responsible: string | undefined;
  for (const { role, classifier, party } of parties) {
    const code = role.coding?.[0]?.code;
    const label = classifier?.[0]?.text;
    if (label === partyLabels.official && code === 'primary-investigator' && party?.reference !== undefined) {
      return party.reference;
    }
    if (label === partyLabels.responsible && code !== undefined && investigators.has(code)) {
      responsible ??= party?.reference;
    }
  }
  return responsible;
}
