import type { InferenceRule } from './rule.js';

const given = /\b(?:administration|injections?|infusions?) of /i;
/** What comes before or after the trial's own treatment is another one. */
const otherTime = /\b(?:after|following|before|until|since|prior to|month of|day of|time of) (?:[\w-]+ ){0,2}$/i;
/** What the people are given it for is no part of its name; what it is combined with is. */
const aim = /\s(?:for|to|as|against|(?<!\b(?:combined|mixed|together) )with|versus|vs|compared)\s/i;
const people = /\sin (?:[A-Za-z-]+ ){0,2}?(?:patients?|subjects?|adults?|children|people|participants?|volunteers)\b/i;
/** Words that no name of an intervention begins with. */
const notFirst = /^(?:the|this|these|an?|study|two|three|different|multiple|single|one|either|repeated)\b/i;
/** What is asked or measured is no intervention. */
const measure =
  /\b(?:questionnaires?|surveys?|interviews?|scales?|forms?|tests?|assessments?|diar(?:y|ies)|instruments?|inventor(?:y|ies))$/i;
const longestName = 200;

/** "administration of X in patients": what the sentence says is given. */
export const interventionRule: InferenceRule<string> = {
  name: 'administration-of',
  field: 'interventions',
  find(sentence) {
    const match = given.exec(sentence);
    if (!match || otherTime.test(sentence.slice(Math.max(0, match.index - 60), match.index))) return [];
    const start = match.index + match[0].length;
    const rest = sentence.slice(start, start + longestName + 40);
    const value = rest.slice(0, people.exec(rest)?.index ?? 0).trimEnd();
    if (aim.test(value) || measure.test(value)) return [];
    if (value.length < 3 || value.length > longestName || /[.;:,]/.test(value) || notFirst.test(value)) return [];
    return [{ value, start, end: start + value.length }];
  },
  held: () => undefined,
  agrees: (held, found) => held === found,
  put(trial, name) {
    if (trial.interventions) return [];
    trial.interventions = [{ name }];
    return ['/interventions/0/name'];
  },
};
