import { numbersIn } from '../infer/numbers.js';
import { countsPeople } from './animal-subjects.js';

/**
 * Whether a sentence describes the publication's own study: under a heading of methods, as "A randomized study of", or by
 * a name that its title has.
 */
export function describesStudy(whole: string, title = ''): boolean {
  if (isBackground.test(whole)) return false;
  const sentence = whole.replace(capitals, '');
  const name = ofName.exec(sentence)?.[1];
  if (name !== undefined && title.includes(name)) return true;
  return (
    startsWithDesign.test(sentence) ||
    isDescription.test(sentence) ||
    inThisTrial.test(sentence) ||
    (tookPart.test(sentence) && countsPeopleFirst(sentence)) ||
    atOneCenter.test(sentence)
  );
}

const isBackground = /^(?:background|introduction|context|importance|rationale)\b/i;
/** "TEAM-2 is a phase III, multicentre trial", behind the words of a heading or not. */
const ofName =
  /^(?:[A-Z][a-z]+(?: and [a-z]+)?:? {1,3})?([A-Z][\w-]{0,20}[A-Z\d][\w-]{0,20}) (?:is|was) an? (?:(?!(?:that|which|in|of|for|from|by|with)\b)[\w/-]+,? ){0,12}?(?:trial|study)\b(?!s)/;
const isDescription =
  /^(?:[A-Z]\w+:\s+)?(?:an?|this|in this|in an?|we (?:conducted|performed|undertook|carried out) an?)\b[^.]{0,200}\b(?:trial|study)\b(?!s)/i;
/** "We randomly assigned 540 patients in this multicenter, double-blind trial." */
const inThisTrial =
  /^(?:[A-Z]\w+:\s+)?we (?:randomly (?:assigned|allocated)|randomi[sz]ed|enrolled|recruited|assigned)\b[^.]{0,200}\bin (?:this|our|the present)\b[^.]{0,120}\btrial\b(?!s)/i;
/** "Sixteen women took part in a randomized crossover study." */
const tookPart =
  /^[^.;]{0,160}\b(?:took part|participated|were (?:enrolled|included|recruited|randomi[sz]ed)) in(?:to)? (?:an?|this|our) [^.]{0,120}\b(?:trial|study)\b(?!s)/i;
/** "All sites participated" counts nobody. */
function countsPeopleFirst(sentence: string): boolean {
  const [first] = numbersIn(sentence);
  return first !== undefined && first.start <= 30 && peopleWords.test(sentence.slice(first.end, first.end + 120));
}

/** A heading that stands out by its capitals alone. */
const capitals = /^[A-Z]{5,20} (?=[A-Z] ?[a-z])/;
const atOneCenter = /\bat (?:a|one) single[\s-]cent(?:er|re)\b|\bat a single[\s-]cent(?:er|re)\b/i;
const startsWithDesign =
  /^(?:trial design|study design(?: and methods)?|design|methods?|materials and methods|patients and methods|study|design,? settings?,? and participants)(?:\s{0,20}:| {2})/i;

const designs =
  '(?:open[\\s-]label(?:l?ed)?|(?:double|single|triple|observer)[\\s-]blind(?:ed)?|placebo[\\s-]controlled|(?:non-?)?randomi[sz]ed|phase (?:IV|I{1,3}|[1-4])[ab]?)';
/** Words of a report or protocol of a trial. */
const trialWords = new RegExp(`\\b(?:trial|${designs})\\b`, 'i');
const peopleWords =
  /\b(?:(?:out|in)?patients|participants|subjects|volunteers|adults|children|adolescents|teenagers|youths?|infants|babies|newborns|neonates|toddlers|girls|boys|women|men|females|males|mothers|fathers|parents|couples|families|caregivers|carers|persons|individuals|people|residents|nurses|midwives|physicians|doctors|clinicians|surgeons|workers|employees|staff|students|pupils|teachers|athletes|players|runners|soldiers|veterans|prisoners|survivors|smokers|drinkers|users|donors|recipients|elders|seniors|households|villages)\b|\bn ?= ?\d/i;
const animals =
  /\b(?:mice|mouse|rats?|murine|rabbits?|porcine|pigs|canine|dogs|sheep|zebrafish|in vitro|cell lines?)\b/i;

/** A sentence about a trial that somebody ought to run, or runs. */
const wish =
  /\b(?:is|are|was|were|be|seems?|appears?) (?:[a-z]+ )?(?:needed|warranted|required|necessary|useful|justified|desirable|awaited|planned|under ?way|ongoing)\b|\b(?:would|should|could|might)\b|\bneed(?:s|ed)? (?:for|to)\b|\bfuture\b/i;
/** Studies that are no trials, and what they are named by. */
const otherDesign =
  /\b(?:retrospective(?:ly)?|cohort (?:study|analysis)|case[- ]control|cross-sectional|survey|questionnaire study|qualitative|interviews?|focus groups?|methodological|observational|non-?interventional|surveillance|claims (?:data|database|analysis)|emulat(?:ed?|ion|ing)|cost-(?:effectiveness|utility|benefit)|model(?:l?ing)?|simulation)\b/i;
/** "Trial" in other senses than that of the study: a trial of labour, trial participation. */
const otherSense =
  /\btrial(?:s)? (?:participation|recruitment|enrol?lment|registration|registries|registry|unit|units|methodology|reporting|of labou?r|of void|without catheter|participants)\b/gi;
const severalTrials = /\b(?:two|three|four|five|six|both|[2-9])\b[^:]{0,80}\btrials\b/i;
const ownTrial =
  /^[^:]{0,120}\btrial (?:of|to|on|for|in|with|comparing|evaluating|assessing)\b|[:.?\u2013\u2014-] ?[^:]*\btrial\b/i;
const design = new RegExp(`\\b${designs}\\b`, 'i');

/**
 * Whether a publication reports a trial of its own: its title, or a sentence that describes its study, has the words of
 * trials, and it speaks of people.
 */
export function reportsTrial(title: string, sentences: readonly string[]): boolean {
  const text = `${title}\n${sentences.join('\n')}`;
  if (!peopleWords.test(text) || isOtherDesign(title) || animals.test(title)) return false;
  // What was found in animals can be the reason for a trial: then people were counted.
  const hasAnimals = animals.test(text) && !sentences.some(countsPeople);
  return !hasAnimals && (claimsTrial(title) || sentences.some(claimsOwnTrial));
}

/** Whether a title names a study of another design, in the words behind its last colon, or else in all of it. */
function isOtherDesign(title: string): boolean {
  const text = title.replace(otherSense, '');
  const tail = text.slice(text.lastIndexOf(':') + 1);
  return startsAsOther(otherDesign.test(tail) || trialWords.test(tail) ? tail : text);
}

/** Which of the designs that a text names comes first: a survey within a trial, or a trial with a survey. */
function startsAsOther(text: string): boolean {
  const other = otherDesign.exec(text)?.index ?? -1;
  const trial = trialWords.exec(text)?.index ?? -1;
  return other >= 0 && (trial < 0 || other < trial);
}

function claimsTrial(title: string): boolean {
  const text = title.replace(otherSense, '');
  // Trials in the plural are the subject of a study about them, unless the title counts its own.
  if (/\btrials\b/i.test(text) && !/\btrial\b/i.test(text)) return severalTrials.test(text);
  return design.test(text) || ownTrial.test(text);
}

function claimsOwnTrial(sentence: string): boolean {
  const text = sentence.replace(otherSense, '');
  return (
    describesStudy(sentence) && trialWords.test(text) && !startsAsOther(text) && !wish.test(text) && !animals.test(text)
  );
}
