import type { AbsenceReason, Evidence, Issue, IssueCode, Report, Trial, Unmapped } from '@trialbridge/core';
import { escapeStep, pointersOf } from './pointers.js';

export type JsonObject = Record<string, unknown>;

interface Note {
  readonly holder: object;
  readonly key: string | number;
  readonly code: IssueCode;
  readonly message: string;
  /** Whether the part has no place in the model and is kept whole. */
  readonly isKept: boolean;
}

interface Trace {
  readonly holder: object;
  readonly key: string;
  readonly target: object;
  readonly name: string;
}

/**
 * One record while it is read: what could not be read as its field. Places are looked up at the end, and only when
 * there is something to report: reading a clean record makes no paths.
 */
export class JsonSource {
  private readonly notes: Note[] = [];
  /** Which value of the trial came from where; only where somebody asked for it. */
  readonly traces: Trace[] | undefined;

  private readonly absences: { readonly pointer: string; readonly note: Note; readonly verbatim: string }[] = [];

  /** Keeps a part without a place in the model. */
  keep(holder: object, key: string | number, code: IssueCode, message: string): void {
    this.notes.push({ holder, key, code, message, isKept: true });
  }

  /** Reports a part that the model holds all the same. */
  remark(holder: object, key: string | number, code: IssueCode, message: string): void {
    this.notes.push({ holder, key, code, message, isKept: false });
  }

  constructor(withTraces: boolean) {
    this.traces = withTraces ? [] : undefined;
  }

  /** How much was noted so far: for `keepWhole`. */
  get noted(): number {
    return this.notes.length;
  }

  /** Keeps an item of a list, or a part, in one piece, in place of what was noted about its parts since `noted`. */
  keepWhole(since: number, holder: object, index: number | string): void {
    const parts = this.notes.splice(since);
    while (this.absences.length > 0 && parts.includes(this.absences[this.absences.length - 1]?.note as Note))
      this.absences.pop();
    const [first] = parts;
    this.keep(holder, index, first?.code ?? 'wrong-type', first?.message ?? 'An item of a list says nothing.');
  }

  /** Keeps a sentinel, and says why the field at `pointer` of the trial is absent. */
  placeholder(holder: object, key: string, pointer: string, verbatim: string): void {
    const message = `${JSON.stringify(verbatim)} stands where nothing was stated.`;
    const note: Note = { holder, key, code: 'placeholder', message, isKept: true };
    this.notes.push(note);
    this.absences.push({ pointer, note, verbatim });
  }

  /** Reports what was noted and returns what is kept, with the reasons of absence. */
  finish(root: JsonObject, trial: Trial, report: Report): { unmapped: Unmapped[]; evidence: Record<string, Evidence> } {
    const unmapped: Unmapped[] = [];
    const evidence: Record<string, Evidence> = {};
    if (this.traces) this.trace(root, trial, evidence);
    if (this.notes.length === 0) return { unmapped, evidence };
    const pointers = pointersOf(root, new Set(this.notes.map((note) => note.holder)));
    const pathOf = ({ holder, key }: Note): string => `${pointers.get(holder) ?? ''}/${escapeStep(String(key))}`;
    for (const note of this.notes) {
      const path = pathOf(note);
      const found = keptValue(note) as unknown;
      const isWording = note.code === 'unknown-code' && typeof found === 'string';
      const { code, message } = note;
      report({ code, severity: severityOf(code), at: path, message, ...(isWording && { found }) });
      if (note.isKept) unmapped.push({ format: 'ctgov-json', path, value: keptValue(note) });
    }
    const reason: AbsenceReason = 'placeholder';
    for (const { pointer, note, verbatim } of this.absences)
      evidence[pointer] = { kind: 'absent', reason, verbatim, path: pathOf(note) };
    return { unmapped, evidence };
  }

  private trace(root: JsonObject, trial: Trial, evidence: Record<string, Evidence>): void {
    const traces = this.traces ?? [];
    const paths = pointersOf(root, new Set(traces.map((trace) => trace.holder)));
    const pointers = pointersOf(trial, new Set(traces.map((trace) => trace.target)));
    for (const { holder, key, target, name } of traces) {
      // A part that was kept whole after all.
      if (!pointers.has(target)) continue;
      const path = `${paths.get(holder) ?? ''}/${escapeStep(key)}`;
      evidence[`${pointers.get(target) ?? ''}/${name}`] = { kind: 'stated', path };
    }
  }
}

function severityOf(code: IssueCode): Issue['severity'] {
  return code === 'placeholder' ? 'information' : 'warning';
}

function keptValue({ holder, key }: Note): Unmapped['value'] {
  const value = (holder as Record<string | number, unknown>)[key];
  // JSON has no word for a number beyond all: it would be written as null.
  return (typeof value === 'number' && !Number.isFinite(value) ? String(value) : value) as Unmapped['value'];
}
