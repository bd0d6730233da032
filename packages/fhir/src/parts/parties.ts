import type { Contact, Organization } from '@trialbridge/core';
import type { ConceptTable } from '../codes/concept.js';
import type { CodeableConcept, Coding, Period, Reference } from '../elements.js';
import { partyLabels, smallLabels } from '../labels.js';
import { reportDropped, type StudyContext } from '../study-context.js';
import { labelledCode, labelledText, setDate } from '../text.js';
import { addPerson, withoutPrivateParts } from './people.js';

/** A party to the study: `associatedParty` in R5 and R6, its cross-version extension in R4. */
export interface Party {
  name?: string;
  role: CodeableConcept;
  period?: Period[];
  classifier?: CodeableConcept[];
  party?: Reference;
}

/** Every party, in this order: organisations, funders, ethics committees, responsible party, officials, contacts. */
export function toParties(context: StudyContext): Party[] {
  const { trial } = context;
  const parties: Party[] = [];
  if (trial.leadSponsor) parties.push(toOrganizationParty(context, 'lead-sponsor', trial.leadSponsor));
  if (trial.organization) parties.push(toOrganizationParty(context, 'sponsor', trial.organization));
  for (const one of trial.collaborators ?? []) parties.push(toOrganizationParty(context, 'collaborator', one));
  for (const kind of trial.funderTypes ?? [])
    parties.push(toOrganizationParty(context, 'funding-source', { class: kind }));
  for (const name of trial.supportSources ?? []) parties.push({ name, role: hl7Role(context, 'funding-source') });
  addEthicsReviews(context, parties);
  addResponsibleParty(context, parties);
  trial.officials?.forEach((official, index) => {
    parties.push(toOfficial(context, official, index));
  });
  addContacts(context, parties);
  return parties;
}

function toOrganizationParty(context: StudyContext, role: string, organization: Organization): Party {
  const { name } = organization;
  const party: Party = name === undefined ? { role: hl7Role(context, role) } : { name, role: hl7Role(context, role) };
  if (organization.class) party.classifier = [context.vocabulary.agencyClass.concept(organization.class)];
  if (name !== undefined) party.party = { reference: context.resources.organization(name) };
  return party;
}

function addEthicsReviews(context: StudyContext, parties: Party[]): void {
  context.trial.ethicsReviews?.forEach((review, index) => {
    const party: Party = { role: { coding: [hl7Coding(context, 'irb', 'Institutional Review Board')] } };
    if (review.committee !== undefined) party.name = review.committee;
    if (review.date) {
      const period: Period = {};
      setDate(context, `/ethicsReviews/${index}/date`, period, 'start', review.date);
      if (period.start ?? period._start) party.period = [period];
      if (review.date.type) {
        reportDropped(
          context,
          `/ethicsReviews/${index}/date/type`,
          'date-type',
          'An ethics review has no actual or estimated.',
        );
      }
    }
    if (review.status !== undefined) party.classifier = [labelledText(smallLabels.ethicsStatus, review.status)];
    parties.push(party);
  });
}

function addResponsibleParty(context: StudyContext, parties: Party[]): void {
  const { responsibleParty } = context.trial;
  if (!responsibleParty) return;
  const { type, name, title, affiliation } = responsibleParty;
  if (name === undefined && title === undefined && affiliation === undefined) return;
  const contact: Contact = {};
  if (name !== undefined) contact.name = name;
  if (affiliation !== undefined) contact.affiliation = affiliation;
  const party: Party = {
    role:
      type?.code === undefined
        ? { text: partyLabels.responsible }
        : context.vocabulary.responsibleRole.concept({ code: type.code }),
    classifier: [{ text: partyLabels.responsible }],
  };
  if (name !== undefined) party.name = name;
  const reference = addPerson(context, {
    contact,
    ...(title !== undefined && { title }),
    kind: 'responsible',
    roleKind: 'responsibleRole',
  });
  if (reference !== undefined) party.party = { reference };
  parties.push(party);
}

function toOfficial(context: StudyContext, official: Contact, index: number): Party {
  const { options, vocabulary } = context;
  if (options.withoutContacts) {
    for (const field of ['phone', 'phoneExtension', 'email', 'address'] as const) {
      if (official[field] !== undefined) reportWithheld(context, `/officials/${index}/${field}`);
    }
  }
  const contact = options.withoutContacts ? withoutPrivateParts(official) : official;
  const party = toPersonParty(context, contact, vocabulary.officialRole, partyLabels.official);
  const reference = addPerson(context, { contact, kind: 'official', roleKind: 'officialRole', number: index + 1 });
  if (reference !== undefined) party.party = { reference };
  return party;
}

function addContacts(context: StudyContext, parties: Party[]): void {
  const { trial, options, vocabulary } = context;
  trial.contacts?.forEach((contact, index) => {
    if (options.withoutContacts) {
      reportWithheld(context, `/contacts/${index}`);
      return;
    }
    const party = toPersonParty(context, contact, vocabulary.contactRole, partyLabels.contact);
    const reference = addPerson(context, { contact, kind: 'contact', roleKind: 'contactRole', number: index + 1 });
    if (reference !== undefined) party.party = { reference };
    parties.push(party);
  });
  const point = trial.results?.pointOfContact;
  if (!point) return;
  if (options.withoutContacts) {
    reportWithheld(context, '/results/pointOfContact');
    return;
  }
  const contact: Contact = {};
  if (point.title !== undefined) contact.name = point.title;
  if (point.organization !== undefined) contact.affiliation = point.organization;
  if (point.phone !== undefined) contact.phone = point.phone;
  if (point.phoneExtension !== undefined) contact.phoneExtension = point.phoneExtension;
  if (point.email !== undefined) contact.email = point.email;
  const party = toPersonParty(context, contact, vocabulary.contactRole, partyLabels.results);
  const reference = addPerson(context, { contact, kind: 'resultsContact', roleKind: 'resultsContactRole' });
  if (reference !== undefined) party.party = { reference };
  parties.push(party);
}

/** A role that the source does not give is `general-contact` for people to contact and only a label for officials. */
function toPersonParty(
  context: StudyContext,
  contact: Contact,
  roles: ConceptTable<NonNullable<NonNullable<Contact['role']>['code']>>,
  label: string,
): Party {
  const party: Party = { role: contact.role ? roles.concept(contact.role) : defaultRole(context, label) };
  if (contact.name !== undefined) party.name = contact.name;
  party.classifier = [{ text: label }];
  if (contact.purpose) party.classifier.push(labelledCode(smallLabels.contactPurpose, contact.purpose));
  return party;
}

function defaultRole(context: StudyContext, label: string): CodeableConcept {
  return label === partyLabels.official ? { text: label } : hl7Role(context, 'general-contact');
}

/** The code of a role is its own display. */
function hl7Role(context: StudyContext, code: string): CodeableConcept {
  return { coding: [hl7Coding(context, code, code)] };
}

function hl7Coding(context: StudyContext, code: string, display: string): Coding {
  return { system: context.vocabulary.systems.partyRole, code, display };
}

export function reportWithheld(context: StudyContext, at: string): void {
  reportDropped(context, at, 'without-contacts', 'People to contact are left out, as asked.');
}
