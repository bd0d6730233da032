import { fold } from '../codes.js';

/** Wordings with which a source says that it has no value, folded. */
const explicit: ReadonlySet<string> = new Set(
  [
    'Not available',
    'Not provided',
    'Not specified',
    'Not stated',
    'Not reported',
    'Not applicable',
    'Not Provided at time of registration',
    'Information not present in EudraCT',
    'No information available',
    'No data available',
    'N/A',
    'NA',
    'Nil',
    'None',
    'null',
    'undefined',
    '-',
    '--',
    '\u2013',
    '\u2014',
  ].map((text) => fold(text.toLowerCase()) || text),
);

/** Whether a text in the place of a value says that there is none: "Not available", "Not specified", "-". */
export function isExplicitAbsence(text: string): boolean {
  return text.length <= 40 && explicit.has(fold(text.toLowerCase()) || text);
}
