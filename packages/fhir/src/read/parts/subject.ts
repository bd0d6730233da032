import type { Browse } from '@trialbridge/core';
import { detailedOnlyText } from '../../labels.js';
import { fixedSystems } from '../../systems.js';
import type { Part } from '../part.js';
import type { Found } from '../place.js';
import { within } from '../set-field.js';
import type { StudyReading } from '../study-reading.js';
import { codingsOf } from '../vocabulary.js';

/** Texts in which the French profile names the slot instead of the value; the value then is the coding's display. */
const slotNames: ReadonlySet<string> = new Set(['diseaseCondition', 'medDRACondition', 'Countries of recruitment']);

/** What the study is about, in words. */
export function readSubject(reading: StudyReading): void {
  readDescriptions(reading);
  const { study, trial } = reading;
  const mesh: Browse['terms'] = [];
  const conditions: Found<string>[] = [];
  for (const concept of study.parts('condition')) {
    if (!readMesh(reading, concept, mesh)) pushWords(concept, conditions);
  }
  setList(reading, 'conditions', conditions);
  if (mesh.length > 0) within(trial, 'conditionBrowse', (browse) => Object.assign(browse, { terms: mesh }));
  const keywords: Found<string>[] = [];
  for (const concept of study.parts('keyword')) pushWords(concept, keywords);
  setList(reading, 'keywords', keywords);
  readRegions(reading);
  const stopped = study.part('whyStopped') ?? study.part('reasonStopped');
  if (stopped) reading.put(trial, 'whyStopped', wordsOf(stopped));
}

function setList(reading: StudyReading, field: 'conditions' | 'keywords' | 'countries', values: Found<string>[]): void {
  const list = reading.list(values);
  if (list) reading.trial[field] = list;
}

function pushWords(concept: Part, list: Found<string>[]): void {
  const words = wordsOf(concept);
  if (words) list.push(words);
}

/** What a concept says in words: its text, else the display of a coding, else a code. */
export function wordsOf(concept: Part): Found<string> | undefined {
  const text = concept.peek('text');
  if (text !== undefined && !slotNames.has(text)) return concept.text('text');
  for (const { part } of codingsOf(concept)) {
    const words = part.text('display') ?? part.text('code');
    if (!words) continue;
    if (text !== undefined) concept.take('text');
    return words;
  }
  return concept.text('text');
}

/**
 * R4 has one description, "a full description of how the study is being conducted". Our own writer puts the summary there
 * where there is nothing longer.
 */
function readDescriptions(reading: StudyReading): void {
  const { study, trial, isOurs, version } = reading;
  reading.put(trial, 'briefSummary', study.text('descriptionSummary'));
  const isSummary =
    isOurs &&
    version === 'R4' &&
    trial.briefSummary === undefined &&
    !study.parts('classifier').some((concept) => concept.peek('text') === detailedOnlyText);
  reading.put(trial, isSummary ? 'briefSummary' : 'detailedDescription', study.text('description'));
}

/** The registry derived a MeSH term where nobody chose it; a term of ours has no text. */
function readMesh(reading: StudyReading, concept: Part, terms: NonNullable<Browse['terms']>): boolean {
  const [coding] = codingsOf(concept);
  if (coding?.system !== fixedSystems.mesh || coding.part.value('userSelected') !== false || concept.has('text')) {
    return false;
  }
  const term: NonNullable<Browse['terms']>[number] = {};
  const hasId = reading.put(term, 'id', coding.part.text('code') ?? coding.part.original('code'));
  const hasTerm = reading.put(term, 'term', coding.part.text('display'));
  if (!hasId && !hasTerm) return false;
  coding.part.takeAll();
  terms.push(term);
  return true;
}

/** Countries as listed. In our own studies those without a text only repeat what the sites say. */
function readRegions(reading: StudyReading): void {
  const { study, isOurs } = reading;
  const countries: Found<string>[] = [];
  const listed = study.parts('region');
  for (const concept of listed.length > 0 ? listed : study.parts('location')) {
    if (isOurs && !concept.has('text')) {
      concept.takeAll();
      continue;
    }
    const country = wordsOf(concept);
    if (!country) continue;
    countries.push(country);
    for (const { part, system } of codingsOf(concept)) if (system === fixedSystems.country) part.takeAll();
  }
  setList(reading, 'countries', countries);
}

/** `focus` repeats the names of the interventions, then has the registry's terms for them. */
export function readFocus(reading: StudyReading): void {
  const { study, trial } = reading;
  const names = new Set((trial.interventions ?? []).map(({ name }) => name));
  const terms: NonNullable<Browse['terms']> = [];
  for (const focus of study.parts('focus')) {
    // R5 wraps the concept; a reference beside it leads to the intervention.
    const concept = focus.part('concept') ?? focus;
    if (readMesh(reading, concept, terms)) continue;
    const text = concept.peek('text');
    if (text === undefined || !names.has(text)) continue;
    concept.take('text');
  }
  if (terms.length > 0) within(trial, 'interventionBrowse', (browse) => Object.assign(browse, { terms }));
}
