import { contentId, type Identifier, isJunkIdentifier, recognizeIdentifier } from '@trialbridge/core';
import { organizationIdLabel } from '../../labels.js';
import { extensionUrls, fixedSystems } from '../../systems.js';
import type { Part } from '../part.js';
import { found } from '../place.js';
import type { StudyReading } from '../study-reading.js';
import { table } from '../table.js';
import { identifierTypes } from '../vocabularies.js';
import { codingsOf } from '../vocabulary.js';

/** Addresses seen for ids of ClinicalTrials.gov. */
const clinicalTrialsGov =
  /^(?:https?:\/\/(?:www\.)?clinicaltrials\.gov(?:\/.*)?|urn:oid:2\.16\.840\.1\.113883\.3\.1077)$/i;
/** The same, for the European register of trials. */
const clinicalTrialsEu = /^https?:\/\/(?:www\.)?euclinicaltrials\.eu(?:\/.*)?$/i;

const roles = table<'PRIMARY' | 'ALIAS' | 'SECONDARY'>({ official: 'PRIMARY', old: 'ALIAS', secondary: 'SECONDARY' });

/** Ids of the study. */
export function readIdentifiers(reading: StudyReading): void {
  const identifiers: Identifier[] = [];
  for (const part of reading.study.parts('identifier')) {
    const identifier = readIdentifier(reading, part);
    if (identifier) identifiers.push(identifier);
  }
  if (identifiers.length > 0) reading.trial.identifiers = identifiers;
  reading.trial.id = idOf(reading);
}

function readIdentifier(reading: StudyReading, part: Part): Identifier | undefined {
  const raw = part.peek('value');
  const place = part.place('value');
  if (place && raw !== undefined && !reading.isOurs && isJunkIdentifier(raw)) {
    reading.leave(place, 'not-an-identifier', `${JSON.stringify(raw)} is no identifier.`);
    return undefined;
  }
  const value = part.text('value');
  if (!value) return undefined;
  const identifier: Identifier = { value: value.value };
  setRegistry(reading, part, identifier);
  reading.trace(identifier, 'value', identifier.value === value.value ? value : found(value, '', 'registry-id'));
  reading.put(identifier, 'verbatim', part.original('value'));
  setRole(reading, part, identifier);
  setType(reading, part, identifier);
  const assigner = part.part('assigner');
  reading.put(identifier, 'issuer', assigner?.text('display'));
  // Our writer refers to the record's organisation, which is read where it stands.
  if (reading.isOurs && identifier.role?.code === 'ORGANIZATION') assigner?.take('reference');
  return identifier;
}

/** The registry: as our writer says it, else by the system or the form of the id. */
function setRegistry(reading: StudyReading, part: Part, identifier: Identifier): void {
  const system = part.peek('system');
  const stated = part.part('assigner')?.part('identifier');
  if (reading.isOurs) {
    if (system === fixedSystems.clinicalTrialsGov) {
      identifier.registry = 'ClinicalTrials.gov';
      part.take('system');
    } else reading.put(identifier, 'registry', stated?.text('value'));
    return;
  }
  const recognized = recognizeIdentifier(identifier.value);
  if (!recognized) return;
  identifier.registry = recognized.registry;
  if (recognized.value !== identifier.value) {
    identifier.verbatim = identifier.value;
    identifier.value = recognized.value;
  }
  const isOfRegistry =
    (recognized.registry === 'ClinicalTrials.gov' && clinicalTrialsGov.test(system ?? '')) ||
    (recognized.registry === 'CTIS' && clinicalTrialsEu.test(system ?? ''));
  if (isOfRegistry) part.take('system');
}

/** Of others, an official id is the record's own where it is a registry's; else the word is kept. */
function setRole(reading: StudyReading, part: Part, identifier: Identifier): void {
  const use = part.text('use');
  const original = part.original('use');
  const place = use ?? original;
  if (!place) return;
  const role: NonNullable<Identifier['role']> = {};
  const code = use && roles.get(use.value);
  const isOwn = code !== 'PRIMARY' || reading.isOurs || identifier.registry !== undefined;
  if (code !== undefined && isOwn) role.code = code;
  else if (use) role.verbatim = use.value;
  if (original) role.verbatim = original.value;
  reading.put(identifier, 'role', found(place, role));
}

/** Role and kind of issuer in the words of our writer; of others, words are kept. */
function setType(reading: StudyReading, part: Part, identifier: Identifier): void {
  const concept = part.part('type');
  if (!concept) return;
  const verbatim = concept.extensionText(extensionUrls.originalText);
  const text = concept.text('text');
  let kind = text?.value;
  if (kind === organizationIdLabel || kind?.startsWith(`${organizationIdLabel}: `)) {
    identifier.role = { ...identifier.role, code: 'ORGANIZATION' };
    kind = kind === organizationIdLabel ? undefined : kind.slice(organizationIdLabel.length + 2);
  }
  const type: NonNullable<Identifier['type']> = {};
  const code = kind === undefined ? undefined : identifierTypes.get(kind);
  if (code !== undefined) type.code = code;
  else if (kind !== undefined) type.verbatim = kind;
  if (verbatim) type.verbatim = verbatim.value;
  const place = text ?? verbatim;
  if (place && (type.code ?? type.verbatim) !== undefined) reading.put(identifier, 'type', found(place, type));
  for (const coding of codingsOf(concept)) {
    if (coding.system === fixedSystems.thesaurus && (coding.code === 'C132351' || coding.code === 'C218684')) {
      coding.part.takeAll();
    }
  }
}

const idForm = /^[A-Za-z0-9.-]{1,64}$/;

/**
 * The trial's id: the registry's id of the record, else any registry's, else, in our own studies, the id that the study
 * has; an id that a server gave is none. Last, a hash of the study.
 */
function idOf({ trial, study, isOurs, json }: StudyReading): string {
  const ids = trial.identifiers ?? [];
  const primary = ids.filter(({ role }) => role?.code === 'PRIMARY');
  const own = primary.find((id) => id.registry !== undefined) ?? (isOurs ? undefined : ids.find((id) => id.registry));
  const id = study.peek('id');
  if (own) return own.value.replace(/[^A-Za-z0-9.-]+/g, '-').slice(0, 64);
  if (isOurs && id !== undefined && idForm.test(id)) return id;
  const [stated] = primary;
  return stated && idForm.test(stated.value) ? stated.value : contentId(JSON.stringify(json));
}
