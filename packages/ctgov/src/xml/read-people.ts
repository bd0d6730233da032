import type { Contact, PersonName, Site, Trial } from '@trialbridge/core';
import { contactRole } from '../codes/people.codes.js';
import { overallStatus } from '../codes/status.codes.js';
import { coded, type ElementReader, elements, group, item, readChildren, text, texts } from './elements.js';
import { investigatorByElement } from './roles.js';
import type { ContactPair, XmlSource } from './source.js';

type Person = Contact & PersonName;

const nameElements = {
  first_name: text<Person>('first'),
  middle_name: text<Person>('middle'),
  last_name: text<Person>('last'),
  degrees: text<Person>('degrees'),
};

const contact = elements<Person>({
  ...nameElements,
  phone: text('phone'),
  phone_ext: text('phoneExtension'),
  email: text('email'),
});

const investigator = elements<Person>({
  ...nameElements,
  role: coded('role', contactRole.xml),
  affiliation: text('affiliation'),
});

/** The role of a person who is a contact by the element that names them. */
const contactByElement = contactRole.json.get('CONTACT') ?? {};

/** The registry puts the whole name where the last name belongs; parts are parts only where there are several. */
function readPerson(source: XmlSource, children: typeof contact): Contact | undefined {
  const person: Person = {};
  readChildren(source, children, person);
  const { first, middle, last, degrees, ...held } = person;
  const found: Contact = {};
  if (first === undefined && middle === undefined && degrees === undefined) {
    if (last !== undefined) found.name = last;
  } else
    found.nameParts = {
      ...(first !== undefined && { first }),
      ...(middle !== undefined && { middle }),
      ...(last !== undefined && { last }),
      ...(degrees !== undefined && { degrees }),
    };
  Object.assign(found, held);
  for (const _name in found) return found;
  return undefined;
}

export const overallOfficial: ElementReader<Trial> = item('officials', (source) => readPerson(source, investigator));

export function contactElement(place: keyof ContactPair): ElementReader<ContactPair> {
  return (source, pair) => {
    const { offset } = source.scanner;
    if (pair[place]) {
      source.keep('unknown-path', 'A second element where one belongs.');
      return;
    }
    const since = source.noted;
    const person = readPerson(source, contact);
    if (person) pair[place] = { offset, person: { ...person, role: contactByElement } };
    else {
      source.forget(since);
      source.keepAt(offset, 'unknown-path', 'An element that says nothing we know.');
    }
  };
}

/** The contacts in order. A backup without a contact would be written as the contact: it is kept as it stands. */
export function contactsOf(source: XmlSource, { contact: first, backup }: ContactPair): Contact[] {
  if (!first && backup) source.keepAt(backup.offset, 'unknown-path', 'A backup without a contact.');
  if (!first) return [];
  return backup ? [first.person, backup.person] : [first.person];
}

interface SiteDraft extends ContactPair {
  readonly site: Site;
  readonly investigators: Contact[];
}

const address = group(
  elements<SiteDraft>({
    city: inSite(text('city')),
    state: inSite(text('state')),
    zip: inSite(text('postalCode')),
    country: inSite(text('country')),
  }),
);

const location = elements<SiteDraft>({
  facility: group(elements<SiteDraft>({ name: inSite(text('facility')), address })),
  status: inSite(coded('status', overallStatus.xml)),
  contact: contactElement('contact'),
  contact_backup: contactElement('backup'),
  investigator: item<SiteDraft, 'investigators', Contact>('investigators', (source) => {
    const { offset } = source.scanner;
    const person = readPerson(source, investigator);
    if (person?.role?.verbatim === investigatorByElement.verbatim)
      source.keepAt(offset, 'unknown-code', 'The name of the element stands as the role.', 'role/0');
    return person && { ...person, role: person.role ?? investigatorByElement };
  }),
});

function inSite(read: ElementReader<Site>): ElementReader<SiteDraft> {
  return (source, draft) => read(source, draft.site);
}

export const locationElement: ElementReader<Trial> = item('sites', (source) => {
  const draft: SiteDraft = { site: {}, investigators: [] };
  readChildren(source, location, draft);
  const contacts = contactsOf(source, draft).concat(draft.investigators);
  if (contacts.length > 0) draft.site.contacts = contacts;
  for (const _name in draft.site) return draft.site;
  return undefined;
});

export const locationCountries = group(elements<Trial>({ country: texts('countries') }));
export const removedCountries = group(elements<Trial>({ country: texts('removedCountries') }));
