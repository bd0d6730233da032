import type { Report, Trial } from '@trialbridge/core';
import type { PlainLists } from '../markup.js';
import { escapeStep, pointersOf } from './pointers.js';
import { type JsonRule, jsonRules } from './rules.js';

interface Note {
  readonly holder: object;
  readonly key: string;
  readonly rule: JsonRule;
  readonly code: 'changed' | 'dropped';
}

/** One record while it is written: the account of what did not go into it as it was held. */
export class JsonSheet {
  /** Whether the trial was read from this format, so that its wordings are this format's. */
  readonly isOwn: boolean;
  /** Whether texts that may hold markup have to be turned into CommonMark. */
  readonly isPlain: boolean;
  /** How such texts mark the items of their lists. */
  readonly plainLists: PlainLists;
  private readonly notes: Note[] = [];

  constructor(
    readonly trial: Trial,
    private readonly report: Report,
  ) {
    this.isOwn = trial.source.format === 'ctgov-json';
    this.isPlain = trial.textMarkup !== 'commonmark';
    this.plainLists = trial.source.format === 'ctgov-xml' ? 'registry' : 'any';
  }

  dropped(holder: object, key: string, rule: JsonRule): void {
    this.notes.push({ holder, key, rule, code: 'dropped' });
  }

  changed(holder: object, key: string, rule: JsonRule): void {
    this.notes.push({ holder, key, rule, code: 'changed' });
  }

  /** Reports what was noted. Places are looked up here, and only when there is something to report. */
  finish(): void {
    if (this.notes.length === 0) return;
    const pointers = pointersOf(this.trial, new Set(this.notes.map((note) => note.holder)));
    for (const { holder, key, rule, code } of this.notes) {
      const at = `${pointers.get(holder) ?? ''}/${escapeStep(key)}`;
      const what = code === 'dropped' ? 'Left out' : 'Changed';
      const severity = code === 'dropped' ? 'warning' : 'information';
      this.report({ code, severity, at, rule, message: `${what}: ${jsonRules[rule]}.` });
    }
  }
}
