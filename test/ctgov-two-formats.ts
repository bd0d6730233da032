import { genericPath, markupPaths, readTrials, type Trial } from '@trialbridge/core';
import { ctgovJsonReader, ctgovJsonWriter, ctgovXmlReader, ctgovXmlWriter } from '@trialbridge/ctgov';
import { publicXml, studies } from './ctgov-corpus.js';
import { jsonLeaves } from './ctgov-leaves.js';

/** A trial as each of the registry's two formats tells it. */
export interface TwoTellings {
  readonly json: Trial;
  readonly xml: Trial;
  readonly studyText: string;
  readonly xmlText: string;
  /** Whether both were downloaded after the same, last change of the record. */
  readonly isSameRevision: boolean;
}

export interface Difference {
  readonly path: string;
  readonly json: unknown;
  readonly xml: unknown;
  /** Why the formats differ here; `undefined`: nobody knows, so one of the readers is at fault. */
  readonly why: Reason | undefined;
}

export const reasons = {
  'markup-kind': 'API v2 texts are CommonMark, those of the public XML are plain; the model says which.',
  layout: 'The same words: list marks, escapes and line ends are those of the format.',
  'arms-by-name':
    'API v2 lists the interventions of an arm by name; the XML says the same by the arm labels of each intervention.',
  'found-by-registry': 'A reference that the registry found in PubMed (`DERIVED`); the XML leaves these out.',
  'mesh-release':
    'The registry derives MeSH terms anew with each release of MeSH, long after the last change of the record.',
  'no-results-flag': 'API v2 says in words that there are no results; the XML has none.',
} as const;

export type Reason = keyof typeof reasons;

/** Trials that the folder of real records holds in both formats, in the order of their ids. */
export function tellings(): TwoTellings[] {
  const texts = new Map<string, string>();
  for (const text of studies()) texts.set(/"nctId":"(NCT\d{8})"/.exec(text)?.[1] ?? '', text);
  const found: TwoTellings[] = [];
  for (const { name, text } of publicXml()) {
    const studyText = texts.get(/NCT\d{8}/.exec(name)?.[0] ?? '');
    if (studyText === undefined) continue;
    const [json] = readTrials(studyText, [ctgovJsonReader]).trials as [Trial];
    const [xml] = readTrials(text, [ctgovXmlReader]).trials as [Trial];
    const isSameRevision = json.registration?.lastUpdateSubmitted?.date === xml.registration?.lastUpdateSubmitted?.date;
    found.push({ json, xml, studyText, xmlText: text, isSameRevision });
  }
  return found.sort((left, right) => (left.json.id < right.json.id ? -1 : 1));
}

const omitted = [...ctgovJsonWriter.omits, ...ctgovXmlWriter.omits].map(({ path }) => path as string);
const isMarkup = new Set<string>(markupPaths);

/** Compares every field that both formats carry: what neither of their writers omits. */
export function compare({ json, xml }: TwoTellings): { equal: number; differences: Difference[] } {
  const left = carried(json);
  const right = carried(xml);
  const differences: Difference[] = [];
  let equal = 0;
  for (const path of new Set([...left.keys(), ...right.keys()])) {
    const difference = { path, json: left.get(path), xml: right.get(path) };
    if (Object.is(difference.json, difference.xml)) equal += 1;
    else differences.push({ ...difference, why: explain(difference, json, xml) });
  }
  return { equal, differences };
}

/** The carried leaves by path. Ids stand under their role, for each format lists them in an order of its own. */
function carried(trial: Trial): Map<string, unknown> {
  const { evidence: _evidence, unmapped: _unmapped, identifiers, ...rest } = trial;
  const byRole: Record<string, object[]> = {};
  for (const identifier of identifiers ?? []) {
    const role = identifier.role?.code ?? 'none';
    byRole[role] ??= [];
    byRole[role].push(identifier);
  }
  const leaves = new Map<string, unknown>();
  for (const [path, value] of jsonLeaves({ ...rest, identifiers: byRole })) {
    const generic = genericPath(path).replace(/^\/identifiers\/[A-Z_a-z]+\//, '/identifiers/');
    if (!omitted.some((one) => generic === one || generic.startsWith(`${one}/`))) leaves.set(path, value);
  }
  return leaves;
}

function explain({ path, json, xml }: Omit<Difference, 'why'>, left: Trial, right: Trial): Reason | undefined {
  if (path === '/textMarkup') return 'markup-kind';
  if (path === '/hasResults' && json === false && xml === undefined) return 'no-results-flag';
  if (/^\/(?:condition|intervention)Browse\/terms\//.test(path)) return 'mesh-release';
  if (xml === undefined && isFoundByRegistry(path, left)) return 'found-by-registry';
  if (xml === undefined && isSaidByInterventions(path, json, right)) return 'arms-by-name';
  if (isMarkup.has(genericPath(path)) && words(json) === words(xml)) return 'layout';
  return undefined;
}

function isFoundByRegistry(path: string, trial: Trial): boolean {
  const index = /^\/references\/(\d+)\//.exec(path)?.[1];
  return index !== undefined && trial.references?.[Number(index)]?.type?.code === 'DERIVED';
}

/** Whether some intervention of the other telling has this type and name, and the label of this arm. */
function isSaidByInterventions(path: string, name: unknown, other: Trial): boolean {
  const index = /^\/arms\/(\d+)\/interventionNames\/\d+$/.exec(path)?.[1];
  if (index === undefined) return false;
  const label = other.arms?.[Number(index)]?.label;
  return (other.interventions ?? []).some(
    (one) => String(name).endsWith(`: ${one.name}`) && label !== undefined && (one.armLabels ?? []).includes(label),
  );
}

/** Letters and digits and what joins them: without list marks, backslashes and white space. */
function words(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  return value
    .replace(/^ *(?:[*-]|\d+\.) +/gm, '')
    .replaceAll('\\', '')
    .replace(/\s+/g, ' ')
    .trim();
}
