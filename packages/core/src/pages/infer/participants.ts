import type { Span } from '../../generated/trial.js';
import { numberPattern, readNumber } from './numbers.js';

const people =
  '(?:patients|subjects|adults|children|adolescents|infants|participants|volunteers|women|men|girls|boys|outpatients|inpatients|individuals|people|persons|smokers|neonates|students)';
const described = `(${numberPattern})(?: (?:[a-z]+|[A-Z]{2,5})(?:-[a-z]+)?){0,4}? ${people}\\b`;
const enrolled = '(?:enrolled|recruited)';
const randomized = '(?:randomi[sz]ed|randomly assigned|randomly allocated)';

/** A number of participants, and what the sentence says became of them. */
export interface Participants extends Span {
  readonly count: number;
  readonly verb: 'enrolled' | 'randomized' | 'analyzed';
  readonly isPlanned: boolean;
}

const counted = new RegExp(`\\b${described}`, 'g');
const passive = new RegExp(
  `\\b(were|was|have been|will be|are to be) (?:successfully |prospectively |finally |subsequently )?(${enrolled}|${randomized})\\b`,
);
const bare = new RegExp(`\\b(${numberPattern}) (?:were|was|have been) (${enrolled}|${randomized})\\b`);
const active = new RegExp(`\\b(enrolled|recruited|randomi[sz]ed) (?:a total of )?${described}`);
const ofEnrolled = new RegExp(
  `\\b[Oo]f (?:the |all )?(${numberPattern}) (?:enrolled|recruited|(randomi[sz]ed)) ${people}\\b`,
);
const analyzed = new RegExp(
  `\\b(${numberPattern})(?: [a-z]+){0,3}? (?:were|was) (?:analy[sz]ed|evaluable|included in the (?:final |primary |efficacy |safety |statistical |intention-to-treat )?analys[ei]s)\\b`,
);
/** Sentences that count people who did not take part, or parts of those who did. */
const misleading =
  /\b(?:screened|assessed for eligibility|approached|invited|eligible|declined|excluded|withdr[ae]w|discontinued|died|of whom|out of|remaining|per (?:group|arm)|(?:each|either) (?:group|arm)|sites?|centers|centres)\b/i;
const inGroup = /^ (?:[a-z-]+ ){0,2}in the [\w-]+(?: [\w-]+)? (?:group|arm)\b/;

/** The numbers of participants in one sentence. Says nothing about sentences that could mean several things. */
export function findParticipants(sentence: string): Participants[] {
  if (sentence.length > 1500) return [];
  const found: Participants[] = [];
  const analysis = analyzed.exec(sentence);
  if (analysis) add(found, analysis.index, analysis[1], 'analyzed', false);
  const counted = enrolledIn(sentence);
  if (counted) found.push(counted);
  return found;
}

function enrolledIn(sentence: string): Participants | undefined {
  const found: Participants[] = [];
  const short = bare.exec(sentence) ?? ofEnrolled.exec(sentence);
  if (short) {
    add(found, short.index + short[0].indexOf(short[1] ?? ''), short[1], verbOf(short[2]), false);
    return found[0];
  }
  if (misleading.test(sentence)) return undefined;
  const direct = active.exec(sentence);
  if (direct) {
    add(found, direct.index + direct[0].lastIndexOf(direct[2] ?? ''), direct[2], verbOf(direct[1]), false);
    return found[0];
  }
  const verb = passive.exec(sentence);
  if (!verb) return undefined;
  // What stands in brackets counts parts of the people: "ten patients (7 men, 3 women)".
  const before = sentence.slice(0, verb.index).replace(/\([^()]*\)/g, (bracket) => ' '.repeat(bracket.length));
  const people = [...before.matchAll(counted)];
  const [only, second] = people;
  if (!only || second || inGroup.test(before.slice(only.index + only[0].length))) return undefined;
  add(found, only.index, only[1], verbOf(verb[2]), verb[1] === 'will be' || verb[1] === 'are to be');
  return found[0];
}

function verbOf(text: string | undefined): Participants['verb'] {
  return text?.startsWith('random') ? 'randomized' : 'enrolled';
}

function add(
  found: Participants[],
  start: number,
  text: string | undefined,
  verb: Participants['verb'],
  isPlanned: boolean,
): void {
  const count = text === undefined ? undefined : readNumber(text);
  if (text !== undefined && count !== undefined && count > 0)
    found.push({ count, verb, isPlanned, start, end: start + text.length });
}

/** The numbers of men and women in one sentence, with their places. */
export interface SexParts {
  readonly male: Span & { readonly count: number };
  readonly female: Span & { readonly count: number };
}

const maleWord = new RegExp(`\\b(${numberPattern}) (?:were )?(?:males?|men|boys)\\b`, 'gi');
const femaleWord = new RegExp(`\\b(${numberPattern}) (?:were )?(?:females?|women|girls)\\b`, 'gi');

/** "7 males, 3 females": one number each. */
export function findSexes(sentence: string): SexParts | undefined {
  const male = only(sentence, maleWord);
  const female = only(sentence, femaleWord);
  return male && female && { male, female };
}

function only(sentence: string, pattern: RegExp): (Span & { count: number }) | undefined {
  const matches = sentence.length > 1500 ? [] : [...sentence.matchAll(pattern)];
  const [match] = matches;
  const count = match?.[1] === undefined ? undefined : readNumber(match[1]);
  if (!match || count === undefined || matches.length > 1) return undefined;
  return { count, start: match.index, end: match.index + (match[1]?.length ?? 0) };
}
