import type { Contact, Site } from '@trialbridge/core';
import { r4Status } from '../codes/tables.js';
import type { Address, CodeableConcept, ContactPoint, Element, HumanName, Reference } from '../elements.js';
import { partyLabels, smallLabels } from '../labels.js';
import { reportDropped, type StudyContext } from '../study-context.js';
import { extensionUrls, fixedSystems } from '../systems.js';
import { originalText } from '../text.js';
import { type Party, reportWithheld } from './parties.js';
import { toHumanName, toTelecom } from './people.js';

/** A site's status in words; made once, for there are many sites. */
const statusTexts = Object.fromEntries(
  Object.keys(r4Status).map((code) => [code, `${smallLabels.siteStatus}: ${code}`]),
) as Record<keyof typeof r4Status, string>;

interface Location {
  resourceType: 'Location';
  id: string;
  name?: string;
  description?: string;
  _description?: Element;
  contact?: SiteContact[];
  address?: Address;
  position?: { longitude: number; latitude: number };
}

/** ExtendedContactDetail of R5 and R6. */
interface SiteContact {
  purpose?: CodeableConcept;
  name?: HumanName[];
  telecom?: ContactPoint[];
  address?: Address;
  organization?: Reference;
}

export interface Sites {
  readonly locations: Reference[];
  /** R4, contained: site contacts must be named by the study, or nothing refers to them. */
  readonly parties: Party[];
}

/** Adds a Location for each site, and in R4, whose Location has no contacts, a PractitionerRole for each contact. */
export function addSites(context: StudyContext): Sites {
  const { trial, resources, vocabulary, options } = context;
  const locations: Reference[] = [];
  let contactCount = 0;
  const parties: Party[] = [];
  trial.sites?.forEach((site, index) => {
    const number = index + 1;
    const location = toLocation(context, site, index);
    const reference = resources.add(location, 'location', number);
    locations.push({ reference });
    if (vocabulary.version !== 'R4' || options.withoutContacts) return;
    site.contacts?.forEach((contact, position) => {
      contactCount += 1;
      dropPurpose(context, contact, `/sites/${index}/contacts/${position}`);
      const role = addSiteContact(context, contact, reference, contactCount);
      if (options.contained) parties.push(toSiteParty(context, role));
    });
  });
  return { locations, parties };
}

function toLocation(context: StudyContext, site: Site, index: number): Location {
  const location: Location = { resourceType: 'Location', id: context.resources.ids.id('location', index + 1) };
  if (site.facility !== undefined) location.name = site.facility;
  const { status } = site;
  if (status) {
    location.description = status.code === undefined ? smallLabels.siteStatus : statusTexts[status.code];
    if (status.verbatim !== undefined) location._description = originalText(status.verbatim);
  }
  if (context.options.withoutContacts) {
    if (site.contacts) reportWithheld(context, `/sites/${index}/contacts`);
  } else if (site.contacts && context.vocabulary.version !== 'R4') {
    const contacts: SiteContact[] = [];
    site.contacts.forEach((contact, position) => {
      dropPurpose(context, contact, `/sites/${index}/contacts/${position}`);
      const made = toSiteContact(context, contact);
      if (Object.keys(made).length > 0) contacts.push(made);
    });
    if (contacts.length > 0) location.contact = contacts;
  }
  const address = toAddress(site);
  if (address) location.address = address;
  setPosition(context, location, site, index);
  return location;
}

function toAddress({ city, state, postalCode, country, countryCode }: Site): Address | undefined {
  const address: Address = {};
  let isEmpty = true;
  if (city !== undefined) {
    address.city = city;
    isEmpty = false;
  }
  if (state !== undefined) {
    address.state = state;
    isEmpty = false;
  }
  if (postalCode !== undefined) {
    address.postalCode = postalCode;
    isEmpty = false;
  }
  if (country !== undefined) {
    address.country = country;
    isEmpty = false;
  }
  if (countryCode !== undefined) {
    const valueCoding = { system: fixedSystems.country, code: countryCode };
    address._country = { extension: [{ url: extensionUrls.countryCode, valueCoding }] };
    isEmpty = false;
  }
  return isEmpty ? undefined : address;
}

/** FHIR's position needs both numbers. */
function setPosition(context: StudyContext, location: Location, { geoPoint }: Site, index: number): void {
  if (!geoPoint) return;
  const { longitude, latitude } = geoPoint;
  if (longitude !== undefined && latitude !== undefined) location.position = { longitude, latitude };
  else reportDropped(context, `/sites/${index}/geoPoint`, 'half-position', 'A position needs latitude and longitude.');
}

function toSiteContact(context: StudyContext, contact: Contact): SiteContact {
  const made: SiteContact = {};
  if (contact.role) made.purpose = context.vocabulary.contactRole.concept(contact.role);
  const name = toHumanName(contact);
  if (name) made.name = [name];
  const telecom = toTelecom(contact);
  if (telecom) made.telecom = telecom;
  if (contact.address !== undefined) made.address = { text: contact.address };
  if (contact.affiliation !== undefined) {
    made.organization = { reference: context.resources.organization(contact.affiliation) };
  }
  return made;
}

interface SiteRole {
  resourceType: 'PractitionerRole';
  id: string;
  practitioner?: Reference;
  organization?: Reference;
  code?: CodeableConcept[];
  location?: Reference[];
  telecom?: ContactPoint[];
}

interface SitePerson {
  resourceType: 'Practitioner';
  id: string;
  name?: HumanName[];
  address?: Address[];
}

/**
 * R4 only. The name stands in the reference to the practitioner: a resource for each would double the size of large
 * studies. Only names in parts and postal addresses, which a reference cannot hold, make a Practitioner.
 */
function addSiteContact(context: StudyContext, contact: Contact, location: string, number: number): string {
  const { resources, vocabulary } = context;
  const role: SiteRole = { resourceType: 'PractitionerRole', id: resources.ids.id('siteContact', number) };
  if (contact.nameParts || contact.address !== undefined) {
    const person: SitePerson = { resourceType: 'Practitioner', id: resources.ids.id('siteContactPerson', number) };
    const name = toHumanName(contact);
    if (name) person.name = [name];
    if (contact.address !== undefined) person.address = [{ text: contact.address }];
    role.practitioner = { reference: resources.add(person, 'siteContactPerson', number) };
  } else if (contact.name !== undefined) {
    role.practitioner = { display: contact.name };
  }
  if (contact.affiliation !== undefined) role.organization = { reference: resources.organization(contact.affiliation) };
  if (contact.role) role.code = [vocabulary.contactRole.concept(contact.role)];
  role.location = [{ reference: location }];
  const telecom = toTelecom(contact);
  if (telecom) role.telecom = telecom;
  return resources.add(role, 'siteContact', number);
}

function toSiteParty(context: StudyContext, reference: string): Party {
  const system = context.vocabulary.systems.partyRole;
  const coding = [{ system, code: 'recruitment-contact', display: 'recruitment-contact' }];
  return { role: { coding }, classifier: [{ text: partyLabels.site }], party: { reference } };
}

function dropPurpose(context: StudyContext, contact: Contact, at: string): void {
  if (contact.purpose)
    reportDropped(context, `${at}/purpose`, 'site-contact-purpose', 'A contact of a site has one role.');
}
