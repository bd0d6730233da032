/** Why the API v2 writer changes or leaves out a value that the format could hold in other trials. */
export const jsonRules = {
  'plain-to-markup': 'texts of the format are CommonMark',
  'always-markup': 'every record of the format holds CommonMark',
  'not-in-vocabulary': 'the format allows listed values only',
  'code-says-it': 'the code beside it is written in the spelling of the format',
  'value-says-it': 'the value beside it is written in the form of the format',
  'not-a-date': 'the format allows ISO dates only',
  'no-date-type': 'the format has a kind for other dates only',
  'not-an-age': 'the format has an age as a number and a unit',
  'not-a-number': 'the format allows numbers only',
  'not-an-nct-id': 'the format holds records of ClinicalTrials.gov; another id takes an option',
  'id-is-primary': 'the id of the trial stands as the id of the record',
  'id-in-normal-form': 'the id is written in the normal form of its registry',
  'second-organization-id': 'the format holds one organisation id; written among the secondary ids',
  'role-is-secondary': 'an id without a role stands among the secondary ids',
  'no-issuer-here': 'the format gives the issuer of secondary ids only',
  'other-registry': 'the form of the id does not say this registry',
  'record-of-a-registry': 'every record of the format is a record of a registry',
  'bare-id': 'the id of the record and former ids stand bare',
  'parts-joined': 'the format holds a name as one text',
  'parts-left-out': 'the whole name is written',
  'items-as-text': 'the list of criteria is written as one text',
  'file-name-of-address': 'the end of the address is the file name',
  'no-place': 'the format has no place for it here',
} as const;

export type JsonRule = keyof typeof jsonRules;
