import type { Contact, Site } from '@trialbridge/core';
import { smallLabels } from '../../labels.js';
import { extensionUrls } from '../../systems.js';
import { behind } from '../labelled.js';
import type { Part } from '../part.js';
import { found, isObject, type JsonObject } from '../place.js';
import type { ResourcePart } from '../resource-part.js';
import type { Resource } from '../source.js';
import type { StudyReading } from '../study-reading.js';
import { contactRoleVocabulary, siteStatusVocabulary, statusVocabulary } from '../vocabularies.js';
import { codingsOf, readCoded } from '../vocabulary.js';
import { readDetails, readOrganization, readPersonResource, readTelecom } from './people.js';
import { readSiteProfile } from './profiles.js';
import { readStatus } from './progress.js';

/** A site, and the resource it was read from. */
interface ReadSite {
  readonly site: Site;
  readonly location: JsonObject | undefined;
}

/** Sites: Locations, with their contacts, and studies of one site each with their status. */
export function readSites(reading: StudyReading, siteStudies: readonly Resource[]): void {
  const sites: ReadSite[] = [];
  for (const reference of reading.study.parts('site')) readSite(reading, reference, sites);
  for (const study of siteStudies) readSiteStudy(reading, reading.open(study), sites);
  const known = sites.map(({ site }) => site).filter((site) => Object.keys(site).length > 0);
  if (known.length > 0) reading.trial.sites = known;
}

/** One resource named twice is one site. */
function readSite(reading: StudyReading, reference: Part, sites: ReadSite[]): ReadSite | undefined {
  const resource = reading.resolve(reference);
  if (resource?.peek('resourceType') === 'ResearchStudy') {
    readSiteStudy(reading, resource, sites);
    return undefined;
  }
  const known = resource && sites.find(({ location }) => location === resource.json);
  if (known) return known;
  const site: Site = {};
  if (resource) {
    readLocation(reading, site, resource);
    readRoles(reading, site, resource);
  }
  const display = reference.peek('display');
  if (site.facility === undefined) reading.put(site, 'facility', reference.text('display'));
  else if (display === site.facility) reference.take('display');
  readSiteProfile(reading, site, reference);
  const made = { site, location: resource?.json };
  sites.push(made);
  return made;
}

function readLocation(reading: StudyReading, site: Site, location: ResourcePart): void {
  reading.put(site, 'facility', location.text('name'));
  for (const name of ['mode', 'status']) if (location.peek(name) === 'instance') location.take(name);
  readSiteStatus(reading, site, location);
  const address = location.part('address');
  if (address) readAddress(reading, site, address);
  const position = location.part('position');
  const latitude = position?.number('latitude');
  const longitude = position?.number('longitude');
  if (latitude && longitude) {
    const point = {};
    reading.put<{ latitude?: number; longitude?: number }, 'latitude'>(point, 'latitude', latitude);
    reading.put<{ latitude?: number; longitude?: number }, 'longitude'>(point, 'longitude', longitude);
    site.geoPoint = point;
  }
  const contacts: Contact[] = [];
  for (const part of location.parts('contact')) addContact(contacts, readContact(reading, part));
  const reached: Contact = {};
  readTelecom(reading, reached, location);
  addContact(contacts, reached);
  if (contacts.length > 0) site.contacts = contacts;
}

function addContact(contacts: Contact[], contact: Contact): void {
  for (const _key in contact) {
    contacts.push(contact);
    return;
  }
}

/** FHIR's own status of a Location is that of the building: the site's stands in its description, labelled. */
function readSiteStatus(reading: StudyReading, site: Site, location: ResourcePart): void {
  const label = smallLabels.siteStatus;
  const description = location.peek('description');
  const place = location.place('description');
  const code = place && description !== undefined ? behind(label, found(place, description)) : undefined;
  const original = location.original('description');
  const status: NonNullable<Site['status']> = {};
  if (code && siteStatusVocabulary.has(code.value)) status.code = code.value;
  if (original) status.verbatim = original.value;
  const at = code ?? original;
  if (!at || (status.code ?? status.verbatim) === undefined) return;
  reading.put(site, 'status', found(at, status));
  location.take('description');
}

function readAddress(reading: StudyReading, site: Site, address: Part): void {
  reading.put(site, 'city', address.text('city'));
  reading.put(site, 'state', address.text('state'));
  reading.put(site, 'postalCode', address.text('postalCode'));
  reading.put(site, 'country', address.text('country'));
  address.take('use');
  const coding = address.twin('country')?.extension(extensionUrls.countryCode);
  const code = coding && isObject(coding.json.valueCoding) ? reading.source.part(coding.json.valueCoding) : undefined;
  if (!code || !/^[A-Z]{2}$/.test(code.peek('code') ?? '')) return;
  reading.put(site, 'countryCode', code.text('code'));
  code.takeAll();
}

/** A contact in R5's form. Whom to contact in general has no role. */
function readContact(reading: StudyReading, part: Part): Contact {
  const contact: Contact = {};
  const purpose = part.part('purpose');
  if (purpose) {
    const isGeneral = codingsOf(purpose).some(({ code }) => code === 'general-contact');
    if (isGeneral) for (const coding of codingsOf(purpose)) coding.part.takeAll();
    else reading.put(contact, 'role', readCoded(reading, purpose, contactRoleVocabulary));
  }
  readDetails(reading, contact, part);
  const organization = part.part('organization');
  if (organization) reading.put(contact, 'affiliation', readOrganization(reading, organization));
  return contact;
}

/** R4: people whose role names the site. */
function readRoles(reading: StudyReading, site: Site, location: ResourcePart): void {
  for (const resource of reading.source.rolesAt(location.json)) {
    if (resource.container !== undefined && resource.container !== reading.json) continue;
    const role = reading.open(resource);
    const contact: Contact = {};
    const [code] = role.parts('code');
    if (code) reading.put(contact, 'role', readCoded(reading, code, contactRoleVocabulary));
    const practitioner = role.part('practitioner');
    if (practitioner && !practitioner.has('reference')) {
      reading.put(contact, 'name', practitioner.text('display'));
    }
    readPersonResource(reading, contact, role);
    for (const reference of role.parts('location')) reference.take('reference');
    const contacts = site.contacts ?? [];
    addContact(contacts, contact);
    if (contacts.length > 0) site.contacts = contacts;
  }
}

/** A study of one site: where it is, and how far it is there. */
function readSiteStudy(reading: StudyReading, study: ResourcePart, sites: ReadSite[]): void {
  for (const part of study.parts('partOf')) reading.resolve(part, study.json);
  const [reference] = study.parts('site');
  const made = reference && readSite(reading, reference, sites);
  const site = made?.site ?? {};
  if (!made) sites.push({ site, location: study.json });
  const [progress] = study.parts('progressStatus');
  const state = progress?.part('state');
  if (state) {
    const words = codingsOf(state).some(({ system }) => system === siteStatusVocabulary.system)
      ? siteStatusVocabulary
      : statusVocabulary;
    const status = readStatus(reading, state, words);
    if (!site.status) reading.put(site, 'status', status);
  }
  study.takeAbsence('status');
  if (site.status || study.peek('status') === 'active' || study.peek('status') === 'unknown') study.take('status');
  if (site.facility === undefined) reading.put(site, 'facility', study.text('title'));
}
