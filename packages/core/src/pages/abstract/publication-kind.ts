import { isOnAnimals } from './animal-subjects.js';

/** What a publication can be that reports no trial of its own, even if it names one. */
export type OtherKind =
  | 'notice'
  | 'letter'
  | 'editorial'
  | 'news'
  | 'review'
  | 'cases'
  | 'simulation'
  | 'emulation'
  | 'animals';

interface Form {
  readonly kind: OtherKind;
  readonly title: RegExp;
  /** Said in one sentence of the abstract. */
  readonly sentence?: RegExp;
  /** A title that makes it a report of a trial all the same. */
  readonly unless?: RegExp;
}

const databases =
  '(?:MEDLINE|PubMed|Embase|Cochrane|CENTRAL|Web of Science|Scopus|CINAHL|PsycINFO|(?:electronic |bibliographic )?databases?)';
const reviews = '(?:systematic |scoping |narrative |literature |umbrella |rapid |integrative )';
const ofTrial = /\b(?:randomi[sz]ed|phase (?:IV|I{1,3}|[1-4])[ab]?)\b[^:]*\b(?:trial|study)\b(?!s)/i;

const forms: readonly Form[] = [
  {
    kind: 'notice',
    // "Correction of anaemia" is a treatment: the words of notices stand before a colon.
    title:
      /^\W{0,3}(?:(?:author |publisher )?correction|retraction|withdrawal|addendum|expression of concern)(?: (?:to|note|notice|statement))?(?: to)? ?:|^\W{0,3}(?:errat(?:um|a)|corrigend(?:um|a)|expression of concern|notice of (?:retraction|correction|withdrawal)|retraction (?:note|notice|statement))\b/i,
    sentence:
      /^\W{0,3}this (?:retracts|corrects|withdraws|is an? (?:erratum|correction|retraction)) (?:of |to )?the article\b/i,
  },
  {
    kind: 'letter',
    title:
      /^(?:re|reply|in reply|letter|correspondence)\s?:|^(?:comments? on|reply to|in reply to|response to (?:the )?(?:letter|comment)|letters? to the editor)\b|\bauthors?['\u2019]?s?['\u2019]? (?:reply|response)\b|: (?:reply|comments?|concerns?|correspondence)\.?$/i,
    sentence:
      /^\W{0,3}(?:to the editors?\b|comment on\b)|\bwe (?:have )?(?:recently )?read (?:with|the (?:article|paper|report|study|trial|recent|excellent))\b/i,
  },
  {
    kind: 'editorial',
    title:
      /^(?:editorial|(?:invited |editorial )?commentary|viewpoint|perspectives?)\s?[:.]|: (?:an? )?(?:editorial(?: comment)?|(?:invited |editorial )?commentary|viewpoint|perspective)\.?$/i,
    sentence:
      /^we comment on\b|\bin this (?:issue|month's issue)\b|\band (?:her |his |their )?(?:colleagues|co-?workers|associates) (?:now )?(?:report|present|describe)\b/i,
  },
  {
    kind: 'news',
    title:
      /^(?:news|in brief|news in brief|press release|research highlights?)\s?[:|.]|\bFDA (?:approves|clears|grants|okays|approval)\b/i,
  },
  {
    kind: 'review',
    title: new RegExp(
      `\\b${reviews}reviews?\\b|\\bmeta-?analys[ei]s\\b|\\bmeta-?analytic|\\bmeta-regression\\b|: an? (?:[\\w-]+ ){0,2}review\\b|\\b(?:a|an updated) review of\\b|\\bindividual (?:patient|participant)(?:[- ]level)? data from\\b`,
      'i',
    ),
    unless: /\btrial,? (?:and|with|plus) (?:an? )?(?:updated )?(?:systematic review|meta-analys)/i,
    sentence: new RegExp(
      `\\bwe (?:here )?review (?:these|the|recent|current|several|available|published) (?:[\\w-]+ ){0,4}?(?:trials|studies|literature|evidence)\\b|\\b(?:this|our|the present) ${reviews}?(?:review|meta-analysis)\\b|\\bwe (?:did|performed|conducted|undertook|carried out|present|report) an? (?:updated |network |comprehensive |pooled |individual (?:patient|participant) data |IPD )*(?:${reviews}review|meta-analys[ei]s)\\b|\\bsearched\\b[^.]{0,80}\\b${databases}\\b|\\b${databases}\\b[^.]{0,120}\\b(?:was|were) searched\\b|\\bPROSPERO\\b|\\bCRD42\\d`,
      'i',
    ),
  },
  {
    kind: 'cases',
    title:
      /\bcase (?:reports?|series)\b|\breport of (?:an?|one|two|three|four|five|six|\d{1,2}) (?:[\w-]+ ){0,2}?cases?\b|\ba report of (?:an?|one) (?:patient|case)\b/i,
    sentence:
      /^(?:(?:case|case report|case presentation|background|introduction): ?)?(?:here )?(?:we (?:report|describe|present) )?(?:the case of )?an? (?:[a-z]+ )?\d{1,3}[- ](?:year|month|week|day)s?[- ]old\b/i,
    unless: ofTrial,
  },
  {
    // Made of records of patients who were in no trial; a trial that it names is the one that it imitates.
    kind: 'emulation',
    title: /\b(?:target|trial) (?:trial )?emulation\b|\bemulat(?:ed?|ing|ion of)\b[^.]{0,40}\btrials?\b/i,
    sentence: /\btarget trial emulation\b|\bemulat(?:ed?|ing|ion of)\b[^.]{0,40}\btrials?\b/i,
  },
  {
    kind: 'simulation',
    title: /\bin[ -]silico\b/i,
    sentence: /\bin[ -]silico (?:clinical )?trials?\b|\bvirtual patients were (?:randomi[sz]ed|simulated|generated)\b/i,
  },
];

/**
 * The kind of a publication that reports no trial of its own: the ids that it names are of others' trials. `undefined`
 * for a report of research, of a trial or not.
 */
export function otherKind(title: string, sentences: readonly string[]): OtherKind | undefined {
  const said = forms.find(
    (form) =>
      !form.unless?.test(title) &&
      (form.title.test(title) || (form.sentence && sentences.some((sentence) => form.sentence?.test(sentence)))),
  );
  return said?.kind ?? (isOnAnimals(title, sentences) ? 'animals' : undefined);
}
