import type { Trial } from '@trialbridge/core';
import { plainString } from './text.js';

/** Narrative of a resource: XHTML for people, generated from its data. */
export interface Narrative {
  status: 'generated';
  div: string;
}

/** The study at a glance. */
export function studyNarrative(trial: Trial): Narrative {
  const title = trial.briefTitle ?? trial.officialTitle ?? trial.id;
  const rows: [string, string | undefined][] = [
    ['Id', trial.id],
    ['Official title', trial.officialTitle],
    ['Status', trial.overallStatus && words(trial.overallStatus)],
    ['Sponsor', trial.leadSponsor?.name],
    ['Conditions', trial.conditions?.join('; ')],
    ['Interventions', joined(trial.interventions?.map(({ name }) => name))],
    ['Phase', joined(trial.phases?.map(words))],
    ['Enrollment', trial.enrollment?.count === undefined ? undefined : String(trial.enrollment.count)],
    ['Start', trial.startDate?.date],
    ['Completion', trial.completionDate?.date],
  ];
  let table = '';
  for (const [name, value] of rows) {
    if (value !== undefined) table += `<tr><th>${name}</th><td>${escaped(value)}</td></tr>`;
  }
  const summary = trial.briefSummary === undefined ? '' : paragraphs(trial.briefSummary);
  return narrative(`<h1>${escaped(title)}</h1><table>${table}</table>${summary}`);
}

/** Who can take part, in full: R4 servers that know no extensions show nothing else of it. */
export function eligibilityNarrative(criteria: string): Narrative {
  return narrative(paragraphs(criteria));
}

function narrative(content: string): Narrative {
  return { status: 'generated', div: `<div xmlns="http://www.w3.org/1999/xhtml">${content}</div>` };
}

function words(coded: { code?: string; verbatim?: string }): string {
  return coded.verbatim ?? (coded.code ?? '').replaceAll('_', ' ').toLowerCase();
}

function joined(values: readonly (string | undefined)[] | undefined): string | undefined {
  const known = values?.filter((value) => value !== undefined);
  return known && known.length > 0 ? known.join('; ') : undefined;
}

/** A paragraph for each block of lines; the lines stay lines. */
function paragraphs(text: string): string {
  return plainString(text)
    .value.split(/\r?\n(?:[ \t]*\r?\n)+/)
    .filter((block) => block.trim() !== '')
    .map((block) => `<p>${escaped(block.trim()).replace(/\r?\n/g, '<br/>')}</p>`)
    .join('');
}

/** XHTML is XML: besides markup, characters that XML does not have are left out. */
function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
