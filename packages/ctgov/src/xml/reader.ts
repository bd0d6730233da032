import { type ReadContext, type Reading, type Trial, TrialError, type TrialReader } from '@trialbridge/core';
import { notWellFormed } from './characters.js';
import { readStudy } from './read-study.js';
import { XmlScanner } from './scanner.js';

// Each comment, instruction and document type ends at its first end mark: a source of many has one way to be read.
const before = /<!--(?:[^-]|-(?!->))*-->|<\?(?:[^?]|\?(?!>))*\?>|<!DOCTYPE[^>[]*(?:\[[^\]]*\][^>[]*)?>/.source;
const start = new RegExp(`^\\uFEFF?\\s*(?:(?:${before})\\s*)*<clinical_stud(?:y|ies)(?=[\\s/>])`);

/** Reads the public XML of ClinicalTrials.gov: a `clinical_study`, or several in `clinical_studies`. */
export const ctgovXmlReader: TrialReader = {
  format: 'ctgov-xml',
  title: 'ClinicalTrials.gov public XML',
  accepts: (source) => start.test(source.length > 10_000 ? source.slice(0, 10_000) : source),
  read(source, context): Reading {
    const scanner = new XmlScanner(source);
    const root = scanner.enter()?.name;
    const trials: Trial[] = [];
    if (root === 'clinical_study') trials.push(readStudy(scanner, context));
    else if (root === 'clinical_studies') readStudies(scanner, trials, context);
    else {
      const at = notWellFormed(source, scanner.offset, '').at ?? '1:1';
      throw new TrialError(
        'source-unreadable',
        `<${root}> at ${at} is no record of ClinicalTrials.gov: that is <clinical_study>.`,
        { at },
      );
    }
    scanner.end();
    return { kind: 'registration', trials, citations: [], mentions: [] };
  },
};

function readStudies(scanner: XmlScanner, trials: Trial[], context: ReadContext): void {
  // What stands between records belongs to none of them: it is reported, and kept nowhere.
  const lose = (at: string, message: string): void =>
    context.report({ code: 'unknown-path', severity: 'warning', at: `/clinical_studies/${at}`, message });
  for (const [name] of scanner.rest()) lose(`@${name}`, `No attribute that we know: ${name}.`);
  const onStray = (_offset: number, text: string): void => {
    if (text.trim() !== '') lose('#', 'Text among the records.');
  };
  scanner.onStray = onStray;
  for (let name = scanner.enter(); name !== undefined; name = scanner.enter()) {
    if (name.name === 'clinical_study') trials.push(readStudy(scanner, context));
    else {
      lose(name.name, `No record that we know: <${name.name}>.`);
      scanner.skip();
    }
    scanner.onStray = onStray;
  }
}
