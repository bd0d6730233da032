import type { Span } from '../../generated/trial.js';
import { numberPattern, readNumber } from './numbers.js';

/** A number of participants, and what the sentence says became of them. */
export interface Participants extends Span {
  readonly count: number;
  readonly verb: 'enrolled' | 'randomized' | 'included' | 'analyzed';
  readonly isPlanned: boolean;
}

const longest = 1500;
const people =
  '(?:patients|subjects|adults|children|adolescents|infants|participants|volunteers|women|men|girls|boys|outpatients|inpatients|individuals|people|persons|smokers|neonates|students)';
const count = `(?<count>${numberPattern})`;
/** A number with up to four words between it and the people: "600 current smokers". */
const counted = `${count}(?: (?:[a-z]+|[A-Z]{2,5})(?:-[a-z]+)?){0,4}? ${people}\\b`;
const randomized = 'randomi[sz]ed|randomly assigned|randomly allocated';
const took = `(?<verb>enrolled|recruited|${randomized}|included)`;
const were = '(?:were|was|have been)';

/** Forms in which the number stands beside its verb, so that other numbers in the sentence do no harm. */
const direct: readonly RegExp[] = [
  new RegExp(`\\b${count} ${were} (?<verb>enrolled|recruited|${randomized})\\b`, 'i'),
  new RegExp(`(?<=\\band )${count} (?<verb>enrolled|randomi[sz]ed)\\b(?! (?:controlled|trial|stud))`, 'i'),
  new RegExp(`\\(n ?= ?(?<count>\\d{1,3}(?:,\\d{3})+|\\d{1,6})\\) ${were} ${took}\\b`, 'i'),
  new RegExp(`\\bof (?:the |all )?${count} (?<verb>enrolled|recruited|randomi[sz]ed) ${people}\\b`, 'i'),
];

/** Forms that count people and name the verb elsewhere in the sentence. */
const loose: readonly RegExp[] = [
  new RegExp(`\\b(?<verb>enrolled|recruited|randomi[sz]ed|(?:study|trial) included) (?:a total of )?${counted}`, 'i'),
  new RegExp(`\\b${counted} (?:joined|participated|took part)\\b`, 'i'),
  // A heading of a structured abstract with its number: `PARTICIPANTS: 600 current smokers`.
  new RegExp(
    `^(?:participants|patients|subjects(?: of study)?|setting and participants): (?:a total of )?${counted}`,
    'i',
  ),
];

const passive = new RegExp(
  `\\b(?<tense>${were}|will be|are to be) (?:successfully |prospectively |finally |subsequently )?${took}\\b(?! in (?:the |this )?(?:[a-z-]+ )?analys)`,
  'i',
);
const analyzed = new RegExp(
  `\\b${count}(?: [a-z]+){0,3}? (?:were|was) (?:analy[sz]ed|evaluable|included in the (?:final |primary |efficacy |safety |statistical |intention-to-treat )?analys[ei]s)\\b`,
  'i',
);
const allCounted = new RegExp(`\\b${counted}`, 'gi');
/** Sentences that count people who did not take part, or parts of those who did. */
const misleading =
  /\b(?:screened|assessed for eligibility|approached|invited|eligible|declined|excluded|withdr[ae]w|discontinued|died|of whom|out of|remaining|per (?:group|arm)|(?:each|either) (?:group|arm)|sites?|centers|centres)\b/i;
const inGroup = /^ (?:[a-z-]+ ){0,2}in the [\w-]+(?: [\w-]+)? (?:group|arm)\b/;

/** The numbers of participants in one sentence. Says nothing about sentences that could mean several things. */
export function findParticipants(sentence: string): Participants[] {
  if (sentence.length > longest) return [];
  const analysis = analyzed.exec(sentence);
  const found = [analysis && participants(analysis, 'analyzed', false), joinedIn(sentence)];
  return found.filter((one): one is Participants => !!one);
}

function joinedIn(sentence: string): Participants | undefined {
  for (const form of direct) {
    const match = form.exec(sentence);
    if (match) return participants(match, verbOf(match.groups?.verb), false);
  }
  if (misleading.test(sentence)) return undefined;
  for (const form of loose) {
    const match = form.exec(sentence);
    if (match) return participants(match, verbOf(match.groups?.verb), false);
  }
  const verb = passive.exec(sentence);
  return verb ? countedBefore(sentence, verb) : undefined;
}

/** "ten patients (7 men, 3 women) with ..., were enrolled": the only people counted before the verb. */
function countedBefore(sentence: string, verb: RegExpExecArray): Participants | undefined {
  // What stands in brackets counts parts of the people.
  const before = sentence.slice(0, verb.index).replace(/\([^()]*\)/g, (bracket) => ' '.repeat(bracket.length));
  const [only, second] = [...before.matchAll(allCounted)];
  if (!only || second || inGroup.test(before.slice(only.index + only[0].length))) return undefined;
  const isPlanned = /^(?:will|are to) be$/i.test(verb.groups?.tense ?? '');
  return participants(only, verbOf(verb.groups?.verb), isPlanned);
}

function participants(
  match: RegExpExecArray,
  verb: Participants['verb'],
  isPlanned: boolean,
): Participants | undefined {
  const text = match.groups?.count;
  const value = text === undefined ? undefined : readNumber(text);
  if (text === undefined || value === undefined || value === 0) return undefined;
  const start = match.index + match[0].indexOf(text);
  return { count: value, verb, isPlanned, start, end: start + text.length };
}

function verbOf(text = 'included'): Participants['verb'] {
  if (/^random/i.test(text)) return 'randomized';
  return /included$/i.test(text) ? 'included' : 'enrolled';
}

/** The numbers of men and women in one sentence, with their places. */
export interface SexParts {
  readonly male: Span & { readonly count: number };
  readonly female: Span & { readonly count: number };
}

const maleWord = new RegExp(`\\b${count} (?:were )?(?:males?|men|boys)\\b`, 'gi');
const femaleWord = new RegExp(`\\b${count} (?:were )?(?:females?|women|girls)\\b`, 'gi');

/** "7 males, 3 females": one number each. */
export function findSexes(sentence: string): SexParts | undefined {
  const male = onlyNumber(sentence, maleWord);
  const female = onlyNumber(sentence, femaleWord);
  return male && female && { male, female };
}

function onlyNumber(sentence: string, pattern: RegExp): (Span & { count: number }) | undefined {
  const [match, second] = sentence.length > longest ? [] : [...sentence.matchAll(pattern)];
  const text = match?.groups?.count;
  const value = text === undefined ? undefined : readNumber(text);
  if (!match || text === undefined || value === undefined || second) return undefined;
  return { count: value, start: match.index, end: match.index + text.length };
}
