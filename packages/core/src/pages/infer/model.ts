import type { InterventionModelCode } from '../../generated/trial.js';
import type { InferenceRule } from './stage.js';
import { speaksOfOtherStudies } from './study-noun.js';

const models: readonly (readonly [RegExp, InterventionModelCode])[] = [
  [/\bparallel[\s-](?:group|arm|assignment|design)\b/i, 'PARALLEL'],
  [/\bcross-?over\b(?=[\s\w-]{0,40}\b(?:trial|study|design)\b|\.$)/i, 'CROSSOVER'],
  [/\bsingle[\s-](?:arm|group)\b/i, 'SINGLE_GROUP'],
  [/\bone-arm\b/i, 'SINGLE_GROUP'],
  [/\bfactorial (?:trial|study|design)\b/i, 'FACTORIAL'],
];

/** "parallel-group", "crossover study", "single-arm": fixed terms for how participants go through a trial. */
export const modelRule: InferenceRule<InterventionModelCode> = {
  name: 'model-term',
  field: 'interventionModel',
  find(sentence) {
    if (speaksOfOtherStudies(sentence)) return [];
    return models.flatMap(([pattern, value]) => {
      const match = pattern.exec(sentence);
      return match ? [{ value, start: match.index, end: match.index + match[0].length }] : [];
    });
  },
  held: (trial) => trial.design?.interventionModel?.code,
  agrees: (held, found) => held === found,
  put(trial, code) {
    trial.design = { ...trial.design, interventionModel: { code } };
    return ['/design/interventionModel/code'];
  },
};
