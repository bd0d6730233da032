import type { Contact, Organization, Site } from '@trialbridge/core';
import { type ExtensionPart, Part, valueKey } from '../part.js';
import { isObject } from '../place.js';
import type { StudyReading } from '../study-reading.js';
import { contactPurposeVocabulary, statusVocabulary } from '../vocabularies.js';
import { codingsOf } from '../vocabulary.js';
import { readDate, withType } from './dates.js';
import { readHumanName, readOrganization, readTelecom } from './people.js';
import { readStatus } from './progress.js';

// Extensions of national profiles, by the end of their addresses: ECLAIRE of the French health agency, and MIRACUM of the
// German university hospitals, which moved its addresses more than once.

type Reader = (reading: StudyReading, value: Part, extension: ExtensionPart) => void;

const ofStudy: Readonly<Record<string, Reader>> = {
  studyacronym: (reading, _value, extension) => {
    if (reading.trial.acronym === undefined) reading.put(reading.trial, 'acronym', primitive(extension));
  },
  'eclaire-recruitment-period': (reading, period) => {
    if (!reading.trial.startDate) {
      reading.put(reading.trial, 'startDate', withType(readDate(reading, period, 'start'), undefined));
    }
  },
  'eclaire-recruitment-status': (reading, concept) => {
    // More telling than the status of R4, which is read where nothing else is said.
    if (!reading.trial.overallStatus) {
      reading.put(reading.trial, 'overallStatus', readStatus(reading, concept, statusVocabulary));
    }
  },
  'eclaire-secondary-sponsor': (reading, reference) => {
    const organization: Organization = {};
    if (!reading.put(organization, 'name', readOrganization(reading, reference))) return;
    reading.trial.collaborators = [...(reading.trial.collaborators ?? []), organization];
  },
};

/** Extensions of a study in national profiles. */
export function readStudyProfile(reading: StudyReading): void {
  readExtensions(reading, reading.study, ofStudy);
}

/** Extensions of a contact of R4 in the French profile, which has its name in parts. */
export function readContactProfile(reading: StudyReading, contact: Contact, part: Part): void {
  readExtensions(reading, part, {
    'eclaire-contact-name': (_reading, name) => readHumanName(reading, contact, name),
    'eclaire-contact-affiliation': (_reading, _value, extension) => {
      reading.put(contact, 'affiliation', primitive(extension));
    },
    'eclaire-contact-address': (_reading, address) => {
      reading.put(contact, 'address', address.text('text'));
    },
  });
  // Whom nothing is known of but the purpose is no contact.
  if (Object.keys(contact).length === 0) return;
  readExtensions(reading, part, {
    'eclaire-contact-type': (_reading, concept) => {
      const text = concept.text('text');
      const code = text && contactPurposeVocabulary.ofWording(text.value);
      if (!text || code === undefined) return;
      reading.put(contact, 'purpose', { ...text, value: { code, verbatim: text.value } });
      for (const coding of codingsOf(concept)) coding.part.takeAll();
    },
  });
}

/** Extensions of the reference to a site in the German profile: how far the study is there, and whom to ask. */
export function readSiteProfile(reading: StudyReading, site: Site, reference: Part): void {
  const status: Reader = (_reading, concept) => {
    if (!site.status) reading.put(site, 'status', readStatus(reading, concept, statusVocabulary));
  };
  const contact: Reader = (_reading, detail) => {
    const made: Contact = {};
    reading.put(made, 'name', detail.text('name'));
    readTelecom(reading, made, detail);
    if (Object.keys(made).length > 0) site.contacts = [...(site.contacts ?? []), made];
  };
  readExtensions(reading, reference, {
    siterecruitmentstatus: status,
    recruitmentstatus: status,
    sitecontact: contact,
    contactextension: contact,
  });
}

function readExtensions(reading: StudyReading, part: Part, readers: Readonly<Record<string, Reader>>): void {
  if (reading.isOurs) return;
  for (const extension of part.allExtensions()) {
    const name = String(extension.json.url).toLowerCase().replace(/^.*\//, '');
    const value = extension.json[valueKey(extension.json)];
    const read = Object.hasOwn(readers, name) ? readers[name] : undefined;
    read?.(reading, new Part(isObject(value) ? value : {}, part.account), extension);
  }
}

/** The text that is an extension's value. */
function primitive({ json, account }: ExtensionPart) {
  return new Part(json, account).text(valueKey(json));
}
