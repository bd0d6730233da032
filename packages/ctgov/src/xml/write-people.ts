import type { Contact, Site } from '@trialbridge/core';
import { contactRole } from '../codes/people.codes.js';
import { overallStatus } from '../codes/status.codes.js';
import type { XmlDraft } from './draft.js';
import { investigatorByElement } from './roles.js';

export function writeOfficials(draft: XmlDraft, officials: Contact[] | undefined): void {
  if (!officials) return;
  for (const [index, official] of officials.entries())
    writeInvestigator(draft, 'overall_official', official, `/officials/${index}`);
}

export function writeContacts(draft: XmlDraft, contacts: Contact[] | undefined): void {
  if (contacts) writeTwoContacts(draft, 'overall_contact', contacts, [...contacts.keys()], '/contacts');
}

export function writeSites(draft: XmlDraft, sites: Site[] | undefined): void {
  if (!sites) return;
  for (const [index, site] of sites.entries()) writeSite(draft, site, index);
}

/** The countries as listed, or else each country of the sites once, in the order that the registry puts them in. */
export function writeCountries(draft: XmlDraft): void {
  const { countries, sites = [], source } = draft.trial;
  const isDerived = !countries && source.format !== 'ctgov-xml';
  const list = isDerived ? new Set(sites.map((site) => site.country)) : new Set(countries);
  list.delete(undefined);
  writeList(draft, 'location_countries', isDerived ? [...list].sort() : countries);
}

export function writeList(
  draft: XmlDraft,
  element: string,
  countries: readonly (string | undefined)[] | undefined,
): void {
  if (!countries || countries.length === 0) return;
  draft.open(element);
  for (const country of countries) draft.leaf('country', country);
  draft.close(element);
}

function writeSite(draft: XmlDraft, site: Site, index: number): void {
  draft.open('location');
  writeFacility(draft, site, index);
  draft.listed('status', site.status, overallStatus.xml, () => `/sites/${index}/status`);
  if (site.contacts) writeSiteContacts(draft, site.contacts, `/sites/${index}/contacts`);
  draft.close('location');
}

function writeFacility(draft: XmlDraft, site: Site, index: number): void {
  const { facility, city, state, postalCode, country } = site;
  const hasPlace = city !== undefined || state !== undefined || postalCode !== undefined || country !== undefined;
  const canPlace = draft.isOwn ? hasPlace : city !== undefined && country !== undefined;
  if (hasPlace && !canPlace)
    for (const key of ['city', 'state', 'postalCode', 'country'] as const)
      if (site[key] !== undefined) draft.dropped(`/sites/${index}/${key}`, 'address-needs-city-and-country');
  if (facility === undefined && !canPlace) return;
  draft.open('facility');
  draft.leaf('name', facility);
  if (canPlace) {
    draft.open('address');
    draft.leaf('city', city);
    draft.leaf('state', state);
    draft.leaf('zip', postalCode);
    draft.leaf('country', country);
    draft.close('address');
  }
  draft.close('facility');
}

function writeSiteContacts(draft: XmlDraft, contacts: Contact[], pointer: string): void {
  const people: number[] = [];
  const investigators: number[] = [];
  for (const [index, { role }] of contacts.entries())
    (role === undefined || role.code === 'CONTACT' ? people : investigators).push(index);
  writeTwoContacts(draft, 'contact', contacts, people, pointer);
  for (const index of investigators) {
    const investigator = contacts[index];
    if (investigator) writeInvestigator(draft, 'investigator', investigator, `${pointer}/${index}`);
  }
}

function writeTwoContacts(
  draft: XmlDraft,
  element: string,
  contacts: readonly Contact[],
  indexes: readonly number[],
  pointer: string,
): void {
  for (const [place, index] of indexes.entries()) {
    const contact = contacts[index];
    if (!contact) continue;
    if (place > 1) draft.dropped(`${pointer}/${index}`, 'two-contacts-only');
    else writeContact(draft, place === 0 ? element : `${element}_backup`, contact, `${pointer}/${index}`);
  }
}

function writeContact(draft: XmlDraft, element: string, contact: Contact, pointer: string): void {
  const { role } = contact;
  if (role?.code === 'CONTACT' && !draft.isOwn) draft.changed(`${pointer}/role/code`, 'said-by-element');
  if (role && role.code !== 'CONTACT') draft.dropped(`${pointer}/role`, 'not-in-vocabulary');
  else if (role?.verbatim !== undefined) draft.withoutWording.add(role);
  if (contact.affiliation !== undefined) draft.dropped(`${pointer}/affiliation`, 'no-affiliation-of-contacts');
  draft.open(element);
  writeName(draft, contact, pointer);
  draft.leaf('phone', contact.phone);
  draft.leaf('phone_ext', contact.phoneExtension);
  draft.leaf('email', contact.email);
  draft.close(element);
}

function writeInvestigator(draft: XmlDraft, element: string, person: Contact, pointer: string): void {
  if (person.name === undefined && person.nameParts?.last === undefined && !draft.isOwn) {
    draft.dropped(pointer, 'investigator-needs-name');
    return;
  }
  for (const key of ['phone', 'phoneExtension', 'email'] as const)
    if (person[key] !== undefined) draft.dropped(`${pointer}/${key}`, 'no-details-of-investigators');
  draft.open(element);
  writeName(draft, person, pointer);
  if (draft.isOwn && person.role?.verbatim === investigatorByElement.verbatim) {
    draft.leaf('affiliation', person.affiliation);
    draft.close(element);
    return;
  }
  if (person.role?.code === 'CONTACT') draft.dropped(`${pointer}/role`, 'not-in-vocabulary');
  else draft.listed('role', person.role, contactRole.xml, () => `${pointer}/role`);
  draft.leaf('affiliation', person.affiliation);
  draft.close(element);
}

/** Parts where the source gave parts; otherwise the whole name stands where the last name does, as the registry has it. */
function writeName(draft: XmlDraft, { name, nameParts }: Contact, pointer: string): void {
  if (!nameParts) {
    draft.leaf('last_name', name);
    return;
  }
  if (name !== undefined && nameParts.last !== undefined) draft.dropped(`${pointer}/name`, 'name-in-parts');
  draft.leaf('first_name', nameParts.first);
  draft.leaf('middle_name', nameParts.middle);
  draft.leaf('last_name', nameParts.last ?? name);
  draft.leaf('degrees', nameParts.degrees);
}
