import type { Span } from '../../generated/trial.js';
import { numbersIn } from './numbers.js';

type Part = Span & { readonly count: number };

/** The numbers of men and women in one sentence, with their places. */
export interface SexParts {
  readonly male: Part;
  readonly female: Part;
}

const maleWord = /^ (?:were )?(?:males?|men|boys)\b/i;
const femaleWord = /^ (?:were )?(?:females?|women|girls)\b/i;
const longest = 1500;

/** "7 males, 3 females": one number each. */
export function findSexes(sentence: string): SexParts | undefined {
  if (sentence.length > longest) return undefined;
  const male = onlyNumber(sentence, maleWord);
  const female = onlyNumber(sentence, femaleWord);
  return male && female && { male, female };
}

function onlyNumber(sentence: string, word: RegExp): Part | undefined {
  const [number, second] = numbersIn(sentence).filter(({ end }) => word.test(sentence.slice(end, end + 20)));
  if (number?.value === undefined || second) return undefined;
  return { count: number.value, start: number.start, end: number.end };
}
