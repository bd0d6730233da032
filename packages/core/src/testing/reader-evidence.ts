import { fold } from '../codes.js';
import { evidenceFor } from '../evidence.js';
import type { TrialReader } from '../formats.js';
import type { Evidence, Trial } from '../generated/trial.js';
import { Findings, show } from './check.js';
import { type Leaf, leavesOf, valueAt } from './leaves.js';
import { isFreeText, leafSchemas } from './model.js';
import { type ReaderSample, readSample } from './read.js';
import { dateSpellings, numberIn, SourceText, squeeze } from './source-text.js';
import { countedLeaves } from './writer-loss.js';

/** What a reader knows without its source: its own names, the registry an id is recognised as, a rank of nesting. */
const ownKnowledge = new Set([
  '/source/format',
  '/source/kind',
  '/source/dialect',
  '/textMarkup',
  '/identifiers/*/registry',
  '/eligibility/items/*/depth',
  '/unmapped/*/format',
  '/unmapped/*/path',
]);

/**
 * Every value of a trial has to stand in the source. A text, a date or a number with evidence `normalized` or
 * `inferred` may be spelled otherwise there, and a code or a yes with any evidence: then `checkEvidenceSupports` looks at
 * its place.
 */
export function checkNothingIsInvented(reader: TrialReader, samples: readonly ReaderSample[]): void {
  const findings = new Findings();
  for (const { name, source } of samples) {
    const words = new SourceText(source);
    for (const trial of readSample(reader, source).trials) {
      for (const leaf of countedLeaves(trial)) {
        if (ownKnowledge.has(leaf.path) || stands(leaf, words)) continue;
        const evidence = evidenceFor(trial, leaf.pointer);
        if (evidence?.rule && (evidence.kind === 'normalized' || evidence.kind === 'inferred')) continue;
        if (evidence && evidence.kind !== 'absent' && !isLiteral(leaf)) continue;
        findings.add(`${leaf.pointer} of ${trial.id} in ${name}: ${show(leaf.value)} is not in the source`);
      }
    }
  }
  findings.report(`${reader.format} invents values`);
}

function stands({ path, value }: Leaf, words: SourceText): boolean {
  if (typeof value === 'number') return words.saysNumber(value);
  if (typeof value === 'boolean') return words.saysBoolean(value);
  if (typeof value !== 'string') return true;
  if (isDate(path)) return words.saysDate(value);
  return isFreeText(path) ? words.says(value) : words.saysCode(value);
}

/** Whether a source can only say the value with its own letters or digits: a code and a boolean have many spellings. */
function isLiteral({ path, value }: Leaf): boolean {
  return typeof value === 'number' || (typeof value === 'string' && (isDate(path) || isFreeText(path)));
}

/** The evidence of every trial has to be true of the source, and to speak for every leaf of a text source. */
export function checkEvidenceSupports(reader: TrialReader, samples: readonly ReaderSample[]): void {
  const findings = new Findings();
  for (const { name, source } of samples) {
    const { isStructured } = new SourceText(source);
    const json =
      isStructured && /^[\uFEFF\s]*[{[]/.test(source)
        ? (JSON.parse(source.replace(/^\uFEFF/, '')) as unknown)
        : undefined;
    for (const trial of readSample(reader, source).trials) {
      const add = (pointer: string, what: string): void =>
        findings.add(`${pointer} of ${trial.id} in ${name}: ${what}`);
      for (const [pointer, entry] of Object.entries(trial.evidence ?? {})) {
        for (const fault of faultsOf(pointer, entry, trial, source, json)) add(pointer, fault);
      }
      if (isStructured) continue;
      for (const { pointer, path } of countedLeaves(trial)) {
        if (!ownKnowledge.has(path) && !evidenceFor(trial, pointer)) add(pointer, 'has no evidence');
      }
    }
  }
  findings.report(`The evidence of ${reader.format} is not true`);
}

function* faultsOf(pointer: string, entry: Evidence, trial: Trial, source: string, json: unknown): Generator<string> {
  const value = valueAt(trial, pointer);
  const isAbsent = entry.kind === 'absent';
  if (isAbsent && !entry.reason) yield 'is absent without a reason';
  if (isAbsent && value !== undefined && !speakForThemselves(trial, pointer))
    yield `is called absent, and is ${show(value)}`;
  if (!isAbsent && value === undefined) yield 'has evidence, and no value';
  if (!isAbsent && entry.kind !== 'stated' && !entry.rule) yield `is ${entry.kind} without the name of a rule`;
  if (json !== undefined && entry.path?.startsWith('/') && valueAt(json, entry.path) === undefined) {
    yield `is said to stand at ${entry.path}, which the source does not have`;
  }
  if (!entry.spans) return;
  const outside = entry.spans.find(({ start, end }) => !(start >= 0 && start < end && end <= source.length));
  if (outside) {
    yield `has the span ${outside.start} to ${outside.end}, which is not in the source`;
    return;
  }
  const said = squeeze(entry.spans.map(({ start, end }) => source.slice(start, end)).join('\n'));
  if (said === '') yield 'has spans over nothing but white space';
  if (isAbsent || value === undefined) return;
  for (const leaf of leavesOf(value, pointer)) {
    const isOwn = leaf.pointer === pointer || evidenceFor(trial, leaf.pointer) === entry;
    if (!isOwn || supports(said, leaf, entry)) continue;
    yield `${leaf.pointer} is ${show(leaf.value)}, its place says ${show(said)}`;
  }
}

/** Whether the words at a place support a value. A stated text stands there; other values can be recognised there. */
function supports(said: string, { path, value }: Leaf, { kind }: Evidence): boolean {
  if (ownKnowledge.has(path)) return true;
  if (typeof value === 'number') return numberIn(said, value);
  if (typeof value !== 'string') return true;
  if (isDate(path)) return dateSpellings(value).some((spelling) => said.includes(spelling));
  if (isFreeText(path)) {
    if (kind === 'stated') return said.includes(squeeze(value));
    return fold(said).includes(fold(value)) || sharesWords(said, value);
  }
  // A code is its format's own spelling of what the place says: only the expected trials can tell whether it is right.
  return true;
}

/** Whether most letters and digits of a normalised text stand at its place too, in their order. */
function sharesWords(said: string, value: string): boolean {
  const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return (
    bare(said).includes(bare(value)) ||
    bare(value).includes(bare(said)) ||
    words(value).some((word) => words(said).includes(word))
  );
}

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
}

function isDate(path: string): boolean {
  return leafSchemas.get(path)?.pattern?.startsWith('^[0-9]{4}(-') ?? false;
}

/** With inference off nothing is inferred, and nothing else changes. */
export function checkInferenceCanBeSwitchedOff(reader: TrialReader, samples: readonly ReaderSample[]): void {
  const findings = new Findings();
  for (const { name, source } of samples) {
    const withInference = readSample(reader, source, true);
    const bare = readSample(reader, source, false);
    if (bare.trials.length > withInference.trials.length) findings.add(`${name}: more trials without inference`);
    for (const [index, trial] of bare.trials.entries()) {
      const full = withInference.trials[index];
      for (const [pointer, { kind }] of Object.entries(trial.evidence ?? {})) {
        if (kind === 'inferred') findings.add(`${pointer} of ${trial.id} in ${name} is inferred with inference off`);
      }
      for (const { pointer, value } of countedLeaves(trial)) {
        const other = full && valueAt(full, pointer);
        if (other !== value)
          findings.add(`${pointer} of ${trial.id} in ${name}: ${show(value)}, with inference ${show(other)}`);
      }
      for (const { pointer, value } of full ? countedLeaves(full) : []) {
        const isNew = valueAt(trial, pointer) === undefined;
        if (isNew && full && !isInferred(full, pointer)) {
          findings.add(
            `${pointer} of ${trial.id} in ${name}: ${show(value)} comes with inference and is not marked inferred`,
          );
        }
      }
    }
  }
  findings.report(`Inference of ${reader.format} cannot be switched off cleanly`);
}

/** Whether all that a value holds has evidence of its own: then only its heading stands without a value. */
function speakForThemselves(trial: Trial, pointer: string): boolean {
  const kinds = [...leavesOf(valueAt(trial, pointer), pointer)].map((leaf) => evidenceFor(trial, leaf.pointer)?.kind);
  return kinds.every((kind) => kind !== undefined && kind !== 'absent');
}

function isInferred(trial: Trial, pointer: string): boolean {
  return evidenceFor(trial, pointer)?.kind === 'inferred';
}
