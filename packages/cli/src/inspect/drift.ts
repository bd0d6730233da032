import { genericPath, type Issue, type Trial } from '@trialbridge/core';
import { type Paint, shorten } from '../terminal/style.js';

/** Something in the sources that the project does not know: a field, a wording of a coded field, a type. */
export interface DriftEntry {
  readonly format: string;
  readonly code: string;
  /** Place with `*` for list positions. */
  readonly path: string;
  readonly message: string;
  readonly count: number;
  readonly examples: readonly DriftExample[];
}

export interface DriftExample {
  readonly place: string;
  readonly at: string;
  readonly value?: unknown;
}

const driftCodes: ReadonlySet<string> = new Set(['unknown-path', 'unknown-code', 'wrong-type', 'unrecognized-layout']);
const keptExamples = 3;
/** Beyond this many different entries only the number of others is kept: a file of another world must not fill memory. */
const keptEntries = 5000;

/** Counts what the readers did not know, by path and wording. */
export class Drift {
  private readonly entries = new Map<string, { entry: DriftEntry; count: number; examples: DriftExample[] }>();
  private others = 0;

  add(format: string, issues: readonly Issue[], trials: readonly Trial[], place: string): void {
    for (const { code, at, message, found } of issues) {
      if (!driftCodes.has(code)) continue;
      const path = genericPath(at);
      // The wording of an unknown code is a part of what is unknown; positions in a message are not.
      const key = `${format}\n${code}\n${path}\n${code === 'unknown-code' ? message : ''}`;
      const known = this.entries.get(key);
      const value = found ?? unknownValue(trials, at);
      const example = { place, at, ...(value !== undefined && { value }) };
      if (known) {
        known.count += 1;
        if (known.examples.length < keptExamples) known.examples.push(example);
      } else if (this.entries.size < keptEntries) {
        const entry = { format, code, path, message, count: 1, examples: [] };
        this.entries.set(key, { entry, count: 1, examples: [example] });
      } else this.others += 1;
    }
  }

  toJson(): { entries: DriftEntry[]; others: number } {
    const entries = [...this.entries.values()].map(({ entry, count, examples }) => ({ ...entry, count, examples }));
    entries.sort((one, other) => other.count - one.count || (one.path < other.path ? -1 : 1));
    return { entries, others: this.others };
  }

  view(paint: Paint, width: number): string {
    const { entries, others } = this.toJson();
    if (entries.length === 0) return 'Nothing unknown: every path and every code of these records is known.\n';
    const lines = [paint('bold', 'Unknown to this version')];
    for (const { format, code, path, message, count, examples } of entries) {
      lines.push(
        `  ${count.toLocaleString('en-US').padStart(9)}  ${paint('yellow', code)} ${path} ${paint('dim', `(${format})`)}`,
      );
      lines.push(`             ${shorten(message, width - 14)}`);
      for (const { place, value } of examples) {
        const what = value === undefined ? '' : ` ${shorten(JSON.stringify(value), 60)}`;
        lines.push(paint('dim', `             ${shorten(`${place}${what}`, width - 14)}`));
      }
    }
    if (others > 0) lines.push(`  ${others.toLocaleString('en-US').padStart(9)}  others`);
    return `${lines.join('\n')}\n`;
  }
}

function unknownValue(trials: readonly Trial[], at: string): unknown {
  for (const trial of trials) for (const part of trial.unmapped ?? []) if (part.path === at) return part.value;
  return undefined;
}
