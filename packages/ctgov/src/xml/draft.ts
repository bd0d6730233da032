import type { Coded, CodeTable, Report, Trial } from '@trialbridge/core';
import { dialects, hasDialect } from './dialects.js';
import { XmlOutput } from './output.js';
import { type XmlRule, xmlRules } from './rules.js';

/** One document while it is written: its text, and the account of what did not go into it as it was. */
export class XmlDraft extends XmlOutput {
  /** Whether the results were read in the form used until 2017, and go back into it. */
  readonly isOldResults: boolean;
  /** Pointers of what was left out. */
  readonly leftOut = new Set<string>();

  constructor(
    readonly trial: Trial,
    private readonly report: Report,
    head: string,
  ) {
    super(trial.source.format === 'ctgov-xml', trial.textMarkup === 'commonmark', head);
    this.isOldResults = this.isOwn && hasDialect(trial, dialects.results);
  }

  /** A coded value where the format lists the wordings; others are left out, and reported at `pointer`. */
  listed<Code extends string>(
    name: string,
    coded: Coded<Code> | undefined,
    table: CodeTable<Code>,
    pointer: () => string,
  ): void {
    if (!coded) return;
    if (coded.code === undefined && !this.isOwn) this.dropped(pointer(), 'not-in-vocabulary');
    else this.leaf(name, this.wording(coded, table));
  }

  /** Says that an element which the XSD demands stands empty, because the trial does not say what belongs there. */
  standsEmpty(element: string, pointer: string): void {
    const message = `The XSD demands ${element}, and the trial does not say it: the element stands empty.`;
    this.report({ code: 'placeholder', severity: 'warning', at: pointer, rule: 'demanded-text-empty', message });
  }

  /** Says that the document says more than the trial, which has nothing at the pointer: the format has no other place. */
  saysMore(pointer: string, rule: XmlRule): void {
    this.report({ code: 'placeholder', severity: 'warning', at: pointer, rule, message: `Added: ${xmlRules[rule]}.` });
  }

  /** Leaves out everything below a pointer, if anything is there. */
  dropped(pointer: string, rule: XmlRule): void {
    this.leftOut.add(pointer);
    this.report({ code: 'dropped', severity: 'warning', at: pointer, rule, message: `Left out: ${xmlRules[rule]}.` });
  }

  changed(pointer: string, rule: XmlRule): void {
    this.report({
      code: 'changed',
      severity: 'information',
      at: pointer,
      rule,
      message: `Changed: ${xmlRules[rule]}.`,
    });
  }
}
