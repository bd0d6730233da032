import type { AgencyClassCode, ContactRoleCode, IdentifierTypeCode, ResponsiblePartyTypeCode } from '@trialbridge/core';
import { spellings, vocabulary, without } from './vocabulary.js';

/** The XML knows four classes: `agencyClassLosses` lists the codes that it writes as another. */
export const agencyClass = vocabulary<AgencyClassCode>({
  OTHER: 'Other',
  NIH: 'NIH',
  FED: 'U.S. Fed',
  INDUSTRY: 'Industry',
  OTHER_GOV: 'Other',
  INDIV: 'Other',
  NETWORK: 'Other',
  AMBIG: 'Other',
  UNKNOWN: 'Other',
});

/** Seen in studies held in both formats for OTHER_GOV and NETWORK; inferred for the three others. */
export const agencyClassLosses: ReadonlySet<AgencyClassCode> = new Set([
  'OTHER_GOV',
  'INDIV',
  'NETWORK',
  'AMBIG',
  'UNKNOWN',
]);

export const responsiblePartyType = vocabulary<ResponsiblePartyTypeCode>({
  SPONSOR: 'Sponsor',
  PRINCIPAL_INVESTIGATOR: 'Principal Investigator',
  SPONSOR_INVESTIGATOR: 'Sponsor-Investigator',
});

/** `CONTACT` has no wording in the XML: it is said by the element. */
export const contactRole = vocabulary<ContactRoleCode>({
  STUDY_CHAIR: 'Study Chair',
  STUDY_DIRECTOR: 'Study Director',
  PRINCIPAL_INVESTIGATOR: 'Principal Investigator',
  SUB_INVESTIGATOR: 'Sub-Investigator',
  CONTACT: 'Contact',
});

/** Role of an official in API v2: `OfficialRole`. */
export const officialRole = without(contactRole.json, 'CONTACT');

/** The XML gives the bare id. */
export const identifierType = spellings<IdentifierTypeCode>([
  'NIH', 'FDA', 'VA', 'CDC', 'AHRQ', 'SAMHSA', 'OTHER_GRANT', 'EUDRACT_NUMBER', 'CTIS', 'REGISTRY', 'OTHER',
]); // biome-ignore format: a list

/** Type of the organisation's own id in API v2: `OrgStudyIdType`. */
export const organizationIdType = without(identifierType, 'OTHER_GRANT', 'EUDRACT_NUMBER', 'CTIS', 'REGISTRY', 'OTHER');
