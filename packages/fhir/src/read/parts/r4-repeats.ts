import type { Contact } from '@trialbridge/core';
import type { Part } from '../part.js';
import type { StudyReading } from '../study-reading.js';
import { readOrganization, readPerson, readTelecom } from './people.js';
import { readContactProfile } from './profiles.js';

/**
 * Elements of R4 that say again, for those who know no extensions, what the study says in R5's elements. Where it does
 * not, they are the only word on it.
 */
export function readR4Leaders(reading: StudyReading): void {
  readSponsor(reading);
  readInvestigator(reading);
  readContacts(reading);
}

function readSponsor(reading: StudyReading): void {
  const { study, trial } = reading;
  const sponsor = study.part('sponsor');
  if (!sponsor) return;
  const known = trial.leadSponsor?.name;
  const display = sponsor.peek('display');
  const name = readOrganization(reading, sponsor);
  if (!name) return;
  if (known === undefined && !trial.leadSponsor) {
    const organization = {};
    reading.put<{ name?: string }, 'name'>(organization, 'name', name);
    trial.leadSponsor = organization;
  } else if (known !== name.value) {
    reading.note(
      name,
      'conflict',
      `The sponsor is ${JSON.stringify(name.value)} here and ${JSON.stringify(known)} elsewhere.`,
    );
  }
  if (display === name.value) sponsor.take('display');
}

/** A person who was read as a party is not read again. */
function readInvestigator(reading: StudyReading): void {
  const { study, trial } = reading;
  const reference = study.part('principalInvestigator');
  if (!reference) return;
  const resource = reading.source.resolve(reference.peek('reference') ?? '', reading.json);
  if (resource && reading.source.reached.has(resource.json)) {
    reference.takeAll();
    return;
  }
  const contact: Contact = {};
  readPerson(reading, contact, reference);
  if (Object.keys(contact).length === 0) return;
  contact.role = { code: 'PRINCIPAL_INVESTIGATOR' };
  trial.officials = [...(trial.officials ?? []), contact];
}

function readContacts(reading: StudyReading): void {
  const { study, trial } = reading;
  const parts = study.parts('contact');
  if (parts.length === 0) return;
  const point = trial.results?.pointOfContact;
  const known: Contact[] = [...(trial.contacts ?? [])];
  if (point) known.push({ ...point, ...(point.title !== undefined && { name: point.title }) } as Contact);
  const contacts: Contact[] = [];
  for (const part of parts) {
    if (known.some((one) => repeats(part, one))) {
      part.takeAll();
      continue;
    }
    const contact: Contact = {};
    reading.put(contact, 'name', part.text('name'));
    readTelecom(reading, contact, part);
    readContactProfile(reading, contact, part);
    if (Object.keys(contact).length > 0) contacts.push(contact);
  }
  if (contacts.length > 0) trial.contacts = [...(trial.contacts ?? []), ...contacts];
}

/** Whether a contact says nothing that is not known of a person. */
function repeats(part: Part, { name, phone, email }: Contact): boolean {
  if (part.json.extension !== undefined || part.peek('name') !== name) return false;
  return part.parts('telecom').every((point) => {
    const value = point.peek('value');
    return value === undefined || value === phone || value === email;
  });
}
