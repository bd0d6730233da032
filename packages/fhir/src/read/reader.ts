import { parseJson, type ReadContext, type Reading, type Trial, TrialError, type TrialReader } from '@trialbridge/core';
import { classifierLabels } from '../labels.js';
import type { FhirVersion } from '../systems.js';
import { isXml, versionOf } from './detect.js';
import { readArms } from './parts/arms.js';
import { readArtifacts } from './parts/artifacts.js';
import { readClassifiers } from './parts/classifiers.js';
import { readDesign } from './parts/design.js';
import { readEligibility } from './parts/eligibility.js';
import { readEnrollment } from './parts/enrollment.js';
import { readIdentifiers } from './parts/identifiers.js';
import { readNotes } from './parts/notes.js';
import { readOutcomes } from './parts/outcomes.js';
import { readParties } from './parts/parties.js';
import { readStudyProfile } from './parts/profiles.js';
import { readProgress, readR4Status } from './parts/progress.js';
import { readR4Leaders } from './parts/r4-repeats.js';
import { readAddress, readRecord } from './parts/record.js';
import { readSites } from './parts/sites.js';
import { readFocus, readSubject } from './parts/subject.js';
import type { Place } from './place.js';
import { FhirSource, type Resource } from './source.js';
import { StudyReading } from './study-reading.js';
import { parseFhirXml, xmlPath } from './xml.js';

/** Makes the reader of one version. A source is of a version by its shape: nobody says it reliably. */
export function createFhirReader(version: FhirVersion, format: string, title: string): TrialReader {
  return {
    format,
    title,
    accepts: (source) => versionOf(source) === version,
    read: (source, context) => readSource(source, context, version, format),
  };
}

function readSource(text: string, context: ReadContext, version: FhirVersion, format: string): Reading {
  try {
    return readStudies(open(text), context, version, format);
  } catch (error) {
    // The call stack is what bounds the depth of a source.
    if (!(error instanceof RangeError)) throw error;
    throw new TrialError('source-unreadable', 'The source is nested too deeply.', { cause: error });
  }
}

function open(text: string): FhirSource {
  if (!isXml(text)) return new FhirSource(parseJson(text));
  const root = parseFhirXml(text);
  return new FhirSource(root, (pointer) => xmlPath(root, pointer));
}

function readStudies(source: FhirSource, context: ReadContext, version: FhirVersion, format: string): Reading {
  const studies = source.studies();
  const bySite = siteStudies(source, studies);
  const mains = studies.filter((study) => study.container === undefined && !bySite.has(study));
  if (mains.length === 0) throw noStudy(source);
  const readings = mains.map((study) => {
    const own = studies.filter((one) => bySite.get(one) === study.json);
    return readStudy(source, study, own, { context, version, format, isAlone: mains.length === 1 });
  });
  finish(source, mains, readings);
  const trials = readings.map(({ trial }) => trial);
  const isPublication = trials.every((trial) => trial.source.kind === 'publication');
  return { kind: isPublication ? 'publication' : 'registration', trials, citations: [], mentions: [] };
}

function noStudy({ resources }: FhirSource): TrialError {
  const types = [...new Set(resources.map(({ json }) => String(json.resourceType)))];
  const held = types.length === 0 ? 'no resource' : `only ${types.slice(0, 8).join(', ')}`;
  const message = `A trial is a ResearchStudy in FHIR, and there is none here: ${held}. Take the study along, for example by searching ResearchStudy with _include.`;
  return new TrialError('source-unreadable', message, { at: '/' });
}

/** Studies that are one site of another study of the source, and no record of their own. */
function siteStudies(source: FhirSource, studies: readonly Resource[]): Map<Resource, object> {
  const map = new Map<Resource, object>();
  for (const study of studies) {
    const { json, container } = study;
    if (json.partOf === undefined || json.site === undefined || json.identifier !== undefined) continue;
    const [part] = source.part(json).parts('partOf');
    const whole = source.resolve(part?.peek('reference') ?? '', container ?? json);
    if (whole?.json.resourceType === 'ResearchStudy' && whole.json !== json) map.set(study, whole.json);
  }
  // A site of a site would have no study to go to.
  for (const [study, whole] of map) {
    if ([...map.keys()].some(({ json }) => json === whole)) map.delete(study);
  }
  return map;
}

interface StudyOptions {
  readonly context: ReadContext;
  readonly version: FhirVersion;
  readonly format: string;
  readonly isAlone: boolean;
}

const kindLabel = `${classifierLabels['/source/kind']}: `;

function readStudy(
  source: FhirSource,
  { json }: Resource,
  ofSites: readonly Resource[],
  { context, version, format, isAlone }: StudyOptions,
): StudyReading {
  const texts = source
    .part(json)
    .parts('classifier')
    .map((concept) => concept.peek('text'));
  const isOurs = texts.some((text) => text?.startsWith(kindLabel));
  const kind = texts.includes(`${kindLabel}publication`) ? 'publication' : 'registration';
  const trial: Trial = { schemaVersion: '1.0', id: '', source: { format, kind } };
  const reading = new StudyReading(source, json, version, isOurs, isAlone, trial, context);
  readRecord(reading);
  readIdentifiers(reading);
  readProgress(reading);
  readStudyProfile(reading);
  readR4Status(reading);
  readClassifiers(reading);
  readParties(reading);
  readDesign(reading);
  readSubject(reading);
  readArms(reading);
  readFocus(reading);
  readOutcomes(reading);
  readEligibility(reading);
  readEnrollment(reading);
  readSites(reading, ofSites);
  readArtifacts(reading);
  readAddress(reading);
  readNotes(reading);
  readR4Leaders(reading);
  return reading;
}

/** Gives each trial what was left of its study and companions; the first, what belongs to none. */
function finish(source: FhirSource, mains: readonly Resource[], readings: readonly StudyReading[]): void {
  const { account } = source;
  source.takeCopies();
  for (const { json } of source.resources) {
    // About the making of the document.
    if (json.resourceType === 'Provenance') account.takeWhole(json);
  }
  const left: Place[][] = mains.slice(1).map(({ json: study }) => {
    const own = source.resources.filter(({ json }) => source.reached.get(json) === study);
    const places = own.flatMap(({ place }) => account.left(place));
    for (const { json } of own) account.takeWhole(json);
    return places;
  });
  left.unshift(account.left(source.root));
  for (const [index, reading] of readings.entries()) reading.finish(left[index] ?? []);
}
