import type { MaskingCode } from '../../generated/trial.js';
import type { InferenceRule } from './rule.js';
import { isDenied, leadsToStudy, speaksOfOtherStudies } from './study-noun.js';

const terms: readonly (readonly [RegExp, MaskingCode])[] = [
  [/\bopen[\s-]label(?:l?ed)?\b/i, 'NONE'],
  [/\bunblinded\b/i, 'NONE'],
  [/\bsingle[\s-](?:blind|mask)(?:ed)?\b/i, 'SINGLE'],
  [/\bdouble[\s-](?:blind|mask)(?:ed)?\b/i, 'DOUBLE'],
  [/\btriple[\s-](?:blind|mask)(?:ed)?\b/i, 'TRIPLE'],
  [/\bquadruple[\s-](?:blind|mask)(?:ed)?\b/i, 'QUADRUPLE'],
];

/** "open-label", "double-blind": fixed terms for who knows the assignment. */
export const maskingRule: InferenceRule<MaskingCode> = {
  name: 'masking-term',
  field: 'masking',
  find(sentence) {
    if (speaksOfOtherStudies(sentence)) return [];
    return terms.flatMap(([pattern, value]) => {
      const match = pattern.exec(sentence);
      return match && !isDenied(sentence, match.index) && isOfStudy(sentence, match)
        ? [{ value, start: match.index, end: match.index + match[0].length }]
        : [];
    });
  },
  held: (trial) => trial.design?.masking?.masking?.code,
  // "Double-blind" in prose is a custom of language; the registry counts the parties. Only open against blind differ.
  agrees: (held, found) => held === found || isBroadDouble(held, found) || isBroadDouble(found, held),
  put(trial, code) {
    trial.design = { ...trial.design, masking: { masking: { code } } };
    return ['/design/masking/masking/code'];
  },
};

const isStudy = /\b(?:trial|study|design) (?:was|is|had) (?:an? )?$/i;
/** "Samples were analysed in a double-blind fashion": so were they, and nothing is said of the trial. */
const onThings =
  /\b(?:samples?|specimens|assays?|analys[ei]s|images?|scans?|slides|readings?|assessments?|measurements?|ratings?|biopsies|interviews) [^.;]{0,80}$/i;
const ofPart =
  /^ (?:[\w-]+ ){0,2}?(?:rescue|extensions?|medications?|drugs?|treatments?|therapy|follow-up|phases?|periods?|parts?|stages?)\b/i;
const given = /\b(?:to|with|of|receive[ds]?|receiving|given|took|offered|entered|allowed) (?:an? |the )?$/i;

/** Whether a term of masking is about the trial, and not about a nurse, a drug for emergencies or a phase that follows. */
function isOfStudy(sentence: string, { index, 0: term }: RegExpExecArray): boolean {
  const end = index + term.length;
  const before = sentence.slice(Math.max(0, index - 120), index);
  if (leadsToStudy(sentence, end)) return true;
  if (/^unblinded$/i.test(term)) return isStudy.test(before);
  if (/^open/i.test(term)) return !ofPart.test(sentence.slice(end, end + 60)) && !given.test(before);
  return !(onThings.test(before) && /^ (?:fashion|manner|way|mode)\b/i.test(sentence.slice(end, end + 10)));
}

function isBroadDouble(held: MaskingCode, found: MaskingCode): boolean {
  return found === 'DOUBLE' && (held === 'TRIPLE' || held === 'QUADRUPLE');
}
