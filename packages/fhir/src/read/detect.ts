import { r4Statuses } from '../options.js';
import type { FhirVersion } from '../systems.js';
import { itemsOf, keysOf, skipSpace, textAt } from './json-scanner.js';

/** How many resources are looked at, once there is a study, when none of them decides. */
const resourceLimit = 200;

/** One reader for each version asks about the same source, one after another. */
let last: { readonly source: string; readonly version: FhirVersion | undefined } | undefined;

/**
 * The version that a source is of, by its shape; `undefined` when it is no FHIR. What can be of several versions counts as
 * the oldest: R4's servers are the most. So does what holds no study: one reader has to say so.
 */
export function versionOf(source: string): FhirVersion | undefined {
  if (last?.source !== source) last = { source, version: lookFor(source) };
  return last.version;
}

function lookFor(source: string): FhirVersion | undefined {
  const start = skipSpace(source, source.charCodeAt(0) === 0xfeff ? 1 : 0);
  if (source[start] === '<') return isXml(source) ? xmlVersionOf(source) : undefined;
  const isList = source[start] === '[';
  const first = isList ? skipSpace(source, start + 1) : start;
  if (source[first] !== '{' || !source.includes('"resourceType"', first)) return undefined;
  const shape = new Shape();
  if (!look(source, first, shape)) return undefined;
  if (!isList || shape.isDecided()) return shape.version();
  for (const at of itemsOf(source, start)) {
    if (at !== first) look(source, at, shape);
    if (shape.isDecided()) break;
  }
  return shape.version();
}

/** Looks at a resource, and at those of a bundle, until they decide; tells whether it is one. */
function look(source: string, at: number, shape: Shape): boolean {
  let type: string | undefined;
  const keys = new Map<string, number>();
  for (const { key, value } of keysOf(source, at)) {
    if (key === 'resourceType') type = textAt(source, value);
    keys.set(key, value);
    if (key === 'entry' && type === 'Bundle') break;
  }
  if (type === undefined) return false;
  const entries = type === 'Bundle' ? keys.get('entry') : undefined;
  if (entries === undefined) shape.add(source, type, keys);
  else {
    for (const entry of itemsOf(source, entries)) {
      for (const { key, value } of keysOf(source, entry)) {
        if (key !== 'resource') continue;
        look(source, value, shape);
        if (shape.isDecided()) return true;
      }
    }
  }
  return true;
}

/** Elements that only R4's study has. */
const older = new Set([
  'sponsor',
  'principalInvestigator',
  'enrollment',
  'arm',
  'reasonStopped',
  'location',
  'contact',
  'category',
]);
/** Elements that it does not have, and later ones do. */
const newer = new Set([
  'progressStatus', 'associatedParty', 'label', 'recruitment', 'comparisonGroup', 'studyDesign', 'region', 'descriptionSummary',
  'classifier', 'whyStopped', 'outcomeMeasure', 'url', 'version', 'name', 'date', 'result', 'relatesTo', 'purposeType', 'citeAs',
]); // biome-ignore format: a list
/** Elements that R5 has, and R6 does not; and the other way round. */
const onlyR5 = new Set(['relatedArtifact', 'outcomeMeasure', 'primaryPurposeType']);
const onlyR6 = new Set(['relatesTo', 'purposeType', 'citeAs']);
const groupR5 = new Set(['linkId', 'type', 'intendedExposure', 'observedGroup']);
/** States of a study, which are R4's status and no status of a publication. */
const states: ReadonlySet<string> = new Set(r4Statuses.filter((status) => status !== 'active'));
const publicationStatuses = new Set(['draft', 'retired', 'unknown']);
/** A required code weighs more than elements that somebody may have added. */
const statusWeight = 3;

/** Signs of the versions in the resources of a source. */
class Shape {
  private resources = 0;
  private studies = 0;
  private r4 = 0;
  private later = 0;
  private r5 = 0;
  private r6 = 0;

  add(source: string, type: string, keys: ReadonlyMap<string, number>): void {
    this.resources += 1;
    if (type === 'ResearchStudy') this.addStudy(source, keys);
    else if (type === 'Group' && (keys.has('combinationMethod') || membership(source, keys) === 'conceptual'))
      this.r6 += 1;
    else if (type === 'EvidenceVariable' && keys.has('characteristic')) this.r5 += 1;
    else if (type === 'EvidenceVariable' && (keys.has('definition') || keys.has('timing'))) this.r6 += 1;
  }

  private addStudy(source: string, keys: ReadonlyMap<string, number>): void {
    this.studies += 1;
    for (const key of keys.keys()) {
      if (older.has(key)) this.r4 += 1;
      if (newer.has(key)) this.later += 1;
      if (onlyR5.has(key)) this.r5 += 1;
      if (onlyR6.has(key)) this.r6 += 1;
    }
    const status = textAt(source, keys.get('status') ?? source.length) ?? '';
    if (states.has(status)) this.r4 += statusWeight;
    if (publicationStatuses.has(status)) this.later += statusWeight;
    if (keysBelow(source, keys.get('objective')).has('outcomeMeasure')) this.r6 += 1;
    const groups = keysBelow(source, keys.get('comparisonGroup'));
    if (groups.has('eligibility')) this.r6 += 1;
    if ([...groups].some((key) => groupR5.has(key))) this.r5 += 1;
  }

  isDecided(): boolean {
    if (this.studies === 0) return false;
    return this.resources >= resourceLimit || this.r4 > this.later || (this.later > this.r4 && this.r5 !== this.r6);
  }

  version(): FhirVersion {
    if (this.later <= this.r4) return 'R4';
    return this.r6 > this.r5 ? 'R6' : 'R5';
  }
}

function membership(source: string, keys: ReadonlyMap<string, number>): string | undefined {
  return textAt(source, keys.get('membership') ?? source.length);
}

/** The keys of all items of a list. */
function keysBelow(source: string, list: number | undefined): Set<string> {
  const keys = new Set<string>();
  if (list === undefined) return keys;
  for (const item of itemsOf(source, list)) for (const { key } of keysOf(source, item)) keys.add(key);
  return keys;
}

const xmlStart =
  /^\uFEFF?\s*(?:(?:<!--(?:[^-]|-(?!->))*-->|<\?(?:[^?]|\?(?!>))*\?>)\s*)*<[A-Z][A-Za-z]+\s[^<>]*?xmlns=["']http:\/\/hl7\.org\/fhir["']/;

/** Whether a source is a resource in FHIR's XML. */
export function isXml(source: string): boolean {
  return xmlStart.test(source.slice(0, 2000));
}

const xmlOlder = ['sponsor', 'principalInvestigator', 'enrollment', 'arm', 'reasonStopped'];
const xmlNewer = ['progressStatus', 'associatedParty', 'recruitment', 'comparisonGroup', 'studyDesign', 'whyStopped'];

/** By elements that only studies have. */
function xmlVersionOf(source: string): FhirVersion {
  const count = (names: readonly string[]): number => names.filter((name) => source.includes(`<${name}>`)).length;
  if (count(xmlNewer) <= count(xmlOlder)) return 'R4';
  return count([...onlyR6]) > count([...onlyR5]) ? 'R6' : 'R5';
}
