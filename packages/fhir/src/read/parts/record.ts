import type { Part } from '../part.js';
import type { StudyReading } from '../study-reading.js';
import { table } from '../table.js';
import { bare, codingsOf } from '../vocabulary.js';
import { readDate } from './dates.js';

type TitleField = 'briefTitle' | 'officialTitle' | 'acronym';

/** HL7's codes for kinds of title, and CDISC's names for them. */
const titleKinds = table<TitleField | 'scientific'>({
  official: 'officialTitle',
  acronym: 'acronym',
  primary: 'briefTitle',
  scientific: 'scientific',
  'study acronym': 'acronym',
  'official study title': 'officialTitle',
  'brief study title': 'briefTitle',
  'scientific study title': 'scientific',
});

/** Titles, version and status: what a study says of its own record. */
export function readRecord(reading: StudyReading): void {
  const { study, trial } = reading;
  reading.put(trial, 'briefTitle', study.text('title'));
  const labels = study.parts('label');
  for (const label of labels) {
    const kind = titleKind(label);
    if (kind !== undefined && kind !== 'scientific') readLabel(reading, label, kind);
  }
  // Some write the official title as the scientific one, which is the same thing to the WHO.
  for (const label of labels) if (titleKind(label) === 'scientific') readLabel(reading, label, 'officialTitle');
  reading.put(trial.source, 'version', readDate(reading, study, 'version'));
  readPublicationStatus(reading);
}

/** A title in another language than the record's has no place in the model. */
function readLabel(reading: StudyReading, label: Part, field: TitleField): void {
  const { trial } = reading;
  if (trial[field] !== undefined || label.has('language')) return;
  if (reading.put(trial, field, label.text('value'))) label.part('type')?.takeAll();
}

function titleKind(label: Part): TitleField | 'scientific' | undefined {
  for (const { part, code } of label.part('type') ? codingsOf(label.part('type') as Part) : []) {
    const kind = titleKinds.get(code ?? '') ?? titleKinds.get(bare(part.peek('display') ?? ''));
    if (kind !== undefined) return kind;
  }
  return undefined;
}

/** That a record is public and current goes without saying; that it is a draft or was withdrawn is kept. */
function readPublicationStatus({ study, version }: StudyReading): void {
  if (version === 'R4') return;
  const status = study.peek('status');
  if (status === 'active' || status === 'unknown') study.take('status');
}

/** Address and date of the record, which in our own studies follow from its id and its other dates. */
export function readAddress(reading: StudyReading): void {
  const { study, trial } = reading;
  const url = study.peek('url');
  if (reading.isOurs && url === `https://clinicaltrials.gov/study/${trial.id}`) study.take('url');
  else if (trial.source.url === undefined) reading.put(trial.source, 'url', study.text('url'));
  const updated = trial.registration?.lastUpdatePosted?.date;
  if (updated !== undefined && study.peek('date') === updated) study.take('date');
}
