import type { Contact, PersonName } from '@trialbridge/core';
import { extensionUrls } from '../../systems.js';
import type { Part } from '../part.js';
import { type Found, found } from '../place.js';
import type { ResourcePart } from '../resource-part.js';
import type { StudyReading } from '../study-reading.js';

/**
 * Reads a person from the resource that a party or a site names: a Practitioner or a PractitionerRole. Gives the person's
 * position, as stated.
 */
export function readPerson(reading: StudyReading, contact: Contact, reference: Part): Found<string> | undefined {
  const resource = reading.resolve(reference);
  const display = reference.peek('display');
  if (!resource) {
    if (contact.name === undefined) reading.put(contact, 'name', reference.text('display'));
    else if (display === contact.name) reference.take('display');
    return undefined;
  }
  const title = readPersonResource(reading, contact, resource);
  if (display !== undefined && (display === contact.name || display === contact.affiliation)) reference.take('display');
  return title;
}

export function readPersonResource(
  reading: StudyReading,
  contact: Contact,
  resource: ResourcePart,
): Found<string> | undefined {
  if (resource.peek('resourceType') !== 'PractitionerRole') {
    readDetails(reading, contact, resource);
    return undefined;
  }
  const practitioner = resource.part('practitioner');
  if (practitioner) readPerson(reading, contact, practitioner);
  const organization = resource.part('organization');
  if (organization) reading.put(contact, 'affiliation', readOrganization(reading, organization, resource));
  readTelecom(reading, contact, resource);
  // R5 moved what was the role's into a contact of its own.
  const [own] = resource.parts('contact');
  if (own) readDetails(reading, contact, own);
  const codes = resource.parts('code');
  return codes.length === 1 ? codes[0]?.text('text') : undefined;
}

/** Name, ways to reach, address: of a Practitioner, or of a contact in R5's form. */
export function readDetails(reading: StudyReading, contact: Contact, part: Part): void {
  const [name] = part.parts('name');
  if (name) readHumanName(reading, contact, name);
  readTelecom(reading, contact, part);
  const [address] = part.parts('address');
  if (address && contact.address === undefined) reading.put(contact, 'address', address.text('text'));
}

export function readHumanName(reading: StudyReading, contact: Contact, name: Part): void {
  if (contact.name === undefined) reading.put(contact, 'name', name.text('text'));
  else if (name.peek('text') === contact.name) name.take('text');
  if (contact.nameParts) return;
  const parts: PersonName = {};
  const [first, ...others] = name.texts('given');
  reading.put(parts, 'first', first);
  const [middle] = others;
  if (middle) reading.put(parts, 'middle', found(middle, others.map(({ value }) => value).join(' '), 'joined'));
  reading.put(parts, 'last', name.text('family'));
  const suffixes = name.texts('suffix');
  const [degrees] = suffixes;
  if (degrees) reading.put(parts, 'degrees', found(degrees, suffixes.map(({ value }) => value).join(', '), 'joined'));
  for (const _part in parts) {
    contact.nameParts = parts;
    name.take('use');
    return;
  }
}

/** One phone and one e-mail address; further ones have no place. */
export function readTelecom(reading: StudyReading, contact: Contact, part: Part): void {
  for (const point of part.parts('telecom')) {
    const kind = point.peek('system');
    if (kind === 'email') {
      if (contact.email === undefined && reading.put(contact, 'email', point.text('value'))) takeKind(point);
    } else if (kind === 'phone' && contact.phone === undefined && contact.phoneExtension === undefined) {
      const phone = reading.put(contact, 'phone', point.text('value'));
      const extension = reading.put(contact, 'phoneExtension', point.extensionText(extensionUrls.phoneExtension));
      if (phone || extension) takeKind(point);
    }
  }
}

function takeKind(point: Part): void {
  point.take('system');
  point.take('use');
}

/** The name of the organisation that a reference names. */
export function readOrganization(
  reading: StudyReading,
  reference: Part,
  from?: ResourcePart,
): Found<string> | undefined {
  const organization = reading.resolve(reference, from?.json);
  const name = organization?.text('name');
  if (!name) return reference.text('display');
  if (reference.peek('display') === name.value) reference.take('display');
  return name;
}
