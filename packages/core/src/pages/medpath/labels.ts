import { isExplicitAbsence } from '../absences.codes.js';
import { readEnrollment } from '../counts.js';
import { registryIdsIn } from '../identifier-lines.js';
import { beginningsOf, type PageGrammar, type PageLabel } from '../labels.js';
import { sexTable } from '../page.codes.js';
import { isBroadStatus, modelTable, observationalModelTable, statusTable, studyTypeTable } from './medpath.codes.js';

export type MedpathKey =
  | 'Conditions'
  | 'Interventions'
  | 'Registration Number'
  | 'Lead Sponsor'
  | 'Brief Summary'
  | 'Detailed Description'
  | 'Recruitment & Eligibility'
  | 'Status'
  | 'Sex'
  | 'Target Recruitment'
  | 'Inclusion Criteria'
  | 'Exclusion Criteria'
  | 'Study & Design'
  | 'Study Type'
  | 'Study Design'
  | 'Arm && Interventions'
  | 'Primary Outcome Measures'
  | 'Secondary Outcome Measures'
  | 'Other Outcome Measures'
  | 'Trial Locations'
  | 'Locations'
  | 'footer';

type Label = PageLabel<MedpathKey>;

/** In the order of the page. */
const places: readonly MedpathKey[] = [
  'Conditions',
  'Interventions',
  'Registration Number',
  'Lead Sponsor',
  'Brief Summary',
  'Detailed Description',
  'Recruitment & Eligibility',
  'Status',
  'Sex',
  'Target Recruitment',
  'Inclusion Criteria',
  'Exclusion Criteria',
  'Study & Design',
  'Study Type',
  'Study Design',
  'Arm && Interventions',
  'Primary Outcome Measures',
  'Secondary Outcome Measures',
  'Other Outcome Measures',
  'Trial Locations',
  'Locations',
  'footer',
];

export const orderOf: ReadonlyMap<MedpathKey, number> = new Map(places.map((key, order) => [key, order]));

/** The label that a text is, wherever it stands; the site has printed the number of people under another one, too. */
export function keyOf(text: string): MedpathKey | undefined {
  if (text === 'Target Recruit Count') return 'Target Recruitment';
  return places.find((key) => key === text);
}

const shortValues: Partial<Record<MedpathKey, (text: string) => boolean>> = {
  'Registration Number': (text) => registryIdsIn(text) !== undefined,
  Status: (text) => statusTable.read(text).code !== undefined || isBroadStatus(text),
  Sex: (text) => sexTable.read(text).code !== undefined,
  'Target Recruitment': (text) => /^[\d,]+$/.test(text) || readEnrollment(text) !== undefined,
  'Study Type': (text) => studyTypeTable.read(text).code !== undefined,
  'Study Design': (text) =>
    modelTable.read(text).code !== undefined || observationalModelTable.read(text).code !== undefined,
};

/** Whether a text is a known value of a label; `undefined` where anything can stand. */
export function isKnownValue(key: MedpathKey, text: string): boolean | undefined {
  const test = shortValues[key];
  return test && (test(text) || isExplicitAbsence(text));
}

const labels: ReadonlyMap<string, Label> = new Map(
  places.map((key, order): [string, Label] => [key, { key, order, fits: fitsOf(key, order) }]),
);

const findBeginning = beginningsOf(labels);

const alternates: ReadonlyMap<string, MedpathKey> = new Map([
  ['Arm & Interventions', 'Arm && Interventions'],
  ['Recruitment && Eligibility', 'Recruitment & Eligibility'],
  ['Study && Design', 'Study & Design'],
]);

const alwaysPrinted: readonly MedpathKey[] = [
  'Registration Number',
  'Brief Summary',
  'Detailed Description',
  'Status',
  'Sex',
  'Target Recruitment',
];

/** The labels of a trial page of the site in its three layouts: plain, with dashes, with nested dashes. */
export const medpathGrammar: PageGrammar<MedpathKey> = {
  always: new Set(alwaysPrinted.map((key) => places.indexOf(key))),
  beginning: (line) => findBeginning(withoutDash(line)),
  match(line) {
    const text = withoutDash(line);
    const key = alternates.get(text) ?? text;
    const label = labels.get(key);
    if (label) return label.key === 'Locations' || label.key === 'footer' ? undefined : label;
    if (siteCountOf(text) !== undefined) return labels.get('Locations');
    return /^\u00a9 ?Copyright \d{4}\. All Rights Reserved by MedPath/.test(text) ? labels.get('footer') : undefined;
  },
};

/** The number in `Locations (1)`. */
export function siteCountOf(text: string): number | undefined {
  const match = /^Locations \((\d{1,6})\)$/.exec(text);
  return match ? Number(match[1]) : undefined;
}

const dash = /^[-*\u2022\u00b7\u25cf\u25e6\u2013\u2014+][ \t\u00a0]{1,20}(?=\S)/;

/** Takes off the dash that two of the layouts print before labels and values. */
export function withoutDash(text: string): string {
  return text.slice(dashLength(text));
}

/** Characters of the dash before a text, with the white space behind it. */
export function dashLength(text: string): number {
  return dash.exec(text.slice(0, 22))?.[0].length ?? 0;
}

function fitsOf(key: MedpathKey, order: number): Label['fits'] {
  const test = shortValues[key];
  return (next, nextLabel) => {
    if (nextLabel && nextLabel.order > order) return true;
    if (next === undefined) return false;
    const value = withoutDash(next);
    return test ? test(value) || isExplicitAbsence(value) : true;
  };
}
