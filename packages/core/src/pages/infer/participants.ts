import type { Span } from '../../generated/trial.js';
import { type Count, countsIn, countsUnits, people, withoutBrackets } from './counted-people.js';
import { type NumberInText, numbersIn, readNumber } from './numbers.js';
import { countsPart, partsMakeUp } from './tied-counts.js';

/** A number of participants, and what the sentence says became of them. */
export interface Participants extends Span {
  readonly count: number;
  readonly verb: 'enrolled' | 'randomized' | 'included' | 'analyzed';
  readonly isPlanned: boolean;
}

const longest = 1500;
const verbs = 'enrolled|recruited|accrued|included|randomi[sz]ed|randomly assigned|randomly allocated';
const were = '(?:were|was|have been)';
/** People who are left out of an analysis took part; who were included in it is another number. */
const notInAnalysis = '(?! in (?:the |this |our )?(?:[a-z-]+ ){0,2}(?:analys|pharmaco))';

const wereVerb = new RegExp(`^ ${were} (?<verb>${verbs})\\b${notInAnalysis}`, 'i');
const bareVerb = /^ (?<verb>enrolled|randomi[sz]ed)\b(?! (?:controlled|trial|stud))/i;
const verbOfPeople = new RegExp(`^ (?<verb>enrolled|recruited|randomi[sz]ed) ${people}\\b`, 'i');
const peopleOfVerb = new RegExp(
  `^ (?:(?:who were )?(?<verb>${verbs})|who underwent (?<noun>randomi[sz]ation))\\b(?= {0,200}[,;]| and )`,
  'i',
);
const inBrackets = new RegExp(`\\(n ?= ?(?<count>\\d{1,3}(?:,\\d{3})+|\\d{1,6})\\) ${were} (?<verb>${verbs})\\b${notInAnalysis}`, 'i'); // biome-ignore format: one pattern
const verbBefore =
  /\b(?<verb>enrolled|recruited|randomi[sz]ed|(?<=\bwe )randomly (?:assigned|allocated)|(?:study|trial) included) (?:a total of |all )?$/i;
const joined =
  /^ (?:joined|participated|took part)\b(?! in (?:[\w-]+ ){0,8}?(?:interviews?|focus|surveys?|workshops?|discussions?)\b)/i;
/** "In this randomized clinical trial of 1312 adults". */
const thisTrialOf = /\bin this (?:[\w-]+,? ){0,7}(?:trial|study) (?:of|that (?:included|enrolled|randomi[sz]ed)) $/i;
const willJoin =
  /(?:\bwe|(?<!\b(?:pilot|extension|feasibility|sub)[ -]?)\b(?:trial|study)) (?:will|plan(?:s|ned)? to|aim(?:s|ed)? to|intends? to) (?<verb>enroll?|recruit|randomi[sz]e|include) (?:a total of |about )?$/i;
/** What one journal writes of all who were randomized. */
const underwent = /\bunderwent (?<verb>randomi[sz]ation)\b/i;
/** A heading of a structured abstract with its number: `PARTICIPANTS: 600 current smokers`. */
const heading = /^(?:participants|patients|subjects(?: of study)?|setting and participants): (?:a total of )?$/i;
const passive = new RegExp(
  `\\b(?<tense>${were}|will be|are to be) (?:(?:successfully|prospectively|finally|subsequently|consecutively) )?(?<verb>(?<![-\\w])(?:${verbs}))\\b${notInAnalysis}`,
  'i',
);
const analyzed =
  /^(?: (?:were|was) (?:analy[sz]ed|evaluable|included in the (?:(?:final|primary|statistical|intention-to-treat) )?analys[ei]s))(?=[.,;]| *$| and | {2})/i;
/** Sentences that count people who did not take part, or parts of those who did. */
const misleading =
  /\b(?:screened|assessed for eligibility|approached|invited|eligible|declined|excluded|withdr[ae]w|discontinued|died|of whom|out of|remaining|per (?:group|arm)|(?:each|either) (?:group|arm)|sites?|centers|centres)\b/i;
const isJoin = new RegExp(`(?<![-\\w])(?:${verbs}|underwent randomi[sz]ation)\\b`, 'i');

interface Join {
  readonly count: NumberInText & { readonly value: number };
  readonly verb: Participants['verb'];
  readonly isPlanned: boolean;
  /** Where the words begin and end that say what became of the people. */
  readonly from: number;
  readonly to: number;
}

/** The numbers of participants in one sentence. Says nothing about sentences that could mean several things. */
export function findParticipants(sentence: string): Participants[] {
  if (sentence.length > longest || countsUnits(sentence)) return [];
  const text = withoutBrackets(sentence);
  const counts = countsIn(text);
  return [...analyzedIn(sentence, text, counts), ...totalOf(sentence, text, joinsIn(sentence, text, counts))];
}

/**
 * The greatest number of people in a sentence that says of somebody that they joined, whether or not it is the number of
 * all: no total is smaller.
 */
export function greatestCount(sentence: string): number {
  if (
    sentence.length > longest ||
    !isJoin.test(sentence) ||
    /\b(?:screened|approached|invited|eligib)/i.test(sentence)
  ) {
    return 0;
  }
  const text = withoutBrackets(sentence);
  const people = countsIn(text).filter(
    ({ peopleEnd, end }) => peopleEnd !== undefined || wereVerb.test(text.slice(end, end + 60)),
  );
  return Math.max(0, ...people.map(({ value }) => value));
}

function analyzedIn(sentence: string, text: string, counts: readonly Count[]): Participants[] {
  const [first, second] = counts.flatMap(({ opening, peopleEnd, end, ...count }): Join[] => {
    const from = peopleEnd ?? end;
    const match = opening === 'whole' ? analyzed.exec(text.slice(from, from + 100)) : null;
    return match
      ? [{ count: { ...count, end }, verb: 'analyzed', isPlanned: false, from, to: from + match[0].length }]
      : [];
  });
  if (!first || second) return [];
  return totalOf(sentence, text, [first]);
}

/** One number of all that the joins of a sentence agree on. */
function totalOf(sentence: string, text: string, joins: readonly Join[]): Participants[] {
  const [first] = joins;
  if (!first || joins.some(({ count, verb }) => count.value !== first.count.value || verb !== first.verb)) return [];
  const { count, verb, isPlanned, from, to } = first;
  const before = text.slice(0, count.start) + text.slice(count.end, from);
  const isTotal = /\btotal of $/i.test(text.slice(Math.max(0, count.start - 10), count.start));
  if (countsPart({ verb, before, after: text.slice(to), isTotal })) {
    const isWhole = !countsPart({ verb, before, after: '', isTotal }) && partsMakeUp(sentence.slice(to), count.value);
    if (!isWhole) return [];
  }
  return [{ count: count.value, verb, isPlanned, start: count.start, end: count.end }];
}

function joinsIn(sentence: string, text: string, counts: readonly Count[]): Join[] {
  const beside = counts.flatMap((count) => besideVerb(text, count));
  const bracket = inBrackets.exec(sentence);
  if (bracket && greatestCount(sentence) <= (readNumber(bracket.groups?.count ?? '') ?? 0))
    beside.push(...joinInBrackets(sentence, bracket));
  // What "of whom" begins counts parts of those before it.
  const main = text.replace(/,? of wh(?:om|ich)\b.*/i, '');
  if (beside.length > 0 || misleading.test(main)) return beside;
  const [first] = counts.filter(({ peopleEnd }) => peopleEnd !== undefined && peopleEnd <= main.length);
  return first ? elsewhere(main, first) : [];
}

/** Forms in which the number stands beside its verb, so that other numbers in the sentence do no harm. */
function besideVerb(text: string, count: Count): Join[] {
  const { opening, end, peopleEnd } = count;
  const isAnd = /\band $/i.test(text.slice(Math.max(0, count.start - 4), count.start));
  const behind = text.slice(end, end + 80);
  const match =
    opening === 'of'
      ? (verbOfPeople.exec(behind) ??
        (peopleEnd === undefined ? null : peopleOfVerb.exec(text.slice(peopleEnd, peopleEnd + 60))))
      : ((opening === 'whole' || isAnd ? wereVerb.exec(behind) : null) ?? (isAnd ? bareVerb.exec(behind) : null));
  if (!match) return [];
  const from = opening === 'of' && peopleEnd !== undefined && !verbOfPeople.test(behind) ? peopleEnd : end;
  const verb = verbOf(match.groups?.verb ?? match.groups?.noun);
  return [{ count, verb, isPlanned: false, from, to: from + match[0].length }];
}

function joinInBrackets(sentence: string, match: RegExpExecArray): Join[] {
  const figures = match.groups?.count ?? '';
  const value = readNumber(figures);
  const start = match.index + match[0].indexOf(figures);
  // A second number in brackets before the verb counts others: "women (n = 30) and men (n = 32) were enrolled".
  if (!value || /\(n ?= ?\d/i.test(sentence.slice(0, match.index))) return [];
  const to = match.index + match[0].length;
  return [
    {
      count: { value, start, end: start + figures.length },
      verb: verbOf(match.groups?.verb),
      isPlanned: false,
      from: to,
      to,
    },
  ];
}

/** Forms that count people and name the verb elsewhere in the sentence. */
function elsewhere(text: string, { peopleEnd = 0, opening, ...count }: Count): Join[] {
  const before = text.slice(0, count.start);
  const behind = text.slice(peopleEnd);
  const planned = willJoin.exec(before.slice(-60))?.groups?.verb;
  const verb =
    planned ??
    verbBefore.exec(before.slice(-60))?.groups?.verb ??
    (thisTrialOf.test(before.slice(-160)) ? 'included' : undefined);
  if (verb !== undefined) {
    // "enrolled 30 women and 20 men" counts both; "enrolled 50 adults, including 30 women" does not.
    const also = countsIn(behind.replace(/\b(?:including|comprising|consisting of|of whom|of which)\b.*/i, ''));
    if (also.some((other) => other.peopleEnd !== undefined && coordinated.test(behind.slice(0, other.start))))
      return [];
    return [{ count, verb: verbOf(verb), isPlanned: planned !== undefined, from: count.end, to: peopleEnd }];
  }
  if (opening !== 'whole') return [];
  if (joined.test(behind) || heading.test(before)) {
    return [{ count, verb: 'included', isPlanned: false, from: count.end, to: peopleEnd }];
  }
  const match = passive.exec(behind) ?? underwent.exec(behind);
  if (!match || !isSubject(behind.slice(0, match.index))) return [];
  const from = peopleEnd + match.index;
  const isPlanned = /^(?:will|are to) be$/i.test(match.groups?.tense ?? '');
  return [{ count, verb: verbOf(match.groups?.verb), isPlanned, from, to: from + match[0].length }];
}

const coordinated = /(?:\band|\bplus|,) $/i;
const numberOfSomething =
  /(?:\b(?:aged?|type|stage|grade|class|phase|score|index|least|than|over|under|above|below|between|from|to|day|week|month|visit)|[=<>\u2264\u2265(]) ?$/i;
const unit = /^ ?(?:years?|yrs?|y\b|months?|weeks?|days?|hours?|h\b|%|percent|mg|ml|kg|cm|mm|times)/i;

/** Whether what stands between people and a verb belongs to those people: it counts no others and says no other thing. */
function isSubject(text: string): boolean {
  if (/;|\b(?:of whom|and their|had|while|whereas|but)\b|\band (?:[\w-]+ ){1,3}(?:were|was)\b/i.test(text))
    return false;
  return numbersIn(text).every(
    ({ start, end }) =>
      numberOfSomething.test(text.slice(Math.max(0, start - 12), start)) ||
      unit.test(text.slice(end, end + 12)) ||
      /^(?:19|20)\d\d$/.test(text.slice(start, end)),
  );
}

function verbOf(text = 'included'): Participants['verb'] {
  if (/^random/i.test(text)) return 'randomized';
  return /included$/i.test(text) ? 'included' : 'enrolled';
}
