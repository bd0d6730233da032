/** Words that "trial" and "study" stand before without naming one: "study drug". */
const ofStudy = '(?! (?:drugs?|medications?|treatments?|products?|agents?|arms?|groups?|sites?|cent(?:er|re)s?|nurses?|staff|participants?|patients|subjects|period|visits?|entry|days?)\\b)'; // biome-ignore format: one pattern
const study = new RegExp(
  `^(?:[\\s,]+[\\w()/+-]+){0,10}?[\\s,]+(?:trial|study|crossover|cross-over)\\b(?!s)${ofStudy}`,
  'i',
);

/** Whether a text goes on to the word "trial" or "study" within ten words and the same clause. */
export function leadsToStudy(text: string, from: number): boolean {
  return study.test(text.slice(from, from + 160));
}

/** "Previously" said of studies, and not of what the people had before: "previously untreated patients". */
export const previously =
  /\bprevious(?:ly)?\b(?! (?:un)?(?:treated|diagnosed|vaccinated|exposed|infected|resected|irradiated|healthy|hospitali[sz]ed|operated|transplanted|immuni[sz]ed)\b)(?! (?:[\w-]+ ){0,2}?(?:treatments?|therap(?:y|ies)|chemotherapy|history|surger(?:y|ies)|exposure|strokes?|fractures?|infections?|infarctions?|lines?|episodes?|vaccinations?)\b)/i;

/** "A phase III trial enrolled 445 patients (8).": what stands before the mark of a citation is another's. */
export const citationMark =
  /^[^()[\]]{0,1000}(?:\(\d{1,3}(?:(?:, ?|[-\u2013])\d{1,3}){0,5}\)|\[\d{1,3}(?:(?:, ?|[-\u2013])\d{1,3}){0,5}\])\.?$/;

const toStudy = '(?:[\\w,()/+-]+ ){0,10}?(?:trial|study)\\b'; // biome-ignore format: beside its use
const others: readonly RegExp[] = [
  /\b(?:prior (?:trial|stud)|earlier (?:trial|stud)|another|preceding|extension|follow-up (?:study|of|to)|sub-?study|based on|for use in an?|rolled? over|ha(?:s|ve) (?:been )?(?:shown|demonstrated)|who (?:had )?(?:completed|participated|took part))\b/i,
  previously,
  citationMark,
  // "Results of a phase 2 trial were promising", "positive findings led to this study", "nested within a trial".
  /^(?:[A-Za-z]+: )?(?:(?:positive|promising|encouraging|preliminary|early) )?(?:results|findings|data) (?:of|from) an? [^.;]{0,160} (?:were|was|are|have|had|show|suggest|support)/i,
  /\b(?:led|leading) to (?:this|the present|our) (?:trial|study)\b|\b(?:nested|embedded) (?:with)?in an? /i,
  new RegExp(`\\bfollow(?:s|ing|ed by) (?:the|an?) ${toStudy}`, 'i'),
  /\b(?:confirm|extend|support|complement|replicate|validate)(?:s|ed|ing)? (?:the )?(?:earlier )?(?:results?|findings|data) (?:of|from) (?:the|an?) /i,
  /\b(?:us(?:ed|es|ing)|analy[sz](?:ed|es|ing)|re-?analy[sz]ed) (?:[\w-]+ ){0,3}?(?:data|samples?|specimens?|sera|images|records) (?:of|from|in) (?:the|an?) /i,
  new RegExp(`\\b(?:patients|subjects|participants|adults|children|women|men|people|samples|specimens) (?:enrolled |included |treated )?(?:from|of|in) (?:the|an?) ${toStudy}`, 'i'),
  new RegExp(`(?<!\\b(?:results|data|outcomes|findings|experience|report|analysis|evidence|insights|lessons|update|safety|efficacy) )\\bfrom (?:the|an?) ${toStudy}`, 'i'),
]; // biome-ignore format: a list

/** Whether a sentence also speaks of other studies, so that what it says may be about them. */
export function speaksOfOtherStudies(text: string): boolean {
  return others.some((other) => other.test(text)) || speaksOfWantedStudy(text);
}

const wanted =
  /\b(?:an?|another|further|future|larger|more|additional|confirmatory|adequately) [^.;]{0,160}\b(?:trials?|stud(?:y|ies))\b[^.;]{0,60}\b(?:(?:is|are|seems?|appears?|remains?|would be) (?:[a-z]+ )?(?:warranted|needed|required|necessary|justified|planned|under ?way|ongoing|awaited|useful|desirable|recommended|in progress|in preparation)|should be (?:done|conducted|performed|undertaken)|(?:is|are) now)\b/i;

/** Rare words that `wanted` ends with, looked for first: the way to them is long. */
const mayBeWanted =
  /\b(?:warranted|needed|required|necessary|justified|planned|under ?way|ongoing|awaited|useful|desirable|recommended|in progress|in preparation|should be|now)\b/i;

/** Whether a sentence wishes for a study, or tells of one that is planned: "a phase III trial is warranted". */
export function speaksOfWantedStudy(text: string): boolean {
  return (
    (mayBeWanted.test(text) && wanted.test(text)) ||
    /\b(?:warrants?|calls? for|await(?:s|ing)?) (?:an?|further|larger) /i.test(text)
  );
}

/** Whether what begins at a place is denied right before it: "not double-blind", "neither randomized nor". */
export function isDenied(text: string, start: number): boolean {
  return /\b(?:not?|nor|neither|never|without|rather than|instead of|unlike)(?: an?| the)? $/i.test(
    text.slice(Math.max(0, start - 24), start),
  );
}
