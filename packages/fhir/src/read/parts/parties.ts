import type { Contact, ContactRoleCode, EthicsReview, Organization, ResponsibleParty } from '@trialbridge/core';
import { partyLabels, smallLabels } from '../../labels.js';
import { behind, readLabelledCode } from '../labelled.js';
import type { Part } from '../part.js';
import { type Found, found } from '../place.js';
import { within } from '../set-field.js';
import type { StudyReading } from '../study-reading.js';
import { table } from '../table.js';
import {
  agencyClassVocabulary,
  contactPurposeVocabulary,
  contactRoleVocabulary,
  officialRoleVocabulary,
  responsiblePartyVocabulary,
} from '../vocabularies.js';
import { codingsOf, readCoded, type Vocabulary } from '../vocabulary.js';
import { readDate } from './dates.js';
import { readOrganization, readPerson } from './people.js';

/** Organisations and people as they are collected, before they become lists of the trial. */
interface Parties {
  readonly hasLead: boolean;
  readonly collaborators: Organization[];
  readonly funderTypes: Found<NonNullable<Organization['class']>>[];
  readonly supportSources: Found<string>[];
  readonly ethicsReviews: EthicsReview[];
  readonly officials: Contact[];
  readonly contacts: Contact[];
}

/** `associatedParty`: who has to do with the study, and as what. */
export function readParties(reading: StudyReading): void {
  const { study, trial } = reading;
  const list = study.parts('associatedParty');
  const parties: Parties = {
    hasLead: reading.isOurs || list.some((party) => roleOf(party) === 'lead-sponsor'),
    collaborators: [],
    funderTypes: [],
    supportSources: [],
    ethicsReviews: [],
    officials: [],
    contacts: [],
  };
  for (const party of list) readParty(reading, party, parties);
  for (const field of ['collaborators', 'ethicsReviews', 'officials', 'contacts'] as const) {
    if (parties[field].length > 0) Object.assign(trial, { [field]: parties[field] });
  }
  const funderTypes = reading.list(parties.funderTypes);
  if (funderTypes) trial.funderTypes = funderTypes;
  const supportSources = reading.list(parties.supportSources);
  if (supportSources) trial.supportSources = supportSources;
}

function roleOf(party: Part): string | undefined {
  const role = party.part('role');
  for (const { code } of role ? codingsOf(role) : []) if (code !== undefined) return code;
  return undefined;
}

type PartyReader = (reading: StudyReading, party: Part, parties: Parties) => void;

const readOfficial: PartyReader = (reading, party, { officials }) => {
  add(officials, readContact(reading, party, officialRoleVocabulary));
};

const readCentralContact: PartyReader = (reading, party, { contacts }) => {
  add(contacts, readContact(reading, party, contactRoleVocabulary));
};

/** By what our writer says that a party is to the record. */
const readersByLabel = table<PartyReader>({
  [partyLabels.responsible]: readResponsible,
  [partyLabels.official]: readOfficial,
  [partyLabels.contact]: readCentralContact,
  [partyLabels.results]: readResultsContact,
  // Names the contacts of sites, which are found by their sites.
  [partyLabels.site]: (_reading, party) => party.takeAll(),
});

/** By HL7's code of the role. A sponsor is the organisation of the record only where another is the lead sponsor. */
const readersByRole = table<PartyReader>({
  'lead-sponsor': (reading, party) => setOrganization(reading, party, 'leadSponsor'),
  sponsor: (reading, party, { hasLead }) => setOrganization(reading, party, hasLead ? 'organization' : 'leadSponsor'),
  collaborator: (reading, party, { collaborators }) => add(collaborators, readOrganizationParty(reading, party)),
  'funding-source': readFunder,
  irb: readEthicsReview,
  'primary-investigator': readOfficial,
  'sub-investigator': readOfficial,
  'study-chair': readOfficial,
  'study-director': readOfficial,
  'sponsor-investigator': (reading, party) => {
    if (!reading.trial.responsibleParty) readResponsible(reading, party);
  },
  'general-contact': readCentralContact,
  'recruitment-contact': readCentralContact,
});

function readParty(reading: StudyReading, party: Part, parties: Parties): void {
  for (const classifier of party.parts('classifier')) {
    const read = readersByLabel.get(classifier.peek('text') ?? '');
    if (!read) continue;
    classifier.takeAll();
    read(reading, party, parties);
    return;
  }
  readersByRole.get(roleOf(party) ?? '')?.(reading, party, parties);
}

function setOrganization(reading: StudyReading, party: Part, field: 'leadSponsor' | 'organization'): void {
  if (reading.trial[field] !== undefined) return;
  const organization = readOrganizationParty(reading, party);
  if (organization) reading.trial[field] = organization;
}

function add<Item>(list: Item[], item: Item | undefined): void {
  if (item !== undefined) list.push(item);
}

/** A party's name and kind; nothing when neither is said. */
function readOrganizationParty(reading: StudyReading, party: Part): Organization | undefined {
  const organization: Organization = {};
  const hasName = reading.put(organization, 'name', readPartyName(reading, party));
  const hasClass = reading.put(organization, 'class', readClass(reading, party));
  if (!hasName && !hasClass) return undefined;
  takeRole(party);
  return organization;
}

/** What a role says beside its code is kept. */
function takeRole(party: Part): void {
  const role = party.part('role');
  if (!role) return;
  for (const { part } of codingsOf(role)) part.takeAll();
}

function readPartyName(reading: StudyReading, party: Part): Found<string> | undefined {
  const name = party.text('name');
  const reference = party.part('party');
  const said = reference && readOrganization(reading, reference);
  return name ?? said;
}

/** The kind of organisation: the registry's or HL7's word for it. Other classifiers are not read. */
function readClass(reading: StudyReading, party: Part): Found<NonNullable<Organization['class']>> | undefined {
  for (const classifier of party.parts('classifier')) {
    const kind = readCoded(reading, classifier, agencyClassVocabulary);
    if (kind) return kind;
  }
  return undefined;
}

function readFunder(reading: StudyReading, party: Part, parties: Parties): void {
  const name = readPartyName(reading, party);
  if (name) {
    parties.supportSources.push(name);
    takeRole(party);
    return;
  }
  const kind = readClass(reading, party);
  if (!kind) return;
  parties.funderTypes.push(kind);
  takeRole(party);
}

function readEthicsReview(reading: StudyReading, party: Part, parties: Parties): void {
  const review: EthicsReview = {};
  const [period] = party.parts('period');
  const [classifier] = party.parts('classifier');
  const status = classifier?.text('text');
  const isKnown = [
    reading.put(review, 'committee', readPartyName(reading, party)),
    reading.put(review, 'date', period && readDate(reading, period, 'start')),
    reading.put(review, 'status', status && (behind(smallLabels.ethicsStatus, status) ?? status)),
  ];
  if (!isKnown.includes(true)) return;
  parties.ethicsReviews.push(review);
  takeRole(party);
}

/** Its kind stands in `classifier` of the study in ours; of others, the role is the kind. */
function readResponsible(reading: StudyReading, party: Part): void {
  const role = party.part('role');
  within(reading.trial, 'responsibleParty', (responsible: ResponsibleParty) => {
    if (role && !reading.isOurs) reading.put(responsible, 'type', readCoded(reading, role, responsiblePartyVocabulary));
    const contact: Contact = {};
    reading.put(contact, 'name', party.text('name'));
    const reference = party.part('party');
    const title = reference && readPerson(reading, contact, reference);
    move(reading, contact, 'name', responsible, 'name');
    move(reading, contact, 'affiliation', responsible, 'affiliation');
    reading.put(responsible, 'title', title);
  });
  if (reading.isOurs) role?.takeAll();
}

/** Nothing, when nothing is said but the role; our own writer means such a one, too. */
function readContact(reading: StudyReading, party: Part, roles: Vocabulary<ContactRoleCode>): Contact | undefined {
  const contact: Contact = {};
  reading.put(contact, 'name', party.text('name'));
  readRole(reading, party, contact, roles);
  for (const classifier of party.parts('classifier')) {
    const place = classifier.place('text');
    const text = classifier.peek('text');
    if (!place || !text?.startsWith(smallLabels.contactPurpose)) continue;
    const label = smallLabels.contactPurpose;
    const purpose = readLabelledCode(reading, classifier, found(place, text), label, contactPurposeVocabulary);
    if (reading.put(contact, 'purpose', purpose)) classifier.take('text');
  }
  const reference = party.part('party');
  if (reference) readPerson(reading, contact, reference);
  for (const _filled in contact) return contact;
  return undefined;
}

/** A general contact has no role; an official whose role is not said has our label in its place. */
function readRole(reading: StudyReading, party: Part, contact: Contact, roles: Vocabulary<ContactRoleCode>): void {
  const role = party.part('role');
  if (!role) return;
  const text = role.peek('text');
  const place = role.place('text');
  if (roleOf(party) === 'general-contact') {
    for (const { part } of codingsOf(role)) part.takeAll();
    const purpose = text === undefined ? undefined : contactPurposeVocabulary.ofWording(text);
    if (place && text !== undefined && purpose !== undefined) {
      reading.put(contact, 'purpose', found(place, { code: purpose, verbatim: text }));
      role.take('text');
    }
    return;
  }
  if (text === partyLabels.official) role.takeAll();
  else reading.put(contact, 'role', readCoded(reading, role, roles));
}

function readResultsContact(reading: StudyReading, party: Part): void {
  const contact = readContact(reading, party, contactRoleVocabulary) ?? {};
  within(reading.trial, 'results', (results) => {
    const point: NonNullable<typeof results.pointOfContact> = {};
    move(reading, contact, 'name', point, 'title');
    move(reading, contact, 'affiliation', point, 'organization');
    move(reading, contact, 'phone', point, 'phone');
    move(reading, contact, 'phoneExtension', point, 'phoneExtension');
    move(reading, contact, 'email', point, 'email');
    for (const _filled in point) {
      results.pointOfContact = point;
      break;
    }
  });
}

/** Moves a field of a contact to where it belongs, with its evidence. */
function move<From extends object, To extends object>(
  reading: StudyReading,
  from: From,
  field: keyof From & string,
  to: To,
  as: keyof To & string,
): void {
  const value = from[field];
  if (value === undefined) return;
  Object.assign(to, { [as]: value });
  reading.moveTrace(from, field, to, as);
}
