import type { Report, Trial } from '@trialbridge/core';
import type { Vocabulary } from './codes/vocabulary.js';
import type { ResolvedOptions } from './options.js';
import type { ResourceSet } from './resources.js';

/** What every part of a study is made from. */
export interface StudyContext {
  readonly trial: Trial;
  readonly options: ResolvedOptions;
  readonly vocabulary: Vocabulary;
  readonly resources: ResourceSet;
  readonly report: Report;
}

/** Reports a value that is not written, because of `rule`. */
export function reportDropped(context: StudyContext, at: string, rule: string, message: string): void {
  context.report({ code: 'dropped', severity: 'information', at, rule, message });
}

/** Reports a value that is written in another form than it was held, because of `rule`. */
export function reportChanged(context: StudyContext, at: string, rule: string, message: string): void {
  context.report({ code: 'changed', severity: 'information', at, rule, message });
}
