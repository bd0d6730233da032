import {
  parseJson,
  type ReadContext,
  type Reading,
  type Report,
  type Trial,
  TrialError,
  type TrialReader,
} from '@trialbridge/core';
import { trialIdOf } from '../identifier.js';
import { looksLikeStudies } from './accepts.js';
import { isObject, readInto } from './shape.js';
import { study } from './shapes/study.js';
import { type JsonObject, JsonSource } from './source.js';

const sections = [...study.byKey.keys()];

/** Reads records of the ClinicalTrials.gov API v2: one study, a list of them, or a page `{"studies": [...]}`. */
export const ctgovJsonReader: TrialReader = {
  format: 'ctgov-json',
  title: 'ClinicalTrials.gov API v2 JSON',
  accepts: looksLikeStudies,
  read(source, context): Reading {
    const { records, at } = recordsOf(parseJson(source));
    const trials: Trial[] = [];
    let failure: TrialError | undefined;
    for (const [index, record] of records.entries()) {
      const place = records.length > 1 || at !== '' ? `${at}/${index}` : '';
      try {
        trials.push(readStudy(record, place, context));
      } catch (error) {
        const fault = isOutOfStack(error) ? unreadable('Nested too deeply to be read.', place) : error;
        if (!TrialError.is(fault)) throw fault;
        failure ??= fault;
        context.report({ code: 'record-failed', severity: 'error', at: fault.at ?? '', message: fault.message });
      }
    }
    if (failure && trials.length === 0) throw failure;
    return { kind: 'registration', trials, citations: [], mentions: [] };
  },
};

function recordsOf(value: unknown): { records: unknown[]; at: string } {
  if (Array.isArray(value)) return { records: value, at: '' };
  if (isObject(value) && Array.isArray(value.studies) && !sections.some((section) => section in value))
    return { records: value.studies, at: '/studies' };
  return { records: [value], at: '' };
}

function readStudy(record: unknown, place: string, context: ReadContext): Trial {
  if (!isObject(record)) throw unreadable('A study is an object.', place);
  checkColumns(record, place);
  const source = new JsonSource(context.evidence);
  const trial: Trial = {
    schemaVersion: '1.0',
    id: '',
    source: { format: 'ctgov-json', kind: 'registration' },
    textMarkup: 'commonmark',
  };
  readInto(record, source, study, trial);
  trial.id = trialIdOf(trial, () => JSON.stringify(record));
  const report: Report =
    place === '' ? context.report : (issue) => context.report({ ...issue, at: `${place}${issue.at}` });
  const { unmapped, evidence } = source.finish(record, trial, report);
  for (const _pointer in evidence) {
    trial.evidence = evidence;
    break;
  }
  if (unmapped.length > 0) trial.unmapped = unmapped;
  return trial;
}

/** Refuses what is no study at all, and studies stored column by column: read on, they would be nearly empty. */
function checkColumns(record: JsonObject, place: string): void {
  if (!sections.some((section) => section in record))
    throw unreadable(`No section of a study here; a study has ${sections.slice(0, 3).join(', ')} and so on.`, place);
  const protocol = record.protocolSection;
  if (protocol === undefined || protocol === null) return;
  const path = `${place}/protocolSection`;
  if (!isObject(protocol)) throw unreadable('The protocol section is not an object.', path);
  const identification = protocol.identificationModule;
  if (identification === undefined || identification === null) return;
  if (!isObject(identification))
    throw unreadable('The identification module is not an object.', `${path}/identificationModule`);
  const id = identification.nctId;
  if (typeof id === 'object' && id !== null)
    throw unreadable(
      'The id is not a text. This is a study stored column by column; get it from the API again, or turn each column into its value.',
      `${path}/identificationModule/nctId`,
    );
}

/** Engines have no code for it, and words of their own. Any other RangeError is a fault of ours, and not hidden. */
function isOutOfStack(error: unknown): boolean {
  return error instanceof RangeError && /call stack/i.test(error.message);
}

function unreadable(message: string, at: string): TrialError {
  return new TrialError('source-unreadable', `${message} At ${at || 'the root'}.`, { at: at || '/' });
}
