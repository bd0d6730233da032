import type { TrialReader } from '../formats.js';
import type { Trial } from '../generated/trial.js';
import { checkTrial } from '../validate/index.js';
import { type Check, Findings, show } from './check.js';
import { leavesOf } from './leaves.js';
import { deepFreeze, withoutClockOrChance } from './purity.js';
import { type ReaderSample, readSample } from './read.js';
import { checkTruncation } from './reader-cuts.js';
import { checkEvidenceSupports, checkInferenceCanBeSwitchedOff, checkNothingIsInvented } from './reader-evidence.js';

export interface ReaderCheckOptions {
  /** Every other reader in use: none of them may accept a sample of this one. */
  readonly others?: readonly TrialReader[];
  /** Sources of other formats: this reader may accept none of them. */
  readonly foreign?: readonly Pick<ReaderSample, 'name' | 'source'>[];
}

/** The checks that every reader has to pass. */
export function readerChecks(
  reader: TrialReader,
  samples: readonly ReaderSample[],
  options: ReaderCheckOptions = {},
): Check[] {
  const check = (name: string, run: () => void): Check => ({ name: `${reader.format}: ${name}`, run });
  return [
    check('accepts its own samples, and no other reader does', () => checkDetection(reader, samples, options)),
    check('reads each sample exactly', () => checkReading(reader, samples)),
    check('trials match the schema', () => checkSchema(reader, samples)),
    check('repeats itself, without a clock or chance', () => checkPurity(reader, samples)),
    check('invents nothing', () => checkNothingIsInvented(reader, samples)),
    check('its evidence is true', () => checkEvidenceSupports(reader, samples)),
    check('infers nothing when inference is off', () => checkInferenceCanBeSwitchedOff(reader, samples)),
    check('survives truncation', () => checkTruncation(reader, samples)),
  ];
}

function checkDetection(reader: TrialReader, samples: readonly ReaderSample[], options: ReaderCheckOptions): void {
  const findings = new Findings();
  if (samples.length === 0) findings.add('there are no samples, so that nothing is checked');
  for (const { name, source } of samples) {
    if (!reader.accepts(source)) findings.add(`${name} is not accepted`);
    for (const other of options.others ?? []) {
      if (other.format !== reader.format && other.accepts(source))
        findings.add(`${name} is accepted by ${other.format} too`);
    }
  }
  for (const { name, source } of options.foreign ?? []) {
    if (reader.accepts(source)) findings.add(`${name} is accepted, and is of another format`);
  }
  for (const source of ['', ' ', '\n', '{', '<', '\uFEFF', '\u0000', '{"a":1}', '<a/>']) {
    if (reader.accepts(source)) findings.add(`${show(source)} is accepted`);
  }
  findings.report(`Detection of ${reader.format} is not exact`);
}

function checkReading(reader: TrialReader, samples: readonly ReaderSample[]): void {
  const findings = new Findings();
  for (const { name, source, trials } of samples) {
    if (!trials) continue;
    const { trials: found } = readSample(reader, source);
    if (found.length !== trials.length) findings.add(`${name}: ${found.length} trials, there are ${trials.length}`);
    for (const [index, expected] of trials.entries()) {
      const trial = found[index];
      if (trial) for (const difference of differences(expected, trial)) findings.add(`${name}: ${difference}`);
    }
  }
  findings.report(`${reader.format} reads otherwise`);
}

/** Leaf by leaf; evidence is compared where the expectation has some. */
function* differences(expected: Trial, found: Trial): Generator<string> {
  const { evidence: _evidence, ...bare } = found;
  const before = new Map([...leavesOf(expected)].map(({ pointer, value }) => [pointer, value]));
  const after = new Map([...leavesOf(expected.evidence ? found : bare)].map(({ pointer, value }) => [pointer, value]));
  for (const [pointer, value] of before) {
    if (after.get(pointer) !== value) yield `${pointer} is ${show(after.get(pointer))}, not ${show(value)}`;
  }
  for (const [pointer, value] of after)
    if (!before.has(pointer)) yield `${pointer} is ${show(value)}, and not expected`;
}

function checkSchema(reader: TrialReader, samples: readonly ReaderSample[]): void {
  const findings = new Findings();
  for (const { name, source } of samples) {
    for (const trial of readSample(reader, source).trials) {
      for (const { at, message } of checkTrial(trial)) findings.add(`${name}: ${at || 'the trial'} ${message}`);
    }
  }
  findings.report(`Trials of ${reader.format} do not match the schema`);
}

function checkPurity(reader: TrialReader, samples: readonly ReaderSample[]): void {
  const findings = new Findings();
  for (const { name, source } of samples) {
    const first = withoutClockOrChance(() => readSample(reader, source));
    const text = JSON.stringify(first);
    deepFreeze(first);
    if (JSON.stringify(readSample(reader, source)) !== text)
      findings.add(`${name} is read differently the second time`);
  }
  findings.report(`${reader.format} does not repeat itself`);
}
