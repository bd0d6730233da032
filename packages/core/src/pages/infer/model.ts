import type { InterventionModelCode } from '../../generated/trial.js';
import type { Finding, InferenceRule } from './rule.js';
import { speaksOfOtherStudies } from './study-noun.js';

const models: readonly (readonly [RegExp, InterventionModelCode])[] = [
  [/\bparallel[\s-](?:group|arm|assignment|design)s?\b/i, 'PARALLEL'],
  [/(?<!\bin )\bparallel(?=,? (?:[\w-]+,? ){0,4}(?:trial|study)\b)/i, 'PARALLEL'],
  [/(?<=\b(?:blind|masked|randomi[sz]ed),? (?:and )?)parallel\b/i, 'PARALLEL'],
  // A crossover at progression is no crossover of the trial: "crossover from placebo to study drug".
  [
    /\bcross-?over\b(?=(?:,? (?!(?:from|to|was|were|is|are|of|at|after|in|for|between|into|upon|by|on)\b)[\w-]+){0,4}?,? (?:trial|study|design)\b(?! (?:drug|medication|treatment|product|agent|arm)))/i,
    'CROSSOVER',
  ],
  [
    /(?<=\b(?:\d ?x ?\d|randomi[sz]ed|blind(?:ed)?|masked|label(?:led)?|controlled|period|way),? )cross-?over\b(?=\.$)/i,
    'CROSSOVER',
  ],
  [/\bsingle[\s-](?:arm|group)\b(?! (?:of|analys[ei]s|comparisons?)\b)/i, 'SINGLE_GROUP'],
  [/\bone-arm\b/i, 'SINGLE_GROUP'],
  [/\bfactorial (?:trial|study|design)\b/i, 'FACTORIAL'],
];

/** "parallel-group", "crossover study", "single-arm": fixed terms for how participants go through a trial. */
export const modelRule: InferenceRule<InterventionModelCode> = {
  name: 'model-term',
  field: 'interventionModel',
  find(sentence) {
    if (speaksOfOtherStudies(sentence)) return [];
    const found: Finding<InterventionModelCode>[] = [];
    for (const [pattern, value] of models) {
      const match = pattern.exec(sentence);
      if (match && !found.some(({ start }) => start === match.index)) {
        found.push({ value, start: match.index, end: match.index + match[0].length });
      }
    }
    return found;
  },
  held: (trial) => trial.design?.interventionModel?.code,
  agrees: (held, found) => held === found,
  put(trial, code) {
    trial.design = { ...trial.design, interventionModel: { code } };
    return ['/design/interventionModel/code'];
  },
};
