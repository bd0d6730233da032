import type { CentersCode } from '../../generated/trial.js';
import type { InferenceRule } from './rule.js';
import { leadsToStudy, speaksOfOtherStudies } from './study-noun.js';

const centers = /\b(single|one|mono|multi)[\s-]?(?:cent(?:er|re)s?|centric|centred|centered|site)\b/i;

/** "single-center ... trial", "multicentre ... study", "at a single center". */
export const centersRule: InferenceRule<CentersCode> = {
  name: 'center-term',
  field: 'centers',
  find(sentence) {
    const match = speaksOfOtherStudies(sentence) ? null : centers.exec(sentence);
    if (!match) return [];
    const end = match.index + match[0].length;
    const isPlace = /\bat (?:a|one|our) $/i.test(sentence.slice(Math.max(0, match.index - 8), match.index));
    if (!isPlace && !leadsToStudy(sentence, end)) return [];
    const value = match[1]?.toLowerCase() === 'multi' ? 'MULTIPLE' : 'SINGLE';
    return [{ value, start: match.index, end }];
  },
  held: (trial) => trial.design?.centers?.code,
  agrees: (held, found) => held === found,
  put(trial, code) {
    trial.design = { ...trial.design, centers: { code } };
    return ['/design/centers/code'];
  },
};
