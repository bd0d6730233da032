import type { TrialWriter } from '../formats.js';
import type { Trial } from '../generated/trial.js';
import { checkAgainst } from '../validate/index.js';
import { type Check, Findings, show } from './check.js';
import { checkHostileText } from './hostile-text.js';
import { deepFreeze, withoutClockOrChance } from './purity.js';
import { sampleTrials } from './sample-trials.js';
import {
  checkLossAddsUp,
  checkNothingIsLostSilently,
  checkOmissionsAreTrue,
  checkOmissionsAreWellFormed,
} from './writer-loss.js';
import { checkValuesAreToldApart } from './writer-values.js';
import { attempt, writable } from './written.js';

export interface WriterCheckOptions<Document> {
  /**
   * Parses the text of a document with something other than the writer: its result, and `toJson` of the document,
   * must be the same data. Default for `json`: `JSON.parse`.
   */
  readonly parse?: (text: string, document: Document) => unknown;
}

/**
 * The checks that every writer has to pass. `samples` default to `sampleTrials()`, which fill every leaf of the model;
 * real trials may be added to them, not put in their place.
 */
export function writerChecks<Document>(
  writer: TrialWriter<Document>,
  samples: readonly Trial[] = sampleTrials(),
  options: WriterCheckOptions<Document> = {},
): Check[] {
  const frozen = samples.map(deepFreeze);
  const check = (name: string, run: () => void): Check => ({ name: `${writer.format}: ${name}`, run });
  return [
    check('describes itself', () => checkDescription(writer)),
    check('its omissions are paths of the model, each with a reason', () => checkOmissionsAreWellFormed(writer.omits)),
    check('output matches its schema', () => checkSchema(writer, frozen)),
    check('the text of a document holds the data of the document', () => checkText(writer, frozen, options.parse)),
    check('leaves its input alone and repeats itself, without a clock or chance', () => checkPurity(writer, frozen)),
    check('throws TrialErrors only', () => checkErrors(writer, frozen)),
    check('loses nothing silently', () => checkNothingIsLostSilently(writer, frozen)),
    check('tells values apart, and from none', () => checkValuesAreToldApart(writer, frozen)),
    check('writes nothing that it claims to omit', () => checkOmissionsAreTrue(writer, frozen)),
    check('the loss report adds up', () => checkLossAddsUp(writer, frozen)),
    check('carries hostile text intact', () => checkHostileText(writer, frozen)),
  ];
}

function checkDescription<Document>(writer: TrialWriter<Document>): void {
  const findings = new Findings();
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(writer.format)) findings.add(`format ${show(writer.format)} is not kebab-case`);
  if (writer.title.trim() === '') findings.add('no title');
  if (!/^[a-z]+\/[a-z0-9.+-]+$/.test(writer.mediaType)) findings.add(`${show(writer.mediaType)} is no media type`);
  if (!/^\.[a-z0-9.]+$/.test(writer.extension)) findings.add(`${show(writer.extension)} is no file ending`);
  if (writer.head && writer.kind !== 'rows') findings.add('only rows have a head');
  findings.report(`${writer.format} does not describe itself`);
}

function checkSchema<Document>(writer: TrialWriter<Document>, samples: readonly Trial[]): void {
  const findings = new Findings();
  for (const { trial, written } of writable(writer, samples)) {
    // An option may let a writer break the rules of its format, as long as it says so.
    if (written.issues.some(({ code }) => code === 'not-valid')) continue;
    for (const { at, message } of checkAgainst(writer.schema, writer.toJson(written.document))) {
      findings.add(`${trial.id}: ${at || 'the document'} ${message}`);
    }
  }
  findings.report(`Documents of ${writer.format} do not match its schema`);
}

function checkText<Document>(
  writer: TrialWriter<Document>,
  samples: readonly Trial[],
  parse: ((text: string, document: Document) => unknown) | undefined,
): void {
  const parser = parse ?? (writer.kind === 'json' ? (text: string): unknown => JSON.parse(text) : undefined);
  const findings = new Findings();
  for (const { trial, written } of writable(writer, samples)) {
    if (/[\r\n]$/.test(written.text)) findings.add(`${trial.id}: the text ends with a line end`);
    if (written.text.includes('\uFEFF')) findings.add(`${trial.id}: the text holds a byte order mark`);
    if (!parser) continue;
    const parsed = JSON.stringify(parser(written.text, written.document));
    const data = JSON.stringify(writer.toJson(written.document));
    if (parsed !== data) findings.add(`${trial.id}: the text reads as ${show(parsed)}, the document is ${show(data)}`);
  }
  findings.report(`Texts of ${writer.format} are not the documents`);
}

function checkPurity<Document>(writer: TrialWriter<Document>, samples: readonly Trial[]): void {
  const findings = new Findings();
  for (const trial of samples) {
    const first = withoutClockOrChance(() => attempt(writer, trial));
    const second = attempt(writer, trial);
    if ('refusal' in first || 'refusal' in second) {
      if ('refusal' in first !== 'refusal' in second) findings.add(`${trial.id} is refused only sometimes`);
      continue;
    }
    if (first.text !== second.text) findings.add(`${trial.id} is written differently the second time`);
    if (JSON.stringify(first.issues) !== JSON.stringify(second.issues))
      findings.add(`${trial.id}: other issues the second time`);
  }
  findings.report(`${writer.format} does not repeat itself`);
}

function checkErrors<Document>(writer: TrialWriter<Document>, samples: readonly Trial[]): void {
  const findings = new Findings();
  for (const trial of samples) {
    for (const key of ['', ...Object.keys(trial)] as (keyof Trial | '')[]) {
      if (key === 'schemaVersion' || key === 'id' || key === 'source') continue;
      const { [key as keyof Trial]: _removed, ...rest } = trial;
      try {
        const written = attempt(writer, rest as Trial);
        if ('refusal' in written && written.refusal.message.trim() === '')
          findings.add(`${trial.id}: an empty message`);
      } catch (error) {
        findings.add(
          `${trial.id} without ${key || 'anything missing'}: ${error instanceof Error ? error.stack : error}`,
        );
      }
    }
  }
  findings.report(`${writer.format} throws something other than a TrialError`);
}
