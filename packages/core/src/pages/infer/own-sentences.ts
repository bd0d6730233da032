import type { Span } from '../../generated/trial.js';
import { citationMark, previously, speaksOfWantedStudy } from './study-noun.js';

/** Headings of parts of an abstract that tell of what was known before, what was wanted, or what follows from it. */
const aside =
  /^(?:background|introduction|context|importance|rationale|objectives?|aims?|purpose|goals?|hypothes[ie]s|research question|question|meaning|conclusions?|interpretation|discussion|significance|implications|relevance|limitations|perspectives?)\b/i;
const heading = /^[A-Za-z][a-z]*(?:[ /&,-]{1,3}[A-Za-z]+){0,6} ?(?::|\u2014|$| {2})/i;
/** `METHODS We performed`: a heading that stands out by its capitals alone. */
const capitals = /^[A-Z]{5,20}(?= [A-Z] ?[a-z])/;
const partOfStudy =
  /^(?:trial|study|design|methods?|methodology|materials?|patients?|participants?|subjects?|setting|population|interventions?|treatment|measurements?|main|primary|outcomes?|results?|findings|expected|analysis|statistical|randomi[sz]ation|blinding|numbers|funding|registration|clinical ?trials?|protocol|safety|efficacy|ethics|keywords|authors?)\b/i;

/** Headings of parts that tell what was known before the study. */
const background = /^(?:background|introduction|context|rationale)\b/i;
const ofOwn = /^(?:[A-Za-z/ ]{1,40}: ?)?(?:we|this|our|here|in this|the present)\b/i;
/** Headings of parts that tell what follows from the study, and what others should do. */
const conclusions = /^(?:conclusions?|interpretation|discussion|significance|implications|relevance|perspectives?)\b/i;

/**
 * The sentences of an abstract that are about its own study: not those under headings of background, aims and
 * conclusions, nor those that speak of other studies.
 */
export function ownSentences(source: string, sentences: readonly Span[], title: string): Span[] {
  return withoutParts(source, sentences, aside).filter(
    ({ start, end }) => !isElsewhere(source.slice(start, end), title),
  );
}

/** The sentences that may say how the own study was made: not those of conclusions, nor others' of the background. */
export function designSentences(source: string, sentences: readonly Span[]): Span[] {
  const own = new Set(withoutParts(source, sentences, background));
  return withoutParts(source, sentences, conclusions).filter(
    (sentence) => own.has(sentence) || ofOwn.test(source.slice(sentence.start, sentence.start + 60)),
  );
}

/** The sentences that do not stand under some headings. */
function withoutParts(source: string, sentences: readonly Span[], left: RegExp): Span[] {
  let isLeft = false;
  return sentences.filter(({ start, end }) => {
    const beginning = source.slice(start, Math.min(end, start + 100));
    const label = (heading.exec(beginning) ?? capitals.exec(beginning))?.[0];
    if (label !== undefined && left.test(label)) isLeft = true;
    else if (label !== undefined && (partOfStudy.test(label) || aside.test(label))) isLeft = false;
    return !isLeft;
  });
}

const elsewhere =
  /\b(?:(?:prior|earlier|other|parent|original|subsequent|another|this series of) (?:[\w-]+ ){0,3}?(?:trials?|stud(?:y|ies))|preceding|historical|future|planned|upcoming|sub-?study|meta-?analys[ei]s|pooled|published|in the literature|and colleagues|et al)\b/i;
const named = /\b(?:the|an?) (?:[a-z]+[- ]){0,4}?([A-Z][\w-]*[A-Z0-9][\w-]*) (?:trial|study)\b/g;

/** Whether a sentence speaks of another study: by its words, or by a name that the title does not have. */
export function isElsewhere(sentence: string, title: string): boolean {
  if (
    elsewhere.test(sentence) ||
    previously.test(sentence) ||
    citationMark.test(sentence) ||
    speaksOfWantedStudy(sentence)
  )
    return true;
  for (const [, name = ''] of sentence.matchAll(named)) if (!title.includes(name)) return true;
  return false;
}
