import { numbersIn } from './numbers.js';

/** A part of the people: an arm, a cohort, a part of the trial in time. */
const part =
  /(?<![\w-])(?:(?:sub-?)?groups?|arms?|(?:sub-?)?cohorts?|strat(?:um|a)|portion|subsets?|sub-?stud(?:y|ies)|dose levels?|run-?in|lead-?in|(?:extension|maintenance|induction|expansion|escalation|open-label|double-blind|pilot|feasibility) (?:phase|period|part|stage)(?! ?(?:[0-4]|[iv]{1,3}\b)))(?![\w-])|\bdose-escalation\b|\b(?:in|during|for|into) (?:the )?(?:first |second |third )?(?:phase|part|stage|step|period|wave|year|season)s? ?(?:\d|[ivx]{1,3}\b|[a-d]\b|,|of)[ab]?(?! (?:[\w-]+,? ){0,4}(?:trial|study)\b)|\b(?:per|each|every) (?:[\w-]+ )?(?:group|arm|cohort|dose|level|sites?|cent(?:er|re)s?|hospital|clinic|treatment|sequence|country)\b/i;
/** Groups that are a property of the whole study. */
const design =
  /\b(?:parallel|single|one|two|three|four|multiple|multi)[\s-](?:group|arm|cohort)s?\b|\bcohort (?:study|trial)\b|\b(?:an?|one of (?:the )?(?:two|three|four)) (?:treatment|study) (?:group|arm)s?\b/gi;
/** The people are compared with others that are counted elsewhere. */
const compared =
  /\bcontrols\b|\bas (?:an? |the )?(?:[\w-]+ )?(?:controls?|comparison|comparator|reference)\b|\band (?:their|[a-z]+ (?:caregivers?|carers|parents|partners|spouses|siblings|relatives))\b|\b(?:the )?(?:rest|remainder|others)\b/i;
/** "In the Japanese study", "for the pharmacokinetic study": one of several. */
const oneStudy =
  /\b(?:[Ii]n|[Ff]or|[Oo]f) the (?:[A-Z][a-z]+|pharmaco[a-z]+|first|second|main|pilot|other) (?:[\w-]+ )?(?:study|trial)\b/;
const dose = /\b(?:at|to|with|on) (?:the )?[\d.,]+ ?(?:mg|mcg|\u00b5g|\u03bcg|g|kg|ml|iu|units|gy|mmol)\b/i;
const letter = /^ (?:(?:in|into|to|on) [A-Z](?![\w-])|(?:per|each|every|annually|monthly)\b)/;

/** What a second count stands behind, and goes on with: "and 52 to placebo", "and 2094 patients were allocated to". */
const coordination = /(?:\b(?:and|plus|versus|vs\.?|while|whereas|but)|[,;]) (?:the other |a total of )?$/i;
const onItsWay =
  /^ (?:(?!(?:years?|yrs?|months?|weeks?|days?|included|analy[sz]ed|completed|evaluated|remained|screened|excluded|withdrew|discontinued|died|eligible|enrolled|randomi[sz]ed)\b)[\w-]+ ){0,3}?(?:(?:were |was )?(?:enrolled|randomi[sz]ed) )?(?:to|into|in|as|with|without|for|healthy|controls)\b/i;
const goesTo = /^,? (?:to|into|in)\b(?! (?:the |this |our )(?:[\w-]+ ){0,2}(?:study|trial)\b)/i;
const choice =
  /\b(?:or|versus|vs|either|groups|arms|treatments|regimens|one of|a treatment (?:group|arm))\b|\b\d ?: ?\d\b|\b(?:treatment|intervention)[.,;]/i;

/** What stands before the verb, and what comes after it, in one clause without brackets. */
export interface Clause {
  readonly verb: string;
  readonly before: string;
  readonly after: string;
  /** The number is called a total. */
  readonly isTotal: boolean;
}

/**
 * Whether a clause counts the people of one arm, cohort, dose or part of a trial only, or counts others beside them. The
 * number of such people is no total.
 */
export function countsPart({ verb, before, after, isTotal }: Clause): boolean {
  const from = before.slice(before.lastIndexOf(';') + 1).replace(design, '');
  const end = after.indexOf(';');
  const to = (end < 0 ? after : after.slice(0, end)).replace(design, 'a treatment group');
  if (part.test(from) || oneStudy.test(from) || compared.test(`${from} ${to}`) || countsAgain(after)) return true;
  if (verb !== 'randomized' || !goesTo.test(to)) {
    return part.test(to.replaceAll('a treatment group', '')) || letter.test(to) || dose.test(to);
  }
  // "A total of 119 were randomized to receive" counts all, whatever they receive.
  return !choice.test(to) && !isTotal;
}

function countsAgain(after: string): boolean {
  return numbersIn(after).some(
    ({ start, end }) =>
      coordination.test(after.slice(Math.max(0, start - 20), start)) && onItsWay.test(after.slice(end, end + 120)),
  );
}

/** Whether the text behind a verb has the numbers of the arms, and they make up a number: "158 to A and 79 to placebo". */
export function partsMakeUp(after: string, count: number): boolean {
  if (goesTo.test(after) && !choice.test(after.slice(0, 60)) && !/\band (?:[\w-]+ ){1,6}\(n/i.test(after)) return false;
  const [first = 0, ...more] = numbersIn(after).flatMap(({ value, start, end }) =>
    /\(n ?= ?$/i.test(after.slice(Math.max(0, start - 6), start)) ||
    (beginsPart.test(after.slice(Math.max(0, start - 20), start)) && onItsWay.test(after.slice(end, end + 120)))
      ? [value ?? 0]
      : [],
  );
  return more.length > 0 && more.reduce((sum, value) => sum + value, first) === count;
}

const beginsPart = /(?:[(:,;]|\band|\bwith) ?$/i;
