import type { Coded, PhaseCode } from '@trialbridge/core';
import { phaseCodes } from '../../codes/tables.js';
import { readDesignFact } from '../facts.js';
import type { Part } from '../part.js';
import { type Found, found } from '../place.js';
import { setField, within } from '../set-field.js';
import type { StudyReading } from '../study-reading.js';
import { table } from '../table.js';
import * as words from '../vocabularies.js';
import { bare, codingsOf, readCode, readCoded, type Vocabulary } from '../vocabulary.js';

/** Study type, design, purpose and phases. */
export function readDesign(reading: StudyReading): void {
  const { study, trial } = reading;
  const purpose = study.part('primaryPurposeType') ?? study.part('purposeType');
  if (purpose) {
    within(trial, 'design', (design) => {
      reading.put(design, 'primaryPurpose', readCoded(reading, purpose, words.purposeVocabulary));
    });
  }
  const designs = study.parts('studyDesign');
  const concepts = (designs.length > 0 ? designs : study.parts('category')).filter((concept) => {
    return !readDesignFact(reading, concept);
  });
  if (!reading.isOurs) readOthers(reading, concepts);
  readPhases(reading);
}

/** Of others: HL7's codes of the design, and a study type in words without a label. */
function readOthers(reading: StudyReading, concepts: readonly Part[]): void {
  readEach(reading, concepts, words.studyTypeVocabulary, '/studyType');
  const isObservational = reading.trial.studyType?.code === 'OBSERVATIONAL';
  readEach(reading, concepts, words.allocationVocabulary, '/design/allocation');
  // A parallel cohort is a model of intervention only where there is an intervention.
  if (!isObservational) {
    readEach(reading, concepts, words.interventionModelVocabulary, '/design/interventionModel');
  }
  readEach(reading, concepts, words.observationalModelVocabulary, '/design/observationalModel');
  readEach(reading, concepts, words.timePerspectiveVocabulary, '/design/timePerspective');
  for (const concept of concepts) {
    const role = readCode(concept, words.maskedRoleVocabulary);
    if (role) setField(reading, '/design/masking/roles/*', found(role, { code: role.value }));
  }
  for (const concept of concepts) {
    const text = concept.peek('text');
    const place = concept.place('text');
    const code = text === undefined ? undefined : words.studyTypeVocabulary.ofWording(text);
    if (!place || code === undefined || text === undefined) continue;
    if (setField(reading, '/studyType', found(place, { code, verbatim: text }))) concept.take('text');
  }
}

function readEach<Code extends string>(
  reading: StudyReading,
  concepts: readonly Part[],
  vocabulary: Vocabulary<Code>,
  path:
    | '/studyType'
    | '/design/allocation'
    | '/design/interventionModel'
    | '/design/observationalModel'
    | '/design/timePerspective',
): void {
  for (const concept of concepts) {
    if (!codingsOf(concept).some(({ code }) => code !== undefined && vocabulary.ofHl7(code) !== undefined)) continue;
    const code = readCode(concept, vocabulary);
    if (!code) continue;
    setField(reading, path, found(code, { code: code.value }));
    return;
  }
}

/** Codes of the NCI Thesaurus for phases, as CDISC uses them. */
const thesaurusPhases = table<readonly PhaseCode[]>({
  C48660: ['NA'],
  C54721: ['EARLY_PHASE1'],
  C15600: ['PHASE1'],
  C15693: ['PHASE1', 'PHASE2'],
  C15601: ['PHASE2'],
  C15694: ['PHASE2', 'PHASE3'],
  C15602: ['PHASE3'],
  C15603: ['PHASE4'],
});

const hl7Phases = new Map<string, readonly PhaseCode[]>(
  Object.entries(phaseCodes).map(([codes, hl7]) => [hl7?.[0] ?? '', codes.split(' ') as PhaseCode[]]),
);

/** One concept for all phases. Where each has a wording of its own, they stand in `classifier`, and were read there. */
function readPhases(reading: StudyReading): void {
  const { study, trial } = reading;
  const concept = study.part('phase');
  if (!concept) return;
  if (trial.phases) {
    concept.takeAll();
    return;
  }
  const codes = readPhaseCodes(concept);
  if (!reading.isOurs && codes.length > 0) takeRepeatedText(concept, codes);
  const text = reading.source.account.has(concept.place('text')) ? undefined : concept.text('text');
  const [only] = codes;
  if (codes.length > 1) {
    const list = reading.list(codes.map((code) => found(code, { code: code.value })));
    if (list) trial.phases = list;
    return;
  }
  const phase: Coded<PhaseCode> = {};
  const place = only ?? text;
  if (!place) {
    const read = readCoded(reading, concept, words.phaseVocabulary);
    if (read) trial.phases = reading.list([read]) ?? [];
    return;
  }
  const worded = text && !only && !reading.isOurs ? words.phaseVocabulary.ofWording(text.value) : undefined;
  const code = only?.value ?? worded;
  if (code !== undefined) phase.code = code;
  if (text) phase.verbatim = text.value;
  if (code === undefined && text) {
    reading.note(text, 'unknown-code', `No phase is known for ${JSON.stringify(text.value)}; it is kept as it stands.`);
  }
  const list = reading.list([found(place, phase)]);
  if (list) trial.phases = list;
}

/** The registry's code of each phase, else those that HL7's code or CDISC's stands for. */
function readPhaseCodes(concept: Part): Found<PhaseCode>[] {
  const codings = codingsOf(concept);
  const own: Found<PhaseCode>[] = [];
  for (const { part, system, code } of codings) {
    if (system !== words.phaseVocabulary.system || code === undefined || !words.phaseVocabulary.has(code)) continue;
    own.push(found({ holder: part.json, key: 'code' }, code));
    part.takeAll();
  }
  for (const { part, code } of codings) {
    const meant = meaning(code, part.peek('display'));
    if (meant.length === 0) continue;
    const isSame =
      own
        .map(({ value }) => value)
        .sort()
        .join() === [...meant].sort().join();
    if (own.length === 0) own.push(...meant.map((one) => found({ holder: part.json, key: 'code' }, one)));
    else if (!isSame) continue;
    part.takeAll();
  }
  return own;
}

/** A text that says no more than the codes do; the French profile names the slot there. */
function takeRepeatedText(concept: Part, codes: readonly Found<PhaseCode>[]): void {
  const text = concept.peek('text');
  if (text === undefined) return;
  const hl7 = phaseCodes[codes.map(({ value }) => value).join(' ')];
  if (text === 'Research Study Phase' || bare(text) === bare(hl7?.[1] ?? '')) concept.take('text');
}

function meaning(code = '', display = ''): readonly PhaseCode[] {
  const worded = words.phaseVocabulary.ofWording(display);
  return hl7Phases.get(code) ?? thesaurusPhases.get(code) ?? (worded === undefined ? [] : [worded]);
}
