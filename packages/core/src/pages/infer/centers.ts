import type { CentersCode } from '../../generated/trial.js';
import type { InferenceRule } from './rule.js';
import { leadsToStudy, speaksOfOtherStudies } from './study-noun.js';

/** A single site may be a place of the body: "single-site hysterectomy". Then only words of designs lead to the trial. */
const siteOfStudy =
  /^(?:[\s,]+(?:randomi[sz]ed|non-?randomi[sz]ed|controlled|placebo-controlled|prospective|retrospective|open|open-label|label|(?:single|double|triple|observer)-?(?:blind|mask)(?:ed)?|(?:single|two|parallel)-(?:arm|group)|phase|[iv]{1,3}|\d[ab]?|pilot|clinical|interventional|observational|feasibility|cohort|and)){0,8}[\s,]+(?:trial|study)\b/i;
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
    const isSite = /^(?:single|one|mono)[\s-]?site$/i.test(match[0]);
    if (!isPlace && !(isSite ? siteOfStudy.test(sentence.slice(end, end + 160)) : leadsToStudy(sentence, end)))
      return [];
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
