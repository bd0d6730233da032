import { readAges } from '../ages.js';
import { beginsParticipants, readEnrollment, readParticipants } from '../counts.js';
import { isBrokenIdentifier } from '../identifier-lines.js';
import { isTypedIntervention } from '../interventions.js';
import { beginningsOf, type PageGrammar, type PageLabel } from '../labels.js';
import { readPhases, sexTable, studyTypeTable } from '../page.codes.js';
import { allocationTable, funderTable, maskingTable, modelTable, purposeTable, statusTable } from './veeva.codes.js';

export type VeevaKey =
  | 'Status and phase'
  | 'Status'
  | 'Conditions'
  | 'Treatments'
  | 'Study type'
  | 'Funder types'
  | 'Identifiers'
  | 'Details and patient eligibility'
  | 'About'
  | 'Full description'
  | 'Enrollment'
  | 'Sex'
  | 'Ages'
  | 'Volunteers'
  | 'Inclusion criteria'
  | 'Inclusion and exclusion criteria'
  | 'Exclusion criteria'
  | 'Trial design'
  | 'Primary purpose'
  | 'Allocation'
  | 'Interventional model'
  | 'Masking'
  | 'participants'
  | 'Trial documents'
  | 'Trial contacts and locations'
  | 'Loading...'
  | 'Central trial contact'
  | 'Data sourced from'
  | 'footer';

type Label = PageLabel<VeevaKey>;

/** In the order of the page; labels on one line stand in the same place. */
const places: readonly (readonly VeevaKey[])[] = [
  ['Status and phase', 'Status'],
  ['Conditions'],
  ['Treatments'],
  ['Study type'],
  ['Funder types'],
  ['Identifiers'],
  ['Details and patient eligibility'],
  ['About'],
  ['Full description'],
  ['Enrollment'],
  ['Sex'],
  ['Ages'],
  ['Volunteers'],
  ['Inclusion criteria', 'Inclusion and exclusion criteria'],
  ['Exclusion criteria'],
  ['Trial design'],
  ['Primary purpose'],
  ['Allocation'],
  ['Interventional model'],
  ['Masking'],
  ['participants'],
  ['Trial documents'],
  ['Trial contacts and locations'],
  ['Loading...'],
  ['Central trial contact'],
  ['Data sourced from'],
  ['footer'],
];

/** What can stand under a label that holds short values from a closed list or of a fixed form. */
const shortValues: Partial<Record<VeevaKey, (text: string) => boolean>> = {
  'Status and phase': (text) => statusTable.read(text).code !== undefined || readPhases(text) !== undefined,
  Status: (text) => statusTable.read(text).code !== undefined,
  Treatments: isTypedIntervention,
  'Study type': (text) => studyTypeTable.read(text).code !== undefined,
  'Funder types': (text) => funderTable.read(text).code !== undefined,
  Identifiers: (text) => !isBrokenIdentifier(text),
  Enrollment: (text) => readEnrollment(text) !== undefined,
  Sex: (text) => sexTable.read(text).code !== undefined,
  Ages: (text) => readAges(text) !== undefined,
  Volunteers: (text) => /^(?:No|Accepts) Healthy Volunteers$/i.test(text),
  'Primary purpose': (text) => purposeTable.read(text).code !== undefined,
  Allocation: (text) => allocationTable.read(text).code !== undefined,
  'Interventional model': (text) => modelTable.read(text).code !== undefined,
  Masking: (text) => maskingTable.read(text).code !== undefined,
  'Trial documents': (text) => /^[\d,]+$/.test(text),
  'Trial contacts and locations': (text) => /^[\d,]+$/.test(text),
};

/** Whether a text is a known value of a label; `undefined` where anything can stand. */
export function isKnownValue(key: VeevaKey, text: string): boolean | undefined {
  return shortValues[key]?.(text);
}

export const orderOf: ReadonlyMap<VeevaKey, number> = new Map(
  places.flatMap((keys, order) => keys.map((key): [VeevaKey, number] => [key, order])),
);

const labels: ReadonlyMap<string, Label> = new Map(
  [...orderOf].map(([key, order]): [string, Label] => [key, { key, order, fits: fitsOf(key, order) }]),
);

const findBeginning = beginningsOf(labels);
const participants = labelOf('participants');
const dataSource = labelOf('Data sourced from');
const footer = labelOf('footer');

/** The labels of a trial page of the site, full or stripped. */
export const veevaGrammar: PageGrammar<VeevaKey> = {
  always: new Set(['Enrollment', 'Sex', 'Volunteers'].map((key) => labelOf(key as VeevaKey).order)),
  beginning: (text) => (beginsParticipants(text) ? participants : findBeginning(text)),
  match(text) {
    const label = labels.get(text);
    if (label) return label === participants || label === footer ? undefined : label;
    const first = text.charCodeAt(0);
    if (first >= 48 && first <= 57) return readParticipants(text) ? participants : undefined;
    if (text.startsWith('Data sourced from')) return dataSource;
    if (/^\u00a9 ?Copyright \d{4} Veeva Systems/.test(text)) return footer;
    return undefined;
  },
};

function labelOf(key: VeevaKey): Label {
  const label = labels.get(key);
  if (!label) throw new Error(`No label ${key}`);
  return label;
}

function fitsOf(key: VeevaKey, order: number): Label['fits'] {
  const test = shortValues[key];
  return (next, nextLabel) => {
    if (nextLabel && nextLabel.order > order) return true;
    if (next === undefined) return false;
    return test ? test(next) : true;
  };
}
