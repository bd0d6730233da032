import type { AllocationCode } from '../../generated/trial.js';
import type { Finding, InferenceRule } from './rule.js';
import { isDenied, leadsToStudy, speaksOfOtherStudies } from './study-noun.js';

/** Allotted by turns or dates, or by the genes, nobody is randomized. */
const randomized = /(?<!\b(?:quasi|pseudo|semi|mendelian)[\s-]?)\b(non-?\s?)?randomi[sz]ed\b/gi;

/** "a randomized ... trial": the word as a property of the study, not of people or of other trials. */
export const allocationRule: InferenceRule<AllocationCode> = {
  name: 'randomized-study',
  field: 'allocation',
  find(sentence) {
    if (speaksOfOtherStudies(sentence)) return [];
    const found: Finding<AllocationCode>[] = [];
    for (const match of sentence.matchAll(randomized)) {
      const end = match.index + match[0].length;
      if (!leadsToStudy(sentence, end)) continue;
      if (!isDenied(sentence, match.index)) {
        found.push({ value: match[1] ? 'NON_RANDOMIZED' : 'RANDOMIZED', start: match.index, end });
      }
    }
    return found;
  },
  held: (trial) => trial.design?.allocation?.code,
  agrees: (held, found) => held === found,
  put(trial, code) {
    trial.design = { ...trial.design, allocation: { code } };
    return ['/design/allocation/code'];
  },
};
