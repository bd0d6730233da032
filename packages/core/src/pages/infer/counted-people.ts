import { type NumberInText, numbersIn } from './numbers.js';

export const people =
  '(?:patients|subjects|adults|children|adolescents|infants|participants|volunteers|women|men|girls|boys|outpatients|inpatients|individuals|people|persons|veterans|smokers|neonates|students)';

/** Words that never stand between a number and the people that it counts: behind them other things are counted. */
const between =
  'of|from|with|without|in|on|at|to|for|by|and|or|nor|per|than|as|who|whose|that|were|was|are|is|had|have|' +
  'years?|yrs?|months?|weeks?|days?|hours?|minutes?|mg|mcg|ml|kg|cm|mm|percent|million|thousand|hundred|dozen|times|' +
  'cent(?:er|re)s?|sites?|hospitals?|clinics?|practices?|villages?|schools?|clusters?|countries|wards?|households?|' +
  'eyes?|ears?|knees?|hips?|legs?|limbs?|feet|teeth|tooth|breasts?|lesions?|wounds?|ulcers|implants?|samples?|cases?|' +
  'pairs?|dyads?|couples?|famil(?:y|ies)|twins?|trials?|stud(?:y|ies)|groups?|arms?|cohorts?|doses?|' +
  'controls?|comparators?|comparison|placebo|untreated|historical|additional|further|other|more|new|first|last|' +
  'remaining|screened|eligible|evaluable|control-group';
const modifier = `(?:type [12]|(?!(?:${between})\\b)[a-z]+(?:-[a-z0-9]+){0,4})`;
const countedNoun = new RegExp(`^ (?:${modifier},? ){0,5}?${people}\\b(?![-'\\u2019])`, 'i');

/** Things that are counted and are not single people, though people belong to them. */
const units =
  /^ (?:(?!(?:of|from|with|in|on|at|to|for)\b)[a-z-]+ ){0,2}?(?:eyes|ears|knees|hips|legs|limbs|feet|teeth|breasts|lesions|wounds|ulcers|implants|samples|pairs|dyads|couples|families|households|twins|triplets|clusters|villages|schools|practices|clinics|wards|hospitals|cent(?:er|re)s|sites|studies|trials)\b/i;
const isPlace = /\b(?:at|from|in|across|by|within|of) (?:the |all )?$/i;

/** What a number that counts all the people of a sentence stands behind. */
const opener =
  /(?:^|^the |(?:[;:.\u2013\u2014] |(?<=[a-z]) {2})(?:the )?|(?<!\d), |\b(?:19|20)\d\d, |\b(?:total of|total number of|sample of|sample size of|all|all of the|in which|which|whom|we|finally|overall|altogether|enrolled|recruited|randomi[sz]ed|included) )$/i;
const ofOpener = /(?:^|[;:.,] |(?<=[a-z]) {2})(?:of|among) (?:the |all |these |all the |a total of )?$/i;

const yearLike = /^(?:19|20)\d\d$/;
/** What no year stands behind. */
const notYear = /(?:^|\b(?:total of|enrolled|recruited|randomi[sz]ed|included) )$/i;

/** What a clause before a number may begin with that leaves it the number of all: a time, a total, the study itself. */
const lead =
  /^(?:(?:between|from|during|overall|altogether|finally|as of)\b|in (?:total|all)\b|in (?:this|our|an?) |in the (?:[\w-]+ ){0,3}(?:trial|study)\b|of |after (?:screening|informed|written|giving|providing)\b)/i;
const labelOfPart =
  /\b(?:study|trial|part|stage|phase|site|cent(?:er|re)|group|cohort|arm|panel|experiment|period|step) [\w-]{1,12}: $/i;

/** Whether a clause or a label before a number says that it is the number of some: "In Japan, 40 patients were enrolled". */
function isOfSome(before: string): boolean {
  const clause = before.slice(Math.max(before.lastIndexOf(';'), before.lastIndexOf(': ')) + 1).trimStart();
  return labelOfPart.test(before) || (clause.endsWith(', ') && !lead.test(clause));
}

/** A number in a sentence, and how it stands there. */
export interface Count extends NumberInText {
  readonly value: number;
  /** What the text before it says of it: the whole number, "of" the whole number, or unknown. */
  readonly opening: 'whole' | 'of' | 'unknown';
  /** Where the people that it counts end, if it is followed by them. */
  readonly peopleEnd: number | undefined;
}

/** The numbers of a sentence that may count people. Years, and numbers beside numbers, are left out. */
export function countsIn(text: string): Count[] {
  return numbersIn(text).flatMap((number): Count[] => {
    const { value, start, end } = number;
    const before = text.slice(Math.max(0, start - 40), start);
    const after = text.slice(end, end + 160);
    if (value === undefined || value === 0 || /^,? \d/.test(after)) return [];
    if (yearLike.test(text.slice(start, end)) && !notYear.test(before)) return [];
    const noun = countedNoun.exec(after)?.[0];
    const opening = ofOpener.test(before)
      ? 'of'
      : opener.test(before) && !isOfSome(text.slice(Math.max(0, start - 600), start))
        ? 'whole'
        : 'unknown';
    return [{ value, start, end, opening, peopleEnd: noun === undefined ? undefined : end + noun.length }];
  });
}

/** Whether a sentence counts eyes, pairs, villages or other things than single people, apart from the places they are at. */
export function countsUnits(text: string): boolean {
  return numbersIn(text).some(
    ({ start, end }) =>
      units.test(text.slice(end, end + 80)) && !isPlace.test(text.slice(Math.max(0, start - 20), start)),
  );
}

/** A text with blanks for what stands in brackets: it counts parts of the people. Places in it stay what they are. */
export function withoutBrackets(text: string): string {
  return text.replace(/\([^()]*\)|\[[^[\]]*\]/g, (bracket) => ' '.repeat(bracket.length));
}
