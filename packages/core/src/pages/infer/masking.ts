import type { MaskingCode } from '../../generated/trial.js';
import type { InferenceRule } from './rule.js';
import { isDenied, speaksOfOtherStudies } from './study-noun.js';

const terms: readonly (readonly [RegExp, MaskingCode])[] = [
  [/\bopen[\s-]label(?:l?ed)?\b|\bunblinded\b/i, 'NONE'],
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
      return match && !isDenied(sentence, match.index)
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

function isBroadDouble(held: MaskingCode, found: MaskingCode): boolean {
  return found === 'DOUBLE' && (held === 'TRIPLE' || held === 'QUADRUPLE');
}
