/** Whether a sentence describes the publication's own study: under a heading of methods, or as "A randomized study of". */
export function describesStudy(sentence: string): boolean {
  if (isBackground.test(sentence)) return false;
  return startsWithDesign.test(sentence) || isDescription.test(sentence) || atOneCenter.test(sentence);
}

const isBackground = /^(?:background|introduction|context|importance|rationale)\b/i;
const isDescription =
  /^(?:(?:[A-Z]\w+|[A-Z]+):\s+)?(?:an?|this|in this|in an?|we (?:conducted|performed|undertook|carried out) an?)\b[^.]{0,200}\b(?:trial|study)\b(?!s)/i;
const atOneCenter = /\bat (?:a|one) single[\s-]cent(?:er|re)\b|\bat a single[\s-]cent(?:er|re)\b/i;
const startsWithDesign =
  /^(?:trial design|study design(?: and methods)?|design|methods?|materials and methods|patients and methods|study)\s*:/i;

/** Words of a report or protocol of a trial. */
const trialWords =
  /\b(?:trial|open[\s-]label(?:l?ed)?|(?:double|single|triple|observer)[\s-]blind(?:ed)?|placebo[\s-]controlled|(?:non-?)?randomi[sz]ed|phase (?:IV|I{1,3}|[1-4])[ab]?)\b/i;
const peopleWords =
  /\b(?:patients|participants|subjects|volunteers|adults|children|adolescents|infants|women|men|workers|survivors|smokers|people)\b|\bn ?= ?\d/i;
const animals =
  /\b(?:mice|mouse|rats?|murine|rabbits?|porcine|pigs|canine|dogs|sheep|zebrafish|in vitro|cell lines?)\b/i;

/**
 * Whether a publication reports a trial of its own: its title, or a sentence that describes its study, has the words of
 * trials, and it speaks of people.
 */
export function reportsTrial(title: string, sentences: readonly string[]): boolean {
  const text = `${title}\n${sentences.join('\n')}`;
  if (animals.test(text) || !peopleWords.test(text)) return false;
  return trialWords.test(title) || sentences.some((sentence) => describesStudy(sentence) && trialWords.test(sentence));
}
