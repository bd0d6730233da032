import { animalNames, modelAnimals } from './animals.codes.js';

/** What follows a name of animals where it names a product or a cause: "swine flu", "cats' dander". */
const product = `(?!['\u2019]| (?:flu|influenza|milk|allerg|dander|bites?|serum|cheese|oil))`;
/** What stands before it in trials of people: allergy to cats, bites by dogs, therapy dogs. */
const cause =
  '(?<!\\b(?:to|from|by|with|without|against|owning|own|pet|therapy|assistance|service|guide|companion|of)(?: the)? )';
const name = `(?:${animalNames.join('|')})\\b${product}`;
const inTitle = new RegExp(`${cause}\\b${name}|\\b${modelAnimals} models?\\b`, 'i');
/** "in 24 dogs", "treatment of lame horses": animals with their number or with a word of theirs. */
const ofAnimals = new RegExp(
  `\\b(?:in|of|among) (?:(?!(?:pet|therapy|assistance|service|guide|companion|to|from|by|with|against|about)\\b)[\\w-]+ ){0,3}?${name}`,
  'i',
);
const joined =
  '(?:randomi[sz]ed|randomly|allocated|assigned|enrolled|included|recruited|divided|treated|vaccinated|used|given|fed|exposed|injected|subjected|inoculated|infected|ana?esthetized|anaesthetised)';
const asSubjects = new RegExp(`\\b${name}\\)? (?:were|was|will be) (?:[a-z]+ ){0,2}?${joined}\\b`, 'i');
const veterinary =
  /\b(?:client-owned|privately owned (?:dogs|cats|horses)|veterinary (?:hospitals?|clinics?|practices?|teaching))\b/i;
const people =
  /\b(?:patients|participants|volunteers|adults|children|adolescents|infants|newborns|neonates|women|men|people|persons|humans?|students)\b/i;
const countedPeople =
  /\b(?:\d[\d,]{0,8}|[a-z]+(?:-[a-z]+)?) (?:[\w-]+ ){0,3}?(?:patients|participants|volunteers|adults|children|women|men|people|persons)\b[^.]{0,80}\b(?:enrolled|randomi[sz]ed|randomly|assigned|allocated|included|recruited|received)\b/i;

/**
 * Whether the subjects of a study are animals: its title names them and no people, or they were enrolled, and no
 * people were.
 */
export function isOnAnimals(title: string, sentences: readonly string[]): boolean {
  if (veterinary.test(title) || sentences.some((sentence) => veterinary.test(sentence))) return true;
  if (!people.test(title) && (inTitle.test(title) || ofAnimals.test(title))) return true;
  return (
    sentences.some((sentence) => asSubjects.test(sentence)) && !people.test(title) && !sentences.some(countsPeople)
  );
}

/** Whether a sentence says how many people took part. */
export function countsPeople(sentence: string): boolean {
  return countedPeople.test(sentence) && !asSubjects.test(sentence);
}
