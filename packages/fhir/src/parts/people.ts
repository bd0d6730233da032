import type { Contact, PersonName } from '@trialbridge/core';
import type { Address, CodeableConcept, ContactPoint, HumanName } from '../elements.js';
import type { ResourceKind } from '../ids.js';
import type { StudyContext } from '../study-context.js';
import { extensionUrls } from '../systems.js';

interface Practitioner {
  resourceType: 'Practitioner';
  id: string;
  name?: HumanName[];
  telecom?: ContactPoint[];
  address?: Address[];
}

/** Same in all versions: what R5 moved stands on the Practitioner. */
interface PractitionerRole {
  resourceType: 'PractitionerRole';
  id: string;
  practitioner?: { reference: string };
  organization?: { reference: string };
  code?: CodeableConcept[];
}

export interface Person {
  readonly contact: Contact;
  /** Position, as stated. */
  readonly title?: string;
  readonly kind: ResourceKind;
  readonly roleKind: ResourceKind;
  readonly number?: number;
}

/**
 * Adds a person: a Practitioner, and a PractitionerRole where an organisation or a position belongs to them. Gives the
 * reference to the more telling one; `undefined` when nothing is known but the role.
 */
export function addPerson(context: StudyContext, person: Person): string | undefined {
  const { contact, kind, roleKind, number } = person;
  const { resources } = context;
  const practitioner: Practitioner = { resourceType: 'Practitioner', id: resources.ids.id(kind, number) };
  const name = toHumanName(contact);
  if (name) practitioner.name = [name];
  const telecom = toTelecom(contact);
  if (telecom) practitioner.telecom = telecom;
  if (contact.address !== undefined) practitioner.address = [{ text: contact.address }];
  const isKnown = name !== undefined || telecom !== undefined || contact.address !== undefined;
  const reference = isKnown ? resources.add(practitioner, kind, number) : undefined;
  if (contact.affiliation === undefined && person.title === undefined) return reference;
  const role: PractitionerRole = { resourceType: 'PractitionerRole', id: resources.ids.id(roleKind, number) };
  if (reference !== undefined) role.practitioner = { reference };
  if (contact.affiliation !== undefined) role.organization = { reference: resources.organization(contact.affiliation) };
  if (person.title !== undefined) role.code = [{ text: person.title }];
  return resources.add(role, roleKind, number);
}

export function toHumanName({ name, nameParts }: Contact): HumanName | undefined {
  if (!nameParts) return name === undefined ? undefined : { text: name };
  const made: HumanName = {};
  if (name !== undefined) made.text = name;
  if (nameParts.last !== undefined) made.family = nameParts.last;
  const given = toGiven(nameParts);
  if (given) made.given = given;
  if (nameParts.degrees !== undefined) made.suffix = [nameParts.degrees];
  return made;
}

function toGiven({ first, middle }: PersonName): string[] | undefined {
  if (first === undefined) return middle === undefined ? undefined : [middle];
  return middle === undefined ? [first] : [first, middle];
}

export function toTelecom({ phone, phoneExtension, email }: Contact): ContactPoint[] | undefined {
  if (phone === undefined && phoneExtension === undefined && email === undefined) return undefined;
  const telecom: ContactPoint[] = [];
  if (phone !== undefined || phoneExtension !== undefined) {
    const point: ContactPoint = { system: 'phone' };
    if (phoneExtension !== undefined) {
      point.extension = [{ url: extensionUrls.phoneExtension, valueString: phoneExtension }];
    }
    if (phone !== undefined) point.value = phone;
    telecom.push(point);
  }
  if (email !== undefined) telecom.push({ system: 'email', value: email });
  return telecom;
}

/** A contact without what belongs to a person's privacy: the role and the affiliation stay, for officials the name too. */
export function withoutPrivateParts(contact: Contact): Contact {
  const kept: Contact = {};
  if (contact.name !== undefined) kept.name = contact.name;
  if (contact.nameParts !== undefined) kept.nameParts = contact.nameParts;
  if (contact.role !== undefined) kept.role = contact.role;
  if (contact.purpose !== undefined) kept.purpose = contact.purpose;
  if (contact.affiliation !== undefined) kept.affiliation = contact.affiliation;
  return kept;
}
