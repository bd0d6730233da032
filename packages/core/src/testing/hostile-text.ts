import type { TrialWriter } from '../formats.js';
import type { Trial } from '../generated/trial.js';
import { Findings, show } from './check.js';
import { type Leaf, leavesOf, replaced } from './leaves.js';
import { isFreeText } from './model.js';
import { hasFixedForm } from './sample-values.js';
import { countedLeaves, isReported } from './writer-loss.js';
import { attempt } from './written.js';

/** What breaks careless writers: quotes, markup, the end of CDATA, separators, escapes, a formula, line breaks, an astral character. */
const hostile = `"double" 'single' <b>&amp;</b> ]]> -- | ; \\ \\p {{x}} %s $& 😀 é\n  * second line\n\n_third_`;

/** Longer than the columns and cells that writers cut texts to. */
const long = `${'word '.repeat(1_000)}end`;

/**
 * Puts hostile text into every text of the sample at once and looks for it in the document as plain data. A text that
 * arrives must arrive whole, unless the writer reports that it changed it.
 */
export function checkHostileText<Document>(writer: TrialWriter<Document>, samples: readonly Trial[]): void {
  const findings = new Findings();
  for (const sample of samples) {
    for (const textMarkup of ['plain', 'commonmark'] as const) {
      const { trial, texts } = withHostileText({ ...sample, textMarkup });
      const written = attempt(writer, trial);
      if ('refusal' in written) continue;
      const arrived = stringsByMark(writer.toJson(written.document));
      for (const { pointer, value } of texts) {
        const text = String(value);
        const [, mark = ''] = text.split(' ');
        const strings = arrived.get(mark) ?? [];
        if (strings.length === 0 || strings.some((string) => string.includes(text))) continue;
        if (isReported(pointer, written.issues)) continue;
        findings.add(`${pointer} of ${trial.id} (${textMarkup}) became ${show(strings[0])}`);
      }
    }
  }
  findings.report(`${writer.format} damages text`);
}

/** The texts of a document by the marks in them. */
function stringsByMark(document: unknown): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { value } of leavesOf(document)) {
    if (typeof value !== 'string') continue;
    for (const [mark] of value.matchAll(/mark\d+mark/g)) found.set(mark, [...(found.get(mark) ?? []), value]);
  }
  return found;
}

/** A copy of a trial whose prose is hostile, each text with a mark of its own. */
export function withHostileText(sample: Trial): { trial: Trial; texts: readonly Leaf[] } {
  const texts = [...countedLeaves(sample)]
    .filter(({ pointer, path }) => isFreeText(path) && !hasFixedForm(pointer) && !path.startsWith('/source/'))
    .map((leaf, index): Leaf => ({ ...leaf, value: `=1+1 mark${index}mark ${hostile} ${long}` }));
  const trial = texts.reduce((rest, { pointer, value }) => replaced(rest, pointer, value), sample);
  return { trial, texts };
}
