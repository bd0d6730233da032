import { endsWithCondition } from './condition-words.codes.js';
import type { InferenceRule } from './rule.js';
import { speaksOfOtherStudies } from './study-noun.js';

const people =
  '(?:patients?|subjects?|adults?|children|adolescents|girls|boys|women|men|participants?|people|individuals|infants|volunteers)';
const start = new RegExp(`\\bin (?:[A-Za-z-]+ ){0,2}?${people} (?:with|suffering from|diagnosed with|who have) `, 'i');
/** Words that no name of a condition begins with. */
const notFirst =
  /^(?:\d|an?|the|at|no|one|two|three|known|any|and|or|this|these|those|such|other|different|various|more|less|high|low|new|prior|previous|positive|negative|normal|good|poor|both|been|had|over|under|only|selected|certain|rare|symptoms|signs|failed|history|type of|suspected|suspicion|possible|probable|presumed|potential|undiagnosed|self-reported|increased|elevated|family|risk|fear)\b/i;
/** Where a name of a condition ends. */
const stop =
  /[.,;:?()[\]]|\s(?:who|that|which|when|while|whose|treated|treating|receiving|undergoing|failing|taking|suffering|harbou?ring|affecting|comparing|caused|triggered|induced|associated|related|leads?|leading|due|secondary|previously|recently|solely|after|before|during|following|by|using|compared|versus|vs|at|from|in|on|requiring|aged|over|through|for|under|despite|without|were|was|is|are|will|to|as|and|or|via|not|inadequately|scheduled|hospitali[sz]ed|against|among|(?:patients|subjects|adults|participants)$)\b/i;
/** A sentence about what is known of a disease, not about the trial. */
const background =
  /\b(?:is|are|remains?) (?:an? |one of |the )*(?:most |very |more |highly |often |frequently |commonly |well )*(?:common|frequent|prevalent|leading|known|found|seen|observed|associated|important|major|serious)\b/i;
/** A sentence that says what something does, and nothing of a study: "Aspirin lowers mortality in patients with stroke." */
const claim =
  /\b(?:is|are|was|were|has|have|had|can|may|might|could|do|does|did|occurs?|occurred|remains?|(?:lower|reduc|increas|decreas|improv|caus|prevent|affect|worsen|benefit|protect|help|show|prolong|delay|slow|induc|reliev|play|represent|predict|lead|provid|contribut|suggest|indicat)(?:e?s|e?d))\b/i;
const ofStudy =
  /\b(?:trials?|study|studies|research|project|protocol|investigat\w*|evaluat\w*|assess\w*|compar\w*|tests?|testing|examin\w*|measur\w*|determin\w*|explor\w*|aims?|aimed|purpose|goal|objectives?|effects?|efficacy|effectiveness|safety|tolerability|pharmacokinetics?|will be)\b/i;
/** "of" joins a name of a condition and its place, or a fear, a risk or a history and a condition that they have not. */
const wholeBeforeOf = /^(.{0,80}?) of /i;

/** A name that is an acronym altogether. */
const acronym = /^[A-Z][A-Za-z]?[A-Z0-9-]{1,6}$/;

/** "in patients with X": the condition that the people of the first sentence or of the title have. */
export const conditionRule: InferenceRule<string> = {
  name: 'people-with-condition',
  field: 'conditions',
  find(sentence) {
    if (background.test(sentence) || (claim.test(sentence) && !ofStudy.test(sentence))) return [];
    const match = start.exec(sentence);
    if (!match || speaksOfOtherStudies(sentence.slice(0, match.index))) return [];
    const from = match.index + match[0].length;
    const rest = sentence.slice(from, from + 120);
    const length = stop.exec(rest)?.index ?? (rest.length < 120 ? rest.length : 0);
    const value = rest.slice(0, length).trimEnd();
    const words = value.split(/\s+/).length;
    if (value.length < 3 || words > 8 || notFirst.test(value)) return [];
    const head = wholeBeforeOf.exec(value)?.[1];
    if (head !== undefined && !endsWithCondition.test(head) && !/\bexacerbations?$/i.test(head)) return [];
    const isName =
      endsWithCondition.test(value) || (acronym.test(value) && !/^\s(?:and|or|to)\b/.test(rest.slice(value.length)));
    if (!isName) return [];
    return [{ value, start: from, end: from + value.length }];
  },
  held: () => undefined,
  agrees: (held, found) => held.toLowerCase() === found.toLowerCase(),
  put(trial, value) {
    if (trial.conditions) return [];
    trial.conditions = [value];
    return ['/conditions/0'];
  },
};
